"""The command that runs the kernel's JVM. Its flags come with the jar: jvm-flags.txt is made when the wheel is built."""

import hashlib
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE / "goloom-kernel.jar"


def flags():
    return (HERE / "jvm-flags.txt").read_text().split()


def cache(jdk):
    """Where the start-up cache for this JDK and this jar is. The JVM takes no other, and says nothing if it is stale."""
    folder = {
        "win32": os.environ.get("LOCALAPPDATA", "~"),
        "darwin": "~/Library/Caches",
    }.get(sys.platform, os.environ.get("XDG_CACHE_HOME") or "~/.cache")
    stat = JAR.stat()
    key = f"{JAR} {stat.st_mtime_ns} {stat.st_size} {jdk.home.resolve()}"
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return pathlib.Path(folder).expanduser() / "goloom" / f"{name}.aot"


def kernel(jdk, connection_file):
    file = cache(jdk)
    cached = [f"-XX:AOTCache={file}"] if file.exists() else []
    return [jdk.program, *flags(), *cached, "-jar", str(JAR), connection_file]


def train(jdk):
    """Makes the cache: the JVM runs a few cells and keeps what it has loaded. Gives the file."""
    file = cache(jdk)
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [jdk.program, *flags(), f"-XX:AOTCacheOutput={file}", "-jar", str(JAR), "train"]
    subprocess.run(
        command,
        check=True,
        env={**os.environ, "GOLOOM_HISTORY": "off"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return file
