"""Copying, choosing a style and the basket, by keyboard and as a screen reader is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.states import barriers
from browser.test_keyboard import LOOK, MORE_TABS, stops_of
from browser.visiting import WIDTHS

pytestmark = pytest.mark.browser

REFERENCE = "references/barker2020/"
OPTION = "questions/functions/navigation/"
STYLES = 7
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
}"""
NO_CLIPBOARD = """() => {
  const refuse = () => Promise.reject(new DOMException("", "NotAllowedError"));
  navigator.clipboard.write = navigator.clipboard.writeText = refuse;
  document.execCommand = () => window.oldWay;
}"""
BASKETS = {"empty": "basket/", "filled": "basket/?keys=barker2020,sokol2016,acs2009"}


def test_every_style_is_read_without_a_script(chromium: Browser, address: str) -> None:
    """A reference page has the entry and the in-text citation in every style in its HTML; the page
    of the basket says what to do instead.
    """
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + REFERENCE)
    expect(page.locator("[data-style] .pm-entry")).to_have_count(STYLES)
    expect(page.locator("[data-style] .pm-in-text")).to_have_count(STYLES)
    expect(page.locator("[data-style=apa] .pm-entry")).to_be_visible()
    page.goto(address + "basket/")
    expect(page.get_by_text("The basket needs JavaScript")).to_be_visible()
    context.close()


def test_a_citation_is_copied_by_keyboard_and_said(desk: Page, address: str) -> None:
    """Enter on *Copy* puts the entry on the clipboard, and a live region says so."""
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto(address + REFERENCE)
    desk.get_by_role("button", name="Copy APA 7", exact=True).press("Enter")
    expect(desk.get_by_role("status")).to_have_text("Copied: APA 7")
    entry = desk.locator("[data-style=apa] .pm-entry").inner_text()
    assert desk.evaluate("navigator.clipboard.readText()") == entry


@pytest.mark.parametrize("item", ["ClipboardItem", "nothing"])
def test_what_was_not_copied_is_not_said_to_be(desk: Page, address: str, item: str) -> None:
    """Where the browser refuses its clipboard, the old way is tried; where that fails too, the page
    says that nothing was copied.
    """
    faults: list[str] = []
    desk.on("pageerror", lambda fault: faults.append(str(fault)))
    desk.goto(address + REFERENCE)
    desk.evaluate(NO_CLIPBOARD)
    desk.evaluate("name => { if (name === 'nothing') delete window.ClipboardItem; }", item)
    copy = desk.get_by_role("button", name="Copy APA 7", exact=True)
    desk.evaluate("window.oldWay = false")
    copy.press("Enter")
    expect(desk.get_by_role("status")).to_contain_text("Not copied: APA 7")
    expect(copy).to_have_text("Copy")
    desk.evaluate("window.oldWay = true")
    copy.press("Enter")
    expect(desk.get_by_role("status")).to_have_text("Copied: APA 7")
    assert faults == []


def test_the_style_is_remembered(desk: Page, address: str) -> None:
    """Who chooses a style on one page finds it on the next, for a reference and for a list."""
    desk.goto(address + REFERENCE)
    desk.get_by_label("Citation style").select_option("ama")
    desk.goto(address + OPTION)
    desk.locator(".pm-bibliography summary").press("Enter")
    expect(desk.locator(".pm-bibliography [data-style-name]")).to_have_text("AMA 11")
    shown = desk.locator(".pm-bibliography ol.pm-entries > li")
    keys = desk.locator(".pm-bibliography").get_attribute("data-keys") or ""
    expect(shown).to_have_count(len(keys.split()))


def test_the_basket_collects_exports_and_is_sent_on(desk: Page, address: str) -> None:
    """Works added on two pages are counted in the header, listed, saved, removed, and travel in a
    link to a browser that has never seen them.
    """
    desk.goto(address + REFERENCE)
    desk.get_by_role("button", name="Add to basket").press("Enter")
    desk.goto(address + OPTION)
    desk.locator(".pm-sources .pm-add").nth(1).press("Space")
    expect(desk.locator("[data-basket-count]")).to_have_text("2")
    desk.goto(address + "basket/")
    entries = desk.locator(".pm-entries > li")
    expect(entries).to_have_count(2)
    with desk.expect_download() as saved:
        desk.get_by_role("button", name="BibTeX").press("Enter")
    assert saved.value.path().read_text(encoding="utf-8").count("\n@") >= 1
    link = desk.get_by_label("A link that holds this list").input_value()
    desk.get_by_role("button", name="Remove barker2020").press("Enter")
    expect(entries).to_have_count(1)
    desk.goto(link)
    expect(entries).to_have_count(2)


def test_a_view_is_cited_with_its_filters(desk: Page, address: str) -> None:
    """*Cite this page* takes the address as it stands."""
    desk.goto(address + "programmes/?trend=peer-support")
    desk.locator(".pm-cite-page summary").press("Enter")
    expect(desk.locator("[data-page-entry]")).to_contain_text("programmes/?trend=peer-support")


@pytest.mark.usefixtures("axe")
def test_a_work_that_the_bibliography_lacks_is_named_in_the_basket(
    desk: Page, address: str
) -> None:
    """What is counted stands in the list, and whoever has it in their own basket can take it out;
    what is copied has no such line.
    """
    desk.goto(address + "basket/?keys=nobody,sokol2016")
    lost = desk.get_by_text("There is no reference “nobody”.")
    expect(lost).to_be_visible()
    desk.get_by_role("button", name="Add these to my basket").click()
    desk.goto(address + "basket/")
    expect(desk.get_by_text("2 references, kept in this browser only.")).to_be_visible()
    expect(desk.locator(".pm-entries").first.locator("li")).to_have_count(1)
    desk.get_by_role("button", name="Remove nobody").click()
    expect(lost).to_be_hidden()
    expect(desk.locator("[data-basket-count]")).to_have_text("1")


def test_an_empty_basket_leads_to_the_references(desk: Page, address: str) -> None:
    """It says how to fill it, and where."""
    desk.goto(address + "fr/basket/")
    desk.locator("main").get_by_role("link", name="Références", exact=True).click()
    desk.wait_for_url(address + "fr/references/")


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("at", [REFERENCE, "basket/?keys=barker2020", "cite/"])
def test_pages_of_citing_have_no_fault(desk: Page, address: str, at: str) -> None:
    """The rules of accessibility hold on the pages as a script leaves them."""
    desk.goto(address + at)
    expect(desk.locator(".pm-entry, .pm-entries > li").first).to_be_attached()
    for summary in desk.locator("main details summary").all():
        summary.press("Enter")
    assert violations(desk) == ()


def with_bibliography(page: Page, address: str) -> None:
    """An option with its formatted bibliography open."""
    page.goto(address + OPTION, wait_until="networkidle")
    page.locator(".pm-bibliography summary").press("Enter")
    expect(page.locator(".pm-bibliography .pm-entries > li").first).to_be_visible()


def with_basket(page: Page, address: str, state: str) -> None:
    """The basket, empty or with three works in it."""
    page.goto(address + BASKETS[state], wait_until="networkidle")
    expect(page.locator(".pm-entries > li")).to_have_count(3 if state == "filled" else 0)


@pytest.mark.usefixtures("axe")
def test_an_open_bibliography_bars_nobody(desk: Page, address: str) -> None:
    """Light and dark, at a desk and on a phone; nothing scrolls sideways."""
    with_bibliography(desk, address)
    assert barriers(desk) == []


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("state", BASKETS)
def test_the_basket_bars_nobody(desk: Page, address: str, state: str) -> None:
    """The same for the basket with and without works."""
    with_basket(desk, address, state)
    assert barriers(desk) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_tab_goes_through_an_open_bibliography(desk: Page, address: str, width: str) -> None:
    """Tab reaches whatever can be pressed there, and shows it."""
    desk.set_viewport_size({"width": WIDTHS[width], "height": 800})
    with_bibliography(desk, address)
    assert unreached(desk) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", BASKETS)
def test_tab_goes_through_the_basket(desk: Page, address: str, state: str, width: str) -> None:
    """The same for the basket with and without works."""
    desk.set_viewport_size({"width": WIDTHS[width], "height": 800})
    with_basket(desk, address, state)
    assert unreached(desk) == []


def unreached(page: Page) -> list[str]:
    """What Tab does not come to from the top, or does not show or keep in sight."""
    page.evaluate(FROM_THE_TOP)
    names = page.evaluate(LOOK)
    stops = stops_of(page, len(names) + MORE_TABS)
    reached = {stop["number"] for stop in stops}
    missed = [name for number, name in enumerate(names) if number not in reached]
    return missed + [s["name"] for s in stops if not (s["shows"] and s["inside"])]
