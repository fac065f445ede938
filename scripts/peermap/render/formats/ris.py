"""A reference as a record of RIS, the tagged lines that reference managers exchange.

Tags are those of the specification of 2011; where managers read a type in their own way, the tag
that both EndNote and Zotero understand is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from peermap.records.date import Date
from peermap.records.reference import Name, Reference
from peermap.render.formats.csl import MOST_KEPT, PARTS, SERIALS, csl_item

RIS_TYPES: Mapping[str, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "document": "GEN",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "performance": "GEN",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
PLAIN: Mapping[str, str] = {
    "ST": "title-short",
    "VL": "volume",
    "IS": "issue",
    "SE": "chapter-number",
    "NV": "number-of-volumes",
    "ET": "edition",
    "PB": "publisher",
    "CY": "publisher-place",
    "M3": "genre",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N1": "note",
}


@lru_cache(maxsize=MOST_KEPT)
def ris_record(reference: Reference) -> str:
    """The lines from ``TY`` to ``ER``; the key stands under ``ID``. Kept, as the item of CSL is:
    a reference is in the files of its page, of pages that have it for a source, and in the whole.
    """
    item = csl_item(reference)
    kind = RIS_TYPES[item["type"]]
    lines = [
        ("TY", kind),
        ("ID", reference.key),
        ("TI", reference.title),
        *names("AU", reference.authors),
        *names(editor_tag(item["type"]), reference.editors),
        *names("A4", reference.translators),
        *dates(reference),
        *containers(item, kind),
        *pages(item, kind),
        *((tag, item.get(variable, "")) for tag, variable in PLAIN.items()),
        *identifiers(item, kind),
        *(("KW", word) for word in (*map(str, reference.tags), *reference.keywords)),
    ]
    return "".join([f"{tag}  - {text}\n" for tag, text in lines if text]) + "ER  - \n"


def names(tag: str, people: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
    """One line a name: *van den Berg, Jan, Jr.*; that a list is cut stands in ``N1``."""
    return ((tag, name.inverted) for name in people)


def editor_tag(kind: str) -> str:
    """``A2`` where the editors are those of the container; ``A3`` where they are the work’s own,
    for there managers take ``A2`` for the editors of its series.
    """
    return "A2" if kind in PARTS | SERIALS else "A3"


def dates(reference: Reference) -> Iterator[tuple[str, str]]:
    """The year, the date with what is known of it, when the address was visited, and when
    the original was issued.
    """
    issued, more = reference.issued, beyond(reference)
    if issued is None:
        words = reference.fields.get("date") or reference.fields.get("year", "")
        yield "DA", f"///{words}" if words else ""
    else:
        yield "PY", str(issued.year)
        yield "DA", ris_date(issued) + more if issued.month or more else ""
    yield "Y2", ris_date(reference.accessed) if reference.accessed else ""
    yield "OP", str(reference.original or "")


def ris_date(date: Date) -> str:
    """``2012/05/03/``; what is not known stays empty."""
    month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
    return f"{date.year}/{month}/{day}/"


def beyond(reference: Reference) -> str:
    """What a date says beyond a point of time: a season, the words of a span, *circa*."""
    if reference.until:
        names = ("date", "month", "year")
        words = next((reference.fields[name] for name in names if name in reference.fields), "")
        return words.replace("/", "–")
    if reference.is_about:
        return "circa"
    return (reference.issued and reference.issued.season) or ""


def containers(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """Journal, book, meeting or website, and the series; a book's series stands in its place."""
    container, series = (item.get(name, "") for name in ("container-title", "collection-title"))
    yield "T2", container or series
    if kind == "CPAPER":
        yield "C3", container
    if container:
        yield "T3", series
    yield "JA", item.get("container-title-short", "")
    number = "" if kind == "RPRT" else item.get("number", "")
    yield "M1", item.get("collection-number", "") or number


def pages(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """First and last page, or what stands in their place; of a whole book or thesis how many."""
    given = item.get("page", "")
    first, hyphen, last = given.partition("-")
    if hyphen and not set(", -") & set(last):
        yield from (("SP", first), ("EP", last))
    else:
        yield "SP", given or (item.get("number-of-pages", "") if kind in {"BOOK", "THES"} else "")


def identifiers(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """ISSN, ISBN or number of a report; ids of PubMed and PubMed Central where EndNote has them."""
    number = item.get("number", "") if kind == "RPRT" else ""
    yield "SN", item.get("ISSN", "") or item.get("ISBN", "") or number
    if "PMID" in item:
        yield from (("DB", "PubMed"), ("AN", item["PMID"]))
    yield "C2" if kind == "JOUR" else "U2", item.get("PMCID", "")
