"""The link to the printable edition, on the pages of the data, where there is an edition."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from peermap.publish.languages import configurations
from peermap.words import ENGLISH, say, speaking, spoken

DATA_PAGE = "data/index.html"
PLACE = "<!-- printable edition -->"


def data_pages(root: Path) -> Iterator[tuple[str, str]]:
    """The pages of the data of a project's site, English first: language and path."""
    yield ENGLISH, DATA_PAGE
    yield from ((language, f"{language}/{DATA_PAGE}") for language in configurations(root))


def with_edition(page: str, address: str, language: str = ENGLISH) -> str:
    """The page of the data in a language with a link to the edition, which is in English, at an
    address.
    """
    with speaking(language):
        return page.replace(PLACE, edition_link(address), 1)


def edition_link(address: str) -> str:
    """A paragraph with the link, in the language that is spoken."""
    words = say("The printable edition (PDF)")
    says = say(": ") + say("the synthesis, its bibliography and the programmes, on paper")
    english = ' hreflang="en"' if spoken() != ENGLISH else ""
    return f'<p><a href="{escape(address)}"{english}>{escape(words)}</a>{escape(says)}.</p>'
