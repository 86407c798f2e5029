"""The same cells in the languages of the kernels."""

from dataclasses import dataclass

LINES = 100_000
WIDTH = 100  # characters of a line, with its end


@dataclass(frozen=True)
class Cells:
    set_k: str
    many_lines: str
    again: str  # declares and uses something; may be run any number of times
    declaration: str

    def declare(self, i: int) -> str:
        return self.declaration.format(i=i)


_JAVA = """\
String dots = ".".repeat({dots});
for (int i = 0; i < {lines}; i++) {{
    System.out.println(String.format("%08d", i) + dots);
}}"""

_PYTHON = """\
dots = "." * {dots}
for i in range({lines}):
    print(f"{{i:08d}}{{dots}}")"""


def _fill(code: str) -> str:
    return code.format(dots=WIDTH - 9, lines=LINES)


BY_LANGUAGE = {
    "java": Cells("int k = 41;", _fill(_JAVA), "int again = k;\nagain + 1", "int v{i} = {i};"),
    "python": Cells("k = 41", _fill(_PYTHON), "again = k\nagain + 1", "v{i} = {i}"),
}


def line(i: int) -> str:
    """What line i of the many is."""
    return f"{i:08d}" + "." * (WIDTH - 9)
