"""The debugger from outside: the Debug Adapter Protocol on the control channel. It looks, also while cells run, and
stops nothing."""

import threading
import time
from contextlib import contextmanager

import pytest
from ipykernel.compiler import murmur2_x86
from jupyter_client.blocking import BlockingKernelClient

from test_java_interrupt import assert_quiet

BUSY = """
var jobs = chan(int.class);
void fetch(int depth) { if (depth > 0) fetch(depth - 1); else jobs.recv(); }
go("worker", () -> fetch(3));
%s
println("begun");
"""


class Debugger:
    """What a front end asks for; replies are held against the message spec."""

    def __init__(self, front):
        self.front = front
        self.seq = 0

    def raw(self, content, channel="control"):
        return self.front.ask("debug_request", content, channel=channel)["content"]

    def ask(self, command, **arguments):
        self.seq += 1
        content = {"type": "request", "seq": self.seq, "command": command, "arguments": arguments}
        reply = self.raw(content)
        assert (reply["request_seq"], reply["command"]) == (self.seq, command)
        return reply

    def body(self, command, **arguments):
        reply = self.ask(command, **arguments)
        assert reply["success"], reply
        return reply["body"]

    def variables(self):
        return {v["name"]: v for v in self.body("inspectVariables")["variables"]}

    def open(self, variable):
        reference = variable["variablesReference"]
        assert reference > 0, variable
        return {
            v["name"]: v
            for v in self.body("variables", variablesReference=reference)["variables"]
        }


@pytest.fixture
def debugger(java):
    debugger = Debugger(java)
    yield debugger
    debugger.ask("disconnect")


@contextmanager
def running(front, code):
    """A cell that runs; it has printed `begun`."""
    sent = front.start(code)
    front.await_text(sent, "begun")
    try:
        yield sent
    finally:
        front.interrupt()
        front.finish(sent)


def test_the_kernel_says_that_it_has_a_debugger(java, java_specs):
    info = java.ask("kernel_info_request", channel="control")["content"]
    assert "debugger" in info["supported_features"]
    assert info["debugger"] is True
    assert java_specs.get_kernel_spec("goloom").metadata["debugger"] is True


def test_debug_info_is_what_a_front_end_needs_to_start(debugger):
    info = debugger.body("debugInfo")
    assert info["isStarted"] is False
    assert info["hashMethod"] == "Murmur2"
    assert info["breakpoints"] == [] and info["stoppedThreads"] == []
    assert info["richRendering"] is True and info["copyToGlobals"] is False
    debugger.body("initialize", clientID="test")
    assert debugger.body("debugInfo")["isStarted"] is True


def test_kernel_and_front_end_give_the_same_name_to_a_cell(debugger):
    info = debugger.body("debugInfo")
    for code in ("", "int i = 5;", "// \u00e9\U0001d11e\n"):
        name = info["tmpFilePrefix"] + str(murmur2_x86(code, info["hashSeed"])) + info["tmpFileSuffix"]
        assert debugger.body("dumpCell", code=code) == {"sourcePath": name}
        assert debugger.body("source", source={"path": name})["content"] == code


def test_attach_is_announced_on_iopub(java, debugger):
    channel = java.client.control_channel
    content = {"type": "request", "seq": 1, "command": "attach", "arguments": {}}
    sent = java.send(channel, "debug_request", content)
    events = [m["content"] for m in java.until_idle(sent) if m["msg_type"] == "debug_event"]
    assert [(e["type"], e["event"]) for e in events] == [("event", "initialized")]
    assert java.reply_to(sent, channel)["content"]["success"]


def test_variables_say_what_who_says(java, debugger):
    java.run("int n = 5; String word = \"a b\"; var xs = List.of(1, 2); double[] ys = {0.5};")
    java.run("record Point(int x, int y) {}\nvar p = new Point(1, 2); var ch = chan(int.class, 2);")
    who = java.run("%who").text()
    variables = debugger.variables()
    for name in ("n", "word", "xs", "ys", "p", "ch"):
        v = variables[name]
        line = next(l for l in who.splitlines() if f" {name} " in l and "=" in l)
        assert line.split(f" {name} ")[0].strip() == v["type"]
        assert line.split("=", 1)[1].strip() == v["value"]
        assert v["evaluateName"] == name


def test_a_tree_opens_branch_by_branch(java, debugger):
    java.run(
        """
        class Node { String name; Node next; Node(String n, Node next) { name = n; this.next = next; } }
        var node = new Node("a", new Node("b", null));
        var map = new TreeMap<>(Map.of("k", new int[] {7, 8}));
        """
    )
    variables = debugger.variables()
    first = debugger.open(variables["node"])
    assert (first["name"]["value"], first["name"]["type"]) == ('"a"', "String")
    second = debugger.open(first["next"])
    assert second["name"]["value"] == '"b"'
    assert second["next"] == {"name": "next", "value": "null", "type": "Node", "variablesReference": 0}
    assert [v["value"] for v in debugger.open(debugger.open(variables["map"])['"k"']).values()] == ["7", "8"]


def test_a_million_elements_are_a_hundred_pieces(java, debugger):
    java.run("var many = new int[1_000_000];")
    variables = debugger.variables()
    assert len(variables["many"]["value"]) <= 60
    pieces = debugger.open(variables["many"])
    assert len(pieces) == 100
    last = debugger.open(list(debugger.open(pieces["[990000 ... 999999]"]).values())[-1])
    assert list(last)[-1] == "[999999]"


def test_code_of_the_learner_does_not_run(java, debugger):
    java.run(
        """
        class Shy {
            int n = 3;
            public String toString() { println("seen"); while (true) {} }
            public int hashCode() { throw new IllegalStateException(); }
        }
        var shy = new Shy(); var shies = new ArrayList<>(List.of(shy));
        """
    )
    variables = debugger.variables()
    assert variables["shy"]["value"] == "Shy {n=3}"
    assert variables["shies"]["value"] == "[Shy {n=3}]"
    rich = debugger.body("richInspectVariables", variableName="shy")
    assert rich["data"]["text/plain"] == "Shy {n=3}"
    assert "seen" not in java.run("1").text()


def test_a_tostring_that_never_ends_burns_nothing_afterwards(java, debugger):
    java.run("class Endless { public String toString() { while (true) {} } }\nvar endless = new Endless();")
    debugger.body("richInspectVariables", variableName="endless")
    assert java.run("1").status == "ok"
    assert_quiet(java)


def test_a_rich_variable_is_what_a_cell_shows(java, debugger):
    java.run('record City(String name, int people) {}\nvar cities = List.of(new City("Ulm", 126000));')
    shown = java.run("cities").of("execute_result")[0]["data"]
    rich = debugger.body("richInspectVariables", variableName="cities")
    assert rich["data"] == shown and "text/html" in shown
    java.run('var plain = "text";')
    assert debugger.body("richInspectVariables", variableName="plain")["data"] == {"text/plain": '"text"'}


def test_looking_at_a_stream_does_not_use_it_up(java, debugger):
    java.run("var stream = Stream.of(1, 2); var streams = List.of(Stream.of(3));")
    debugger.variables()
    for name in ("stream", "streams"):
        debugger.body("richInspectVariables", variableName=name)
    assert java.run("stream.toList()").result == "[1, 2]"
    assert java.run("streams.get(0).toList()").result == "[3]"


@pytest.mark.parametrize(
    "body", ["while (true) {}", "sleep(ofSeconds(600));", "jobs.recv();", "Thread.sleep(600_000);"]
)
def test_everything_is_answered_while_a_cell_runs(java, debugger, body):
    java.run("int seen = 1;")
    code = (BUSY % "seen = 2;") + body
    with running(java, code):
        started = time.monotonic()
        assert debugger.variables()["seen"]["value"] == "2"
        threads = {t["id"]: t for t in debugger.body("threads")["threads"]}
        assert threads[1]["name"].startswith("goroutine 1 [")
        worker = next(t for t in threads.values() if "worker" in t["name"])
        assert worker["state"] == "chan receive"
        assert worker["waitsFor"] == "jobs"
        assert worker["startedBy"].startswith("goroutine 1 at cell [")
        assert worker["startedBy"].endswith("line 4")
        frames = debugger.body("stackTrace", threadId=worker["id"])["stackFrames"]
        names = [f["name"] for f in frames]
        assert names[0].endswith("line 3, in fetch")
        assert names[1] == "... the same 3 times more"
        assert names[-1].endswith("line 4, in a lambda")
        assert not any("goloom" in n or "JShell" in n for n in names)
        assert debugger.body("source", source=frames[-1]["source"])["content"] == code
        scope = debugger.body("scopes", frameId=frames[0]["id"])["scopes"][0]
        assert "seen" in debugger.open(scope)
        assert debugger.body("richInspectVariables", variableName="seen")["data"]
        assert time.monotonic() - started < 10
    assert java.run("seen").result == "2"


def test_the_goroutines_of_a_program_are_there_beside_those_of_the_session(java, debugger):
    java.run('var never = chan(int.class); go("left", () -> never.recv());')
    with running(java, '%%main\ngo("mine", () -> sleep(ofSeconds(600)));\nprintln("begun");\nfor (;;) gosched();'):
        threads = debugger.body("threads")["threads"]
        assert len({t["id"] for t in threads}) == len(threads)
        names = " ".join(t["name"] for t in threads)
        assert "left" in names and "mine" in names
    java.run("%reset")


def test_what_a_goroutine_holds_locked_is_not_waited_for(java, debugger):
    java.run("var guarded = new Vector<>(List.of(1));")
    with running(java, 'synchronized (guarded) { println("begun"); for (;;) sleep(ofMillis(20)); }'):
        started = time.monotonic()
        assert debugger.variables()["guarded"]["value"] == "Vector (locked)"
        assert debugger.variables()["guarded"]["value"] == "Vector (locked)"
        assert time.monotonic() - started < 5
    assert java.run("guarded.size()").result == "1"


def test_a_map_that_changes_all_the_time_breaks_neither_side(java, debugger):
    java.run("var wild = new HashMap<Integer, Integer>(); int rounds = 0;")
    code = 'println("begun"); for (int i = 0; ; i++) { rounds = i; wild.put(i % 1000, i); wild.remove((i + 500) % 1000); }'
    with running(java, code):
        before = int(debugger.variables()["rounds"]["value"])
        for _ in range(30):
            assert debugger.variables()["wild"]["type"].startswith("HashMap")
        assert int(debugger.variables()["rounds"]["value"]) > before


class Onlooker(threading.Thread):
    """A second front end that asks for everything all the time."""

    def __init__(self, front):
        super().__init__(daemon=True)
        # Not the manager's client: it would count messages together with that of the test.
        self.client = BlockingKernelClient(connection_file=front.manager.connection_file)
        self.client.load_connection_file()
        self.ends = threading.Event()
        self.answers = 0
        self.refused = []

    def run(self):
        while not self.ends.is_set():
            for command in ("inspectVariables", "threads"):
                content = {"type": "request", "seq": 1, "command": command, "arguments": {}}
                msg = self.client.session.msg("debug_request", content)
                self.client.control_channel.send(msg)
                reply = self.client.control_channel.get_msg(timeout=30)["content"]
                self.answers += 1
                if not reply["success"]:
                    self.refused.append(reply)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ends.set()
        self.join(60)
        self.client.stop_channels()


def test_looking_all_the_time_changes_no_outcome(fresh_java):
    java = fresh_java
    java.run("var log = new ArrayList<Integer>();")
    with Onlooker(java) as onlooker:
        for _ in range(5):
            run = java.run(
                """
                var ping = chan(int.class); var pong = chan(int.class);
                go(() -> { for (int i : ping) pong.send(i + 1); pong.close(); });
                int sum = 0;
                for (int i : range(5000)) { ping.send(i); sum += pong.recv(); }
                ping.close();
                sum
                """,
                timeout=60,
            )
            assert run.result == "12502500"
            run = java.run(
                """
                var wg = new WaitGroup(); var mu = new Mutex(); int[] n = {0};
                for (int i : range(500)) wg.go(() -> { mu.lock(); n[0]++; gosched(); mu.unlock(); });
                wg.await();
                n[0]
                """,
                timeout=60,
            )
            assert run.result == "500"
            run = java.run("%%main\nvar c = chan(int.class);\ngo(() -> c.recv());\nsignal().recv();")
            assert run.status == "error"
            assert run.reply["content"]["evalue"] == "all goroutines are asleep - deadlock!"
            run = java.run('go("bad", () -> panic("over")); select();')
            assert run.status == "error"
            assert "over" in run.reply["content"]["evalue"]
    assert onlooker.answers > 10
    assert onlooker.refused == []


def test_looking_does_not_start_the_front_end_s_next_look(java, debugger):
    """JupyterLab looks whenever a message comes that belongs to a cell."""
    with running(java, 'println("begun"); sleep(ofSeconds(600));'):
        channel = java.client.control_channel
        content = {"type": "request", "seq": 1, "command": "inspectVariables", "arguments": {}}
        sent = java.send(channel, "debug_request", content)
        messages = []
        while True:
            messages.append(java.iopub())
            ours = messages[-1]["parent_header"].get("msg_id") == sent
            if ours and messages[-1]["content"].get("execution_state") == "idle":
                break
        messages.append(java.iopub())
        assert messages[-1]["content"] == {"execution_state": "busy"}
        assert all(m["parent_header"].get("msg_type") != "execute_request" for m in messages)
        java.reply_to(sent, channel)


def test_breakpoints_are_refused_in_words(debugger):
    asked = [{"line": 1}, {"line": 2}]
    reply = debugger.body("setBreakpoints", source={"path": "x"}, breakpoints=asked)
    assert [b["verified"] for b in reply["breakpoints"]] == [False, False]
    assert all("breakpoints are not supported" in b["message"] for b in reply["breakpoints"])
    assert debugger.body("debugInfo")["breakpoints"] == []


@pytest.mark.parametrize("command", ["evaluate", "next", "continue", "copyToGlobals", "dance"])
def test_what_is_not_supported_is_refused_in_words(debugger, command):
    reply = debugger.ask(command)
    assert reply["success"] is False
    assert command in reply["message"]


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"command": None},
        {"command": 5, "seq": "x"},
        {"type": "request", "seq": 1, "command": "variables"},
        {"type": "request", "seq": 1, "command": "variables", "arguments": [1]},
        {"type": "request", "seq": 1, "command": "variables", "arguments": {"variablesReference": "x"}},
        {"type": "request", "seq": 1, "command": "variables", "arguments": {"variablesReference": -7}},
        {"type": "request", "seq": 1, "command": "stackTrace", "arguments": {"threadId": {}}},
        {"type": "request", "seq": 1, "command": "stackTrace", "arguments": {"threadId": 10**9}},
        {"type": "request", "seq": 1, "command": "source", "arguments": {"source": 1}},
        {"type": "request", "seq": 1, "command": "setBreakpoints", "arguments": {"breakpoints": 1}},
        {"type": "request", "seq": 1, "command": "dumpCell", "arguments": None},
        {"type": "request", "seq": 1, "command": "richInspectVariables", "arguments": {"variableName": []}},
    ],
)
@pytest.mark.parametrize("channel", ["control", "shell"])
def test_a_malformed_request_gets_an_answer_that_says_so(debugger, content, channel):
    reply = debugger.raw(content, channel)
    assert reply["success"] is False
    assert len(reply["message"]) > 20
