"""Input: asked for on stdin, answered there, refused when the front end has no keyboard."""

import pytest

from front import TIMEOUT


def question(echo, timeout=TIMEOUT):
    return echo.get(echo.client.stdin_channel, timeout)


def test_a_question_goes_to_the_user_and_the_answer_comes_back(echo):
    sent = echo.start("ask your name: ")
    asked = question(echo)
    assert asked["content"] == {"prompt": "your name: ", "password": False}
    assert asked["parent_header"]["msg_id"] == sent
    echo.client.input("Gopher")
    assert echo.finish(sent).text() == "got Gopher\n"


def test_a_password_is_marked(echo):
    sent = echo.start("password secret: ")
    assert question(echo)["content"]["password"] is True
    echo.client.input("x")
    echo.finish(sent)


def test_system_in_asks_for_lines(echo):
    for answer in ("one", "zwei \u00e4 \U0001d11e"):
        sent = echo.start("readline")
        question(echo)
        echo.client.input(answer)
        assert echo.finish(sent).text() == f"got {answer}\n"


def test_what_was_printed_is_shown_before_the_question(echo):
    sent = echo.start("raw tell me: \nask ")
    echo.await_text(sent, "tell me: ")
    question(echo)
    echo.client.input("x")
    echo.finish(sent)


@pytest.mark.parametrize("code", ["ask name", "readline"])
def test_without_a_keyboard_the_cell_fails_with_the_reason(echo, code):
    run = echo.run(code, allow_stdin=False)
    assert run.status == "error"
    assert "allow_stdin=false" in run.reply["content"]["evalue"]


def test_an_answer_to_another_question_is_dropped(echo):
    sent = echo.start("ask name")
    asked = question(echo)
    stale = echo.client.session.msg(
        "input_reply", {"value": "stale"}, parent={"header": {**asked["header"], "msg_id": "old"}}
    )
    stale["parent_header"] = {**stale["parent_header"], "msg_id": "old"}
    echo.client.stdin_channel.send(stale)
    echo.client.input("fresh")
    assert echo.finish(sent).text() == "got fresh\n"


def test_end_of_input_is_not_a_line(echo):
    sent = echo.start("readline")
    question(echo)
    echo.client.input("\u0004")
    assert echo.finish(sent).text() == "got null\n"
