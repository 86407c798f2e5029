"""One kernel process, talked to over the wire, with the time of everything that it says."""

import os
import queue
import time

import psutil
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpecManager

TICK = 1.0  # seconds between two looks whether the kernel lives
LOST = 3.0  # so long after a reply nothing more will come


class NoAnswer(Exception):
    """The kernel died, or said nothing in time."""


class Session:
    """A context: the kernel is started on entry and ended on exit."""

    def __init__(self, kernel: str, environment: dict[str, str], limit: float):
        self.limit = limit
        self.manager = KernelManager(kernel_name=kernel, kernel_spec_manager=KernelSpecManager())
        self.environment = environment

    def __enter__(self) -> "Session":
        self.started = time.perf_counter()
        with open(os.devnull, "w") as null:
            self.manager.start_kernel(env=self.environment, stdout=null, stderr=null)
        self.client: BlockingKernelClient = self.manager.client()
        self.client.start_channels()
        return self

    def __exit__(self, *_) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def since_start(self) -> float:
        return time.perf_counter() - self.started

    def kernel_info(self) -> dict:
        return self._reply(self.client.kernel_info())

    def execute(self, code: str) -> "Ran":
        """Runs a cell. It has run when its reply has come and the kernel says that it is idle.

        A kernel that loses messages may lose the second: then silence after the reply is taken for it.
        """
        begin = time.perf_counter()
        request = self.client.execute(code)
        ran = Ran()
        while not (ran.replied and ran.idle):
            got = None if ran.idle else self._next(self.client.get_iopub_msg, LOST if ran.replied else TICK)
            if got is not None:
                ran.take(got, request, time.perf_counter() - begin)
            elif ran.replied:
                break
            reply = None if ran.replied else self._next(self.client.get_shell_msg, TICK if ran.idle else 0)
            if reply is not None:
                ran.take(reply, request, time.perf_counter() - begin)
            if time.perf_counter() - begin - ran.seconds > self.limit:
                raise NoAnswer(f"no message for {self.limit:g} s")
            if got is None and reply is None and not self.manager.is_alive():
                raise NoAnswer("the kernel died")
        if ran.error is not None:
            raise NoAnswer(f"{code!r}: {ran.error}")
        return ran

    def cpu_seconds(self) -> float:
        """Of the kernel and its children, also of those that have ended."""
        return sum(sum(p.cpu_times()[:4]) for p in self._tree())

    def resident_mib(self) -> float:
        return sum(p.memory_info().rss for p in self._tree()) / 2**20

    def _tree(self) -> list[psutil.Process]:
        root = psutil.Process(self.manager.provisioner.pid)
        return [root, *root.children(recursive=True)]

    def _reply(self, request: str) -> dict:
        deadline = time.perf_counter() + self.limit
        while time.perf_counter() < deadline and self.manager.is_alive():
            message = self._next(self.client.get_shell_msg, TICK)
            if message is not None and message["parent_header"].get("msg_id") == request:
                return message
        raise NoAnswer(f"no reply in {self.limit:g} s" if self.manager.is_alive() else "the kernel died")

    @staticmethod
    def _next(get, seconds: float) -> dict | None:
        try:
            return get(timeout=seconds)
        except queue.Empty:
            return None


class Ran:
    """What came of a cell."""

    def __init__(self) -> None:
        self.output: list[str] = []
        self.result: str | None = None
        self.result_at: float | None = None
        self.error: str | None = None
        self.replied = False
        self.idle = False
        self.seconds = 0.0  # until its last message

    def take(self, message: dict, request: str, at: float) -> None:
        if message["parent_header"].get("msg_id") != request:
            return
        self.seconds = at
        content = message["content"]
        match message["header"]["msg_type"]:
            case "stream":
                self.output.append(content["text"])
            case "execute_result":
                self.result = content["data"]["text/plain"]
                self.result_at = at
            case "status":
                self.idle = content["execution_state"] == "idle"
            case "execute_reply":
                self.replied = True
                if content["status"] != "ok":
                    self.error = f"{content.get('ename')}: {content.get('evalue')}"
