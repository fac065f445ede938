"""Values that several kinds of records share, as plain data for layouts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peermap.place.atlas import Atlas
from peermap.records.map import Option
from peermap.records.programme import Evidence
from peermap.records.prose import Passage
from peermap.records.reference import Reference
from peermap.render.addresses import Url, url_from
from peermap.render.links import Link, link_from
from peermap.render.pages.sheet import Sheet
from peermap.words import spoken

Data = dict[str, Any]


def given(data: Data) -> Data:
    """The data without what is empty: layouts ask whether a value is there."""
    return {name: value for name, value in data.items() if value}


@dataclass(frozen=True, slots=True)
class Pieces:
    """Makes data of pieces of records, with links as seen from one page."""

    atlas: Atlas
    url: Url
    link: Link

    def cite(self, key: str) -> Data:
        """A reference as it is cited."""
        reference = self.atlas.references[key]
        return given(
            {
                "href": self.url(reference),
                "words": reference.author_year,
                "notices": [notice.kind for notice in reference.notices],
            }
        )

    def cites(self, keys: Iterable[str]) -> list[Data]:
        return [self.cite(key) for key in keys]

    def line(self, reference: Reference) -> Data:
        """A reference in a list of sources."""
        return self.cite(reference.key) | given(
            {
                "author": reference.short_author,
                "year": reference.year,
                "title": reference.title,
                "lang": foreign(reference),
                "container": reference.container,
            }
        )

    def evidence(self, piece: Evidence) -> Data:
        """What a source says, with where it says so."""
        return given(
            {
                "quote": piece.quote,
                "says": piece.says,
                "where": piece.where,
                "strength": piece.strength,
                "lang": foreign(self.atlas.references[piece.source]) if piece.quote else "",
                "cite": self.cite(piece.source),
            }
        )

    def chip(self, option: Option, facet: str) -> Data:
        """An option as a chip."""
        return {"kind": "option", "facet": facet, "href": self.url(option), "words": option.name}

    def passage(self, part: Passage) -> Data:
        """A run of a sentence; cites are their own kind."""
        return given(
            {
                "kind": part.kind,
                "text": part.text,
                "href": self.link(part.target) if part.kind == "link" else "",
                "cites": self.cites(part.keys),
            }
        )

    def pager(self, sheet: Sheet) -> Data:
        """Which page of how many, and the way to the others; nothing for the only one."""
        if sheet.of == 1:
            return {}
        pages = [given({"n": n, "href": self.url(at) if n else ""}) for n, at in sheet.pages]
        return {"number": sheet.number, "of": sheet.of, "pages": pages}


def pieces_of(atlas: Atlas, at: str) -> Pieces:
    """The pieces for the page at an address."""
    url = url_from(at)
    return Pieces(atlas, url, link_from(atlas, url))


def foreign(reference: Reference) -> str:
    """The language of a reference where it is not that of the site."""
    return reference.language if reference.language != spoken() else ""
