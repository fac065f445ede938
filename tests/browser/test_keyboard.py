"""The site without a mouse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import HOME, KINDS

pytestmark = pytest.mark.browser

# Look before any element has the focus, so that a change of look can be told later. A look is
# everything a focus may change on the element or within it: outline, lines, colours, underline.
LOOK = """() => {
  const traits = ["stroke", "strokeWidth", "boxShadow", "backgroundColor", "borderColor",
    "textDecorationLine", "textDecorationThickness"];
  const look = element => [element, ...element.querySelectorAll("*")].map(part => {
    const style = getComputedStyle(part);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return [outlined ? style.outline : "", ...traits.map(trait => style[trait])].join("|");
  }).join("\\n");
  const name = element => element.outerHTML.slice(0, 120).replace(/\\s+/g, " ");
  const all = [...document.querySelectorAll("a[href], summary, button, input, select, textarea")]
    .filter(element => !element.disabled && element.checkVisibility())
    .filter(element => element.type !== "radio" || element.checked  // Tab stops once in a group
      || !document.querySelector(`input[type=radio][name="${element.name}"]:checked`));
  const before = new Map(all.map(element => [element, look(element)]));
  window.focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    return {
      number: all.indexOf(element),
      name: name(element),
      shows: look(element) !== (before.get(element) ?? ""),
      inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
  };
  return all.map(name);
}"""
MORE_TABS = 30  # beyond the links and buttons: boxes that scroll take the focus too


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_link_skips_to_the_content(desk: Page, address: str, kind: str) -> None:
    """The first press of Tab shows a link that leads past the navigation."""
    desk.goto(address + KINDS[kind], wait_until="networkidle")
    desk.keyboard.press("Tab")
    link = desk.locator("a:focus")
    assert link.get_attribute("href") == "#content"
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0, "the link stays out of sight"
    desk.keyboard.press("Enter")
    assert desk.locator("main:focus").count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_reached_and_shows_it(desk: Page, address: str, kind: str) -> None:
    """Tab comes to every link, button and field of the page, each shows that it has the focus,
    and none of them is out of sight then.
    """
    desk.goto(address + KINDS[kind], wait_until="networkidle")
    names = desk.evaluate(LOOK)
    stops = stops_of(desk, len(names) + MORE_TABS)
    reached = {stop["number"] for stop in stops}
    assert [name for number, name in enumerate(names) if number not in reached] == []
    assert [stop["name"] for stop in stops if not stop["shows"]] == []
    assert [stop["name"] for stop in stops if not stop["inside"]] == []


def stops_of(page: Page, most: int) -> list[dict[str, Any]]:
    """Where the focus stands after each press of Tab, until it leaves the page or comes round."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate("focused()")
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            break
        stops.append(stop)
    return stops


def test_the_menu_closes_where_it_was_opened(desk: Page, address: str) -> None:
    """On a narrow window the menu opens and closes with Enter, and the focus stays on it."""
    desk.set_viewport_size({"width": 360, "height": 800})
    desk.goto(address + HOME)
    menu = desk.locator("header details > summary")
    menu.focus()
    for is_open in (True, False):
        desk.keyboard.press("Enter")
        assert desk.locator("header details[open]").count() == is_open
        assert desk.locator("header summary:focus").count() == 1


def test_escape_closes_the_menu(phone: Page, address: str) -> None:
    """Whoever opened the menu of a small screen and looks around in it gets out with one key, to
    where it was opened.
    """
    phone.goto(address + "programmes/", wait_until="networkidle")
    button = phone.locator(".pm-menu > summary")
    links = phone.locator(".pm-menu nav")
    button.press("Enter")
    expect(links).to_be_visible()
    links.get_by_role("link").nth(2).press("Escape")
    expect(links).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    phone.keyboard.press("Escape")
    expect(links).to_be_hidden()
