"""Jupyter console, in a terminal of its own."""

import re

import pytest

from fronts import BIN

ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()].|[=>78])")


class Console:
    def __init__(self, desk):
        pexpect = pytest.importorskip("pexpect")
        if not (BIN / "jupyter-console").exists():
            pytest.skip("jupyter console is not installed")
        environment = dict(desk.environment, TERM="xterm", COLUMNS="120", LINES="40")
        self.child = pexpect.spawn(
            str(BIN / "jupyter-console"),
            ["--kernel=goloom", "--simple-prompt"],
            cwd=str(desk.folder),
            env=environment,
            encoding="utf-8",
            timeout=40,
            dimensions=(40, 120),
        )

    def until(self, pattern):
        """Everything up to and including a pattern, as a reader sees it."""
        self.child.expect(pattern)
        return ESCAPES.sub("", self.child.before + self.child.after).replace("\r", "")

    def enter(self, line):
        self.child.sendline(line)


@pytest.fixture
def console(desk):
    console = Console(desk)
    yield console
    console.child.close(force=True)


def test_cells_errors_and_text_pictures_in_a_terminal(console):
    assert "Goloom" in console.until(r"In \[1\]: ")
    console.enter("6 * 7")
    assert "Out[1]: 42" in console.until(r"In \[2\]: ")
    console.enter('go("worker", () -> println("working")); sleep(ofMillis(10));')
    picture = console.until(r"In \[3\]: ")
    assert "working" in picture
    assert re.search(r"worker.*[█▇▆▅▄▃▂▁#=~.-]", picture), picture
    assert "<img" not in picture
    console.enter("int[] a = {}; a[1] = 1;")
    assert "ArrayIndexOutOfBoundsException" in console.until(r"In \[4\]: ")
    console.enter("new Scanner(System.in).nextLine()")
    console.enter("typed")
    assert 'Out[4]: "typed"' in console.until(r"In \[5\]: ")
