"""The same cells in the languages of the kernels."""

from dataclasses import dataclass

LINES = 100_000
WIDTH = 100  # characters of a line, with its end


@dataclass(frozen=True)
class Cells:
    set_k: str
    many_lines: str


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
    "java": Cells("int k = 41;", _fill(_JAVA)),
    "python": Cells("k = 41", _fill(_PYTHON)),
}


def line(i: int) -> str:
    """What line i of the many is."""
    return f"{i:08d}" + "." * (WIDTH - 9)
