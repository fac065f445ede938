"""Formatted citations on pages: of one reference in every style, of a page's sources in one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from markupsafe import Markup

from peermap.catalogues import Catalogue
from peermap.citing.letters import lettered
from peermap.citing.styles import STYLES, Style, default_style, styles_of_pages
from peermap.load.characters import without_accents
from peermap.place.atlas import Atlas
from peermap.records.reference import Reference
from peermap.render.html import html
from peermap.words import said_by, spoken

MOST_IN_HTML = 30  # entries of a page's list; a longer one would make the page heavy
MOST_OF_RECORD = 1  # the same on the page of a record, which stays below forty kilobytes
PLACE = "PEERMAPCITED"  # where the text of a citation is to stand


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference in a style; both texts are HTML that the processor's reader has made safe."""

    key: str
    style: Style
    entry: Markup
    text: Markup


def entries_of_key(atlas: Atlas, key: str) -> list[Entry]:
    """A work in every style, the default one first; none where they were not made."""
    made = (entry_of(atlas, key, style) for style in page_styles(spoken()))
    return [entry for entry in made if entry]


def citing_part(atlas: Atlas, key: str) -> Markup:
    """A work in every style, the default one first, with words and elements around; empty where
    none was made. The texts are poured, as pages are into frames: all works have the rest alike.
    """
    known = [(style.id, atlas.citations.get(style.id, {})) for style in page_styles(spoken())]
    made = [(id_, formatted[key]) for id_, formatted in known if key in formatted]
    if not made:
        return Markup()
    first, *pieces = around(tuple(id_ for id_, _ in made), said_by())
    texts = (text for _, one in made for text in (one.entry, one.text))
    poured = (f"{text}{piece}" for text, piece in zip(texts, pieces, strict=True))
    return Markup(first + "".join(poured))


@lru_cache(maxsize=64)
def around(styles: tuple[str, ...], _by: tuple[str, Catalogue]) -> list[str]:
    """What stands before, between and behind the texts of a work in these styles."""
    place = Markup(PLACE)
    known = {style.id: style for style in STYLES}
    entries = [Entry("", known[id_], place, place) for id_ in styles]
    return html("citing.html", "", entries=entries).split(PLACE)


@cache
def page_styles(language: str) -> tuple[Style, ...]:
    """The styles that pages of a language print, the default one first."""
    return tuple(styles_of_pages(language))


def entry_of(atlas: Atlas, key: str, style: Style) -> Entry | None:
    """A work in a style, if it was formatted."""
    made = atlas.citations.get(style.id, {}).get(key)
    return Entry(key, style, Markup(made.entry), Markup(made.text)) if made else None


def bibliography_part(
    atlas: Atlas, references: Iterable[Reference], at: str, *, most: int = MOST_IN_HTML
) -> str:
    """The sources of a page as a bibliography in the default style, folded up; a script offers
    the others. Empty where no citations were made. What a long list leaves out, its words say.
    """
    style = default_style(spoken())
    made = atlas.citations.get(style.id, {})
    given = (reference.key for reference in references if reference.key in made)
    keys = sorted(given, key=lambda key: (sorting_key(made[key].entry), key))
    if not keys:
        return ""
    texts = lettered([made[key] for key in keys])
    view = {
        "entries": [(key, Markup(text)) for key, text in zip(keys[:most], texts, strict=False)],
        "keys": " ".join(keys),
        "more": max(len(keys) - most, 0),
        "total": len(keys),
        "style": style,
    }
    return html("bibliography.html", at, **view)


@lru_cache(maxsize=20_000)  # a work stands in the lists of several pages
def sorting_key(entry: str) -> str:
    """The letters and digits of an entry without accents: ``citing/order.js`` has the same."""
    words = Markup(entry).striptags()
    words = (words if words.isascii() else without_accents(words)).casefold()
    return re.sub(r"[^a-z0-9]+", " ", words).strip()
