"""Runs one process of one peer and reads its results."""

import json
import subprocess
from dataclasses import dataclass

from harness.build import Built
from harness.peers import GO_BINARY, JVM_PEERS, flags
from harness.scenarios import Scenario


@dataclass(frozen=True)
class Budget:
    """Milliseconds of warm-up and of measurement, and the seconds that a process may take."""

    warm: int
    measured: int
    limit: int


FULL = {"go": Budget(300, 1500, 120), "jvm": Budget(2500, 1500, 240)}
QUICK = {"go": Budget(50, 100, 60), "jvm": Budget(300, 150, 60)}


class Failed(Exception):
    """The process gave no results; the message says why."""


def measure(
    built: Built, peer: str, scenario: Scenario, procs: int, budget: Budget, extra: tuple[str, ...]
) -> list[dict]:
    """The results that the process prints, one for each line."""
    factor = scenario.factor
    arguments = [scenario.name, str(procs), str(factor * budget.warm), str(factor * budget.measured)]
    if peer == "go":
        command = [str(GO_BINARY), *arguments]
    else:
        jvm = JVM_PEERS[peer]
        classpath = built.classpaths[jvm.module]
        command = [str(built.java), *flags(peer, procs, scenario.roomy, extra), "-cp", classpath, jvm.main, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=factor * budget.limit)
    except subprocess.TimeoutExpired:
        raise Failed(f"no result after {factor * budget.limit} s") from None
    if done.returncode:
        raise Failed(f"exit code {done.returncode}: {_first_line(done.stderr)}")
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return [{"peer": peer, **r} for r in results]


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "no message")
