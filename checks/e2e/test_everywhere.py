"""The picture outside JupyterLab: exported, cleaned by others, in Notebook 7, in a book, on paper.

Screenshots are left in target/screenshots, for people to look at.
"""

import html
import html.parser
import io
import pathlib
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

import lab
from fronts import convert

pytestmark = pytest.mark.timeout(300)

WORKERS = """var jobs = chan(int.class, 2);
var wg = new WaitGroup();
for (int w : range(3)) wg.go("worker", () -> { for (var j : jobs) sleep(ofMillis(j)); });
for (int i : range(8)) jobs.send(i);
jobs.close();
wg.await();"""
FORK_JOIN = """var done = new WaitGroup();
for (int i : range(4)) done.go(() -> { long n = 0; for (int k : range(200_000)) n += k; });
done.await();"""
DEADLOCK = """%%main
var results = chan(int.class);
go("reader", () -> results.recv());
chan(int.class).recv();"""
CROWD = """var crowd = new WaitGroup();
for (int i : range(150)) crowd.go("one", () -> gosched());
crowd.await();"""
CELLS = [WORKERS, FORK_JOIN, CROWD, DEADLOCK]

FACTS = """async () => Promise.all([...document.querySelectorAll('.gv, .picture')].map(async g => {
    const images = [...g.querySelectorAll('img')].filter(i => i.offsetParent);
    await Promise.all(images.map(i => i.decode()));
    const box = (g.querySelector('.gv-main') || images[0]).getBoundingClientRect();
    const page = document.documentElement;
    return {
        live: Boolean(g.dataset.live),
        images: images.length,
        wide: Math.round(box.width),
        high: Math.round(box.height),
        overflows: Math.max(...[g, ...images].map(e => e.getBoundingClientRect().right)) > page.clientWidth + 1,
        said: (g.querySelector('.gv-sum') || g).textContent.trim(),
    };
}))"""


@pytest.fixture(scope="module")
def run(desk):
    """The folder with run.ipynb, which has been run."""
    desk.notebook("new.ipynb", *CELLS)
    convert(desk, "--execute", "--allow-errors", "--to", "notebook", "--output", "run.ipynb", "new.ipynb")
    return desk


def facts(page, pictures=len(CELLS)):
    page.wait_for_function(f"() => document.querySelectorAll('.gv, .picture').length === {pictures}")
    return page.evaluate(FACTS)


def look(page, name):
    lab.shoot(page, name, full_page=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [700, 1200])
def test_a_page_of_nbconvert_lives(run, chromium, theme, width):
    convert(run, "--to", "html", "--theme", theme, "--output", f"{theme}.html", "run.ipynb")
    with lab.window(chromium, width) as page:
        page.goto((run.folder / f"{theme}.html").as_uri())
        page.wait_for_function("() => [...document.querySelectorAll('.gv')].every(g => g.dataset.live)")
        seen = facts(page)
        look(page, f"nbconvert-{theme}-{width}")
    for f in seen:
        assert f["live"] and f["wide"] > 0.6 * width and f["high"] > 50 and not f["overflows"], f
    assert page.errors == []


def test_words_of_a_dark_page_that_does_not_say_so_are_light(run, chromium):
    """nbconvert's dark theme sets colours, and no color-scheme: an image would take the page for a light one."""
    convert(run, "--to", "html", "--theme", "dark", "--output", "dark.html", "run.ipynb")
    with lab.window(chromium) as page:
        page.goto((run.folder / "dark.html").as_uri())
        page.wait_for_function("() => [...document.querySelectorAll('.gv')].every(g => g.dataset.live)")
        schemes = page.evaluate("() => [...document.querySelectorAll('.gv')].map(g => getComputedStyle(g).colorScheme)")
    assert set(schemes) == {"dark"}


def test_one_of_a_crowd_is_found_and_followed(run, chromium):
    """Goroutines that share a row can be searched, stepped through, and lead to who woke them."""
    convert(run, "--to", "html", "--output", "crowd.html", "run.ipynb")
    with lab.window(chromium) as page:
        page.goto((run.folder / "crowd.html").as_uri())
        crowd = page.locator(".gv[data-live]").nth(CELLS.index(CROWD))
        search, said = crowd.locator("input[type=search]"), crowd.locator(".gv-live")
        search.fill("one running")
        assert re.match(r"G\d+ one running", said.text_content())
        search.fill("woken by G1 main")
        first = said.text_content()
        search.press("Enter")
        assert re.match(r"G\d+ one runnable.* woken by G1 main", said.text_content())
        assert said.text_content() != first
        search.press("Escape")
        page.keyboard.press("ArrowRight")
        assert re.match(r"G\d+ one ", said.text_content())
        search.fill("woken by G1 main")
        search.press("Escape")
        page.keyboard.press("Enter")
        assert said.text_content().startswith("G1 main")
    assert page.errors == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_of_nbconvert_without_script_is_complete(run, chromium, theme):
    convert(run, "--to", "html", "--theme", theme, "--output", f"{theme}.html", "run.ipynb")
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.goto((run.folder / f"{theme}.html").as_uri())
    look(page, f"nbconvert-still-{theme}")
    images = page.locator(".gv-main img")
    assert images.count() == len(CELLS)
    for i in range(len(CELLS)):
        assert images.nth(i).bounding_box()["width"] > 600
    context.close()


def test_slides_hold_the_pictures(run, chromium):
    convert(run, "--to", "slides", "--output", "run", "run.ipynb")
    with lab.window(chromium) as page:
        page.goto((run.folder / "run.slides.html").as_uri(), wait_until="domcontentloaded")
        seen = facts(page)
        look(page, "slides")
    assert all(f["images"] or f["live"] for f in seen), seen


def test_latex_has_the_picture_in_letters(run):
    convert(run, "--to", "latex", "--output", "run.tex", "run.ipynb")
    tex = (run.folder / "run.tex").read_text()
    lanes = re.findall(r"G1 main +\|(.*)\|", tex)
    assert len(lanes) == len(CELLS)
    assert all(re.fullmatch(r"(\\#|[-oSx ]){60}", lane) for lane in lanes), lanes
    assert "all goroutines are asleep" in tex
    assert "<img" not in tex and "includegraphics" not in tex[tex.index("begin{document}") :]


def test_paper_has_the_picture_in_letters(run):
    if not shutil.which("xelatex"):
        pytest.skip("no xelatex: install texlive-xetex")
    pypdf = pytest.importorskip("pypdf")
    convert(run, "--to", "pdf", "--output", "run.pdf", "run.ipynb")
    pages = pypdf.PdfReader(run.folder / "run.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)
    # A lane that is too long for the paper would be two lines.
    lanes = re.findall(r"^G1 main +\|[-#oSx ]+\| *$", text, re.MULTILINE)
    assert len(lanes) == len(CELLS), text


def test_printed_by_a_browser_each_picture_is_whole_and_on_the_page_of_its_sentence(run, chromium):
    """What nbconvert --to webpdf does. A canvas that a page break cuts would be an image of two pages."""
    pypdf = pytest.importorskip("pypdf")
    convert(run, "--to", "html", "--output", "paper.html", "run.ipynb")
    with lab.window(chromium) as page:
        page.goto((run.folder / "paper.html").as_uri())
        page.emulate_media(media="print")
        page.wait_for_function("() => [...document.querySelectorAll('.gv')].every(g => g.dataset.live)")
        drawn = page.evaluate("() => [...document.querySelectorAll('.gv canvas')].map(c => [c.width, c.height])")
        pdf = page.pdf(format="A4", print_background=True)
    lab.SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (lab.SCREENSHOTS / "paper.pdf").write_bytes(pdf)
    printed = []
    for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        parts = [x.get_object() for x in sheet["/Resources"].get("/XObject", {}).values()]
        images = [[x["/Width"], x["/Height"]] for x in parts if x["/Subtype"] == "/Image"]
        sentences = re.findall(r"\d+ goroutines on \d+ Ps? and", sheet.extract_text())
        assert len(sentences) == len(images), (sentences, images)
        printed += images
    assert len(drawn) == len(CELLS) and sorted(printed) == sorted(drawn)


class Cleaned(html.parser.HTMLParser):
    """What is left of a page where strangers write: a few elements, no script, no style, no class."""

    KEPT = {"p", "img", "details", "summary", "pre", "div", "code", "span", "a"}
    DROPPED = {"script", "style", "svg"}
    ATTRIBUTES = {"src", "alt", "href", "title", "width", "height"}

    def __init__(self):
        super().__init__()
        self.out = []
        self.dropping = 0

    def handle_starttag(self, tag, attributes):
        self.dropping += tag in self.DROPPED
        if tag in self.KEPT and not self.dropping:
            kept = "".join(f' {k}="{html.escape(v or "")}"' for k, v in attributes if k in self.ATTRIBUTES)
            self.out.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag):
        if tag in self.KEPT and not self.dropping:
            self.out.append(f"</{tag}>")
        self.dropping -= tag in self.DROPPED

    def handle_data(self, text):
        if not self.dropping:
            self.out.append(html.escape(text))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_careful_site_leaves_is_a_picture_with_words(run, chromium, scheme):
    notebook = run.read("run.ipynb")
    parts = []
    for cell in notebook.cells:
        for output in cell.outputs:
            if "text/html" in output.get("data", {}):
                cleaned = Cleaned()
                cleaned.feed(output.data["text/html"])
                parts.append(f'<section class="picture">{"".join(cleaned.out)}</section>')
    page_file = run.folder / "cleaned.html"
    style = ":root{color-scheme:light dark}body{font:14px sans-serif;max-width:900px;margin:auto}img{max-width:100%}"
    page_file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(parts)}")
    with lab.window(chromium, 1000) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(page_file.as_uri())
        seen = facts(page)
        look(page, f"cleaned-{scheme}")
    for f in seen:
        assert f["images"] >= 1 and f["wide"] > 500 and not f["overflows"], f
        assert re.match(r"\d+ goroutines on \d+ Ps? and \d+ threads?, ", f["said"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_notebook_7_shows_what_jupyterlab_shows(run, chromium, prefix, theme, tmp_path):
    pytest.importorskip("notebook")
    with lab.server(tmp_path, prefix, theme, program="notebook") as address, lab.window(chromium) as page:
        nbformat.write(run.read("run.ipynb"), tmp_path / "root" / "run.ipynb")
        page.goto(f"{address}/notebooks/run.ipynb?token={lab.TOKEN}")
        still = facts(page)
        look(page, f"notebook7-still-{theme}")
        page.evaluate(
            """async () => {
                const context = window.jupyterapp.shell.currentWidget.sessionContext;
                await context.ready;
                await context.session.kernel.info;
                window.jupyterapp.commands.execute('runmenu:run-all');
            }"""
        )
        page.wait_for_function(
            f"() => document.querySelectorAll('.gv[data-live]').length === {len(CELLS)}", timeout=60_000
        )
        live = facts(page)
        look(page, f"notebook7-live-{theme}")
    for f in still + live:
        assert f["wide"] > 400 and f["high"] > 50 and not f["overflows"], f
    assert not any(f["live"] for f in still)


def test_a_book_holds_the_pictures(run, chromium, tmp_path):
    """Jupyter Book 1: Sphinx, which takes the page as it is."""
    pytest.importorskip("jupyter_book")
    book = pathlib.Path(sys.executable).with_name("jupyter-book")
    shutil.copy(run.folder / "run.ipynb", tmp_path / "run.ipynb")
    (tmp_path / "_config.yml").write_text("title: Book\nexecute:\n  execute_notebooks: 'off'\n")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: run\n")
    done = subprocess.run([book, "build", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    for scheme in "light", "dark":
        with lab.window(chromium) as page:
            page.emulate_media(color_scheme=scheme)
            page.goto((tmp_path / "_build" / "html" / "run.html").as_uri())
            seen = facts(page)
            look(page, f"book-{scheme}")
        for f in seen:
            assert (f["live"] or f["images"]) and f["wide"] > 400 and not f["overflows"], f
