"""Requests besides execute_request: what they answer, and that they never wait for a cell."""

import time

import pytest


@pytest.fixture
def busy(echo):
    """A kernel that runs a long cell."""
    sent = echo.start("sleep 60000")
    echo.await_start(sent)
    yield echo
    echo.interrupt()
    echo.finish(sent)


def test_kernel_info_says_who_answers(echo):
    for channel in ("shell", "control"):
        info = echo.ask("kernel_info_request", channel=channel)["content"]
        assert info["status"] == "ok"
        assert info["protocol_version"] == "5.5"
        assert info["implementation"] == "goloom"
        assert info["language_info"]["name"] == "echo"
        assert info["supported_features"] == ["kernel subshells"]
        assert info["debugger"] is False


def test_completion_replaces_the_word_before_the_cursor(echo):
    reply = echo.ask("complete_request", {"code": "pri", "cursor_pos": 3})["content"]
    assert reply["matches"] == ["print"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (0, 3)
    assert reply["metadata"]["_jupyter_types_experimental"] == [
        {"text": "print", "type": "function", "signature": "(text)", "start": 0, "end": 3}
    ]


def test_positions_count_characters_not_utf16_units(echo):
    code = "\U0001d11e\u00e9 pri"
    reply = echo.ask("complete_request", {"code": code, "cursor_pos": 6})["content"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (3, 6)


@pytest.mark.parametrize("position", [-5, 0, 3, 99])
def test_a_position_outside_the_code_is_moved_inside(echo, position):
    reply = echo.ask("complete_request", {"code": "pri", "cursor_pos": position})["content"]
    assert 0 <= reply["cursor_start"] <= reply["cursor_end"] <= 3


def test_inspection_finds_or_does_not(echo):
    found = echo.ask("inspect_request", {"code": "print", "cursor_pos": 5, "detail_level": 0})
    assert found["content"]["found"] is True
    assert found["content"]["data"] == {"text/plain": "command print"}
    nothing = echo.ask("inspect_request", {"code": "nonsense", "cursor_pos": 8})
    assert nothing["content"]["found"] is False
    assert nothing["content"]["data"] == {}


@pytest.mark.parametrize(
    "code, status", [("print x", "complete"), ("print \\", "incomplete"), ("?", "invalid")]
)
def test_is_complete_knows_three_states(echo, code, status):
    reply = echo.ask("is_complete_request", {"code": code})["content"]
    assert reply["status"] == status
    assert reply.get("indent") == ("  " if status == "incomplete" else None)


def test_connect_request_names_the_ports(echo):
    reply = echo.ask("connect_request")["content"]
    info = echo.manager.get_connection_info()
    for port in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"):
        assert reply[port] == info[port]


@pytest.mark.parametrize(
    "kind, content",
    [
        ("complete_request", {"code": "pri", "cursor_pos": 3}),
        ("inspect_request", {"code": "print", "cursor_pos": 5}),
        ("is_complete_request", {"code": "print"}),
        ("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}),
        ("kernel_info_request", {}),
        ("comm_info_request", {}),
        ("connect_request", {}),
    ],
)
@pytest.mark.parametrize("channel", ["shell", "control"])
def test_a_request_does_not_wait_for_the_cell(busy, kind, content, channel):
    started = time.monotonic()
    assert busy.ask(kind, content, channel=channel, timeout=10)["content"]["status"]
    assert time.monotonic() - started < 2


def test_the_kernel_still_says_busy_when_it_has_answered_beside_a_cell(busy):
    sent = busy.send(busy.client.shell_channel, "complete_request", {"code": "p", "cursor_pos": 1})
    busy.until_idle(sent)
    again = busy.iopub()
    assert again["content"] == {"execution_state": "busy"}
    assert again["parent_header"]["msg_type"] == "execute_request"


def test_debug_request_is_refused_in_the_form_of_its_protocol(echo):
    reply = echo.ask(
        "debug_request",
        {"type": "request", "seq": 3, "command": "debugInfo", "arguments": {}},
        channel="control",
    )["content"]
    assert reply["request_seq"] == 3
    assert reply["command"] == "debugInfo"
    assert reply["success"] is False


def test_an_unknown_message_is_ignored(echo, nothing_on):
    echo.send(echo.client.shell_channel, "make_coffee_request", {"sugar": True})
    nothing_on(echo.client.shell_channel)
    assert echo.run("result 1").result == "1"


def test_a_request_without_its_fields_is_ignored(echo, nothing_on):
    echo.send(echo.client.shell_channel, "complete_request", {"cursor_pos": 1})
    echo.send(echo.client.shell_channel, "execute_request", {"code": 5})
    nothing_on(echo.client.shell_channel)
    assert echo.run("result 1").result == "1"
