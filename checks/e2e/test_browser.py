"""What a learner sees: JupyterLab in a browser opens the tour, runs it, and shows the timelines.

Screenshots are left in target/screenshots, for people to look at.
"""

import json

import nbformat
import pytest

import kernels
import lab

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def address(prefix, theme, tmp_path_factory):
    with lab.server(tmp_path_factory.mktemp(theme), prefix, theme) as address:
        yield address


@pytest.fixture(scope="module")
def tour(chromium, address, theme):
    with lab.window(chromium) as page:
        notebook = lab.Notebook(page, address, "new-00-tour.ipynb")
        notebook.run_all(len(code_cells("00-tour.ipynb")))
        notebook.shoot(f"tour-{theme}")
        yield notebook


def code_cells(name):
    notebook = json.loads((kernels.ROOT / "notebooks" / name).read_text())
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]


def test_every_timeline_of_the_tour_is_drawn(tour):
    with_goroutines = [c for c in code_cells("00-tour.ipynb") if "go(" in c.lower()]
    timelines = tour.timelines()
    assert len(timelines) == len(with_goroutines)
    for width, height, images, decoded in timelines:
        assert width > 400 and height > 50 and images > 0 and decoded, timelines


def test_the_deadlock_of_the_tour_is_told_in_the_words_of_go(tour):
    assert "all goroutines are asleep - deadlock!" in "\n".join(tour.outputs())


def test_the_page_had_no_script_errors(tour):
    assert tour.page.errors == []


def test_pictures_are_no_wider_than_their_cell(tour):
    overflow = tour.page.evaluate(
        """() => [...document.querySelectorAll('.jp-OutputArea-output')]
            .filter(e => e.querySelector('img') && e.scrollWidth > e.clientWidth + 1).length"""
    )
    assert overflow == 0


def test_an_untrusted_notebook_keeps_its_pictures(chromium, address, theme):
    """Opened from disk, without having been run: JupyterLab cleans its HTML and runs no script."""
    with lab.window(chromium, width=1000) as page:
        notebook = lab.Notebook(page, address, "02-fork-join.ipynb")
        timelines = notebook.timelines()
        notebook.shoot(f"untrusted-{theme}")
        assert len(timelines) >= 5
        for width, height, images, decoded in timelines:
            assert width > 400 and height > 50 and images > 0 and decoded, timelines
        assert page.query_selector(".gv script") is None


def test_the_stop_button_ends_an_endless_loop(chromium, prefix, tmp_path):
    endless = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(c) for c in ['println("begun"); while (true) {}', "1 + 1"]],
        metadata={"kernelspec": {"name": "goloom", "display_name": "Goloom", "language": "java"}},
    )
    with lab.server(tmp_path, prefix, "light") as address, lab.window(chromium) as page:
        file = tmp_path / "root" / "endless.ipynb"
        nbformat.write(endless, file)
        notebook = lab.Notebook(page, address, "endless.ipynb")
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea-output", has_text="begun").wait_for()
        page.locator("[data-command='notebook:interrupt-kernel'], [data-jp-item-name=interrupt] *").first.click()
        page.get_by_text("interrupted", exact=False).first.wait_for()
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", state="attached")
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(f"() => {lab.PROMPTS}.includes('[2]:')")
        page.get_by_role("region").get_by_text("2", exact=True).first.wait_for()
