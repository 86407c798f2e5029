import contextlib
import os
import pathlib
import queue

import pytest
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

import kernels
import lab
from front import Front
from fronts import Desk


@contextlib.contextmanager
def running(specs, name, **options):
    """A kernel and a front end that is subscribed and has its first answer."""
    manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
    manager.start_kernel(**options)
    client = manager.client()
    client.start_channels()
    front = Front(manager, client)
    try:
        while front.iopub()["msg_type"] != "iopub_welcome":
            pass
        front.ask("kernel_info_request")
        yield front
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


@pytest.fixture(scope="session")
def history(tmp_path_factory):
    """History of tests does not go to the user's file."""
    file = tmp_path_factory.mktemp("history") / "history.jsonl"
    os.environ["GOLOOM_HISTORY"] = str(file)
    return file


@pytest.fixture(scope="session")
def echo_specs(tmp_path_factory, history):
    if kernels.missing():
        pytest.skip(kernels.missing())
    return kernels.echo_specs(tmp_path_factory.mktemp("specs"))


@pytest.fixture(scope="session")
def java_specs(tmp_path_factory, history):
    if kernels.missing_java_language():
        pytest.skip(kernels.missing_java_language())
    return KernelSpecManager(
        kernel_dirs=[str(kernels.install(tmp_path_factory.mktemp("prefix")))]
    )


@pytest.fixture(scope="session")
def prefix(java_specs):
    """Where the kernel is installed."""
    return pathlib.Path(java_specs.kernel_dirs[0]).parents[2]


@pytest.fixture(scope="module")
def desk(prefix, tmp_path_factory):
    """A place to run Jupyter's own programs, for a module."""
    return Desk(tmp_path_factory.mktemp("desk"), prefix)


@pytest.fixture(scope="module")
def shared_echo(echo_specs):
    with running(echo_specs, "echo") as front:
        yield front


@pytest.fixture
def echo(shared_echo):
    """An echo kernel that other tests of the module use too."""
    shared_echo.drain()
    return shared_echo


@pytest.fixture
def fresh_echo(echo_specs):
    """An echo kernel of one's own."""
    with running(echo_specs, "echo") as front:
        yield front


@pytest.fixture(scope="module")
def shared_java(java_specs):
    with running(java_specs, "goloom") as front:
        yield front


@pytest.fixture
def java(shared_java):
    """A Java kernel that other tests of the module use too."""
    shared_java.drain()
    return shared_java


@pytest.fixture
def fresh_java(java_specs):
    """A Java kernel of one's own."""
    with running(java_specs, "goloom") as front:
        yield front


@pytest.fixture
def nothing_on():
    """Asserts that a channel stays silent for a moment."""

    def check(channel, seconds=0.3):
        with pytest.raises(queue.Empty):
            channel.get_msg(timeout=seconds)

    return check


@pytest.fixture(scope="module")
def chromium():
    if lab.missing():
        pytest.skip(lab.missing())
    with lab.browser() as chromium:
        yield chromium
