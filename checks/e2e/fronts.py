"""Front ends that are programs of their own, run as people run them: with our kernel and a home of their own."""

import os
import pathlib
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

BIN = pathlib.Path(sys.executable).parent


class Desk:
    """A folder to work in, and the environment in which Jupyter's tools find our kernel and no user's files."""

    def __init__(self, folder, prefix):
        self.folder = folder
        jupyter = folder / "jupyter"
        self.environment = dict(
            os.environ,
            PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}",
            JUPYTER_PATH=str(pathlib.Path(prefix) / "share" / "jupyter"),
            JUPYTER_CONFIG_DIR=str(jupyter / "config"),
            JUPYTER_DATA_DIR=str(jupyter / "data"),
            JUPYTER_RUNTIME_DIR=str(jupyter / "runtime"),
            IPYTHONDIR=str(jupyter / "ipython"),
            PYTHONWARNINGS="ignore",
        )

    def notebook(self, name, *cells, tags=None):
        """Writes a notebook of these code cells; gives its path. `tags` has the tags of cells by number."""
        notebook = new_notebook(
            cells=[new_code_cell(c) for c in cells],
            metadata={
                "kernelspec": {"name": "goloom", "display_name": "Goloom", "language": "java"}
            },
        )
        for number, names in (tags or {}).items():
            notebook.cells[number].metadata["tags"] = names
        path = self.folder / name
        nbformat.write(notebook, path)
        return path

    def read(self, name):
        return nbformat.read(self.folder / name, as_version=4)

    def run(self, program, *arguments, timeout=60):
        """Runs one of Jupyter's programs here; gives the finished process."""
        if not (BIN / program).exists():
            pytest.skip(f"{program} is not installed")
        return subprocess.run(
            [BIN / program, *arguments],
            cwd=self.folder,
            env=self.environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
        )


def convert(desk, *arguments):
    """jupyter nbconvert, which must succeed."""
    run = desk.run("jupyter-nbconvert", *arguments)
    assert run.returncode == 0, run.stdout
    return run


def code_cells(notebook):
    return [c for c in notebook.cells if c.cell_type == "code"]


def printed(cell):
    return "".join(o.text for o in cell.outputs if o.output_type == "stream")


def result(cell):
    [text] = [o.data["text/plain"] for o in cell.outputs if o.output_type == "execute_result"]
    return text
