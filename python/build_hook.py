"""Puts the jar and the kernelspec into the wheel. The jar itself says what belongs to a kernelspec: it is asked to
install one, and its JVM flags and logos are taken from there, so that they are written down once."""

import json
import pathlib
import subprocess
import sys
import tempfile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = pathlib.Path(__file__).resolve().parent
JAR = ROOT.parent / "kernel" / "target" / "goloom-kernel.jar"
LAUNCHER = ["python", "-m", "goloom_kernel", "{connection_file}"]


class GoloomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        if not JAR.exists():
            raise FileNotFoundError(f"{JAR} is missing: build it with mvn -pl kernel -am package")
        self.folder = tempfile.TemporaryDirectory()
        spec = installed(pathlib.Path(self.folder.name))
        kernel = json.loads((spec / "kernel.json").read_text())
        flags = [a for a in kernel["argv"][1:] if a.startswith("-") and a != "-jar"]
        (spec / "jvm-flags.txt").write_text("\n".join(flags) + "\n")
        kernel["argv"] = LAUNCHER
        (spec / "kernel.json").write_text(json.dumps(kernel, indent=1) + "\n")
        for file in ("goloom-kernel.jar", "goloom-cells.jar", "jvm-flags.txt"):
            build_data["force_include"][str(spec / file)] = f"goloom_kernel/{file}"
        for file in sorted(spec.iterdir()):
            if file.suffix in (".json", ".png", ".svg"):
                place = f"share/jupyter/kernels/goloom/{file.name}"
                build_data["shared_data"][str(file)] = place

    def finalize(self, version, build_data, artifact_path):
        self.folder.cleanup()


def installed(prefix):
    """The directory of a kernelspec that the jar has installed."""
    sys.path.insert(0, str(ROOT))
    from goloom_kernel import jdk

    java = jdk.find()
    if java is None:
        raise FileNotFoundError(jdk.WANTED)
    command = [java.program, "-jar", str(JAR), "install", "--no-cache", "--prefix", str(prefix)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return prefix / "share" / "jupyter" / "kernels" / "goloom"
