"""Light and dark: the system's wish, and the reader's own choice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.kinds import HOME

pytestmark = pytest.mark.browser

COLOURS = """() => {
  const style = getComputedStyle(document.documentElement);
  const names = [...style].filter(name => name.startsWith("--pm-"));
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]));
}"""


def test_a_choice_is_kept_on_the_next_page(desk: Page, address: str) -> None:
    """Who presses the button for dark colours has them on every page, in the same shades as
    someone whose system asks for dark; pressed again, the page is light.
    """
    desk.emulate_media(color_scheme="dark")
    desk.goto(address + HOME)
    dark = desk.evaluate(COLOURS)
    desk.emulate_media(color_scheme="light")
    light = desk.evaluate(COLOURS)
    assert light != dark
    desk.locator("[data-palette]").click()
    assert desk.evaluate(COLOURS) == dark
    desk.goto(address + "map/")
    assert desk.evaluate(COLOURS) == dark
    desk.locator("[data-palette]").click()
    assert desk.evaluate(COLOURS) == light
