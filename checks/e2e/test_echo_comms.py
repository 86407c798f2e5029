"""Comms and subshells."""

import time
import uuid


def open_comm(echo, target):
    comm = uuid.uuid4().hex
    content = {"comm_id": comm, "target_name": target, "data": {}}
    sent = echo.send(echo.client.shell_channel, "comm_open", content)
    return comm, echo.until_idle(sent)


def test_a_comm_for_an_unknown_target_is_closed(echo):
    comm, messages = open_comm(echo, "nobody")
    assert [m["msg_type"] for m in messages] == ["status", "comm_close"]
    assert messages[1]["content"]["comm_id"] == comm
    assert echo.ask("comm_info_request")["content"]["comms"] == {}


def test_a_comm_for_a_known_target_talks(echo):
    comm, _ = open_comm(echo, "echo")
    comms = echo.ask("comm_info_request", {"target_name": "echo"})["content"]["comms"]
    assert comms == {comm: {"target_name": "echo"}}
    assert echo.ask("comm_info_request", {"target_name": "x"})["content"]["comms"] == {}
    content = {"comm_id": comm, "data": {"n": [1, 2.5, None, "\u00e4"]}}
    sent = echo.send(echo.client.shell_channel, "comm_msg", content)
    answers = [m for m in echo.until_idle(sent) if m["msg_type"] == "comm_msg"]
    assert [a["content"] for a in answers] == [content]
    sent = echo.send(echo.client.shell_channel, "comm_close", {"comm_id": comm, "data": {}})
    echo.until_idle(sent)
    assert echo.ask("comm_info_request")["content"]["comms"] == {}


def test_buffers_come_back_as_they_were(echo):
    comm, _ = open_comm(echo, "echo")
    session = echo.client.session
    msg = session.msg("comm_msg", {"comm_id": comm, "data": {}})
    buffers = [b"\x00\xff" * 1000, b"<IDS|MSG>"]
    session.send(echo.client.shell_channel.socket, msg, buffers=buffers)
    answers = [
        m for m in echo.until_idle(msg["header"]["msg_id"]) if m["msg_type"] == "comm_msg"
    ]
    assert [bytes(b) for b in answers[0]["buffers"]] == buffers


def test_a_message_for_an_unknown_comm_is_ignored(echo):
    sent = echo.send(echo.client.shell_channel, "comm_msg", {"comm_id": "x", "data": {}})
    assert [m["msg_type"] for m in echo.until_idle(sent)] == ["status"]


def test_a_subshell_runs_cells_beside_the_main_shell(echo):
    subshell = echo.ask("create_subshell_request", channel="control")["content"]["subshell_id"]
    listed = echo.ask("list_subshell_request", channel="control")["content"]["subshell_id"]
    assert listed == [subshell]
    long = echo.start("sleep 60000")
    time.sleep(0.1)
    cell = {"code": "result beside"}
    sent = echo.send(echo.client.shell_channel, "execute_request", cell, subshell_id=subshell)
    run = echo.finish(sent, timeout=5)
    assert run.result == "beside"
    echo.interrupt()
    assert echo.finish(long).status == "error"
    deleted = echo.ask(
        "delete_subshell_request", {"subshell_id": subshell}, channel="control"
    )
    assert deleted["content"]["status"] == "ok"
    listed = echo.ask("list_subshell_request", channel="control")["content"]["subshell_id"]
    assert listed == []


def test_cells_of_one_subshell_run_one_after_the_other(echo):
    subshell = echo.ask("create_subshell_request", channel="control")["content"]["subshell_id"]
    ids = [
        echo.send(
            echo.client.shell_channel,
            "execute_request",
            {"code": f"sleep 100\nresult {i}"},
            subshell_id=subshell,
        )
        for i in range(3)
    ]
    assert [echo.finish(i).result for i in ids] == ["0", "1", "2"]
    echo.ask("delete_subshell_request", {"subshell_id": subshell}, channel="control")


def test_an_unknown_subshell_is_an_error(echo):
    reply = echo.ask("execute_request", {"code": "result 1"}, subshell_id="nowhere")
    assert reply["content"]["status"] == "error"
    assert "nowhere" in reply["content"]["evalue"]
    reply = echo.ask("delete_subshell_request", {"subshell_id": "nowhere"}, channel="control")
    assert reply["content"]["status"] == "error"
