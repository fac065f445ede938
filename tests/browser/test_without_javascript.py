"""The site with JavaScript switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.kinds import HOME, KINDS
from browser.visiting import WIDTHS
from peermap.place.atlas import Atlas
from peermap.render.addresses import address as address_of

pytestmark = pytest.mark.browser

HREFS = "links => links.map(link => link.href.split('#')[0])"
MOST_TABS = 30


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole(without_scripts: BrowserContext, address: str, kind: str) -> None:
    """A page shows its heading, and no script needs to run for it."""
    with without_scripts.new_page() as page:
        page.goto(address + KINDS[kind])
        headings = page.locator("h1")
        assert headings.count() == 1
        assert headings.inner_text().strip()


def test_links_of_the_navigation_work(without_scripts: BrowserContext, address: str) -> None:
    """Every link at the top of the page leads to a page with a heading."""
    with without_scripts.new_page() as page:
        page.goto(address + HOME)
        links = page.locator("header a").evaluate_all(HREFS)
        assert len(set(links)) > 10
        for link in sorted(set(links)):
            response = page.goto(link)
            assert response is not None
            assert response.ok, link
            assert page.locator("h1").is_visible(), link


@pytest.mark.parametrize("folder", ["programmes", "references", "labels"])
def test_a_list_is_complete(
    without_scripts: BrowserContext, address: str, atlas: Atlas, folder: str
) -> None:
    """The pages of a list hold every record, and link to its page."""
    records = {address + address_of(record) for record in getattr(atlas, folder).values()}
    with without_scripts.new_page() as page:
        listed = links_of_list(page, f"{address}{folder}/")
    assert sorted(records - listed) == []


def links_of_list(page: Page, first: str) -> set[str]:
    """Where every page of a list leads to, following the list's own links from its first page."""
    links, read, to_read = set(), set(), {first}
    while to_read:
        url = to_read.pop()
        page.goto(url)
        read.add(url)
        links |= set(page.locator("main a").evaluate_all(HREFS))
        to_read = {link for link in links if link.startswith(f"{first}page-")} - read
    return links


def test_the_menu_on_a_phone_opens_by_keyboard(chromium: Browser, address: str) -> None:
    """On a phone the menu is reached with Tab, opens with Enter, and its links lead on."""
    with chromium.new_context(
        java_script_enabled=False, viewport={"width": WIDTHS["phone"], "height": 800}
    ) as context:
        page = context.new_page()
        page.goto(address + HOME)
        link = page.locator("header details").get_by_role("link", name="References")
        assert not link.is_visible()
        tab_to(page, "header summary")
        page.keyboard.press("Enter")
        assert link.is_visible()
        tab_to(page, f"header details a[href='{link.get_attribute('href')}']")
        page.keyboard.press("Enter")
        page.wait_for_url(address + "references/")
        assert page.locator("h1").is_visible()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on the first element that the selector names."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} is not reached with {MOST_TABS} presses of Tab")
