"""jupyter_kernel_test, on the echo kernel: the protocol alone."""

import jupyter_kernel_test
import pytest

import patience


@pytest.fixture(autouse=True, scope="module")
def specs(echo_specs):
    """jupyter_kernel_test knows kernels by name only."""
    patch = pytest.MonkeyPatch()
    patch.setattr("jupyter_client.manager.KernelManager.kernel_spec_manager", echo_specs)
    yield
    patch.undo()


class TestEcho(patience.KernelTests):
    kernel_name = "echo"
    language_name = "echo"
    file_extension = ".txt"
    code_hello_world = "print hello, world"
    code_stderr = "err oh"
    completion_samples = [{"text": "pri", "matches": {"print"}}]
    complete_code_samples = ["print x"]
    incomplete_code_samples = ["print \\"]
    invalid_code_samples = ["?"]
    code_page_something = "page something"
    code_generate_error = "raise it"
    code_execute_result = [{"code": f"result {i}", "result": str(i)} for i in range(4)]
    code_display_data = [{"code": "display - x", "mime": "text/html"}]
    code_history_pattern = "result 1*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "print"
    code_clear_output = "clear now"


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "echo"
    support_iopub_welcome = True
