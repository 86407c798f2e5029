"""Tools that run whole notebooks: nbconvert, nbmake, nbval."""

import nbformat
import pytest

from fronts import code_cells, convert, printed, result

HELLO = 'var names = List.of("Ann", "Bob");\nprintln("hello", names.size());'
PICTURE = 'go("greeter", () -> println("from a goroutine"));\nsleep(ofMillis(10));'
EXPECTED = 'panic("as told");'


@pytest.fixture(scope="module")
def executed(desk):
    cells = [HELLO, "names", PICTURE, EXPECTED, "names.size()"]
    desk.notebook("plain.ipynb", *cells, tags={3: ["raises-exception"]})
    convert(desk, "--execute", "--to", "notebook", "--output", "done.ipynb", "plain.ipynb")
    return desk.read("done.ipynb")


def test_nbconvert_executes_a_notebook(executed):
    hello, names, picture, _, _ = code_cells(executed)
    assert printed(hello) == "hello 2\n"
    assert result(names) == "[Ann, Bob]"
    [shown] = [o for o in picture.outputs if o.output_type == "display_data"]
    assert "greeter" in shown.data["text/plain"]


def test_an_error_that_is_expected_does_not_stop_the_notebook(executed):
    _, _, _, expected, last = code_cells(executed)
    assert [o.output_type for o in expected.outputs] == ["error"]
    assert result(last) == "2"


def test_nbconvert_makes_a_page_with_code_in_colours_and_the_picture(desk, executed):
    convert(desk, "--to", "html", "done.ipynb")
    page = (desk.folder / "done.html").read_text()
    assert "data:image/svg+xml;base64," in page
    assert '<span class="kd">var</span>' in page


def test_nbconvert_makes_a_java_file(desk, executed):
    convert(desk, "--to", "script", "done.ipynb")
    assert HELLO in (desk.folder / "done.java").read_text()


def test_nbconvert_stops_at_an_error_and_shows_it(desk):
    desk.notebook("wrong.ipynb", "int[] a = {};\na[1] = 1;", "int reached = 1;")
    run = desk.run("jupyter-nbconvert", "--execute", "--to", "notebook", "--output", "o.ipynb", "wrong.ipynb")
    assert run.returncode != 0
    assert "ArrayIndexOutOfBoundsException" in run.stdout and "line 2" in run.stdout
    assert not (desk.folder / "o.ipynb").exists()


def test_nbmake_passes_and_fails_notebooks(desk):
    desk.notebook("good.ipynb", HELLO, PICTURE)
    desk.notebook("bad.ipynb", "1 + 1", "Integer.parseInt(\"no\")")
    run = desk.run("pytest", "-q", "-p", "no:cacheprovider", "--nbmake", "good.ipynb", "bad.ipynb")
    assert run.returncode == 1
    assert "1 failed, 1 passed" in run.stdout, run.stdout
    assert "NumberFormatException" in run.stdout


def test_nbval_compares_outputs(desk, executed):
    comparable = [c for c in code_cells(executed) if c.source not in (PICTURE, EXPECTED)]
    right = {**executed, "cells": comparable}
    nbformat.write(nbformat.from_dict(right), desk.folder / "right.ipynb")
    text = (desk.folder / "right.ipynb").read_text()
    (desk.folder / "other.ipynb").write_text(text.replace("hello 2", "hello 3"))
    run = desk.run("pytest", "-q", "-p", "no:cacheprovider", "--nbval", "right.ipynb", "other.ipynb")
    assert run.returncode == 1
    assert "1 failed, 5 passed" in run.stdout, run.stdout
