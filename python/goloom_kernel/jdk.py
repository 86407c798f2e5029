"""Finds a JDK that can run the kernel, by the file `release` that each has. The first good one wins: GOLOOM_JAVA_HOME,
JAVA_HOME, PATH, then the usual folders. No process is started for it.

The jar looks in the same places, in goloom.launcher.Jdk; but without a Java there is no jar that could.
"""

import os
import pathlib
import re
import shutil
from dataclasses import dataclass

LEAST = 25
WANTED = (
    f"Goloom needs a JDK {LEAST} or newer with the module jdk.jshell, and found none: "
    "install one and set GOLOOM_JAVA_HOME to its folder, then restart the kernel."
)
FOLDERS = [
    "/usr/lib/jvm",
    "/usr/java",
    "/opt",
    "/opt/java",
    "/Library/Java/JavaVirtualMachines",
    "~/Library/Java/JavaVirtualMachines",
    "/opt/homebrew/opt",
    "~/.jdks",
    "~/.jdk",
    "~/.sdkman/candidates/java",
    "~/.local/share/mise/installs/java",
    "C:/Program Files/Java",
    "C:/Program Files/Eclipse Adoptium",
    "C:/Program Files/Zulu",
    "C:/Program Files/Microsoft",
]


@dataclass(frozen=True)
class Jdk:
    home: pathlib.Path
    version: int
    jshell: bool

    @property
    def is_good(self):
        return self.version >= LEAST and self.jshell

    @property
    def program(self):
        windows = self.home / "bin" / "java.exe"
        return str(windows if windows.exists() else self.home / "bin" / "java")

    def __str__(self):
        lacks = "" if self.jshell else ", without jdk.jshell"
        return f"Java {self.version} in {self.home}{lacks}"


def at(home):
    """The JDK in a folder, or None."""
    try:
        lines = (home / "release").read_text(errors="replace").splitlines()
    except OSError:
        return None
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    version = found.get("JAVA_VERSION", "").strip('"').removeprefix("1.")
    major = re.match(r"\d+", version)
    # Some builds do not list their modules.
    modules = found.get("MODULES", "").strip('"').split()
    jshell = "jdk.jshell" in modules if modules else (home / "jmods" / "jdk.jshell.jmod").exists()
    jdk = Jdk(home, int(major.group()) if major else 0, jshell)
    return jdk if pathlib.Path(jdk.program).exists() else None


def candidates(environment):
    for variable in ("GOLOOM_JAVA_HOME", "JAVA_HOME"):
        if environment.get(variable):
            yield pathlib.Path(environment[variable])
    for name in ("java", "javac"):
        found = shutil.which(name, path=environment.get("PATH", ""))
        if found:
            yield pathlib.Path(found).resolve().parent.parent
    for folder in FOLDERS:
        try:
            children = sorted(pathlib.Path(folder).expanduser().iterdir())
        except (OSError, RuntimeError):
            continue
        for child in children:
            yield child
            yield child / "Contents" / "Home"
            yield child / "libexec" / "openjdk.jdk" / "Contents" / "Home"


def find(environment=os.environ):
    """A JDK that can run the kernel, or None."""
    return next((j for j in map(at, candidates(environment)) if j and j.is_good), None)


def missing(environment=os.environ):
    """What to say when there is none: what is wanted, and which Java would have been used otherwise."""
    other = next(filter(None, map(at, candidates(environment))), None)
    return WANTED if other is None else f"{WANTED} ({other} does not do.)"
