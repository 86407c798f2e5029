"""Compile errors: all of a cell at once, with the line, a caret, and what to write instead."""

import re

import pytest


def failed(java, code):
    """The error of a cell, and its text without colours."""
    run = java.run(code)
    assert run.status == "error"
    error = run.of("error")[0]
    assert error["ename"] == "CompileError", error
    return error, re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))


def lines(text):
    return [int(n) for n in re.findall(r"^cell \[\d+], line (\d+):", text, re.M)]


@pytest.mark.parametrize(
    "code, wanted",
    [
        ("int x = ;\nint y = 5;\nfoo(;\nString s = 5;", [1, 3, 4]),
        ("int a = 1\nint b = 2\nint c = b +;", [1, 2, 3]),
        ("String s = 5;\nint fine = 1;\nint t = \"x\";", [1, 3]),
        ("void f() {\n    int a = \"x\";\n}\nundefined1();\nundefined2();", [2, 4, 5]),
        ("foo(;\nvoid f() {\n    int a = 1;\n}\nint z = ;", [1, 5]),
        ("class Q {\n    void m() { nope(); }\n    int z = \"a\";\n}\nnew Q().m();", [2, 3]),
    ],
)
def test_all_errors_of_a_cell_are_told_at_once(java, code, wanted):
    error, text = failed(java, code)
    assert lines(text) == wanted, text
    if len(wanted) > 1:
        assert f"(and {len(wanted) - 1} more)" in error["evalue"]


def test_an_error_shows_its_line_and_a_caret(java):
    _, text = failed(java, "int a = 1;\nint b = a + undefinedHere;")
    assert re.search(r"    2 \| int b = a \+ undefinedHere;\n      \|             \^{13}$", text)


@pytest.mark.parametrize(
    "code, hint",
    [
        ("for (int i = 0; i < 3; i++) { go(() -> println(i)); }", "for (int i : range(3))"),
        ("() -> println(1);", "go(() -> println(1));"),
        ("x := 5", "var x = 5;"),
        ("ch := make(chan int)", "var ch = chan(int.class);"),
        ("var c1 = chan(int.class);\nc1 <- 5", "c1.send(5);"),
        ("var c2 = chan(int.class);\nvar v = <-c2;", "var v = c2.recv();"),
        ("go f()", "go(() -> f());"),
        ("defer wg.Done()", "try (var _ = defer(() -> wg.done())) { ... }"),
        ("func f(x int) int {\n    return x\n}", "int f(int x) {"),
        ("for i := range 5 { println(i) }", "for (int i : range(5)) {"),
        ("fmt.Println(5)", "println(5);"),
        ("var wg = new WaitGroup();\nwg.Wait();", "did you mean await?"),
        ("int counter = 0;\ncountr++;", "did you mean counter?"),
        ("prntln(4);", "did you mean println?"),
        ("Sting s = null;", "did you mean String?"),
        ("var l = new WaitGrop();", "did you mean WaitGroup?"),
        ("LocalDate d = null;", "import java.time.LocalDate;"),
    ],
)
def test_an_error_says_what_to_write_instead(java, code, hint):
    _, text = failed(java, code)
    assert hint in text


def test_a_cell_with_an_error_changes_nothing(java):
    java.run("int kept = 7;")
    failed(java, 'String kept = "changed";\nint x = ;')
    assert java.run("kept + 1").result == "8"


def test_a_stack_trace_that_a_cell_prints_has_lines_of_cells(java):
    run = java.run(
        "void deep(int n) { if (n == 0) throw new IllegalStateException(\"x\", new IOException(\"io\")); deep(n - 1); }\n"
        "try { deep(5); } catch (Exception e) { e.addSuppressed(new Error(\"too\")); e.printStackTrace(); }"
    )
    cell = run.reply["content"]["execution_count"]
    assert run.text("stderr") == (
        "java.lang.IllegalStateException: x\n"
        f"\tat cell [{cell}], line 1, in deep\n"
        "\t... the same 5 times more\n"
        f"\tat cell [{cell}], line 2\n"
        "\tSuppressed: java.lang.Error: too\n"
        f"\t\tat cell [{cell}], line 2\n"
        "Caused by: java.io.IOException: io\n"
        f"\tat cell [{cell}], line 1, in deep\n"
        "\t... the same 5 times more\n"
        f"\tat cell [{cell}], line 2\n"
    )


def test_a_stack_trace_goes_where_the_cell_wants_it_and_own_methods_of_that_name_are_left_alone(java):
    run = java.run(
        """
        class Mine extends RuntimeException { public void printStackTrace() { println("mine"); } }
        class Odd { void printStackTrace() { println("odd"); } }
        new Mine().printStackTrace();
        new Odd().printStackTrace();
        var text = new StringWriter();
        new Exception("e").printStackTrace(new PrintWriter(text));
        new Exception("f").printStackTrace(System.out);
        text.toString().lines().findFirst().get()
        """
    )
    cell = run.reply["content"]["execution_count"]
    assert run.text() == f"mine\nodd\njava.lang.Exception: f\n\tat cell [{cell}], line 8\n"
    assert run.result == '"java.lang.Exception: e"'


def test_a_thread_that_dies_says_where_in_the_cell(java):
    run = java.run('var t = new Thread(() -> { throw new Error("boom"); }, "worker"); t.start(); t.join();')
    cell = run.reply["content"]["execution_count"]
    assert run.text("stderr") == (
        f'Exception in thread "worker" java.lang.Error: boom\n\tat cell [{cell}], line 1, in a lambda\n'
    )


def test_who_makes_a_channel_with_new_is_told_how_it_is_made(java):
    run = java.run("Chan<String> c = new Chan<>();")
    hint = "a channel is made with chan(String.class), or with room for 3 values: chan(String.class, 3)"
    assert hint in "\n".join(run.reply["content"]["traceback"])
