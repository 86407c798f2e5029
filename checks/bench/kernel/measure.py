"""What one fresh kernel process is measured on."""

import statistics
from collections.abc import Mapping

from languages import LINES, Cells, line
from session import NoAnswer, Session

WARM_UP = 15
WARM = 40

# name -> (unit, what it is, target of the design for Goloom)
MEASURES: Mapping[str, tuple[str, str, float | None]] = {
    "kernel_info": ("s", "launch to kernel_info", 0.35),
    "first_result": ("s", "launch to the result of `1+1`", 0.70),
    "cpu": ("s", "CPU seconds until then, all processes", 1.2),
    "rss": ("MB", "memory after that cell, all processes", 150),
    "warm_min": ("ms", "warm cell `k+1`, quickest", 12),
    "warm_median": ("ms", "warm cell `k+1`, median", 12),
    "output": ("s", f"10 MB of output in {LINES:,} lines", 1.0),
    "lines_lost": ("", "of them lost or out of order", 0),
}

# What takes minutes: `run-kernel --long`.
LONG_MEASURES: Mapping[str, tuple[str, str, float | None]] = {
    "later": ("x", "a warm cell `k+1` after 500 cells, to the first ones (CPU)", 1.5),
    "rerun": ("MB", "memory that 1,000 more runs of one cell take", 20),
}
CELLS = 500
BATCH = 40
RERUNS = 1000


def measure_long(session: Session, cells: Cells) -> dict[str, float]:
    """How a kernel ages."""
    session.kernel_info()
    session.execute(cells.set_k)
    _cpu(session, range(WARM_UP + BATCH))  # the compiler is cold
    early = min(_cpu(session, range(1000 + b * BATCH, 1000 + (b + 1) * BATCH)) for b in range(3))
    for i in range(CELLS):
        session.execute(cells.declare(i) if i % 2 else f"k+{i}")
    late = min(_cpu(session, range(5000 + b * BATCH, 5000 + (b + 1) * BATCH)) for b in range(3))
    for _ in range(RERUNS // 2):
        session.execute(cells.again)  # pools and caches are full then
    before = session.resident_mib()
    for _ in range(RERUNS):
        session.execute(cells.again)
    grown = (session.resident_mib() - before) * 2**20 / 1e6
    return {"later": late / early, "rerun": grown}


def _cpu(session: Session, numbers: range) -> float:
    """CPU seconds of some cells `k+1`: a busy machine does not change them much."""
    before = session.cpu_seconds()
    for i in numbers:
        session.execute(f"k+{i}")
    return (session.cpu_seconds() - before) / len(numbers)


def measure(session: Session, cells: Cells) -> dict[str, float]:
    """All measures, in an order that does not disturb the next."""
    found: dict[str, float] = {}
    session.kernel_info()
    found["kernel_info"] = session.since_start()
    first = session.execute("1+1")
    if first.result != "2" or first.result_at is None:
        raise NoAnswer(f"1+1 gave {first.result!r}")
    found["first_result"] = session.since_start() - (first.seconds - first.result_at)
    found["cpu"] = session.cpu_seconds()
    found["rss"] = session.resident_mib() * 2**20 / 1e6
    found["warm_min"], found["warm_median"] = _warm(session, cells)
    found["output"], found["lines_lost"] = _output(session, cells)
    return found


def _warm(session: Session, cells: Cells) -> tuple[float, float]:
    session.execute(cells.set_k)
    times = []
    for i in range(WARM_UP + WARM):
        ran = session.execute(f"k+{i}")  # a cell that the kernel has not seen
        if ran.result != str(41 + i):
            raise NoAnswer(f"k+{i} gave {ran.result!r}")
        times.append(1000 * ran.seconds)
    warm = times[WARM_UP:]
    return min(warm), statistics.median(warm)


def _output(session: Session, cells: Cells) -> tuple[float, float]:
    ran = session.execute(cells.many_lines)
    lines = "".join(ran.output).splitlines()
    right = sum(got == line(i) for i, got in enumerate(lines))
    return ran.seconds, LINES - right
