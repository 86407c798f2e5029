"""Running cells: the order of messages, counting, errors, flags of execute_request."""


def test_a_cell_is_answered_between_busy_and_idle(echo):
    run = echo.run("print hello\nresult 42")
    assert run.types == ["status", "execute_input", "stream", "execute_result"]
    assert run.messages[0]["content"]["execution_state"] == "busy"
    assert run.text() == "hello\n"
    assert run.result == "42"
    assert run.status == "ok"


def test_numbers_of_reply_input_and_result_agree(echo):
    run = echo.run("result 1")
    count = run.reply["content"]["execution_count"]
    assert run.of("execute_input")[0]["execution_count"] == count
    assert run.of("execute_result")[0]["execution_count"] == count
    assert echo.run("result 2").reply["content"]["execution_count"] == count + 1


def test_a_silent_cell_publishes_nothing_and_does_not_count(echo):
    before = echo.run("result 1").reply["content"]["execution_count"]
    silent = echo.run("print x\nresult 2\ndisplay - y", silent=True)
    assert silent.types == ["status"]
    assert silent.status == "ok"
    assert echo.run("result 3").reply["content"]["execution_count"] == before + 1


def test_a_cell_that_is_not_stored_does_not_count(echo):
    before = echo.run("result 1").reply["content"]["execution_count"]
    run = echo.run("print shown", store_history=False)
    assert run.text() == "shown\n"
    assert echo.run("result 3").reply["content"]["execution_count"] == before + 1


def test_an_empty_cell_does_nothing(echo):
    before = echo.run("result 1").reply["content"]["execution_count"]
    assert echo.run("  \n ").status == "ok"
    assert echo.run("result 1").reply["content"]["execution_count"] == before + 1


def test_an_error_is_published_and_replied(echo):
    run = echo.run("print before\nraise it broke\nprint after")
    assert run.status == "error"
    assert run.text() == "before\n"
    error = run.of("error")[0]
    assert (error["ename"], error["evalue"]) == ("Raised", "it broke")
    assert run.reply["content"]["ename"] == "Raised"
    assert run.reply["content"]["traceback"] == error["traceback"]


def test_a_silent_cell_fails_in_its_reply_alone(echo):
    run = echo.run("raise quietly", silent=True)
    assert run.status == "error"
    assert run.types == ["status"]


def test_an_exception_of_the_interpreter_is_an_error_of_the_cell(echo):
    run = echo.run("throw unexpected")
    assert run.status == "error"
    assert run.reply["content"]["ename"] == "IllegalStateException"
    assert echo.run("result 1").result == "1"


def test_user_expressions_are_evaluated_after_the_cell(echo):
    run = echo.run("print x", user_expressions={"good": "value", "bad": "raise no"})
    values = run.reply["content"]["user_expressions"]
    assert values["good"] == {"status": "ok", "data": {"text/plain": "value"}, "metadata": {}}
    assert values["bad"]["status"] == "error"
    assert values["bad"]["ename"] == "Raised"


def test_payload_asks_for_a_page_and_a_next_cell(echo):
    payload = echo.run("page a long text\nnext print more").reply["content"]["payload"]
    assert payload[0]["source"] == "page"
    assert payload[0]["data"] == {"text/plain": "a long text"}
    assert payload[1] == {"source": "set_next_input", "text": "print more", "replace": False}


def test_cells_behind_a_failed_one_are_aborted(echo):
    first = echo.start("sleep 200\nraise stop here")
    behind = [echo.start(f"print {i}") for i in range(3)]
    assert echo.finish(first).status == "error"
    for sent in behind:
        run = echo.finish(sent)
        assert run.status == "aborted"
        assert run.types == ["status"]
    assert echo.run("result 1").result == "1"


def test_without_stop_on_error_the_next_cells_run(echo):
    first = echo.start("sleep 100\nraise go on", stop_on_error=False)
    second = echo.start("result 7")
    assert echo.finish(first).status == "error"
    assert echo.finish(second).result == "7"


def test_a_cell_after_the_error_reply_runs(echo):
    for _ in range(20):
        assert echo.run("raise again").status == "error"
        assert echo.run("result 1").result == "1"


def test_a_result_without_text_gets_one(echo):
    data = echo.run("html <b>bold</b>").of("execute_result")[0]["data"]
    assert data == {"text/html": "<b>bold</b>", "text/plain": "<text/html>"}


def test_the_reply_says_when_the_cell_started(echo):
    run = echo.run("sleep 50")
    assert run.reply["metadata"]["started"].endswith("Z")
    assert run.reply["metadata"]["status"] == "ok"
