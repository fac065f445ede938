"""A reference as an OpenURL context object (Z39.88-2004), which COinS puts into a page.

Zotero takes a page with two or more of them as a list to pick from, and a page with one as that
one work: a page has at least two, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote_plus

from peermap.records.reference import Reference
from peermap.render.formats.csl import csl_item
from peermap.render.head.highwire import highwire_name
from peermap.render.head.zotero_types import ZOTERO_TYPES

GENRES: Mapping[str, str] = {
    "book": "book",
    "chapter": "bookitem",
    "paper-conference": "proceeding",
    "report": "report",
}
JOURNALS = frozenset({"article-journal", "review"})
PLAIN: Mapping[str, str] = {
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.issn": "ISSN",
    "rft.isbn": "ISBN",
    "rft.edition": "edition",
    "rft.place": "publisher-place",
    "rft.series": "collection-title",
    "rft.language": "language",
}
PLAIN_SIGNS = "/:,;()*!?"  # need no escape in a value, and a page stays lighter without
PLAIN_VALUE = re.compile(rf"[A-Za-z0-9_.~\- {re.escape(PLAIN_SIGNS)}]*")
Pairs = Iterator[tuple[str, str]]


def coins(references: Sequence[Reference]) -> dict[str, str]:
    """The context object of each reference of a list by its key; none for a list of one."""
    if len(references) < 2:
        return {}
    return {reference.key: context_object(reference) for reference in references}


def context_object(reference: Reference) -> str:
    """Keys and values as in the query of an address."""
    item = csl_item(reference)
    pairs = (
        ("ctx_ver", "Z39.88-2004"),
        *titles(item),
        *((key, item.get(variable, "")) for key, variable in PLAIN.items()),
        ("rft.date", str(reference.issued) if reference.issued else ""),
        *pages(item),
        *makers(reference),
        ("rft_id", f"info:doi/{item['DOI']}" if "DOI" in item else ""),
        ("rft_id", item.get("URL", "")),
    )
    return "&".join([f"{key}={quoted(value)}" for key, value in pairs if value])


def quoted(value: str) -> str:
    """A value as it stands in the query of an address."""
    if PLAIN_VALUE.fullmatch(value):  # as are nearly all, and quoting takes ten times as long
        return value.replace(" ", "+")
    return quote_plus(value, safe=PLAIN_SIGNS)


def titles(item: Mapping[str, Any]) -> Pairs:
    """The format of its type, its title, and what it is in or published by."""
    kind, title = item["type"], item.get("title", "")
    container, publisher = item.get("container-title", ""), item.get("publisher", "")
    if kind in JOURNALS:
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"), ("rft.genre", "article"))
        yield from (("rft.atitle", title), ("rft.jtitle", container))
        yield "rft.stitle", item.get("container-title-short", "")
    elif kind in GENRES:
        is_part = kind in {"chapter", "paper-conference"}
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"), ("rft.genre", GENRES[kind]))
        yield from (
            (("rft.atitle", title), ("rft.btitle", container))
            if is_part
            else (("rft.btitle", title),)
        )
        yield "rft.pub", publisher
    elif kind == "thesis":
        yield from (("rft_val_fmt", "info:ofi/fmt:kev:mtx:dissertation"), ("rft.title", title))
        yield from (("rft.inst", publisher), ("rft.degree", item.get("genre", "")))
    else:
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
        yield from (("rft.type", ZOTERO_TYPES[kind]), ("rft.title", title))
        yield from (("rft.source", container), ("rft.publisher", publisher))


def makers(reference: Reference) -> Pairs:
    """Authors in order; where nobody but organisations is named, as such."""
    if all(name.literal for name in reference.authors):
        yield from (("rft.aucorp", name.literal) for name in reference.authors)
    else:
        yield from (("rft.au", highwire_name(name)) for name in reference.authors)


def pages(item: Mapping[str, Any]) -> Pairs:
    """Pages as printed, and how many a whole book has."""
    yield "rft.pages", item.get("page", "")
    yield "rft.tpages", item.get("number-of-pages", "") if item["type"] == "book" else ""
