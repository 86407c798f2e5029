"""Notebooks as text: jupytext writes a .java file, and reads the same notebook back."""

import pytest

from fronts import code_cells

jupytext = pytest.importorskip("jupytext")

CELLS = [
    'println("hello");',
    "%gomaxprocs 4\nint n = 5;",
    '%%main\ngo("hello", () -> println("hi"));',
    "record Point(int x, int y) {}\n\nnew Point(1, 2)",
]


@pytest.fixture(scope="module")
def executed(desk):
    """A notebook with the metadata that the kernel gives it; jupytext has made it from a .java file."""
    desk.notebook("n.ipynb", *CELLS)
    text = jupytext.writes(desk.read("n.ipynb"), fmt="java:percent")
    (desk.folder / "n.java").write_text(text)
    run = desk.run("jupytext", "--to", "ipynb", "--execute", "n.java")
    assert run.returncode == 0, run.stdout
    return desk.read("n.ipynb")


def test_jupytext_runs_a_java_file(executed):
    assert [c.source for c in code_cells(executed)] == CELLS
    assert code_cells(executed)[-1].outputs[0].data["text/plain"] == "Point[x=1, y=2]"


def test_the_kernel_s_metadata_make_it_a_java_file(executed):
    assert executed.metadata.language_info.file_extension == ".java"
    text = jupytext.writes(executed, fmt="auto:percent")
    assert "// %%\n" in text and 'println("hello");' in text
    assert "// %gomaxprocs 4" in text


def test_the_java_file_and_the_cells_come_back_unchanged(executed):
    text = jupytext.writes(executed, fmt="java:percent")
    back = jupytext.reads(text, fmt="java:percent")
    assert [c.source for c in code_cells(back)] == CELLS
    assert back.metadata.kernelspec == executed.metadata.kernelspec
    assert jupytext.writes(back, fmt="java:percent") == text
