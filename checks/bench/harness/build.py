"""Builds the peers from this checkout. What cannot be built is said and left out."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.peers import BENCH, GO_BINARY, JVM_PEERS

ROOT = BENCH.parent.parent
OUT = BENCH / "target"


@dataclass(frozen=True)
class Built:
    """What is there to run."""

    java: Path
    classpaths: dict[str, str]  # by module
    go: str | None  # the version
    skipped: dict[str, str]  # peer -> why

    def has(self, peer: str) -> bool:
        if peer == "go":
            return self.go is not None
        return JVM_PEERS[peer].module in self.classpaths


def build() -> Built:
    OUT.mkdir(exist_ok=True)
    skipped: dict[str, str] = {}
    go = _build_go(skipped)
    home = _find_jdk()
    classpaths = _build_jvm(home, skipped)
    for peer, why in skipped.items():
        print(f"bench: {peer} is left out: {why}")
    return Built(home / "bin/java", classpaths, go, skipped)


def _build_go(skipped: dict[str, str]) -> str | None:
    go = shutil.which("go")
    if go is None:
        skipped["go"] = "no go on the PATH"
        return None
    GO_BINARY.parent.mkdir(exist_ok=True)
    done = _run([go, "build", "-o", str(GO_BINARY), "."], cwd=GO_BINARY.parent.parent)
    if done.returncode:
        skipped["go"] = "go build failed: " + done.stderr.strip()
        return None
    return _run([go, "version"]).stdout.split()[2]


def _find_jdk() -> Path:
    done = _run(["bash", "-c", '. "$0"/install/common.sh; find_jdk', str(ROOT)])
    if done.returncode:
        raise SystemExit("bench: needs a JDK 25: set JAVA_HOME")
    return Path(done.stdout.strip())


def _build_jvm(home: Path, skipped: dict[str, str]) -> dict[str, str]:
    """One Maven build of the runtime, the kernel and the peers; a peer's last step writes its class path."""
    if shutil.which("mvn") is None:
        raise SystemExit("bench: needs Maven: mvn is not on the PATH")
    modules = sorted({p.module for p in JVM_PEERS.values()})
    written = {m: BENCH / "peers" / m / "target/classpath" for m in modules}
    for path in written.values():
        path.unlink(missing_ok=True)
    command = ["mvn", "-q", "-B", "--fail-at-end", "-f", str(BENCH / "pom.xml"), "compile"]
    done = _run(command, cwd=ROOT, env={**os.environ, "JAVA_HOME": str(home)})
    log = OUT / "build.log"
    log.write_text(done.stdout + done.stderr)
    missing = [m for m in modules if not written[m].exists()]
    if "goloom" in missing:
        raise SystemExit(f"bench: the build of goloom failed: see {log.relative_to(ROOT)}")
    for module in missing:
        skipped[module] = f"its build failed: see {log.relative_to(ROOT)}"
    snapshot = OUT / "snapshot"
    shutil.rmtree(snapshot, ignore_errors=True)
    return {m: _classpath(m, written[m], snapshot) for m in modules if m not in missing}


def _classpath(module: str, written: Path, snapshot: Path) -> str:
    """The class path with copies of the directories, so that a build during the run changes nothing."""
    entries = [BENCH / "peers" / module / "target/classes"]
    entries += [Path(e) for e in written.read_text().split(os.pathsep)]
    copied = []
    for entry in entries:
        if entry.is_dir():
            copy = snapshot / "-".join(entry.relative_to(ROOT).parts[:-2])
            if not copy.exists():
                shutil.copytree(entry, copy)
            entry = copy
        copied.append(str(entry))
    return os.pathsep.join(copied)


def _run(command: list[str], **kwargs) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, **kwargs)
