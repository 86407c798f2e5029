"""%maven: the user's settings, what a library needs, offline; against a repository of files."""

import shutil
import subprocess
import types

import kernels
import pytest
from conftest import running
from jupyter_client.kernelspec import KernelSpec

POM = """<project><modelVersion>4.0.0</modelVersion>
<groupId>lib</groupId><artifactId>{name}</artifactId><version>1.0</version>
<dependencies>{needs}</dependencies></project>"""
NEEDS = "<dependency><groupId>lib</groupId><artifactId>{name}</artifactId><version>1.0</version></dependency>"
SETTINGS = """<settings><localRepository>{home}/local</localRepository>
<mirrors><mirror><id>test</id><mirrorOf>*</mirrorOf><url>{repository}</url></mirror></mirrors>
</settings>"""


def publish(repository, name, source, needs=(), classpath=""):
    """Puts a library with one class into a repository of files."""
    folder = repository / "lib" / name / "1.0"
    folder.mkdir(parents=True)
    (folder / f"{name}-1.0.pom").write_text(
        POM.format(name=name, needs="".join(NEEDS.format(name=n) for n in needs))
    )
    work = repository.parent / f"work-{name}"
    work.mkdir()
    (work / f"{name.title()}.java").write_text(f"package lib; {source}")
    tools = kernels.java().removesuffix("java")
    subprocess.run(
        [tools + "javac", "-cp", classpath or ".", "-d", ".", f"{name.title()}.java"], cwd=work, check=True
    )
    jar = folder / f"{name}-1.0.jar"
    subprocess.run([tools + "jar", "cf", str(jar), "lib"], cwd=work, check=True)
    return str(jar)


@pytest.fixture(scope="module")
def user(tmp_path_factory):
    """A user with Maven settings."""
    home = tmp_path_factory.mktemp("home")
    repository = home / "repository"
    words = publish(repository, "words", 'public class Words { public static String hello() { return "hello"; } }')
    publish(
        repository,
        "greeter",
        'public class Greeter { public static String greet() { return Words.hello() + "!"; } }',
        ["words"],
        words,
    )
    publish(repository, "broken", "public class Broken {}", ["nowhere"])
    (home / ".m2").mkdir()
    (home / ".m2" / "settings.xml").write_text(SETTINGS.format(home=home, repository=repository.as_uri()))
    return types.SimpleNamespace(home=home, repository=repository)


@pytest.fixture
def java(java_specs, user):
    argv = list(java_specs.get_kernel_spec("goloom").argv)
    argv.insert(1, f"-Duser.home={user.home}")

    class Specs(type(java_specs)):
        def get_kernel_spec(self, name):
            return KernelSpec(argv=argv, language="java", interrupt_mode="message", display_name="m")

    with running(Specs(kernel_dirs=java_specs.kernel_dirs), "goloom") as front:
        yield front


def failed(java, code):
    run = java.run(code)
    assert run.status == "error", run.text()
    return run.reply["content"]["evalue"]


def test_a_library_comes_with_what_it_needs_and_later_without_the_network(java, user):
    run = java.run("%maven lib:greeter:1.0\nimport lib.Greeter;\nGreeter.greet()")
    assert run.result == '"hello!"', run.reply["content"]
    assert run.text() == "added greeter-1.0.jar, words-1.0.jar\n"
    assert (user.home / "local" / "lib" / "words" / "1.0" / "words-1.0.jar").exists()
    moved = user.repository.rename(user.repository.with_name("gone"))
    try:
        java.run("%reset")
        assert java.run("%maven -o lib:greeter:1.0\nlib.Greeter.greet()").result == '"hello!"'
    finally:
        moved.rename(user.repository)


def test_what_is_missing_is_said(java):
    assert "lib:nothing:jar:1.0" in failed(java, "%maven lib:nothing:1.0")
    assert "lib:nowhere:jar:1.0" in failed(java, "%maven lib:broken:1.0")
    assert failed(java, "%maven greeter") == '%maven: want group:artifact:version, got "greeter"'
    assert "such as %maven org" in failed(java, "%maven")
    assert java.run("40 + 2").result == "42"


def test_offline_is_honoured_in_the_magic_and_in_the_settings(java, user):
    settings = user.home / ".m2" / "settings.xml"
    online = settings.read_text()
    shutil.rmtree(user.home / "local", ignore_errors=True)
    assert "offline" in failed(java, "%maven -o lib:greeter:1.0")
    settings.write_text(online.replace("<mirrors>", "<offline>true</offline><mirrors>"))
    try:
        assert "offline" in failed(java, "%maven lib:greeter:1.0")
    finally:
        settings.write_text(online)
    assert java.run("%maven lib:greeter:1.0").status == "ok"
