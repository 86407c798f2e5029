"""A front end for tests: everything it receives is held against the message spec."""

import queue
import time
from dataclasses import dataclass, field

from spec import check

TIMEOUT = 30


@dataclass
class Run:
    """What came back for one cell."""

    reply: dict
    messages: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["content"]["status"]

    @property
    def types(self):
        return [m["msg_type"] for m in self.messages]

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def text(self, stream="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == stream)

    @property
    def result(self):
        results = self.of("execute_result")
        assert len(results) <= 1
        return results[0]["data"]["text/plain"] if results else None


class Front:
    def __init__(self, manager, client):
        self.manager = manager
        self.client = client
        self.replies = {}

    def get(self, channel, timeout=TIMEOUT):
        return check(channel.get_msg(timeout=timeout))

    def iopub(self, timeout=TIMEOUT):
        return self.get(self.client.iopub_channel, timeout)

    def shell(self, timeout=TIMEOUT):
        return self.get(self.client.shell_channel, timeout)

    def control(self, timeout=TIMEOUT):
        return self.get(self.client.control_channel, timeout)

    def send(self, channel, kind, content=None, **header):
        """Sends any message; gives its id."""
        msg = self.client.session.msg(kind, content or {})
        msg["header"].update(header)
        channel.send(msg)
        return msg["header"]["msg_id"]

    def ask(self, kind, content=None, channel="shell", timeout=TIMEOUT, **header):
        """Sends a request; gives its reply."""
        ch = getattr(self.client, channel + "_channel")
        sent = self.send(ch, kind, content, **header)
        return self.reply_to(sent, ch, timeout)

    def reply_to(self, sent, channel=None, timeout=TIMEOUT):
        """The reply to a request; replies to others are kept for those who ask for them."""
        deadline = time.monotonic() + timeout
        while sent not in self.replies:
            left = max(0.01, deadline - time.monotonic())
            msg = self.get(channel or self.client.shell_channel, left)
            self.replies[msg["parent_header"].get("msg_id")] = msg
        return self.replies.pop(sent)

    def until_idle(self, sent, timeout=TIMEOUT):
        """The messages on iopub that belong to a request, up to its idle."""
        deadline = time.monotonic() + timeout
        messages = []
        while True:
            msg = self.iopub(max(0.01, deadline - time.monotonic()))
            if msg["parent_header"].get("msg_id") != sent:
                continue
            if msg["content"].get("execution_state") == "idle":
                return messages
            messages.append(msg)

    def start(self, code, **options):
        """Sends a cell; gives its id."""
        return self.client.execute(code, **options)

    def finish(self, sent, timeout=TIMEOUT):
        messages = self.until_idle(sent, timeout)
        return Run(self.reply_to(sent, timeout=timeout), messages)

    def run(self, code, timeout=TIMEOUT, **options):
        return self.finish(self.start(code, **options), timeout)

    def await_start(self, sent, timeout=TIMEOUT):
        """Waits until a cell has begun."""
        deadline = time.monotonic() + timeout
        while True:
            msg = self.iopub(max(0.01, deadline - time.monotonic()))
            if msg["msg_type"] == "execute_input" and msg["parent_header"].get("msg_id") == sent:
                return

    def await_text(self, sent, wanted, timeout=TIMEOUT):
        """Waits until a cell has printed something, and gives all that it printed until then."""
        deadline = time.monotonic() + timeout
        parts, end = [], ""
        while wanted not in end:
            msg = self.iopub(max(0.01, deadline - time.monotonic()))
            if msg["msg_type"] == "stream" and msg["parent_header"].get("msg_id") == sent:
                parts.append(msg["content"]["text"])
                end = end[-len(wanted) :] + parts[-1]
        return "".join(parts)

    def interrupt(self, timeout=TIMEOUT):
        return self.ask("interrupt_request", channel="control", timeout=timeout)

    def drain(self):
        for channel in (self.client.shell_channel, self.client.iopub_channel):
            try:
                while True:
                    self.get(channel, 0.1)
            except queue.Empty:
                pass

    def pid(self):
        return self.manager.provisioner.process.pid

    def cpu_seconds(self):
        """Processor time that the kernel has used."""
        with open(f"/proc/{self.pid()}/stat") as f:
            fields = f.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100
