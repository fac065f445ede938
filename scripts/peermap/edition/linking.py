"""The link to the printable edition, on the page of the data, where there is an edition."""

from __future__ import annotations

from html import escape

from peermap.words import say

DATA_PAGE = "data/index.html"
PLACE = "<!-- printable edition -->"


def with_edition(page: str, address: str) -> str:
    """The page of the data with a link to the edition at that address."""
    words = say("The printable edition (PDF)")
    says = say(": ") + say("the synthesis, its bibliography and the programmes, on paper")
    link = f'<p><a href="{escape(address)}">{escape(words)}</a>{escape(says)}.</p>'
    return page.replace(PLACE, link, 1)
