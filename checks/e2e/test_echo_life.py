"""The process: it starts at once and every time, ends quickly, says nothing, outlives nobody."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import psutil
import pytest
from jupyter_client import KernelManager

import kernels
from conftest import running


def gone(pid, seconds=5):
    """True when a process has ended within that time."""
    try:
        psutil.Process(pid).wait(seconds)
    except psutil.NoSuchProcess:
        pass
    except psutil.TimeoutExpired:
        return False
    return True


def test_ten_starts_in_a_row(echo_specs):
    for _ in range(10):
        with running(echo_specs, "echo") as front:
            assert front.run("result 1").result == "1"


def test_kernel_info_is_answered_before_the_interpreter_is_ready(tmp_path, history):
    if kernels.missing():
        pytest.skip(kernels.missing())
    specs = kernels.echo_specs(tmp_path, ["-Decho.start.ms=3000"])
    started = time.monotonic()
    with running(specs, "echo") as front:
        assert time.monotonic() - started < 2.5
        assert front.run("result 1").result == "1"
        assert time.monotonic() - started > 3


def test_a_cell_that_waits_for_the_interpreter_can_be_interrupted(tmp_path, history):
    if kernels.missing():
        pytest.skip(kernels.missing())
    specs = kernels.echo_specs(tmp_path, ["-Decho.start.ms=60000"])
    with running(specs, "echo") as front:
        sent = front.start("result 1")
        front.ask("kernel_info_request")  # the cell before it has arrived
        front.interrupt()
        assert front.finish(sent, timeout=5).reply["content"]["ename"] == "Interrupted"


def test_an_interpreter_that_cannot_start_says_so_in_the_cell(tmp_path, history):
    if kernels.missing():
        pytest.skip(kernels.missing())
    specs = kernels.echo_specs(tmp_path, ["-Decho.start.fails=true"])
    with running(specs, "echo") as front:
        for _ in range(2):
            run = front.run("result 1")
            assert run.status == "error"
            assert run.reply["content"]["evalue"] == "echo cannot start: take another kernel"


@pytest.mark.parametrize("channel", ["control", "shell"])
@pytest.mark.parametrize("code", ["result 1", "sleep 60000", "flood"])
def test_a_shutdown_request_ends_the_process(echo_specs, channel, code):
    with running(echo_specs, "echo") as front:
        front.start(code)
        time.sleep(0.3)
        pid = front.pid()
        started = time.monotonic()
        reply = front.ask("shutdown_request", {"restart": False}, channel=channel)
        assert reply["content"] == {"status": "ok", "restart": False}
        assert gone(pid, 3)
        # The target is 0.3 s; a machine that is shared may need longer.
        assert time.monotonic() - started < 1


def test_the_other_front_ends_hear_of_the_shutdown(echo_specs):
    with running(echo_specs, "echo") as front:
        sent = front.send(front.client.control_channel, "shutdown_request", {"restart": True})
        while True:
            msg = front.iopub()
            if msg["msg_type"] == "shutdown_reply":
                break
        assert msg["content"]["restart"] is True
        assert msg["parent_header"]["msg_id"] == sent


def test_output_before_a_shutdown_is_not_lost(echo_specs):
    with running(echo_specs, "echo") as front:
        sent = front.start("lines 20000 100")
        messages = front.until_idle(sent)
        front.send(front.client.control_channel, "shutdown_request", {"restart": False})
        text = "".join(m["content"].get("text", "") for m in messages)
        assert text.count("\n") == 20_000
        while front.iopub()["msg_type"] != "shutdown_reply":
            pass


def test_the_kernel_is_quiet(echo_specs, tmp_path):
    out, err = tmp_path / "out", tmp_path / "err"
    with out.open("wb") as o, err.open("wb") as e:
        with running(echo_specs, "echo", stdout=o, stderr=e) as front:
            front.run("print x\nerr y\nraise z")
            front.send(front.client.shell_channel, "nonsense", {})
            front.interrupt()
    assert out.read_bytes() == b""
    assert err.read_bytes() == b""


def test_notes_go_to_the_file_that_was_asked_for(echo_specs, tmp_path):
    log = tmp_path / "log"
    env = {**os.environ, "GOLOOM_LOG": str(log)}
    with running(echo_specs, "echo", env=env) as front:
        front.send(front.client.shell_channel, "make_coffee_request", {})
        front.run("result 1")
    assert "make_coffee_request" in log.read_text()


def test_the_kernel_ends_when_its_parent_is_killed(echo_specs, tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys, time
            from jupyter_client import KernelManager
            from jupyter_client.kernelspec import KernelSpecManager
            specs = KernelSpecManager(kernel_dirs=[sys.argv[1]])
            manager = KernelManager(kernel_name="echo", kernel_spec_manager=specs)
            manager.start_kernel()
            client = manager.client()
            client.start_channels()
            client.wait_for_ready(timeout=30)
            print(manager.provisioner.process.pid, flush=True)
            time.sleep(600)
            """
        )
    )
    parent = subprocess.Popen(
        [sys.executable, str(script), echo_specs.kernel_dirs[0]], stdout=subprocess.PIPE
    )
    kernel = int(parent.stdout.readline())
    assert psutil.pid_exists(kernel)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert gone(kernel, 5)


def test_a_restart_gives_a_fresh_kernel(echo_specs):
    with running(echo_specs, "echo") as front:
        front.run("result 1")
        front.run("result 1")
        front.manager.restart_kernel()
        front.client.wait_for_ready(timeout=30)
        front.drain()
        assert front.run("result 1").reply["content"]["execution_count"] == 1


def test_sockets_can_be_files(echo_specs, tmp_path):
    manager = KernelManager(
        kernel_name="echo", kernel_spec_manager=echo_specs, transport="ipc", ip=str(tmp_path / "k")
    )
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=30)
        assert client.execute_interactive("lines 1000 100", timeout=10, output_hook=lambda _: None)
        assert sorted(p.name for p in tmp_path.iterdir() if p.is_socket())
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    assert not [p for p in tmp_path.iterdir() if p.is_socket()]
