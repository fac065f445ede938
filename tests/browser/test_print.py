"""The site on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints_without_its_navigation(desk: Page, address: str, kind: str) -> None:
    """Paper shows the heading and the text in dark on white, and none of the menus."""
    desk.goto(address + KINDS[kind])
    desk.emulate_media(media="print", color_scheme="dark")
    assert desk.locator("h1").is_visible()
    shown = [nav for nav in desk.locator("header nav, header form").all() if nav.is_visible()]
    assert [nav.evaluate("nav => nav.outerHTML.slice(0, 120)") for nav in shown] == []
    assert desk.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert desk.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("leads", [".pm-placements > li > .pm-chip", "h3", "h4", "h2 + p"])
def test_what_leads_stays_with_what_it_leads_to(desk: Page, address: str, leads: str) -> None:
    """An option, a heading and the sentence below it do not stand alone at the end of a page."""
    desk.goto(address + KINDS["a programme"])
    desk.emulate_media(media="print")
    breaks = """all => all.filter(one => one.checkVisibility()).map(one => {
      const {display, breakAfter} = getComputedStyle(one);
      const around = getComputedStyle(one.parentElement).display;
      return [display.startsWith("inline"), breakAfter, around].join(" ");
    })"""
    found = desk.locator(f"main {leads}").evaluate_all(breaks)
    assert found
    assert set(found) <= {f"false avoid {around}" for around in ("block", "list-item")}


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        ("basket/?keys=sokol2016", "Take it along"),
        ("programmes/?functions=advocacy", "Clear all"),
    ],
)
def test_paper_has_no_word_of_what_can_only_be_pressed(
    desk: Page, address: str, place: str, gone: str
) -> None:
    """No heading stands over buttons that are not printed, and no button beside what is."""
    desk.goto(address + place)
    expect(desk.get_by_text(gone)).to_be_visible()
    desk.emulate_media(media="print")
    expect(desk.get_by_text(gone)).to_be_hidden()
