"""How each peer is started."""

from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
GO_BINARY = BENCH / "peers/go/target/bench"
ORDER = ("go", "goloom", "floor", "jox", "kotlin", "juc")  # within a fork
TITLES = {
    "go": "Go",
    "goloom": "Goloom",
    "floor": "floor",
    "jox": "Jox",
    "kotlin": "Kotlin",
    "juc": "j.u.c.",
    "plain": "not woven",
    "woven": "woven",
}

# The same for every JVM, as the kernel has it: a collector that costs switches little, small headers, a heap that begins
# small. A small heap is collected often, which keeps what is used together close together; with gigabytes of it a
# scenario may end before the first collection. What keeps 1e5 or 1e6 goroutines or events gets so much room that no
# collection comes: it would copy all of them, and resident memory would be twice as much.
JVM = ("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Djdk.trackAllThreads=false")
HEAP = ("-Xms48m", "-XX:MaxRAMPercentage=50")
ROOM = ("-Xms5g", "-Xmx5g", "-Xmn3g")
GOLOOM = ("--add-opens", "java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED")


@dataclass(frozen=True)
class JvmPeer:
    module: str  # the directory under peers
    main: str
    flags: tuple[str, ...] = ()  # %d: the number of Ps


def _stock(module: str) -> JvmPeer:
    pool = "-Djdk.virtualThreadScheduler."
    return JvmPeer(module, f"goloom.bench.{module}.Main", (pool + "parallelism=%d", pool + "maxPoolSize=%d"))


def _kotlin() -> JvmPeer:
    pool = "-Dkotlinx.coroutines.scheduler."
    return JvmPeer("kotlin", "goloom.bench.MainKt", (pool + "core.pool.size=%d", pool + "max.pool.size=%d"))


JVM_PEERS = {
    "goloom": JvmPeer("goloom", "goloom.bench.goloom.Main", GOLOOM),
    "floor": JvmPeer("floor", "goloom.bench.floor.Main", GOLOOM[:2]),
    "polls": JvmPeer("polls", "goloom.bench.polls.Main", GOLOOM),
    "jox": _stock("jox"),
    "juc": _stock("juc"),
    "kotlin": _kotlin(),
}


def flags(peer: str, procs: int, roomy: bool, extra: tuple[str, ...]) -> list[str]:
    """The JVM flags of a peer."""
    own = [f % procs if "%d" in f else f for f in JVM_PEERS[peer].flags]
    return [*JVM, *(ROOM if roomy else HEAP), *own, *extra]
