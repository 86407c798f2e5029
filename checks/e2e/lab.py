"""A real JupyterLab, in a real browser."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import nbformat

import kernels

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "for-tests-only"
SCREENSHOTS = kernels.ROOT / "target" / "screenshots"
PROMPTS = "[...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')].map(e => e.textContent)"


def missing():
    """Why there is no browser to test with, or None."""
    return None if CHROMIUM else "no browser: install chromium"


def shoot(what, name, **how):
    """Leaves a screenshot of a page, or of a part of it, for people to look at."""
    what.screenshot(path=SCREENSHOTS / f"{name}.png", **how)  # makes the folder


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@contextlib.contextmanager
def server(directory, prefix, theme, program="jupyterlab"):
    """JupyterLab, or Notebook 7, with copies of the notebooks, in a theme; `new-` ones have no outputs. Gives its
    address."""
    root = directory / "root"
    shutil.copytree(kernels.ROOT / "notebooks", root)
    for name in os.listdir(kernels.ROOT / "notebooks"):
        if name.endswith(".ipynb"):
            notebook = nbformat.read(root / name, as_version=4)
            nbformat.write(without_outputs(notebook), root / f"new-{name}")
    settings = directory / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    for name, values in {
        "themes": {"theme": f"JupyterLab {theme.title()}"},
        "notification": {"fetchNews": "false", "checkForUpdates": False},
    }.items():
        (settings / f"{name}.jupyterlab-settings").write_text(json.dumps(values))
    port = free_port()
    environment = dict(
        os.environ,
        JUPYTER_PATH=str(prefix / "share" / "jupyter"),
        JUPYTERLAB_SETTINGS_DIR=str(directory / "settings"),
        JUPYTER_CONFIG_DIR=str(directory / "config"),
        JUPYTER_DATA_DIR=str(directory / "data"),
        JUPYTER_RUNTIME_DIR=str(directory / "runtime"),
    )
    command = [sys.executable, "-m", program, "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={root}"]
    command += [
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
        "--JupyterNotebookApp.expose_app_in_browser=True",
        "--LabApp.news_url=",
    ]
    with open(directory / "lab.log", "w") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=root, stdout=log, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}"
    try:
        await_status(address, process, directory / "lab.log")
        yield address
    finally:
        process.terminate()
        process.wait(30)


def without_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return notebook


def await_status(address, process, log, seconds=90):
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=5).read()
            return
        except (urllib.error.URLError, OSError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"JupyterLab did not start:\n{log.read_text()}") from None
            time.sleep(0.2)


@contextlib.contextmanager
def browser():
    """One browser; only one may run in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@contextlib.contextmanager
def window(chromium, width=1200, height=1000):
    """A page with nothing stored; collects what its scripts throw."""
    page = chromium.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(20_000)
    page.errors = []
    page.on("pageerror", lambda e: page.errors.append(str(e)))
    yield page
    page.close()


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, page, address, name):
        self.page = page
        page.goto(f"{address}/lab/tree/{name}?token={TOKEN}&reset")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.evaluate(
            """async () => {
                const context = window.jupyterapp.shell.currentWidget.sessionContext;
                await context.ready;
                await context.session.kernel.info;
            }"""
        )

    def command(self, name):
        """What a menu entry does, by its name; gives what it gives when it is done."""
        return self.page.evaluate("name => window.jupyterapp.commands.execute(name)", name)

    def run_all(self, cells, seconds=60):
        """Runs all cells, and waits until so many have a number."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(
            f"() => {PROMPTS}.filter(t => /\\d/.test(t)).length === {cells}",
            timeout=seconds * 1000,
        )

    def timelines(self):
        """Of each picture: the width and height of its timeline, and whether its images can be decoded."""
        return self.page.evaluate(
            """async () => Promise.all([...document.querySelectorAll('.jp-OutputArea .gv')].map(async g => {
                const main = g.querySelector('.gv-main');
                const images = [...g.querySelectorAll('img')];
                await Promise.all(images.map(i => i.decode()));
                return [main.clientWidth, main.clientHeight, images.length, images.every(i => i.naturalWidth > 0)];
            }))"""
        )

    def outputs(self):
        return [e.inner_text() for e in self.page.query_selector_all(".jp-OutputArea")]

    def shoot(self, name):
        """One screenshot for each code cell."""
        cells = self.page.locator(".jp-Notebook .jp-CodeCell")
        for i in range(cells.count()):
            cells.nth(i).scroll_into_view_if_needed()
            shoot(cells.nth(i), f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}-{i}")
