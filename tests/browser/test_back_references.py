"""From a reference back to the statements that rest on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from peermap.place.atlas import Atlas
from peermap.place.provenance import StatementUse

pytestmark = pytest.mark.browser

QUOTED = """items => items.map(item => [
  item.innerText, [...item.querySelectorAll("a")].map(link => link.href)
])"""


@pytest.mark.parametrize("key", ["panaite2024", "lessard2024", "sokol2016"])
def test_a_quoted_statement_stands_where_the_link_leads(
    without_scripts: BrowserContext, address: str, atlas: Atlas, key: str
) -> None:
    """A reference's page quotes every statement that rests on it, and the link beside the quote
    leads to the same words on the statement's own page.
    """
    statements = {target_of(address, use): use for use in atlas.uses[key].statements}
    assert statements
    with without_scripts.new_page() as page:
        quoted = quotes(page, f"{address}references/{key}/")
        for target in sorted(statements):
            quote = next((words for words, links in quoted if target in links), None)
            assert quote is not None, f"no link to {target}"
            assert words_at(page, target) in quote


def target_of(address: str, use: StatementUse) -> str:
    """Where a statement stands, as a browser has it."""
    folder = {"question": "questions", "trend": "trends"}[use.page]
    return f"{address}{folder}/{use.id}/#{use.sentence.anchor}"


def quotes(page: Page, first: str) -> list[tuple[str, list[str]]]:
    """What the items of a reference's page say and link to, over all its pages."""
    found: list[tuple[str, list[str]]] = []
    to_read, read = {first}, set()
    while to_read:
        url = to_read.pop()
        read.add(url)
        page.goto(url)
        items = page.locator("main li").evaluate_all(QUOTED)
        found += [(one_line(words), links) for words, links in items]
        pages = {
            link
            for _, links in items
            for link in links
            if link.startswith(f"{first.removesuffix('/')}--")
        }
        to_read |= pages - read
    return found


def words_at(page: Page, target: str) -> str:
    """The words of the element that an address with an anchor leads to."""
    url, _, anchor = target.partition("#")
    if page.url.partition("#")[0] != url:
        page.goto(url)
    return one_line(page.locator(f"[id='{anchor}']").inner_text())


def one_line(words: str) -> str:
    """Words without the line breaks of the page."""
    return " ".join(words.split())
