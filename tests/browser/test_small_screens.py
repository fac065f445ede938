"""Pages in a narrow window: on a phone, and where everything is magnified."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.kinds import HOME
from browser.visiting import WIDTHS

pytestmark = pytest.mark.browser

WITH_TABLES = ("labels/", "silos/", "data/", "method/", "fr/labels/", "fr/method/")
CUT = """() => [...document.querySelectorAll("main table")].filter(table => {
  const box = table.closest(".pm-scroll");
  return table.checkVisibility() && table.getBoundingClientRect().right > innerWidth
    && !(box && box.tabIndex === 0 && box.role === "region"
      && (box.ariaLabel || box.hasAttribute("aria-labelledby"))
      && getComputedStyle(box).backgroundAttachment.includes("local, scroll"));
}).map(table => table.innerText.slice(0, 60))"""
LARGE = (
    "fr/", "fr/questions/functions/navigation/", "fr/programmes/caring-community/",
    "fr/labels/promotora/", "fr/references/sokol2016/", "fr/describe/?functions=navigation",
    "fr/compare/?p=caring-community,project-dulce,sharps-peer-navigators", "fr/gaps/",
    "fr/method/", "fr/basket/?keys=sokol2016",
)  # fmt: skip
ON_ONE_LINE = """() => [".pm-brand", ".pm-menu > summary"].map(piece => {
  const box = document.querySelector(piece).getBoundingClientRect();
  return Math.round(box.top + box.height / 2);
})"""
BROKEN_WORDS = """heads => heads.flatMap(head => {
  const text = head.firstChild, range = document.createRange();
  return [...text.data.matchAll(/[\\p{L}\\p{N}]+/gu)].filter(word => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(word => word[0]);
})"""
CUT_CHOICES = """boxes => boxes.flatMap(box => {
  const style = getComputedStyle(box), pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const words = box.selectedOptions[0].text;
  return pen.measureText(words).width > room ? [words] : [];
})"""
OUTSIDE = """stages => stages.flatMap(stage => {
  const edge = stage.querySelector("rect").getBBox(), right = edge.x + edge.width;
  return [...stage.querySelectorAll("text")].filter(text => {
    const box = text.getBBox();
    return box.y < edge.y + edge.height && box.x + box.width > right - 6;
  }).map(text => text.textContent);
})"""


@pytest.mark.parametrize("place", WITH_TABLES)
def test_a_wide_table_shows_that_there_is_more_of_it(phone: Page, address: str, place: str) -> None:
    """What does not fit lies in a named box that takes the focus, with a shadow on that edge where
    more of it is; the page itself stays within the window, and keys lead to the last column.
    """
    phone.goto(address + place)
    assert phone.evaluate(CUT) == []
    assert phone.evaluate("document.documentElement.scrollWidth") == WIDTHS["phone"]
    box = phone.locator("main .pm-scroll").first
    box.focus()
    for _ in range(30):
        phone.keyboard.press("ArrowRight")
    expect(box.locator("thead th").last).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("folder", ["", "fr/"])
@pytest.mark.parametrize(("width", "works"), [(360, 0), (360, 14), (640, 0), (640, 14), (800, 14)])
def test_the_header_is_one_line(
    phone: Page, address: str, folder: str, width: int, works: int
) -> None:
    """The menu stands beside the name, with works in the basket too."""
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(address + HOME)
    keys = ",".join(f"work{number}" for number in range(works))
    phone.evaluate("keys => localStorage.setItem('peermap.basket', keys)", keys)
    phone.goto(address + folder + "programmes/", wait_until="networkidle")
    assert phone.locator("[data-basket-link]").is_visible() is bool(works)
    name, menu = phone.evaluate(ON_ONE_LINE)
    assert name == menu


@pytest.mark.parametrize("place", ["trends/", "fr/trends/"])
def test_heads_of_periods_keep_their_words_whole(phone: Page, address: str, place: str) -> None:
    """No word of a head goes on in the next line, and the table fits the window."""
    phone.goto(address + place)
    assert phone.locator(".pm-periods thead th").evaluate_all(BROKEN_WORDS) == []
    box = phone.locator(".pm-scroll:has(> .pm-periods)")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("place", ["method/", "fr/method/"])
def test_words_of_the_flow_stay_in_their_boxes(phone: Page, address: str, place: str) -> None:
    """No label of the flow of records is wider than its box."""
    phone.goto(address + place)
    stages = phone.locator(".pm-flow-stage")
    assert stages.count()
    assert stages.evaluate_all(OUTSIDE) == []


@pytest.mark.parametrize("place", ["", "map/", "fr/", "fr/map/"])
def test_a_phone_has_the_counts_of_the_map(phone: Page, address: str, place: str) -> None:
    """The petals carry signs there is room for, and the list says how many programmes take each
    option: the same numbers as in the picture of a wide window. A caption tells which is which.
    """
    phone.goto(address + place)
    drawn = phone.locator(".pm-rose .pm-rose-count").all_text_contents()
    listed = phone.locator(".pm-map-list ul ul .pm-uses > [aria-hidden]").all_inner_texts()
    assert listed == [f"({number.strip()})" for number in drawn]
    assert phone.locator(".pm-map > figcaption > .pm-map-signs").is_visible()


def test_the_key_of_search_is_one_sentence(phone: Page, address: str) -> None:
    """The words beside the box run on as a sentence, not in columns."""
    phone.goto(address + "search/", wait_until="networkidle")
    label = phone.locator(".pm-choice label")
    assert label.is_visible()
    assert label.evaluate("label => label.querySelector('kbd').parentElement !== label")
    box = label.bounding_box()
    assert box is not None
    assert box["height"] < 64  # two lines


@pytest.mark.parametrize("place", LARGE)
def test_large_letters_fit_a_phone(large_letters: Browser, address: str, place: str) -> None:
    """Whoever needs letters twice as large does not have to move a page sideways to read it."""
    with large_letters.new_page(viewport={"width": WIDTHS["phone"], "height": 740}) as page:
        page.goto(address + place, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate("document.documentElement.scrollWidth") == WIDTHS["phone"]


@pytest.mark.parametrize("place", ["gaps/", "fr/gaps/", "trends/", "fr/programmes/"])
def test_what_is_chosen_can_be_read_in_full(phone: Page, address: str, place: str) -> None:
    """No choice is cut at the edge of its box."""
    phone.goto(address + place, wait_until="networkidle")
    assert phone.locator("main select:visible").count()
    assert phone.locator("main select:visible").evaluate_all(CUT_CHOICES) == []


@pytest.mark.parametrize("place", ["fr/compare/", "fr/search/"])
def test_a_box_to_tick_keeps_its_size(phone: Page, address: str, place: str) -> None:
    """Long words beside it take a second line and nothing of the box."""
    phone.goto(address + place, wait_until="networkidle")
    box = phone.locator("main [type=checkbox]:visible").first.bounding_box()
    assert box is not None
    assert box["width"] == box["height"] > 18


@pytest.mark.parametrize("place", ["silos/", "fr/silos/"])
def test_what_a_term_means_is_no_column_of_single_words(
    phone: Page, address: str, place: str
) -> None:
    """The definitions of communities and issues have room for a few words a line."""
    phone.goto(address + place)
    wide = "cells => cells.map(cell => cell.clientWidth).filter(width => width < 180)"
    cells = phone.locator("main tbody td:first-of-type")
    assert cells.count() > 20
    assert cells.evaluate_all(wide) == []


@pytest.mark.parametrize(("works", "lines"), [(0, 1), (2, 2)])
def test_the_header_leaves_room_for_the_page_where_letters_are_large(
    large_letters: Browser, address: str, works: int, lines: int
) -> None:
    """With letters twice as large it is one line on a phone, and two with works in the basket; each
    of its buttons is large enough for a finger.
    """
    with large_letters.new_page(viewport={"width": WIDTHS["phone"], "height": 740}) as page:
        page.goto(address + HOME)
        keys = ",".join(f"work{number}" for number in range(works))
        page.evaluate("keys => localStorage.setItem('peermap.basket', keys)", keys)
        page.goto(address + "fr/programmes/", wait_until="networkidle")
        buttons = page.locator(".pm-header :is(a, button, summary):visible")
        boxes = buttons.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
        assert len({round((box["top"] + box["bottom"]) / 2 / 32) for box in boxes}) == lines
        assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
