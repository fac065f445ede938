"""Where a reader is: tabs and pages of a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.kinds import KINDS

pytestmark = pytest.mark.browser

TABS = {
    "basket/": "References",
    "fr/basket/": "Références",
    "data/": "About",
    "bridges/": "Programmes",
    KINDS["a reference"]: "References",
    KINDS["an option"]: "Questions",
}


@pytest.mark.parametrize("place", TABS)
def test_one_tab_is_that_of_the_page(desk: Page, address: str, place: str) -> None:
    """A page stands below one tab: the one it names, or that of its section."""
    desk.goto(address + place)
    assert desk.locator(".pm-tabs [aria-current]").all_inner_texts() == [TABS[place]]


def test_pages_of_a_list_stand_in_one_line(desk: Page, address: str) -> None:
    """The page one is on is as high as the links to the others."""
    desk.goto(address + "references/", wait_until="networkidle")
    pages = desk.locator(".pm-pager :is(a, [aria-current])")
    tops = pages.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(tops) > 2
    assert len(set(tops)) == 1
