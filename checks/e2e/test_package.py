"""The Python package goloom-kernel: pip installs it, and the kernel works; without a JDK it says what is missing."""

import json
import os
import pathlib
import subprocess
import sys
import venv

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from nbformat.v4 import new_code_cell, new_notebook

import kernels
from conftest import running

pytestmark = pytest.mark.timeout(300)


def pip(command, *arguments, into=sys.executable):
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(into)]
    subprocess.run([*pip, command, "-q", "--no-deps", *arguments], check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, history):
    pytest.importorskip("hatchling")
    if kernels.missing_java_language():
        pytest.skip(kernels.missing_java_language())
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "-w", str(folder), str(kernels.ROOT / "python"))
    [wheel] = folder.iterdir()
    return wheel


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """A fresh virtual environment with nothing but the wheel; what else it needs is lent by this one."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=True)
    pip("install", str(wheel), into=folder / "bin" / "python")
    [site] = folder.glob("lib/python*/site-packages")
    [ours] = pathlib.Path(sys.prefix).glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(f"{ours}\n")
    return folder


@pytest.fixture
def specs(environment):
    folder = environment / "share" / "jupyter" / "kernels"
    spec = json.loads((folder / "goloom" / "kernel.json").read_text())
    assert spec["argv"][0] == "python"  # Jupyter takes its own, which is that of the environment

    class Specs(KernelSpecManager):
        def get_kernel_spec(self, name):
            found = super().get_kernel_spec(name)
            found.argv[0] = str(environment / "bin" / "python")
            return found

    return Specs(kernel_dirs=[str(folder)])


def test_the_wheel_brings_everything(environment):
    spec = environment / "share" / "jupyter" / "kernels" / "goloom"
    assert {f.name for f in spec.iterdir()} == {
        "kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg",
    }
    kernel = json.loads((spec / "kernel.json").read_text())
    assert kernel["language"] == "java" and kernel["interrupt_mode"] == "message"


def test_a_cell_runs_and_there_is_one_process_the_jvm(specs):
    with running(specs, "goloom") as front:
        assert front.run("6 * 7").result == "42"
        command = pathlib.Path(f"/proc/{front.pid()}/cmdline").read_bytes().split(b"\0")
        assert command[0].endswith(b"/bin/java")
        assert b"--add-opens" not in command and b"-XX:+UseSerialGC" in command
        children = pathlib.Path(f"/proc/{front.pid()}/task/{front.pid()}/children").read_text()
        assert children == ""


def run(environment, *command, **options):
    """Runs a program of the environment; what Jupyter writes goes nowhere near the user's files."""
    home = environment / "home"
    settings = {
        **os.environ,
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_PATH": "",
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "XDG_CACHE_HOME": str(home / "cache"),
        **options.pop("env", {}),
    }
    return subprocess.run(
        [environment / "bin" / "python", "-m", *command],
        env=settings, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=90, **options,
    )


def test_papermill_passes_parameters(environment, tmp_path):
    cells = [
        new_code_cell("int n = 1; // how many\nString who = null;", metadata={"tags": ["parameters"]}),
        new_code_cell("println(n + 1, who, big, half, good, none, list, map);"),
    ]
    metadata = {"kernelspec": {"name": "goloom", "display_name": "G", "language": "java"}}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), tmp_path / "in.ipynb")
    (tmp_path / "more.yaml").write_text(
        'who: "Zo\\u00eb \\"x\\" \\\\u0041\\n."\nbig: 5000000000\nhalf: 0.5\ngood: true\nnone: null\n'
        "list: [1, null]\nmap: {a: 1}\n"
    )
    done = run(
        environment, "papermill", "-p", "n", "41", "-f", "more.yaml", "in.ipynb", "out.ipynb", cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout
    out = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert "var n = 41;" in out.cells[1].source
    text = "".join(o.text for o in out.cells[2].outputs if o.output_type == "stream")
    assert text == '42 Zoë "x" \\u0041\n. 5000000000 0.5 true <nil> [1 <nil>] map[a:1]\n'
    done = run(environment, "papermill", "--help-notebook", "in.ipynb", cwd=tmp_path)
    assert "n: int (default 1)" in done.stdout and "how many" in done.stdout


def without_jdk(environment, tmp_path):
    """Settings under which no JDK is found: the usual folders are hidden by an empty list."""
    (tmp_path / "sitecustomize.py").write_text(
        "import goloom_kernel.jdk\ngoloom_kernel.jdk.FOLDERS.clear()\n"
    )
    settings = {"GOLOOM_JAVA_HOME": "", "JAVA_HOME": "", "PATH": str(tmp_path)}
    return {**settings, "PYTHONPATH": str(tmp_path)}


def test_without_a_jdk_the_first_cell_says_what_to_do(environment, specs, tmp_path):
    from jupyter_client import KernelManager

    manager = KernelManager(kernel_name="goloom", kernel_spec_manager=specs)
    with (tmp_path / "err").open("wb") as err:
        manager.start_kernel(env={**os.environ, **without_jdk(environment, tmp_path)}, stderr=err)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=30)
            reply = client.execute_interactive("1 + 1", timeout=30, output_hook=lambda m: None)
            content = reply["content"]
            assert content["status"] == "error" and content["ename"] == "JdkNotFound"
            assert "Goloom needs a JDK 25 or newer" in content["evalue"]
            assert "GOLOOM_JAVA_HOME" in content["evalue"]
        finally:
            client.stop_channels()
            manager.shutdown_kernel()
    assert "Goloom needs a JDK 25 or newer" in (tmp_path / "err").read_text()


def test_check_says_which_jdk_and_cache_makes_one(environment, tmp_path):
    done = run(environment, "goloom_kernel", "check")
    assert done.returncode == 0 and done.stdout.startswith("Java 2")
    done = run(environment, "goloom_kernel", "check", env=without_jdk(environment, tmp_path))
    assert done.returncode == 1 and "Goloom needs a JDK 25 or newer" in done.stdout
