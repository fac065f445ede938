"""What scripts need is asked for at once, and nothing is asked for in vain."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

HINT = re.compile(r'<link rel="(?:modulepreload|preload" as="fetch)"[^>]*>\n')
PAGES = ("programmes/", "references/", "describe/", "compare/", "gaps/", "contribute/", "trends/")


def asked(page: Page, url: str) -> list[str]:
    """The files that a page asks for until it rests."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    page.goto(url, wait_until="networkidle")
    return sorted(found)


def without_hints(route: Route) -> None:
    """Answer with the page as it would be without a word on what its scripts need."""
    answer = route.fetch()
    route.fulfill(response=answer, body=HINT.sub("", answer.text()))


@pytest.mark.parametrize("at", [*PAGES, "fr/gaps/"])
def test_what_is_told_in_the_head_is_what_is_needed(desk: Page, address: str, at: str) -> None:
    """A browser asks for the same files without the hints, each once; and hints name all modules
    that are not those of every page.
    """
    url = address + at
    of_every_page = asked(desk.context.new_page(), address + "fr/")
    told = asked(desk, url)
    hinted = desk.eval_on_selector_all("link[rel$=preload]", "links => links.map(l => l.href)")
    assert len(told) == len(set(told))
    other = desk.context.new_page()
    other.route(url, without_hints)
    assert asked(other, url) == told
    modules = {one for one in told if one.endswith(".js")}.difference(of_every_page)
    scripts = desk.eval_on_selector_all("script[src]", "scripts => scripts.map(s => s.src)")
    assert modules <= {*hinted, *scripts}
