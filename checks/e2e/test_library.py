"""The runtime as a plain library: what the README says under "Without Jupyter", done by Maven in a project elsewhere."""

import os
import re
import shutil
import subprocess

import kernels
import pytest

pytestmark = pytest.mark.timeout(600)

README = (kernels.ROOT / "README.md").read_text().split("## Without Jupyter")[1].split("\n## ")[0]
UNREACHABLE = re.compile(r"Could not transfer|UnknownHost|Cannot access|Unresolveable|in offline mode")
PICTURE = """
import static goloom.runtime.Go.*;
import goloom.runtime.*;
import goloom.timeline.Timeline;
import java.nio.file.Path;

void main() {
    try (var runtime = GoRuntime.builder().procs(1).build()) {
        runtime.startTrace();
        runtime.run(() -> {
            var ch = chan(int.class);
            go("squares", () -> { for (int i : range(3)) ch.send(i * i); ch.close(); });
            for (int v : ch) println(v);
        });
        Timeline.of(runtime.stopTrace()).writeHtml(Path.of("picture.html"));
    }
}
"""


def code(language):
    return re.search(rf"```{language}\n(.*?)```", README, re.DOTALL).group(1)


def compiler():
    """The version that our own build has fetched."""
    pom = (kernels.ROOT / "pom.xml").read_text()
    return re.search(r"maven-compiler-plugin</artifactId>\s*<version>(.*?)<", pom).group(1)


def coordinates():
    """goloom:goruntime and goloom:timeline with the version of the README."""
    [version] = re.findall(r"\(version ([\d.]+)\)", README)
    return [(*ga.split(":"), version) for ga in dict.fromkeys(re.findall(r"`(goloom:\w+)`", README))]


def maven(*arguments, cwd):
    if shutil.which("mvn") is None:
        pytest.skip("no mvn")
    java_home = subprocess.run(
        [kernels.java(), "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True
    )
    home = re.search(r"java\.home = (.*)", java_home.stderr).group(1)
    done = subprocess.run(
        ["mvn", "-B", *arguments], cwd=cwd, env={**os.environ, "JAVA_HOME": home}, capture_output=True, text=True
    )
    if done.returncode and UNREACHABLE.search(done.stdout):
        pytest.skip("Maven cannot fetch what it needs")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project that has nothing of ours but the two dependencies, compiled."""
    if kernels.java() is None:
        pytest.skip("no java: set GOLOOM_JAVA_HOME")
    command = re.search(r"`mvn (install .*?)`", README).group(1)
    maven("-q", *command.split(), cwd=kernels.ROOT)
    folder = tmp_path_factory.mktemp("project")
    dependencies = "".join(
        f"<dependency><groupId>{g}</groupId><artifactId>{a}</artifactId><version>{v}</version></dependency>"
        for g, a, v in coordinates()
    )
    (folder / "pom.xml").write_text(
        f"""<project><modelVersion>4.0.0</modelVersion>
<groupId>example</groupId><artifactId>example</artifactId><version>1</version>
<properties>
  <maven.compiler.release>25</maven.compiler.release>
  <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
</properties>
<dependencies>{dependencies}</dependencies>
<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><version>{compiler()}</version></plugin></plugins></build>
</project>"""
    )
    sources = folder / "src" / "main" / "java"
    sources.mkdir(parents=True)
    (sources / "Example.java").write_text(code("java"))
    (sources / "Picture.java").write_text(PICTURE)
    seen = maven("-X", "compiler:compile", cwd=folder)
    [classpath] = re.findall(r"^\[DEBUG\] +-d \S+ -classpath (\S+)", seen, re.MULTILINE)
    return folder, classpath


def run(project, main, *flags):
    folder, classpath = project
    return subprocess.run(
        [kernels.java(), *flags, "-cp", classpath, main], cwd=folder, capture_output=True, text=True, timeout=100
    )


def flag():
    """The one flag that the README says."""
    command = code("sh").split()
    assert command[:2] == ["java", "--add-opens"]
    return command[1:3]


def test_the_example_prints_what_its_goroutines_send(project):
    done = run(project, "Example", *flag())
    assert (done.returncode, done.stdout, done.stderr) == (0, "ping 0\nping 1\nping 2\n", "")


def test_a_picture_of_a_run_is_a_page(project):
    done = run(project, "Picture", *flag())
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n1\n4\n", "")
    page = (project[0] / "picture.html").read_text()
    assert page.startswith("<!doctype html>") and "squares" in page and "data:image/svg+xml;base64," in page


def test_without_the_flag_it_says_which(project):
    done = run(project, "Example")
    assert done.returncode != 0 and done.stdout == ""
    assert " ".join(flag()) in done.stderr


def test_as_a_module_it_needs_nothing_else(project):
    folder, classpath = project
    [jar] = [j for j in classpath.split(os.pathsep) if "goruntime-" in j]
    opened = flag()[1].replace("ALL-UNNAMED", "goloom.runtime")
    done = subprocess.run(
        [
            *(kernels.java(), "--add-opens", opened, "--module-path", jar, "--add-modules", "goloom.runtime"),
            *("-cp", str(folder / "target" / "classes"), "Example"),
        ],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "ping 0\nping 1\nping 2\n", "")
