"""A list that can be narrowed, finder or library, as its readers see it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

FOUND = re.compile(r"(\d+) of (\d+) (?:programmes|references)")
LINKS = "links => links.map(link => link.getAttribute('href').replace(/\\/$/, ''))"


def found(page: Page) -> int:
    """How many records the page says it found."""
    match = FOUND.fullmatch(page.locator(".pm-finder-found").inner_text())
    assert match is not None
    return int(match[1])


def open_at(page: Page, url: str) -> None:
    """Open a list at an address and wait for its number."""
    page.goto(url)
    expect(page.locator(".pm-finder-found")).to_have_text(FOUND)


def listed(page: Page) -> list[str]:
    """The ids of all results, read to the end of the list."""
    more = page.locator(".pm-finder-list + button")
    expect(page.locator(".pm-finder-list > li")).to_have_count(min(10, found(page)))
    while more.is_visible():
        more.click()
    return list(
        page.locator(".pm-finder-list :is(.pm-row-title, .pm-reference)").evaluate_all(LINKS)
    )


def saved(page: Page, name: str) -> str:
    """The text of the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")
