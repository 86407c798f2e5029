"""The kernel that runs where there is no JDK: it answers every cell with what is missing. A dead kernel would leave the
learner with a spinning circle and no words."""

import json
import os

import zmq
from jupyter_client.session import Session

ENAME = "JdkNotFound"


class NoJava:
    def __init__(self, connection, message):
        self.message = message
        self.session = Session(
            key=connection["key"].encode(), signature_scheme=connection["signature_scheme"]
        )
        self.context = zmq.Context()
        self.sockets = {}
        for name, kind in {
            "shell": zmq.ROUTER,
            "control": zmq.ROUTER,
            "stdin": zmq.ROUTER,
            "iopub": zmq.PUB,
            "hb": zmq.REP,
        }.items():
            socket = self.context.socket(kind)
            socket.linger = 1000
            socket.bind(address(connection, name))
            self.sockets[name] = socket
        self.count = 0
        self.running = True

    def serve(self):
        poller = zmq.Poller()
        for name in ("shell", "control", "hb"):
            poller.register(self.sockets[name], zmq.POLLIN)
        parent = int(os.environ.get("JPY_PARENT_PID", 0))
        while self.running and (parent == 0 or parent == os.getppid()):
            for socket, _ in poller.poll(1000):
                if socket is self.sockets["hb"]:
                    socket.send(socket.recv())
                else:
                    self.answer(socket)
        self.context.destroy()

    def answer(self, socket):
        try:
            idents, request = self.session.recv(socket, mode=0)
        except (ValueError, TypeError):
            return  # not signed with our key, or no message
        if request is None:
            return
        kind = request["header"]["msg_type"]
        self.publish("status", {"execution_state": "busy"}, request)
        reply = getattr(self, kind, self.other)(request)
        self.session.send(socket, kind.replace("_request", "_reply"), reply, request, ident=idents)
        self.publish("status", {"execution_state": "idle"}, request)

    def publish(self, kind, content, request):
        topic = kind.encode()
        self.session.send(self.sockets["iopub"], kind, content, request, ident=topic)

    def kernel_info_request(self, request):
        return {
            "status": "ok",
            "protocol_version": "5.3",
            "implementation": "goloom",
            "implementation_version": "",
            "language_info": {
                "name": "java",
                "version": "",
                "mimetype": "text/x-java-source",
                "file_extension": ".java",
            },
            "banner": self.message,
        }

    def execute_request(self, request):
        self.count += 1
        code = {"code": request["content"]["code"], "execution_count": self.count}
        self.publish("execute_input", code, request)
        error = {"ename": ENAME, "evalue": self.message, "traceback": [self.message]}
        self.publish("error", error, request)
        return {"status": "error", "execution_count": self.count, **error}

    def is_complete_request(self, request):
        return {"status": "complete"}

    def shutdown_request(self, request):
        self.running = False
        return {"status": "ok", "restart": request["content"].get("restart", False)}

    def interrupt_request(self, request):
        return {"status": "ok"}

    def other(self, request):
        return {"status": "error", "ename": ENAME, "evalue": self.message, "traceback": []}


def address(connection, name):
    port = connection[f"{name}_port"]
    if connection["transport"] == "ipc":
        return f"ipc://{connection['ip']}-{port}"
    return f"tcp://{connection['ip']}:{port}"


def run(connection_file, message):
    with open(connection_file) as file:
        NoJava(json.load(file), message).serve()
