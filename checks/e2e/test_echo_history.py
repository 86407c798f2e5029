"""History: kept over sessions, in a file."""

import json

from conftest import running


def history(front, **query):
    query = {"raw": True, "output": False, **query}
    return front.ask("history_request", query)["content"]["history"]


def test_the_tail_is_the_last_cells(fresh_echo):
    for i in range(4):
        fresh_echo.run(f"result {i}")
    tail = history(fresh_echo, hist_access_type="tail", n=2)
    assert [h[2] for h in tail] == ["result 2", "result 3"]
    assert [h[1] for h in tail] == [3, 4]


def test_results_are_kept_with_their_cells(fresh_echo):
    fresh_echo.run("result 42")
    fresh_echo.run("print nothing")
    tail = history(fresh_echo, hist_access_type="tail", n=2, output=True)
    assert [h[2] for h in tail] == [["result 42", "42"], ["print nothing", None]]


def test_silent_and_unstored_cells_leave_no_trace(fresh_echo):
    fresh_echo.run("result 1")
    fresh_echo.run("result 2", silent=True)
    fresh_echo.run("result 3", store_history=False)
    assert history(fresh_echo, hist_access_type="tail", n=1)[0][2] == "result 1"


def test_a_range_is_of_one_session(fresh_echo):
    for i in range(1, 6):
        fresh_echo.run(f"result {i}")
    found = history(fresh_echo, hist_access_type="range", session=0, start=2, stop=4)
    assert [h[2] for h in found] == ["result 2", "result 3"]


def test_the_session_before_can_be_asked_for(echo_specs):
    with running(echo_specs, "echo") as first:
        first.run("print of the first session")
    with running(echo_specs, "echo") as second:
        second.run("print of the second")
        found = history(second, hist_access_type="range", session=-1, start=1, stop=2)
        assert [h[2] for h in found] == ["print of the first session"]
        assert history(second, hist_access_type="tail", n=2)[0][2] == "print of the first session"


def test_a_search_finds_patterns(fresh_echo):
    for code in ("print alpha", "print beta", "print alpha", "print [x]"):
        fresh_echo.run(code)
    found = history(fresh_echo, hist_access_type="search", pattern="print al*", unique=True)
    assert [h[2] for h in found] == ["print alpha"]
    found = history(fresh_echo, hist_access_type="search", pattern="print ????", n=1)
    assert [h[2] for h in found] == ["print beta"]
    found = history(fresh_echo, hist_access_type="search", pattern="*[x]", n=1)
    assert [h[2] for h in found] == ["print [x]"]


def test_a_broken_line_in_the_file_is_skipped(echo_specs, history):
    with running(echo_specs, "echo") as front:
        front.run("print before the damage")
    with open(history, "a") as f:
        f.write('{"session": \n')
    with running(echo_specs, "echo") as front:
        front.run("print after")
        query = {"raw": True, "output": False, "hist_access_type": "tail", "n": 2}
        found = front.ask("history_request", query)["content"]["history"]
        assert [h[2] for h in found] == ["print before the damage", "print after"]
    with open(history) as f:
        assert json.loads(f.read().splitlines()[-1])["source"] == "print after"
