"""What `%trace save` writes, read by the programs it is written for."""

import csv
import json

import pytest

PROGRAM = """
var jobs = chan(int.class, 2);
var wg = new WaitGroup();
for (int w : range(3)) wg.go("worker", () -> { for (var j : jobs) gosched(); });
for (int i : range(8)) jobs.send(i);
jobs.close();
wg.await();
"""


@pytest.fixture(scope="module")
def saved(shared_java, tmp_path_factory):
    """Gives the file of the same trace with an ending."""
    directory = tmp_path_factory.mktemp("saved")
    assert shared_java.run(PROGRAM).status == "ok"

    def save(ending):
        file = directory / f"run.{ending}"
        run = shared_java.run(f"%trace save {file}")
        assert run.status == "ok" and run.text() == f"saved {file}\n"
        return file

    return save


def test_csv_and_json_hold_the_same_events(saved):
    with open(saved("csv"), newline="") as f:
        rows = list(csv.DictReader(f))
    trace = json.loads(saved("json").read_text())
    assert trace["v"] == 1 and trace["dropped"] == 0
    for name, column in trace["events"].items():
        assert [r[name] for r in rows] == ["" if v is None else str(v) for v in column], name


def test_every_value_that_was_sent_is_in_the_table(saved):
    events = json.loads(saved("json").read_text())["events"]
    sent = [v for e, v in zip(events["event"], events["value"]) if e == "chan_send"]
    assert sent == [str(i) for i in range(8)]


def test_the_page_has_the_lines_of_the_program(saved):
    page = saved("html").read_text()
    data = json.loads(page.split('class="gv-data">')[1].split("</script>")[0])
    assert PROGRAM.strip() in "".join(data["source"].values())


def test_perfetto_reads_its_file(saved):
    pb = pytest.importorskip("perfetto.protos.perfetto.trace.perfetto_trace_pb2")
    trace = pb.Trace()
    trace.ParseFromString(saved("perfetto-trace").read_bytes())
    tracks = {p.track_descriptor.uuid: p.track_descriptor for p in trace.packet if p.HasField("track_descriptor")}
    groups = [t for t in tracks.values() if not t.parent_uuid]
    assert [t.name for t in groups] == ["Goroutines", "OS threads"]
    assert all(t.child_ordering == pb.TrackDescriptor.EXPLICIT for t in groups)
    lanes = [t.name for t in tracks.values() if t.parent_uuid == groups[0].uuid]
    assert [name.split()[1] for name in lanes] == ["main", "worker", "worker", "worker"]

    started, ended = set(), set()
    for uuid in tracks:
        end = 0
        depth = 0
        for p in trace.packet:
            e = p.track_event
            if not p.HasField("track_event") or e.track_uuid != uuid:
                continue
            if e.type == pb.TrackEvent.TYPE_INSTANT:
                started.update(e.flow_ids)
                assert e.name.startswith(("go G", "wakes G"))
            elif e.type == pb.TrackEvent.TYPE_SLICE_BEGIN:
                assert depth == 0 and p.timestamp >= end and e.name
                depth = 1
                ended.update(e.terminating_flow_ids)
            else:
                assert e.type == pb.TrackEvent.TYPE_SLICE_END and depth == 1
                depth, end = 0, p.timestamp
        assert depth == 0
    assert len(started) >= 3 and ended <= started


def test_a_wrong_ending_is_told(shared_java):
    run = shared_java.run("%trace save run.png")
    assert run.status == "error"
    assert ".perfetto-trace" in run.reply["content"]["evalue"]


@pytest.mark.parametrize("ending", ["json", "html"])
def test_a_folder_that_is_not_there_is_said(saved, shared_java, ending):
    file = saved("txt").with_name("nowhere") / f"run.{ending}"
    run = shared_java.run(f"%trace save {file}")
    assert run.status == "error"
    assert run.reply["content"]["evalue"] == f'%trace save: cannot write "{file}": there is no such folder'


def test_what_a_thread_outside_go_started_is_marked_as_such(java, tmp_path):
    program = 'var ch = chan(int.class); new Thread(() -> go("started", () -> ch.send(1))).start(); ch.recv();'
    assert java.run(program).status == "ok"
    assert java.run(f"%trace save {tmp_path / 'run.csv'}").status == "ok"
    with open(tmp_path / "run.csv", newline="") as f:
        started = [row["arg"] for row in csv.DictReader(f) if row["event"] == "go_create" and row["goroutine"] != "1"]
    assert started == ["outside"]
