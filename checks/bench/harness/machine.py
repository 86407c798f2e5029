"""Where and on what was measured."""

import os
import platform
import re
import subprocess
from pathlib import Path

from harness.build import ROOT, Built
from harness.peers import GOLOOM, HEAP, JVM, JVM_PEERS, ROOM


def describe(built: Built, date: str | None) -> dict:
    return {
        "date": date or _git("log", "-1", "--format=%cs"),
        "commit": _git("rev-parse", "--short=10", "HEAD") + ("+changes" if _git("status", "--porcelain", "--untracked-files=no") else ""),
        "machine": {
            "cpu": _cpu(),
            "cpus": os.cpu_count(),
            "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
            "system": f"{platform.system()} {platform.release()}",
        },
        "jdk": _jdk(built.java),
        "go": built.go,
        "libraries": _libraries(built),
        "flags": {
            "all": " ".join(JVM),
            "heap": " ".join(HEAP),
            "room": " ".join(ROOM),
            "goloom": " ".join(GOLOOM),
        },
        "skipped": built.skipped,
    }


def load() -> float:
    """How busy the machine is: the load average of the last minute."""
    return round(os.getloadavg()[0], 2)


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else "unknown"


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    return found.group(1) if found else platform.machine()


def _jdk(java: Path) -> str:
    done = subprocess.run([str(java), "-version"], capture_output=True, text=True)
    return done.stderr.splitlines()[1].strip()


def _libraries(built: Built) -> list[str]:
    """What the peers are made of: the jars that we compare with, with their versions."""
    jars = {
        Path(entry).stem
        for peer in ("jox", "kotlin")
        for entry in built.classpaths.get(JVM_PEERS[peer].module, "").split(os.pathsep)
        if entry.endswith(".jar") and re.search("channels|coroutines|kotlin-stdlib", Path(entry).name)
    }
    return sorted(jars)
