"""Where the kernels under test come from: the built jar, and for the echo kernel the test classes.

GOLOOM_JAR and GOLOOM_JAVA_HOME (or JAVA_HOME) say where they are, if not in the usual places.
"""

import json
import os
import pathlib
import shutil
import subprocess
import zipfile

from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "kernel" / "target"
JAR = pathlib.Path(os.environ.get("GOLOOM_JAR", TARGET / "goloom-kernel.jar"))
FLAGS = ["-Djdk.trackAllThreads=false", "-XX:+UseSerialGC", "-Xlog:disable"]


def java():
    """The java program of a JDK 25 or newer, or None."""
    for variable in ("GOLOOM_JAVA_HOME", "JAVA_HOME"):
        home = os.environ.get(variable)
        if home and (pathlib.Path(home) / "bin" / "java").exists():
            return str(pathlib.Path(home) / "bin" / "java")
    return shutil.which("java")


def missing():
    """Why no kernel can run here, or None."""
    if not JAR.exists():
        return f"{JAR} is missing: build it with mvn -pl kernel -am package"
    if java() is None:
        return "no java: set GOLOOM_JAVA_HOME"
    return None


def missing_java_language():
    if missing():
        return missing()
    with zipfile.ZipFile(JAR) as jar:
        names = jar.namelist()
    if not any(n.startswith("goloom/kernel/java/") and n.endswith(".class") for n in names):
        return "this jar has no Java interpreter"
    return None


def echo_specs(directory, properties=()):
    """A kernelspec for the echo kernel: the Jupyter side of Goloom without Java behind it."""
    spec = directory / "echo"
    spec.mkdir(parents=True, exist_ok=True)
    # First on the class path, the echo interpreter is the one that is found.
    classes = os.pathsep.join([str(TARGET / "test-classes"), str(JAR)])
    argv = [java(), *FLAGS, *properties, "-cp", classes, "goloom.kernel.Main", "{connection_file}"]
    (spec / "kernel.json").write_text(
        json.dumps(
            {
                "argv": argv,
                "display_name": "Echo",
                "language": "echo",
                "interrupt_mode": "message",
            }
        )
    )
    return KernelSpecManager(kernel_dirs=[str(directory)])


def install(prefix, *options):
    """Installs the kernel as users do; gives the directory of kernelspecs."""
    subprocess.run(
        [java(), "-jar", str(JAR), "install", "--prefix", str(prefix), *options],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    return prefix / "share" / "jupyter" / "kernels"
