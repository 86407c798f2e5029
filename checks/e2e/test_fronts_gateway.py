"""Jupyter Kernel Gateway: the kernel on another machine, over HTTP and a websocket."""

import json
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from fronts import BIN
from lab import free_port

TOKEN = "for-tests-only"


class Gateway:
    def __init__(self, address, process):
        self.address = address
        self.process = process

    def ask(self, method, path):
        request = urllib.request.Request(
            f"http://{self.address}{path}",
            data=b'{"name": "goloom"}' if method == "POST" else None,
            method=method,
            headers={"Authorization": f"token {TOKEN}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.loads(answer.read() or b"null")

    def await_start(self, log, seconds=40):
        deadline = time.monotonic() + seconds
        while True:
            try:
                return self.ask("GET", "/api")
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError(log.read_text()) from None
                time.sleep(0.1)


@pytest.fixture
def gateway(desk):
    if not (BIN / "jupyter-kernelgateway").exists():
        pytest.skip("the Kernel Gateway is not installed")
    port = free_port()
    log = desk.folder / "gateway.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [
                BIN / "jupyter-kernelgateway",
                f"--KernelGatewayApp.port={port}",
                "--KernelGatewayApp.port_retries=0",
                f"--KernelGatewayApp.auth_token={TOKEN}",
            ],
            cwd=desk.folder,
            env=desk.environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    gateway = Gateway(f"127.0.0.1:{port}", process)
    gateway.await_start(log)
    yield gateway
    process.terminate()
    process.wait(30)


class Remote:
    """A kernel behind a gateway."""

    def __init__(self, gateway, kernel):
        websocket = pytest.importorskip("websocket")
        self.socket = websocket.create_connection(
            f"ws://{gateway.address}/api/kernels/{kernel}/channels",
            header=[f"Authorization: token {TOKEN}"],
            timeout=30,
        )
        self.sent = 0

    def start(self, code):
        self.sent += 1
        header = {"msg_id": f"m{self.sent}", "msg_type": "execute_request", "version": "5.4"}
        header |= {"username": "", "session": "s", "date": "2026-01-01T00:00:00Z"}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}}
        content |= {"allow_stdin": False, "stop_on_error": True}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.socket.send(json.dumps(message | {"channel": "shell", "buffers": []}))
        return header["msg_id"]

    def until(self, sent, kind):
        """The content of the next message of a kind that belongs to what was sent."""
        while True:
            message = json.loads(self.socket.recv())
            if message["parent_header"].get("msg_id") == sent and message["msg_type"] == kind:
                return message["content"]


def test_a_remote_kernel_runs_is_interrupted_and_ends(gateway):
    status, model = gateway.ask("POST", "/api/kernels")
    assert status == 201
    kernel = model["id"]
    remote = Remote(gateway, kernel)
    assert remote.until(remote.start("6 * 7"), "execute_result")["data"]["text/plain"] == "42"
    loop = remote.start('println("looping");\nwhile (true) {}')
    assert remote.until(loop, "stream")["text"] == "looping\n"
    assert gateway.ask("POST", f"/api/kernels/{kernel}/interrupt")[0] == 204
    assert remote.until(loop, "execute_reply")["status"] == "error"
    assert remote.until(remote.start("1 + 1"), "execute_result")["data"]["text/plain"] == "2"
    assert gateway.ask("DELETE", f"/api/kernels/{kernel}")[0] == 204
    with pytest.raises(urllib.error.HTTPError, match="404"):
        gateway.ask("GET", f"/api/kernels/{kernel}")
