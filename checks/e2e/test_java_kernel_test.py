"""jupyter_kernel_test, on Java cells: nothing may fail, and nothing is left out."""

import jupyter_kernel_test
import pytest

import patience


@pytest.fixture(autouse=True, scope="module")
def specs(java_specs):
    """jupyter_kernel_test knows kernels by name only."""
    patch = pytest.MonkeyPatch()
    patch.setattr("jupyter_client.manager.KernelManager.kernel_spec_manager", java_specs)
    yield
    patch.undo()


class TestJava(patience.KernelTests):
    kernel_name = "goloom"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh");'
    completion_samples = [
        {"text": "List.of(1).str", "matches": {"stream()"}},
        {"text": "%gomaxp", "matches": {"%gomaxprocs"}},
    ]
    complete_code_samples = ["1 + 1", "int x = 1;", "for (int i : range(3)) { }", "record P() {}"]
    incomplete_code_samples = ["int x =", "for (int i : range(3)) {", "void f() {\n", '"""\ntext']
    invalid_code_samples = ["1 +* 2", "int 5x = 1;", '"abc']
    code_generate_error = 'throw new IllegalStateException("no");'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": '"a" + "b"', "result": '"ab"'},
        {"code": "new int[] {1, 2}", "result": "[1, 2]"},
        {"code": "List.of(1, 2).size()", "result": "2"},
    ]
    code_display_data = [{"code": "go(() -> {});\ngosched();", "mime": "text/html"}]
    code_history_pattern = "1 +*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"
    code_clear_output = "goloom.kernel.display.Display.clearOutput();"


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "goloom"
    support_iopub_welcome = True
