"""Bridges and the spread of a label as their readers use them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.axe import violations
from browser.visiting import AT_REST, SCHEMES, WIDTHS

pytestmark = pytest.mark.browser


def test_an_arch_leads_to_its_line(desk: Page, address: str) -> None:
    """The number on an arch leads to the line with the two names, by mouse and by keyboard, and
    the line leads to its two strongest programmes side by side.
    """
    desk.goto(address + "bridges/")
    desk.get_by_role("link", name="Which issues and communities they join, as a picture").click()
    arch = desk.locator(".pm-arches-picture a[href^='#']").first
    names = (arch.get_attribute("aria-label") or "").partition(": ")[0]
    arch.click()
    line = desk.locator(".pm-joined > li:target")
    expect(line).to_be_visible()
    assert all(name in line.inner_text() for name in names.split(" and "))
    second = desk.locator(".pm-arches-picture a[href^='#']").nth(1)
    second.focus()
    desk.keyboard.press("Enter")
    assert desk.url.endswith(second.get_attribute("href") or "?")
    desk.locator(".pm-joined > li:target a").click()
    expect(desk.locator(".pm-compare-table thead .pm-row-title")).to_have_count(2)


def test_a_name_leads_to_its_programmes(desk: Page, address: str) -> None:
    """A name in the picture leads to the finder, narrowed to it."""
    desk.goto(address + "bridges/")
    desk.get_by_role("link", name="Homelessness", exact=True).first.click()
    desk.wait_for_url("**/programmes/?issues=homelessness")
    expect(desk.get_by_role("checkbox", name="Homelessness")).to_be_checked()


def test_without_scripts_picture_and_list_are_there(
    without_scripts: BrowserContext, address: str
) -> None:
    """With JavaScript off the pictures of bridges and of a label are there, and so are the same
    numbers as text.
    """
    with without_scripts.new_page() as page:
        page.goto(address + "bridges/")
        expect(page.locator(".pm-arches-picture")).to_have_count(2)
        expect(page.locator(".pm-joined > li").first).to_contain_text("bridges. The strongest:")
        page.goto(address + "labels/community-health-worker/")
        expect(page.get_by_role("img", name="How programmes of")).to_be_visible()
        row = page.get_by_role("row", name="Navigation")
        expect(row.get_by_role("rowheader")).to_be_visible()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("at", ["bridges/", "labels/community-health-worker/"])
def test_opened_they_bar_no_reader(chromium: Browser, address: str, at: str, width: str) -> None:
    """With every fold open, in both colour schemes: nothing bars a reader, nothing is wider than
    the window, and numbers on arches are large enough to read and to hit.
    """
    with chromium.new_context(viewport={"width": WIDTHS[width], "height": 800}) as context:
        page = context.new_page()
        page.goto(address + at)
        page.evaluate(AT_REST)
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert violations(page) == ()
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        for badge in page.locator(".pm-arch-badge").all()[:3]:
            box = badge.bounding_box()
            assert box
            assert box["width"] >= 21
