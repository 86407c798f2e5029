"""JupyterLab's debugger with this kernel: its list of variables fills, follows cells while they run, and says that
there are no breakpoints.

Screenshots are left in target/screenshots, for people to look at.
"""

import time

import nbformat
import pytest

import kernels
import lab

ROWS = """[...document.querySelectorAll('.jp-DebuggerVariables-body .jp-TreeItem')].map(e =>
    [...e.children].filter(c => c.tagName === 'SPAN').map(c => c.textContent).join(': '))"""
CELLS = [
    """double half = 0.5; String word = "loom";
class Account { String owner = "Ann"; int balance = 7; }
var account = new Account();
var jobs = chan(int.class);
go("worker", () -> { for (int j : jobs) account.balance = j; });
println("ready");""",
    """int rounds = 0;
for (;;) { rounds++; jobs.send(rounds); println(rounds); sleep(ofMillis(200)); }""",
    "account.balance = 8;",
]

pytestmark = pytest.mark.timeout(300)


class Panel:
    def __init__(self, page):
        self.page = page
        self.answers = []  # of the debugger
        page.on("websocket", lambda socket: socket.on("framereceived", self.received))

    def received(self, frame):
        text = frame if isinstance(frame, str) else frame.decode(errors="replace")
        if "debug_reply" in text:
            self.answers.append(text)

    def rows(self):
        return self.page.evaluate(ROWS)

    def row(self, name):
        named = self.page.locator(f'.jp-DebuggerVariables-name:text-is("{name}")')
        return self.page.locator(".jp-DebuggerVariables-body .jp-TreeItem", has=named).first

    def await_row(self, start):
        """Waits for a row that begins so."""
        self.page.wait_for_function(f"start => {ROWS}.some(r => r.startsWith(start))", arg=start)

    def await_answer(self, command, seconds=20):
        """Waits until the page has the debugger's answer to a command."""
        deadline = time.monotonic() + seconds
        while not any(f'"{command}"' in a for a in self.answers):
            assert time.monotonic() < deadline, f"no answer to {command}"
            self.page.wait_for_timeout(50)

    def shoot(self, name):
        lab.shoot(self.page, f"debugger-{name}")


@pytest.fixture(scope="module")
def address(prefix, chromium, tmp_path_factory):
    directory = tmp_path_factory.mktemp("debugger")
    with lab.server(directory, prefix, "light") as address:
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(c) for c in CELLS],
            metadata={
                "kernelspec": {"name": "goloom", "display_name": "Goloom", "language": "java"}
            },
        )
        nbformat.write(notebook, directory / "root" / "debug.ipynb")
        yield address


@pytest.fixture
def panel(chromium, address):
    """The first cell has run, and the bug is switched on."""
    with lab.window(chromium, width=1400) as page:
        panel = Panel(page)
        notebook = lab.Notebook(page, address, "debug.ipynb")
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea-output", has_text="ready").wait_for()
        page.locator(".jp-DebuggerBugButton:not([disabled])").click()
        panel.await_row("account")
        yield panel
        assert page.errors == []
        notebook.command("notebook:interrupt-kernel")
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", state="attached")
        page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")


def test_the_list_shows_values_and_goroutines_and_opens(panel):
    panel.await_row("G2 worker: chan receive on jobs")
    rows = panel.rows()
    assert "half: 0.5" in rows and 'word: "loom"' in rows and "jobs: chan int" in rows
    assert "account: Account" in rows
    panel.row("account").click()
    panel.await_row('owner: "Ann"')
    panel.await_row("balance: 7")
    panel.row("G2 worker").click()
    panel.await_row("at: cell [1], line 5, in a lambda")
    panel.await_row("started by: goroutine 1 at cell [1], line 5")
    panel.shoot("open")


def test_the_list_follows_a_cell_that_runs(panel):
    page = panel.page
    page.locator(".jp-CodeCell .cm-content").nth(1).click()
    page.keyboard.press("Shift+Enter")
    panel.await_row("rounds: 3")
    panel.await_row("G1 main: ")
    panel.shoot("running")
    panel.await_row("rounds: 8")
    assert page.locator(".jp-Notebook-ExecutionIndicator").get_attribute("data-status") == "busy"


def test_what_is_open_and_has_changed_is_closed_so_that_nobody_reads_an_old_value(panel):
    page = panel.page
    panel.row("account").click()
    panel.await_row("balance: 7")
    page.locator(".jp-CodeCell .cm-content").nth(2).click()
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(f"() => !{ROWS}.some(r => r.startsWith('balance: '))")
    panel.row("account").click()
    panel.await_row("balance: 8")


def test_a_variable_is_rendered_as_a_cell_shows_it(panel):
    panel.row("word").hover()
    panel.page.locator(".jp-DebuggerVariables-renderVariable").last.click()
    rendered = panel.page.locator(".jp-VariableRendererPanel")
    rendered.get_by_text('"loom"').wait_for()
    panel.shoot("rendered")


def test_nobody_is_led_to_believe_in_breakpoints(panel):
    page = panel.page
    assert panel.rows()[0] == "breakpoints: not supported"
    gutter = page.locator(".jp-CodeCell").first.locator(".cm-breakpoint-gutter .cm-gutterElement")
    gutter.nth(3).click()
    panel.await_answer("setBreakpoints")
    panel.shoot("gutter")
    assert page.locator(".jp-DebuggerBreakpoint").count() == 0
