"""One page of every kind, in light and dark, at a desk and on a phone."""

from __future__ import annotations

import pytest

from browser.visiting import SCHEMES, Visit

pytestmark = pytest.mark.browser


def test_the_page_is_there(visit: Visit) -> None:
    """The address leads to a page."""
    assert visit.status == 200


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_bars_a_reader(visit: Visit, scheme: str) -> None:
    """Someone who reads with a screen reader, large print or weak eyes meets no barrier that the
    rules of WCAG 2.2 AA can find, whatever the colours of the system.
    """
    found = visit.violations[scheme]
    assert not found, "\n" + "\n".join(found)


def test_the_console_is_quiet(visit: Visit) -> None:
    """No script of the page fails, and nothing the page asks for is missing."""
    assert visit.said == ()


def test_no_other_host_is_asked(visit: Visit, address: str) -> None:
    """No one but the site itself learns that the page is read."""
    assert [url for url in visit.asked if not url.startswith((address, "data:"))] == []


def test_the_page_does_not_scroll_sideways(visit: Visit) -> None:
    """Nothing is wider than the window, so that a line is read without moving the page."""
    assert not visit.scrolls, "wider than the window: " + ", ".join(visit.wider)
