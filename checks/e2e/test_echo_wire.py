"""The wire: signatures, shapes, headers; and what must not harm the kernel."""

import itertools
import json
import random
import socket
import time

import pytest
import zmq

from spec import DATE


class Raw:
    """Frames, as they are."""

    def __init__(self, front, kind="shell"):
        info = front.manager.get_connection_info()
        self.session = front.client.session
        self.context = zmq.Context.instance()
        types = {"shell": zmq.DEALER, "control": zmq.DEALER, "iopub": zmq.SUB, "hb": zmq.REQ}
        self.socket = self.context.socket(types[kind])
        self.socket.linger = 0
        if kind == "iopub":
            self.socket.subscribe(b"")
        self.socket.connect(f"tcp://{info['ip']}:{info[kind + '_port']}")

    def send(self, frames):
        self.socket.send_multipart(frames)

    def message(self, kind, content=None, **header):
        msg = self.session.msg(kind, content or {})
        msg["header"].update(header)
        return self.session.serialize(msg)

    def receive(self, timeout=10):
        if not self.socket.poll(timeout * 1000):
            return None
        return self.socket.recv_multipart()

    def close(self):
        self.socket.close()


@pytest.fixture
def raw(echo):
    raw = Raw(echo)
    yield raw
    raw.close()


def test_dates_have_microseconds_and_the_session_is_the_kernels_own(raw):
    sessions = set()
    for _ in range(3):
        raw.send(raw.message("kernel_info_request"))
        header = raw.receive()[2]
        assert DATE.search(header), header
        sessions.add(json.loads(header)["session"])
    assert len(sessions) == 1
    assert sessions != {raw.session.session}


def test_the_parent_header_comes_back_byte_for_byte(raw):
    frames = raw.message("kernel_info_request", unknown_field={"b": 1, "a": [1.5, "\u00e4"]})
    raw.send(frames)
    assert raw.receive()[3] == frames[2]


def test_a_message_with_a_wrong_signature_gets_no_answer(raw, echo):
    frames = raw.message("kernel_info_request")
    frames[1] = b"0" * 64
    raw.send(frames)
    assert raw.receive(0.3) is None
    assert echo.run("result 1").result == "1"


def test_a_message_sent_twice_is_answered_once(raw):
    frames = raw.message("kernel_info_request")
    raw.send(frames)
    assert raw.receive() is not None
    raw.send(frames)
    assert raw.receive(0.3) is None


@pytest.mark.parametrize(
    "frames",
    [
        [b""],
        [b"<IDS|MSG>"],
        [b"<IDS|MSG>", b"", b"{}"],
        [b"no delimiter"] * 8,
        [b"<IDS|MSG>", b"\xff" * 64, b"{}", b"{}", b"{}", b"{}"],
        [b"x" * 1_000_000],
    ],
)
@pytest.mark.parametrize("channel", ["shell", "control"])
def test_frames_that_are_no_message_are_ignored(echo, channel, frames):
    raw = Raw(echo, channel)
    raw.send(frames)
    raw.send(raw.message("kernel_info_request"))
    assert raw.receive()[0] == b"<IDS|MSG>"
    raw.close()


@pytest.mark.parametrize(
    "parts",
    [
        (b"", b"{}", b"{}", b"{}"),
        (b"[]", b"{}", b"{}", b"{}"),
        (b"{}", b"{}", b"{}", b"{}"),
        (b'{"msg_id": 5, "msg_type": "execute_request"}', b"{}", b"{}", b"{}"),
        (b'{"msg_id": "a", "msg_type": "execute_request"}', b"{}", b"{}", b"{}"),
        (b'{"msg_id": "a", "msg_type": "execute_request"}', b"null", b"{}", b"{}"),
        (b'{"msg_id": "a", "msg_type": "kernel_info_request"}', b"{}", b"{}", b"{} {}"),
        (b'{"msg_id": "a", "msg_type": "kernel_info_request"}', b"{}", b"\xff", b"{}"),
        (b"{" * 2000, b"{}", b"{}", b"{}"),
        (b'{"a":' * 100_000, b"{}", b"{}", b"{}"),
    ],
)
def test_signed_messages_that_make_no_sense_are_ignored(raw, parts):
    raw.send([b"<IDS|MSG>", raw.session.sign(list(parts)), *parts])
    raw.send(raw.message("kernel_info_request"))
    reply = raw.receive()
    assert json.loads(reply[2])["msg_type"] == "kernel_info_reply"


def test_a_thousand_random_messages_do_no_harm(echo):
    rng = random.Random(42)
    words = [b"<IDS|MSG>", b"{}", b'{"msg_type": "execute_request"}', b"", b"\x00" * 64]
    sockets = itertools.cycle([Raw(echo, "shell"), Raw(echo, "control")])
    for _ in range(1000):
        frames = [
            rng.choice(words) if rng.random() < 0.5 else rng.randbytes(rng.randrange(200))
            for _ in range(rng.randrange(1, 12))
        ]
        next(sockets).send(frames)
    assert echo.ask("kernel_info_request", channel="control")["content"]["status"] == "ok"
    assert echo.run("result 1").result == "1"


def test_bytes_that_are_not_zeromq_do_no_harm(echo):
    info = echo.manager.get_connection_info()
    for port in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"):
        with socket.create_connection((info["ip"], info[port])) as s:
            s.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + bytes(range(256)))
    assert echo.run("result 1").result == "1"


def test_every_subscriber_is_welcomed(echo):
    for _ in range(3):
        raw = Raw(echo, "iopub")
        frames = raw.receive()
        assert json.loads(frames[3])["msg_type"] == "iopub_welcome"
        assert json.loads(frames[6])["subscription"] == ""
        raw.close()


def test_a_subscription_to_a_topic_gets_that_topic(echo):
    raw = Raw(echo, "iopub")
    raw.socket.unsubscribe(b"")
    raw.socket.subscribe(b"stream")
    while json.loads(raw.receive()[-1]).get("subscription") != "stream":
        pass
    echo.run("print only this")
    assert json.loads(raw.receive()[-1]) == {"name": "stdout", "text": "only this\n"}
    raw.close()


def test_the_heartbeat_echoes_while_a_cell_runs(echo):
    sent = echo.start("sleep 60000")
    raw = Raw(echo, "hb")
    for i in range(5):
        raw.send([b"ping %d" % i])
        started = time.monotonic()
        assert raw.receive() == [b"ping %d" % i]
        assert time.monotonic() - started < 0.5
    raw.close()
    echo.interrupt()
    echo.finish(sent)


def test_two_front_ends_share_a_kernel(echo):
    other = Raw(echo)
    other.send(other.message("execute_request", {"code": "print from the other"}))
    reply = other.receive()
    assert json.loads(reply[2])["msg_type"] == "execute_reply"
    texts = []
    while "from the other\n" not in texts:
        msg = echo.iopub()
        texts.append(msg["content"].get("text"))
    other.close()
