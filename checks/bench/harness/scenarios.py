"""What is measured, on whom, and what we want to reach.

The names are the same in every peer's source.
"""

from dataclasses import dataclass, field

CHANNELS = ("go", "goloom", "floor", "jox", "kotlin", "juc")
WITHOUT_JOX = ("go", "goloom", "kotlin", "juc")  # nothing in it is Jox's
SPAWN = ("go", "goloom", "floor", "kotlin", "juc")
POLLED = ("sum", "array", "matrix", "sieve", "collatz", "merge", "fib")


@dataclass(frozen=True)
class Scenario:
    """One scenario: a process of each peer runs it, with each number of Ps."""

    name: str
    what: str
    peers: tuple[str, ...]
    procs: tuple[int, ...] | None = None  # None: those of the command line
    factor: int = 1  # how much longer than others it is measured
    roomy: bool = False  # in a JVM with gigabytes of heap
    slow: tuple[str, ...] = field(default=())  # peers that take many seconds: not with --quick


SCENARIOS = (
    Scenario("ping-pong", "two goroutines, two unbuffered channels; per message", CHANNELS),
    Scenario("buffered-64", "one sends to another, buffer of 64; per message", CHANNELS),
    Scenario("buffered-1024", "the same, buffer of 1024", CHANNELS),
    Scenario("fan-8", "1 -> 8 -> 1, unbuffered; per item, two messages each", CHANNELS),
    Scenario("select-2", "select of two receives; per message", ("go", "goloom", "jox", "kotlin")),
    Scenario("ring-1000", "a token around 1000 goroutines; per hop", CHANNELS),
    Scenario("sieve-2000", "prime sieve, 2000 filters; per run", CHANNELS, slow=("jox",)),
    Scenario("spawn-1e5", "start 1e5 goroutines and wait for them; per goroutine", SPAWN, roomy=True),
    Scenario("spawn-1e6", "the same, 1e6", SPAWN, roomy=True),
    Scenario("mutex-4", "4 goroutines, one mutex; per lock and unlock", WITHOUT_JOX),
    Scenario("gosched", "two goroutines yield to each other; per yield", SPAWN),
    Scenario(
        "parked-bytes",
        "memory of one of 1e6 goroutines that wait for a channel",
        ("go", "goloom", "floor", "jox", "kotlin", "juc"),
        procs=(1,),
        roomy=True,
    ),
    Scenario("trace", "ping-pong with the trace off and on; per message", ("go", "goloom"), factor=2, roomy=True),
    *(
        Scenario(f"polls-{loop}", f"polls in a hot loop: {loop}", ("polls",), procs=(1,))
        for loop in POLLED
    ),
    Scenario(
        "handoff",
        "from a call that blocks the only M until another goroutine runs",
        ("go", "goloom"),
        procs=(1,),
    ),
    Scenario("kill-1e5", "end 1e5 parked goroutines from outside", WITHOUT_JOX, slow=("juc",), roomy=True),
)


@dataclass(frozen=True)
class Target:
    """What Goloom's row has to stay at or below: its ratio to Go's, or its value."""

    scenario: str
    limit: float
    procs: int | None = None  # None: any
    absolute: bool = False

    def fits(self, scenario: str, procs: int) -> bool:
        return self.scenario == scenario and self.procs in (None, procs)


# The numbers of the design that this harness measures.
TARGETS = (
    Target("ping-pong", 1.06, procs=1),
    Target("ping-pong", 1.12, procs=2),
    Target("buffered-64", 0.33),
    Target("buffered-1024", 0.22),
    Target("fan-8", 1.05),
    Target("select-2", 1.00),
    Target("sieve-2000", 1.10, procs=1),
    Target("sieve-2000", 0.90, procs=2),
    Target("spawn-1e6", 0.11, procs=1),
    Target("spawn-1e6", 0.40, procs=2),
    Target("parked-bytes-rss", 600, absolute=True),
    Target("trace-cost", 1.2, absolute=True),
    Target("trace-on", 0.5),
    Target("polls", 1.02),
    Target("handoff-announced-idle", 100, absolute=True),
    Target("handoff-ffm-idle", 100, absolute=True),
    Target("handoff-fifo-idle", 100, absolute=True),
)


def target_of(scenario: str, procs: int) -> Target | None:
    return next((t for t in TARGETS if t.fits(scenario, procs)), None)


def named(names: list[str]) -> list[Scenario]:
    """The scenarios of the command line; `polls` and `spawn` stand for all that begin so. All if none is named."""
    known = [s.name for s in SCENARIOS]
    for name in names:
        if not any(matches(k, name) for k in known):
            raise SystemExit(f"run: no scenario {name!r}; there are {' '.join(known)}")
    return [s for s in SCENARIOS if not names or any(matches(s.name, n) for n in names)]


def position(result: str) -> int:
    """The place of a result in the tables: that of its scenario."""
    return next(i for i, s in enumerate(SCENARIOS) if matches(result, s.name))


def matches(scenario: str, name: str) -> bool:
    return scenario == name or scenario.startswith(name + "-")
