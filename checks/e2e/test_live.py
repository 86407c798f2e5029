"""The picture of a cell that runs for long: it is there after a second, grows, and gives its place to the last one."""

import base64
import re
import time

import nbformat
import pytest
from nbclient import NotebookClient

WORKERS = """
var jobs = chan(int.class);
var wg = new WaitGroup();
for (int w : range(3)) wg.go("worker", () -> { for (var j : jobs) sleep(ofMillis(20)); });
for (int i : range(%d)) { jobs.send(i); }
jobs.close();
wg.await();
"""
LONG = WORKERS % 600  # four seconds
SHORT = WORKERS % 10


def start(java, code, **content):
    """Runs a cell as notebooks do: with its name."""
    session = java.client.session
    request = {"code": code, "silent": False, "store_history": True, "stop_on_error": True}
    msg = session.msg("execute_request", {**request, **content}, metadata={"cellId": "one"})
    java.client.shell_channel.send(msg)
    return msg["header"]["msg_id"]


def pictures(run):
    return [m for m in run.messages if m["msg_type"] in ("display_data", "update_display_data")]


def html(message):
    return message["content"]["data"]["text/html"]


def test_a_picture_grows_and_the_last_one_takes_its_place(java):
    run = java.finish(start(java, LONG), 30)
    shown = pictures(run)
    assert [m["msg_type"] for m in shown] == ["display_data"] + ["update_display_data"] * (len(shown) - 1)
    assert len(shown) >= 3
    assert len({m["content"]["transient"]["display_id"] for m in shown}) == 1
    assert all("Still running: " in html(m) and "<script" not in html(m) for m in shown[:-1])
    assert "Still running: " not in html(shown[-1]) and "<script" in html(shown[-1])
    goroutines = [int(re.search(r"(\d+) goroutines? on", html(m)).group(1)) for m in shown]
    assert goroutines == [4] * len(shown)
    sizes = [lengths(m) for m in shown]
    assert sizes == sorted(sizes) and sizes[0] < sizes[-1]


def lengths(message):
    """The length of the run that a picture tells, in milliseconds."""
    number, unit = re.search(r"threads?, ([\d.]+) (ms|s):", html(message)).groups()
    return float(number) * (1000 if unit == "s" else 1)


def test_at_most_four_pictures_in_a_second_and_none_in_the_first(java):
    sent = start(java, LONG)
    begin = time.monotonic()
    times = []
    while True:
        msg = java.iopub()
        if msg["parent_header"].get("msg_id") != sent:
            continue
        if msg["msg_type"] in ("display_data", "update_display_data") and "<script" not in html(msg):
            times.append(time.monotonic() - begin)
        if msg["content"].get("execution_state") == "idle":
            break
    java.reply_to(sent)
    assert times[0] > 0.9
    for i in range(len(times) - 5):
        assert times[i + 5] - times[i] > 0.9, times


@pytest.mark.parametrize(
    "code",
    [
        SHORT,
        "sleep(ofMillis(1600));",
        "%trace off\n" + LONG,
        'println("no goroutine");\nfor (int i : range(16)) Thread.sleep(100);',
    ],
    ids=["short", "no goroutine", "trace off", "only main"],
)
def test_no_picture_of_a_cell_that_is_short_or_has_none(java, code):
    run = java.finish(start(java, code), 30)
    java.run("%trace auto")
    assert run.status == "ok"
    assert [m for m in pictures(run) if "Still running" in html(m)] == []


def test_nobody_asks_nobody_draws(java):
    """Programs that run notebooks name no cells: their output is that of a cell of any length."""
    run = java.run(LONG)
    assert [m["msg_type"] for m in pictures(run)] == ["display_data"]
    assert "transient" not in pictures(run)[0]["content"] or not pictures(run)[0]["content"]["transient"]


def test_a_run_by_nbclient_holds_one_picture_behind_the_text(java_specs):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(LONG + 'println("done");')])
    notebook.metadata["kernelspec"] = {"name": "goloom", "display_name": "", "language": "java"}
    client = NotebookClient(notebook, timeout=60)
    client.km = client.create_kernel_manager()
    client.km.kernel_spec_manager = java_specs
    client.execute()
    assert [o.output_type for o in notebook.cells[0].outputs] == ["stream", "display_data"]


def test_text_keeps_its_order_around_the_picture(java):
    code = 'go(() -> {});\nfor (int i : range(30)) { println("line", i); sleep(ofMillis(70)); }'
    run = java.finish(start(java, code), 30)
    assert run.text() == "".join(f"line {i}\n" for i in range(30))
    assert len({m["content"]["transient"]["display_id"] for m in pictures(run)}) == 1


def test_an_interrupt_is_answered_as_soon_and_ends_the_pictures(java):
    sent = start(java, "var ch = chan(int.class);\ngo(() -> { while (true) ch.send(1); });\nwhile (true) ch.recv();")
    while java.iopub()["msg_type"] != "display_data":
        pass
    begin = time.monotonic()
    java.interrupt()
    reply = java.reply_to(sent)
    assert time.monotonic() - begin < 1
    assert reply["content"]["status"] == "error"
    rest = [m for m in java.until_idle(sent) if m["msg_type"] == "update_display_data"]
    assert "Still running" not in html(rest[-1]) and "interrupted" in html(rest[-1])


def test_a_still_picture_is_whole_without_script(java):
    run = java.finish(start(java, LONG), 30)
    first = pictures(run)[0]
    images = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html(first))
    assert len(images) >= 2
    assert all(base64.b64decode(i).endswith(b"</svg>") for i in images)
    assert "Still running" in first["content"]["data"]["text/plain"]
