"""Help while typing Java: completion, inspection, is_complete; also while a cell runs."""

import time

import pytest


def complete(java, code, cursor=None):
    cursor = len(code) if cursor is None else cursor
    return java.ask("complete_request", {"code": code, "cursor_pos": cursor})["content"]


def test_methods_are_completed(java):
    reply = complete(java, "List.of(1).str")
    assert "stream()" in reply["matches"] or "stream" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (11, 14)


def test_positions_behind_an_astral_character_are_right(java):
    reply = complete(java, 'var q = "é𝄞"; Syst')
    assert (reply["cursor_start"], reply["cursor_end"]) == (14, 18)
    assert "System" in reply["matches"]


def test_variables_of_earlier_cells_are_completed(java):
    java.run("int somethingLong = 1;")
    assert "somethingLong" in complete(java, "somethingL")["matches"]


def test_magics_are_completed(java):
    assert "%gomaxprocs" in complete(java, "%gomax")["matches"]


def test_goroutine_names_are_completed(java):
    assert any(m.startswith("gomaxprocs") for m in complete(java, "gomaxp")["matches"])


def test_a_method_is_explained(java):
    reply = java.ask("inspect_request", {"code": "Math.abs(1)", "cursor_pos": 7})["content"]
    assert reply["found"]
    assert "abs" in reply["data"]["text/plain"]


def test_nothing_is_found_where_nothing_is(java):
    reply = java.ask("inspect_request", {"code": "nonsense", "cursor_pos": 4})["content"]
    assert reply["status"] == "ok"


@pytest.mark.parametrize(
    "kind, content",
    [
        ("complete_request", {"code": "List.of(1).str", "cursor_pos": 14}),
        ("inspect_request", {"code": "Math.abs", "cursor_pos": 8}),
        ("is_complete_request", {"code": "int x ="}),
    ],
)
def test_help_does_not_wait_for_the_cell(java, kind, content):
    java.ask(kind, content)
    sent = java.start("while (true) {}")
    java.await_start(sent)
    time.sleep(0.5)
    started = time.monotonic()
    assert java.ask(kind, content, timeout=10)["content"]["status"]
    assert time.monotonic() - started < 3
    java.interrupt()
    java.finish(sent)
