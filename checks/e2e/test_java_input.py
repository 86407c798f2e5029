"""Input in Java cells: Scanner, BufferedReader, IO."""

import pytest

READERS = {
    "Scanner": "new Scanner(System.in).nextLine()",
    "BufferedReader": "new BufferedReader(new InputStreamReader(System.in)).readLine()",
    "IO": "IO.readln()",
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_every_way_to_read_a_line_asks_the_user(java, reader):
    for answer in ("first", "zweite Zeile é𝄞"):
        sent = java.start(f'System.out.println("got " + {reader});')
        java.get(java.client.stdin_channel)
        java.client.input(answer)
        run = java.finish(sent)
        assert run.text() == f"got {answer}\n", run.reply["content"]


def test_a_scanner_reads_several_numbers_of_one_line(java):
    sent = java.start("var s = new Scanner(System.in);\ns.nextInt() + s.nextInt()")
    java.get(java.client.stdin_channel)
    java.client.input("20 22")
    assert java.finish(sent).result == "42"


def test_waiting_for_the_user_is_no_deadlock(java):
    sent = java.start("var line = IO.readln();\nline.length()")
    java.get(java.client.stdin_channel)
    import time

    time.sleep(1.5)
    java.client.input("four")
    assert java.finish(sent).result == "4"


def test_without_a_keyboard_the_reason_is_said(java):
    run = java.run("IO.readln();", allow_stdin=False)
    assert run.status == "error"
    assert "allow_stdin=false" in "".join(run.reply["content"]["traceback"])
