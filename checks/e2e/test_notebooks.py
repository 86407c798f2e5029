"""The course: every notebook runs from first to last cell, and what is committed is what it gives."""

import base64
import copy
import json
import re

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient

import kernels

NOTEBOOKS = sorted((kernels.ROOT / "notebooks").glob("*.ipynb"))
MOST_BYTES = 500_000


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda p: p.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def committed(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


@pytest.fixture(scope="module")
def executed(committed, java_specs, tmp_path_factory):
    manager = AsyncKernelManager(kernel_name="goloom", kernel_spec_manager=java_specs)
    client = NotebookClient(
        copy.deepcopy(committed),
        km=manager,
        timeout=60,
        allow_errors=True,
        resources={"metadata": {"path": str(tmp_path_factory.mktemp("run"))}},
    )
    return client.execute()


def code_cells(notebook):
    return [c for c in notebook.cells if c.cell_type == "code"]


def pictures(cell):
    return [o for o in cell.outputs if o.output_type == "display_data"]


def starts_goroutines(cell):
    return re.search(r"\bgo\(", cell.source) is not None


def fails(cell):
    return [o for o in cell.outputs if o.output_type == "error"]


def test_only_cells_that_say_so_fail(executed):
    for cell in code_cells(executed):
        wanted = "raises-exception" in cell.metadata.get("tags", [])
        assert bool(fails(cell)) == wanted, (cell.source, fails(cell))


def test_every_cell_that_starts_goroutines_has_a_picture(executed):
    drawn = 0
    for cell in code_cells(executed):
        if starts_goroutines(cell):
            [picture] = pictures(cell)
            drawn += 1
            assert "<img" in picture.data["text/html"], cell.source
            assert picture.data["text/plain"].strip(), cell.source
    assert drawn > 0


def test_pictures_are_images_that_can_be_read(executed):
    for cell in code_cells(executed):
        for picture in pictures(cell):
            for data in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", picture.data["text/html"]):
                assert base64.b64decode(data, validate=True).startswith(b"<svg")


def test_the_committed_notebook_has_its_outputs(committed, executed):
    for before, after in zip(code_cells(committed), code_cells(executed), strict=True):
        kinds = {o.output_type for o in before.outputs}
        if pictures(after):
            assert "display_data" in kinds, f"run install/notebooks: {before.source}"
        if fails(after):
            assert "error" in kinds, f"run install/notebooks: {before.source}"


def test_the_committed_notebook_names_no_machine(path):
    text = path.read_text()
    assert not re.search(r"/(?:home|root|tmp|work|Users)/", text)


def test_the_committed_notebook_is_small(path):
    assert path.stat().st_size <= MOST_BYTES


def test_the_notebook_asks_for_this_kernel(committed):
    assert committed.metadata.kernelspec.name == "goloom"
    assert committed.metadata.language_info.name == "java"


def test_links_between_notebooks_lead_somewhere(committed, path):
    for cell in committed.cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\(([^)#:]+\.ipynb)\)", cell.source):
                assert (path.parent / target).exists(), target


def test_code_cells_and_outputs_survive_a_round_trip(committed):
    again = nbformat.reads(json.dumps(committed), as_version=4)
    assert again == committed
