"""The living picture in JupyterLab: what keys and buttons do, and what they must not do."""

import pytest

from test_browser import address, tour  # noqa: F401  (fixtures)

pytestmark = pytest.mark.timeout(300)

CELLS = """() => [...document.querySelectorAll('.jp-Notebook .jp-Cell .cm-content')].map(e => e.textContent)"""
CANVASES = """() => [...document.querySelectorAll('.gv canvas')].map(c => c.toDataURL())"""
NOTEBOOK_KEYS = "a b c d d e m r s v w x y z 0 o / Escape Enter ArrowUp ArrowDown . , Shift+Enter".split()


@pytest.fixture(scope="module")
def theme():
    return "light"


@pytest.fixture(scope="module")
def page(tour):  # noqa: F811
    tour.page.wait_for_function(
        """() => {
            const all = [...document.querySelectorAll('.gv')];
            return all.length > 1 && all.every(g => g.dataset.live);
        }"""
    )
    return tour.page


@pytest.fixture
def picture(page):
    """The first picture, with the keyboard on it, as at the beginning."""
    page.locator(".gv canvas").first.focus()
    page.keyboard.press("0")
    return page.locator(".gv").first


@pytest.mark.parametrize("part", ["canvas", "button", ".gv-step summary", ".gv-step input"])
def test_keys_inside_a_picture_never_reach_jupyterlab(page, picture, part):
    before = page.evaluate(CELLS)
    picture.locator(".gv-step").evaluate("e => { e.open = true; }")
    for key in NOTEBOOK_KEYS:
        picture.locator(part).first.focus()
        page.keyboard.press(key)
    assert page.evaluate(CELLS) == before
    assert "jp-mod-commandMode" in page.locator(".jp-Notebook").get_attribute("class")


@pytest.mark.parametrize("keys", [["w"], ["w", "d"], ["o"], ["ArrowRight"], ["."]])
def test_a_key_changes_its_own_picture_only(page, picture, keys):
    before = page.evaluate(CANVASES)
    for key in keys:
        page.keyboard.press(key)
    after = page.evaluate(CANVASES)
    assert after[0] != before[0]
    assert after[1:] == before[1:]
    page.keyboard.press("Escape")
    picture.locator(".gv-step").evaluate("e => { e.open = false; }")


def test_every_key_has_a_button_that_does_the_same(page, picture):
    fit = page.evaluate(CANVASES)[0]
    page.keyboard.press("w")
    by_key = page.evaluate(CANVASES)[0]
    page.keyboard.press("0")
    assert page.evaluate(CANVASES)[0] == fit
    picture.get_by_role("button", name="zoom in").click()
    page.locator(".gv canvas").first.focus()
    assert page.evaluate(CANVASES)[0] == by_key != fit


def test_from_a_slice_to_the_goroutine_that_woke_it(page, picture):
    search = picture.locator("input[type=search]")
    search.fill("woken by")
    said = picture.locator(".gv-live")
    waker = said.text_content().rsplit("woken by ", 1)[1]
    search.press("Escape")
    page.keyboard.press("Enter")
    assert said.text_content().startswith(waker)
    search.fill("")


def test_a_view_is_drawn_in_a_tenth_of_a_second(page, picture):
    times = page.evaluate(
        """() => [...document.querySelectorAll('.gv canvas')].map(c => Math.min(...[1, 2, 3].map(() => {
            const from = performance.now();
            c.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
            return performance.now() - from;
        })))"""
    )
    assert max(times) < 100, times


def test_the_viewer_threw_nothing(page):
    assert page.errors == []
