"""A reference as an item of CSL-JSON 1.0.2, which citation processors and managers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from peermap.records.cut_lists import CUT_NOTES
from peermap.records.reference import Reference
from peermap.render.formats.csl_dates import csl_date, csl_issued
from peermap.render.formats.csl_names import csl_names
from peermap.render.formats.csl_types import csl_type

MOST_KEPT = 20_000  # items, some 2 KB each
SAID = attrgetter(
    *(f.name for f in fields(Reference) if f.name not in {"mark", "raw", "field_marks"})
)
AND_OTHERS = "and-others"  # in ``custom``: the roles whose list is cut
PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})
SERIALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
PLAIN: Mapping[str, str] = {
    "abstract": "abstract",
    "address": "publisher-place",
    "doi": "DOI",
    "edition": "edition",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "note": "note",
    "pagetotal": "number-of-pages",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "url": "URL",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
GENRES: Mapping[str, str] = {
    "candthesis": "Candidate thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
}


def csl_item(reference: Reference) -> dict[str, Any]:
    """The reference as a CSL item without empty variables; ``id`` is its key.

    ``language`` stands on every item, for without it processors give titles of other languages
    English capitals. ``note`` holds what the bibliography remarks on the entry; a formatted
    citation leaves it out. A list of names that its source cuts has the names known; ``note`` says
    in words, and ``custom`` for programs, that there are more. It is asked for by each format and
    each list that has the reference, and kept: nobody may change it.
    """
    return item_of(Said(reference))


class Said:
    """What a reference says, wherever it stands in its file: one that has moved is equal."""

    __slots__ = ("reference", "said")

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.said = SAID(reference)

    def __hash__(self) -> int:
        return hash(self.reference.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self.said == other.said


@lru_cache(maxsize=MOST_KEPT)
def item_of(said: Said) -> dict[str, Any]:
    """The item of what is said."""
    reference = said.reference
    kind = csl_type(reference)
    item = {
        "id": reference.key,
        "type": kind,
        "title": reference.title,
        "author": csl_names(reference.authors),
        "editor": csl_names(reference.editors),
        "translator": csl_names(reference.translators),
        "issued": csl_issued(reference),
        "accessed": csl_date(reference.accessed),
        "original-date": csl_date(reference.original),
        **{variable: reference.fields.get(name, "") for name, variable in PLAIN.items()},
        "note": note(reference),
        **numbers(reference.fields, kind),
        "container-title": container_title(reference.fields, kind),
        "publisher": publisher(reference.fields),
        "genre": genre(reference),
        "keyword": ", ".join((*map(str, reference.tags), *reference.keywords)),
        "language": reference.language,
        "custom": {AND_OTHERS: [*cut_roles(reference)]} if any(cut_roles(reference)) else {},
    }
    return {variable: value for variable, value in item.items() if value}


def cut_roles(reference: Reference) -> Iterator[str]:
    """Whose list the source cuts: *author*, *editor*."""
    if reference.authors_cut:
        yield "author"
    if reference.editors_cut:
        yield "editor"


def note(reference: Reference) -> str:
    """The remark of the bibliography; before it, that the work was retracted or corrected, and that
    a list of names is cut.
    """
    notices = (
        " ".join(filter(None, (f"{one.kind.capitalize()}:", one.on, one.address, one.words)))
        for one in reference.notices
    )
    told = (one.removesuffix(":") + "." for one in notices)
    cut = (CUT_NOTES[role] for role in cut_roles(reference))
    return " ".join(filter(None, (*told, *cut, reference.fields.get("note", ""))))


def container_title(fields: Mapping[str, str], kind: str) -> str:
    """The journal, book or website that holds the work."""
    names = ("journal", "booktitle", "howpublished") if kind != "book" else ("maintitle",)
    return next((fields[name] for name in names if fields.get(name)), "")


def publisher(fields: Mapping[str, str]) -> str:
    """Who published it: of a report the institution, of a thesis the school."""
    names = ("publisher", "institution", "school", "organization")
    return next((fields[name] for name in names if fields.get(name)), "")


def genre(reference: Reference) -> str:
    """The sort of thesis or report in words; BibLaTeX's abbreviations are spelled out."""
    given = reference.fields.get("type", "")
    if not given and reference.type in {"phdthesis", "mastersthesis"}:
        return GENRES[reference.type]
    return GENRES.get(given, given)


def numbers(fields: Mapping[str, str], kind: str) -> dict[str, str]:
    """Issue, number, chapter and pages. A number is the issue of a serial, the place of a book in
    its series, and else the number of the work. The number of an article that has no pages
    (``eid``) stands for them, as nearly all styles expect; ranges have a plain hyphen.
    """
    number, eid, pages = (fields.get(name, "") for name in ("number", "eid", "pages"))
    found = {
        "number": eid if pages else "",
        "page": (pages or eid).replace("–", "-"),
        "chapter-number": fields.get("chapter", ""),
    }
    if kind in SERIALS:
        return found | {"issue": number}
    if kind == "book" or kind in PARTS:
        return found | {"collection-number": number}
    return found | {"number": number or found["number"]}
