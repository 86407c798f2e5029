"""nbgrader: an assignment in Java is made, handed in, graded, and comes back with its pictures."""

import csv
import shutil

import nbformat
import pytest
from nbformat.v4 import new_code_cell

CONFIG = '''
c = get_config()
c.CourseDirectory.course_id = "course"
c.CourseDirectory.root = "."
c.ClearSolutions.code_stub = {
    "java": "// YOUR CODE HERE\\nthrow new UnsupportedOperationException(\\"not implemented yet\\");"
}
c.Execute.timeout = 30
'''
SOLVED = 'var found = chan(int.class);\n    go("adder", () -> found.send(a + b));\n    return found.recv();'
SOLUTION = f"int sum(int a, int b) {{\n    ### BEGIN SOLUTION\n    {SOLVED}\n    ### END SOLUTION\n}}"
STUB = 'throw new UnsupportedOperationException("not implemented yet");'
ANSWERS = {
    "right": SOLVED,
    "exits": "System.exit(0);\n    return 0;",
    "blank": None,
}
POINTS = {"right": 2, "exits": 0, "blank": 0}


def cell(source, **metadata):
    kind = {"schema_version": 3, "locked": False, "task": False} | metadata
    return new_code_cell(source, metadata={"nbgrader": kind})


@pytest.fixture(scope="module")
def graded(desk):
    """The course folder after everybody's work has been graded."""
    pytest.importorskip("nbgrader")
    (desk.folder / "nbgrader_config.py").write_text(CONFIG)
    source = desk.folder / "source" / "ps1"
    source.mkdir(parents=True)
    notebook = nbformat.read(desk.notebook("n.ipynb"), as_version=4)
    notebook.cells = [
        cell(SOLUTION, grade=False, solution=True, grade_id="sum"),
        cell("assert sum(1, 2) == 3;", grade=True, solution=False, locked=True, points=2, grade_id="test"),
    ]
    nbformat.write(notebook, source / "sum.ipynb")
    nbgrader(desk, "generate_assignment", "ps1", "--create", "--force")
    released = desk.folder / "release" / "ps1"
    for student, answer in ANSWERS.items():
        handed_in = desk.folder / "submitted" / student / "ps1"
        shutil.copytree(released, handed_in)
        if answer is not None:
            notebook = desk.read(handed_in / "sum.ipynb")
            code = notebook.cells[0].source
            assert STUB in code
            notebook.cells[0].source = code[: code.index("//")] + answer + "\n}"
            nbformat.write(notebook, handed_in / "sum.ipynb")
    nbgrader(desk, "autograde", "ps1", "--create")
    nbgrader(desk, "generate_feedback", "ps1")
    nbgrader(desk, "export")
    return desk.folder


def nbgrader(desk, *arguments):
    run = desk.run("nbgrader", *arguments, timeout=120)
    assert run.returncode == 0, run.stdout


def test_points_are_right(graded):
    with (graded / "grades.csv").open() as f:
        points = {row["student_id"]: float(row["score"]) for row in csv.DictReader(f)}
    assert points == POINTS


def feedback(graded, student):
    return (graded / "feedback" / student / "ps1" / "sum.html").read_text()


def test_the_feedback_has_the_picture_of_the_goroutines(graded):
    assert "data:image/svg+xml;base64," in feedback(graded, "right")
    assert "adder" in feedback(graded, "right")


def test_the_feedback_says_what_went_wrong(graded):
    assert "not implemented yet" in feedback(graded, "blank")
    assert "exit status 0" in feedback(graded, "exits")
