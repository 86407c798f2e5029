"""Interrupts: quick, thorough, and over when they are over."""

import time

import pytest


@pytest.mark.parametrize("code", ["sleep 60000", "spin", "ask name", "readline", "flood"])
def test_an_interrupt_ends_the_cell(echo, code):
    sent = echo.start(code)
    echo.await_start(sent)
    time.sleep(0.3)
    started = time.monotonic()
    reply = echo.interrupt()
    assert reply["content"] == {"status": "ok"}
    run = echo.finish(sent, timeout=5)
    assert run.status == "error"
    assert time.monotonic() - started < 1
    assert echo.run("result 1").result == "1"


def test_an_interrupt_drops_the_cells_that_wait(echo):
    running = echo.start("sleep 60000")
    waiting = [echo.start("print no") for _ in range(3)]
    echo.await_start(running)
    echo.ask("is_complete_request", {"code": "1"})  # the cells before it have arrived
    echo.interrupt()
    assert echo.finish(running).status == "error"
    assert [echo.reply_to(s)["content"]["status"] for s in waiting] == ["aborted"] * 3
    assert echo.run("result 1").result == "1"


def test_an_interrupt_of_nothing_does_nothing(echo):
    for _ in range(3):
        assert echo.interrupt()["content"]["status"] == "ok"
    assert echo.run("sleep 100\nresult 1").result == "1"


def test_nothing_burns_after_an_interrupt(echo):
    sent = echo.start("spin")
    echo.await_start(sent)
    time.sleep(0.2)
    echo.interrupt()
    echo.finish(sent)
    before = echo.cpu_seconds()
    time.sleep(1)
    assert echo.cpu_seconds() - before < 0.1


def test_an_interrupt_can_be_repeated(echo):
    for _ in range(20):
        sent = echo.start("sleep 60000")
        echo.await_start(sent)
        echo.interrupt()
        assert echo.finish(sent, timeout=5).status in ("error", "aborted")
