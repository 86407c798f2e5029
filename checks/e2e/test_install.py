"""`java -jar goloom-kernel.jar install`: what it writes, and what it says when it cannot."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest
from jupyter_client.kernelspec import KernelSpecManager

import kernels
from conftest import running

pytestmark = pytest.mark.skipif(kernels.missing() is not None, reason=str(kernels.missing()))


def jar(*arguments, java=None, **environment):
    """Runs the jar; gives the finished process."""
    env = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "CONDA_PREFIX")}
    return subprocess.run(
        [java or kernels.java(), "-jar", str(kernels.JAR), *arguments],
        env={**env, **environment},
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def old_java():
    """A Java that is too old, if this machine has one."""
    for home in sorted(pathlib.Path("/usr/lib/jvm").glob("*")):
        release = home / "release"
        if release.exists() and (home / "bin" / "java").exists():
            version = release.read_text().split('JAVA_VERSION="', 1)[1].split(".")[0].split('"')[0]
            if int(version) < 25:
                return home
    return None


@pytest.fixture(scope="module")
def kernel_dirs(tmp_path_factory):
    return kernels.install(tmp_path_factory.mktemp("prefix"), "--no-cache")


def test_jupyter_finds_the_kernelspec(kernel_dirs):
    spec = KernelSpecManager(kernel_dirs=[str(kernel_dirs)]).get_kernel_spec("goloom")
    assert spec.display_name == "Java + goroutines (Goloom)"
    assert spec.language == "java"
    assert spec.interrupt_mode == "message"
    assert spec.argv[-1] == "{connection_file}"
    assert os.path.isabs(spec.argv[0]) and os.access(spec.argv[0], os.X_OK)
    assert os.path.isabs(spec.argv[-2]) and os.path.exists(spec.argv[-2])
    assert not any("JAVA_TOOL_OPTIONS" in k for k in spec.env)


def test_logos_have_their_sizes(kernel_dirs):
    for size in (32, 64):
        data = (kernel_dirs / "goloom" / f"logo-{size}x{size}.png").read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(data[16:20]) == int.from_bytes(data[20:24]) == size
    assert (kernel_dirs / "goloom" / "logo-svg.svg").read_text().startswith("<svg")


def test_a_name_can_be_chosen_and_removed(tmp_path):
    run = jar("install", "--prefix", str(tmp_path), "--no-cache", "--name", "go2", "--display-name", "G 2")
    assert run.returncode == 0, run.stderr
    spec = tmp_path / "share" / "jupyter" / "kernels" / "go2"
    assert json.loads((spec / "kernel.json").read_text())["display_name"] == "G 2"
    assert str(spec) in run.stdout
    run = jar("install", "--prefix", str(tmp_path), "--name", "go2", "--uninstall")
    assert run.returncode == 0
    assert not spec.exists()
    run = jar("install", "--prefix", str(tmp_path), "--name", "go2", "--uninstall")
    assert run.returncode == 1
    assert "there is no Goloom kernel" in run.stderr


def test_the_user_s_place_and_the_environment_s_place(tmp_path):
    run = jar("install", "--no-cache", "--user", JUPYTER_DATA_DIR=str(tmp_path / "user"))
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "user" / "kernels" / "goloom" / "kernel.json").exists()
    run = jar("install", "--no-cache", VIRTUAL_ENV=str(tmp_path / "venv"))
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "venv" / "share/jupyter/kernels/goloom/kernel.json").exists()
    run = jar("install", "--no-cache", "--sys-prefix")
    assert run.returncode == 1
    assert "activate one, or use --user or --prefix DIR" in run.stderr


def test_a_java_that_is_too_old_is_told_apart(tmp_path):
    old = old_java()
    if old is None:
        pytest.skip("this machine has no old Java")
    run = jar(str(tmp_path / "connection.json"), java=str(old / "bin" / "java"))
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith("Goloom needs a JDK 25 or newer with the module jdk.jshell")
    assert len(run.stderr.strip().splitlines()) == 1
    run = jar("install", "--prefix", str(tmp_path), "--java-home", str(old))
    assert run.returncode == 1
    assert "Goloom needs a JDK 25 or newer" in run.stderr


def test_an_old_java_installs_with_a_newer_one_that_it_finds(tmp_path):
    old = old_java()
    if old is None:
        pytest.skip("this machine has no old Java")
    home = str(pathlib.Path(kernels.java()).resolve().parents[1])
    run = jar(
        "install", "--prefix", str(tmp_path), "--no-cache",
        java=str(old / "bin" / "java"), GOLOOM_JAVA_HOME=home,
    )
    assert run.returncode == 0, run.stderr
    spec = tmp_path / "share" / "jupyter" / "kernels" / "goloom" / "kernel.json"
    assert json.loads(spec.read_text())["argv"][0].startswith(home)


@pytest.fixture(scope="module")
def trained(tmp_path_factory, history):
    if kernels.missing_java_language():
        pytest.skip(kernels.missing_java_language())
    return kernels.install(tmp_path_factory.mktemp("trained")) / "goloom"


class TestCache:
    """The AOT cache: used when it fits, harmless and silent when it does not."""

    def start(self, spec, tmp_path):
        out, err = tmp_path / "out", tmp_path / "err"
        specs = KernelSpecManager(kernel_dirs=[str(spec.parent)])
        with out.open("wb") as o, err.open("wb") as e:
            with running(specs, spec.name, stdout=o, stderr=e) as front:
                assert front.run("1 + 1").result == "2"
                with open(f"/proc/{front.pid()}/maps") as maps:
                    mapped = "goloom-kernel.aot" in maps.read()
        return mapped, out.read_bytes(), err.read_bytes()

    def copy(self, trained, tmp_path):
        """A kernelspec whose parts may be damaged. Its jar stays: the cache knows its path."""
        spec = tmp_path / "damaged"
        shutil.copytree(trained, spec)
        text = (spec / "kernel.json").read_text()
        text = text.replace(
            f"-XX:AOTCache={trained}/goloom-kernel.aot", f"-XX:AOTCache={spec}/goloom-kernel.aot"
        )
        (spec / "kernel.json").write_text(text)
        return spec

    def test_a_cache_that_fits_is_used(self, trained, tmp_path):
        assert self.start(trained, tmp_path) == (True, b"", b"")

    def test_a_missing_cache_is_no_matter(self, trained, tmp_path):
        spec = self.copy(trained, tmp_path)
        (spec / "goloom-kernel.aot").unlink()
        assert self.start(spec, tmp_path) == (False, b"", b"")

    def test_a_damaged_cache_is_no_matter(self, trained, tmp_path):
        spec = self.copy(trained, tmp_path)
        (spec / "goloom-kernel.aot").write_bytes(os.urandom(100_000))
        assert self.start(spec, tmp_path) == (False, b"", b"")

    def test_a_cache_of_other_flags_is_no_matter(self, trained, tmp_path):
        spec = self.copy(trained, tmp_path)
        text = (spec / "kernel.json").read_text()
        text = text.replace("+UseCompactObjectHeaders", "-UseCompactObjectHeaders")
        (spec / "kernel.json").write_text(text)
        assert self.start(spec, tmp_path) == (False, b"", b"")
