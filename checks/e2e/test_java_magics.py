"""Magics that act on the session, on files and on the operating system."""

import json
import re
import subprocess
import time

import kernels
import pytest


def failed(java, code):
    run = java.run(code)
    assert run.status == "error", run.text()
    return run.reply["content"]["evalue"]


# ---- %who, %reset


def test_who_lists_what_cells_have_declared(fresh_java):
    java = fresh_java
    assert java.run("%who").text() == "nothing is declared yet\n"
    java.run('int n = 5;\nvar names = List.of("a", "b");\nint twice(int x) { return 2 * x; }\n'
             "record Point(int x, int y) {}\n1 + 1")
    text = java.run("%who").text()
    assert re.search(r"^int\s+n\s+= 5$", text, re.M), text
    assert re.search(r"^List<String>\s+names\s+= \[a, b\]$", text, re.M)
    assert "int twice(int)" in text and "record Point" in text
    assert "$" not in text


def test_a_value_that_cannot_be_shown_does_no_harm_to_who(java):
    java.run("class Bad { public String toString() { throw new IllegalStateException(); } }\nvar bad = new Bad();")
    assert "bad" in java.run("%who").text()


def test_reset_forgets_and_the_kernel_goes_on(fresh_java):
    java = fresh_java
    java.run("int n = 5;\ngo(() -> { while (true) sleep(ofMillis(10)); });")
    assert java.run("%reset").status == "ok"
    assert java.run("%who").text() == "nothing is declared yet\n"
    assert java.run("%goroutines").text() == "no goroutines\n"
    assert "cannot find symbol" in failed(java, "n + 1")
    assert java.run("40 + 2").result == "42"
    java.run("%reset\nint n = 7;")
    assert java.run("n").result == "7"


# ---- %env, !command


def test_an_environment_variable_is_set_for_java_and_for_commands(java):
    java.run("%env GOLOOM_TEST=a b=c")
    assert java.run("%env GOLOOM_TEST").text() == "a b=c\n"
    assert java.run('System.getenv("GOLOOM_TEST")').result == '"a b=c"'
    assert java.run("!echo $GOLOOM_TEST").text() == "a b=c\n"
    assert "PATH=" in java.run("%env").text()
    assert failed(java, "%env GOLOOM_NONE") == "%env: GOLOOM_NONE is not set; %env GOLOOM_NONE=VALUE sets it"


def test_a_command_runs_and_its_status_is_told(java):
    run = java.run("!echo out; echo err >&2; exit 3")
    assert run.status == "ok"
    assert run.text() == "out\nerr\n"
    assert run.text("stderr") == "exit status 3\n"


def test_a_command_finds_the_end_of_its_input(java):
    assert java.run("!cat").status == "ok"


def test_a_negation_is_no_command(java):
    java.run("boolean flag = true;")
    assert java.run("!flag").result == "false"
    assert java.run("boolean here = false;\n!here").result == "true"


def test_an_interrupt_ends_a_command_and_what_it_started(java):
    sent = java.start("!echo begin; sleep 4711 & sleep 4711")
    java.await_text(sent, "begin")
    java.interrupt()
    assert java.finish(sent, timeout=10).status == "error"
    deadline = time.monotonic() + 10
    while subprocess.run(["pgrep", "-fx", "sleep 4711"], stdout=subprocess.DEVNULL).returncode == 0:
        assert time.monotonic() < deadline, "sleep goes on"
        time.sleep(0.1)


# ---- %time, %timeit


def test_time_tells_how_long_a_line_takes_and_keeps_its_value(java):
    run = java.run("int before = 1;\n%time Thread.sleep(30);\nbefore + 1")
    assert re.fullmatch(r"CPU [\d.]+ (ns|ms|s), wall [\d.]+ ms\n", run.text()), run.text()
    assert run.result == "2"
    assert java.run("%time 40 + 2").result == "42"
    assert java.run("%%time\nint inCell = 3;\ninCell").result == "3"


def test_timeit_tells_the_mean(java):
    run = java.run("%timeit -n 1000 -r 3 Math.sqrt(2)")
    assert re.fullmatch(
        r"[\d.]+ (ns|µs) ± [\d.]+ (ns|µs) per loop \(mean ± std. dev. of 3 runs, 1,000 loops each\)\n",
        run.text(),
    ), run.text()
    assert run.result is None
    counted = java.run("int loops = 0;\n%timeit -n 5 -r 2 loops++;\nloops")
    assert counted.result == "10"
    assert "1 loop each" in java.run("%%timeit -r 1\nThread.sleep(150);").text()


def test_timeit_can_be_interrupted(java):
    sent = java.start("%timeit -n 1000000000 -r 1000 Math.sqrt(2)")
    java.await_start(sent)
    time.sleep(0.5)
    java.interrupt()
    assert java.finish(sent, timeout=10).status == "error"
    assert java.run("40 + 2").result == "42"


def test_time_without_code_says_what_to_do(java):
    assert failed(java, "%time") == "%time: want code on the same line, or %%time in the first line of the cell"
    assert "want a number" in failed(java, "%timeit -n 99999999999 1+1")


def test_errors_in_timed_code_have_their_column(java):
    run = java.run("%time int x = nowhere;")
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(run.of("error")[0]["traceback"]))
    assert "    1 | %time int x = nowhere;\n      |               ^^^^^^^" in text


# ---- %load


def test_load_runs_java_and_notebooks(java, tmp_path):
    (tmp_path / "helpers.java").write_text("int triple(int n) {\n    return 3 * n;\n}\nint loaded = triple(2);\n")
    cells = [
        {"cell_type": "markdown", "source": ["not code"]},
        {"cell_type": "code", "source": ["int fromNotebook =\n", "    8;"]},
    ]
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells}))
    assert java.run(f"%load {tmp_path}/helpers.java\nloaded + triple(1)").result == "9"
    assert java.run(f"%load {tmp_path}/n.ipynb\nfromNotebook").result == "8"


def test_errors_in_a_loaded_file_name_it(java, tmp_path):
    file = tmp_path / "bad.java"
    file.write_text("int fine = 1;\nint x = ;\n")
    assert failed(java, f"%load {file}").startswith(f"{file}, line 2: ")
    file.write_text('void explode() {\n    throw new IllegalStateException("no");\n}\n')
    java.run(f"%load {file}")
    text = "\n".join(java.run("explode();").of("error")[0]["traceback"])
    assert f"{file}, line 2, in explode" in text
    assert failed(java, "%load nowhere.java") == '%load: there is no file "nowhere.java"'


# ---- %jars


def jar_of(folder, name, source):
    """A jar with one class."""
    top = source.split()[1].rstrip(";").split(".")[0]
    (folder / f"{name}.java").write_text(source)
    tools = kernels.java().removesuffix("java")
    subprocess.run([tools + "javac", "-d", ".", f"{name}.java"], cwd=folder, check=True)
    jar = folder / f"{name.lower()}.jar"
    subprocess.run([tools + "jar", "cf", jar.name, top], cwd=folder, check=True)
    return jar


@pytest.fixture(scope="module")
def jar(tmp_path_factory):
    return jar_of(
        tmp_path_factory.mktemp("jars"),
        "Greeter",
        'package lib; public class Greeter { public static String greet() { return "hello"; } }',
    )


@pytest.fixture(scope="module")
def gson(tmp_path_factory):
    """A library of a name that the kernel's own class path has, too."""
    return jar_of(
        tmp_path_factory.mktemp("gson"),
        "Gson",
        'package com.google.gson; public class Gson { public String toString() { return "mine"; } }',
    )


def test_a_cell_gets_its_own_version_of_a_library_and_never_the_kernels(fresh_java, gson):
    java = fresh_java
    assert "package com.google.gson does not exist" in failed(java, "new com.google.gson.Gson()")
    reply = java.ask("complete_request", {"code": "org.apache.", "cursor_pos": 11})["content"]
    assert reply["matches"] == []
    assert java.run(f"%jars {gson}\nnew com.google.gson.Gson()").result == "mine"


def test_jars_add_classes(fresh_java, jar):
    java = fresh_java
    assert java.run(f"%jars {jar.parent}/*.jar\nimport lib.Greeter;\nGreeter.greet()").result == '"hello"'
    java.run("%reset")
    assert java.run("lib.Greeter.greet()").result == '"hello"'
    assert failed(java, "%jars nowhere/*.jar") == '%jars: there is no jar at "nowhere/*.jar"'


# ---- help


def test_every_magic_is_listed_completed_and_explained(java):
    text = java.run("%help").text()
    names = ["who", "reset", "env", "time", "timeit", "load", "jars", "gomaxprocs", "trace"]
    completed = java.ask("complete_request", {"code": "%", "cursor_pos": 1})["content"]["matches"]
    for name in names:
        assert f"%{name}" in text
        assert f"%{name}" in completed
        about = java.ask("inspect_request", {"code": f"%{name}", "cursor_pos": 2})["content"]
        assert about["found"] and f"%{name}" in about["data"]["text/plain"]
        assert java.run(f"%help {name}").text().startswith("%")
    assert "!COMMAND" in text
    assert "%!" not in completed


def test_files_and_java_are_completed_behind_magics(java, jar):
    prefix = str(jar)[:-4]
    code = f"%jars {prefix}"
    reply = java.ask("complete_request", {"code": code, "cursor_pos": len(code)})["content"]
    assert reply["matches"] == [str(jar)]
    code = "%time List.of(1).str"
    reply = java.ask("complete_request", {"code": code, "cursor_pos": len(code)})["content"]
    assert "stream()" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (17, 20)


def test_a_wrong_name_is_corrected(java):
    assert failed(java, "%tiem 1 + 1") == "%tiem: there is no such magic; did you mean %time? (%help lists them)"


def test_a_wrong_argument_is_told_and_changes_nothing(java):
    before = java.run("%gomaxprocs").text()
    assert failed(java, "%gomaxprocs four") == '%gomaxprocs: want a whole number from 1 to 256, got "four"'
    assert java.run("%gomaxprocs").text() == before


LOADED = """var box = chan(int.class);
go("loader", () -> {
    sleep(ofMillis(5));
    box.send(7);
});
println(box.recv());
go("stays", () -> box.recv());
"""


def test_a_loaded_file_has_its_name_in_pictures_errors_and_dumps(java, tmp_path):
    (tmp_path / "start.java").write_text(LOADED)
    (tmp_path / "stuck.java").write_text("%gomaxprocs 2\nvar never = chan(int.class);\nnever.recv();\n")
    run = java.run(f"%load {tmp_path}/start.java")
    [picture] = run.of("display_data")
    assert f"{tmp_path}/start.java, line 2" in picture["data"]["text/html"]
    dump = java.run("%goroutines").text()
    assert f"{tmp_path}/start.java, line 7" in dump
    java.run("%kill")
    failed = java.run(f"%load {tmp_path}/stuck.java")
    assert f"{tmp_path}/stuck.java, line 3" in "\n".join(failed.reply["content"]["traceback"])
    everything = json.dumps([run.messages, failed.messages], default=str) + dump
    assert "cell [10000" not in everything


# ---- goroutines that are leaked

LEAK = """void search() {
    var result = chan(int.class);
    go("searcher", () -> result.send(42));
    gosched();
}
search();"""


def test_a_leaked_goroutine_is_told_in_the_picture_and_stays_in_the_list(fresh_java):
    java = fresh_java
    [picture] = java.run(LEAK).of("display_data")
    told = "1 goroutine is leaked, nobody can ever wake it: G2 searcher waits (chan send on result, cell [1], line 3)"
    assert told in picture["data"]["text/html"] and told in picture["data"]["text/plain"]
    assert java.run("println(numGoroutine());").text() == "2\n"
    listed = java.run("%goroutines").text()
    assert "goroutine 2 searcher [chan send (leaked)]:" in listed
    assert java.run("%kill").text() == "ended 1 goroutine\n"
    assert java.run("%goroutines").text() == "no goroutines\n"


def test_a_goroutine_that_a_variable_can_still_wake_goes_on(fresh_java):
    java = fresh_java
    [picture] = java.run('var box = chan(int.class);\ngo("listener", () -> println(box.recv()));').of("display_data")
    assert "1 goroutine goes on: G2 listener waits (chan receive on box" in picture["data"]["text/plain"]
    assert "leaked" not in picture["data"]["text/plain"]
    assert java.run("println(numGoroutine());\nbox.send(5);").status == "ok"
