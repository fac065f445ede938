"""The tags that Google Scholar, Zotero and others read in the head of a reference's page.

Which container tag stands there decides the type of the item: a journal's title makes an article,
a book's a chapter, and so on. Where a type has none, ``DC.type`` says it. A tag without a value is
left out, and the page has no COinS, which Zotero would prefer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peermap.records.reference import Name, Reference
from peermap.render.formats.csl import csl_item
from peermap.render.head.zotero_types import ZOTERO_TYPES

Tags = Iterator[tuple[str, str]]

CONTAINERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "article-journal": ("citation_journal_title", ("container-title",)),
    "review": ("citation_journal_title", ("container-title",)),
    "chapter": ("citation_inbook_title", ("container-title",)),
    "paper-conference": ("citation_conference_title", ("event-title", "container-title")),
    "report": ("citation_technical_report_institution", ("publisher",)),
    "thesis": ("citation_dissertation_institution", ("publisher",)),
}
PLAIN: Mapping[str, str] = {
    "citation_journal_abbrev": "container-title-short",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_series_title": "collection-title",
    "citation_issn": "ISSN",
    "citation_isbn": "ISBN",
    "citation_doi": "DOI",
    "citation_pmid": "PMID",
    "citation_abstract": "abstract",
    "citation_language": "language",
}


def highwire_tags(reference: Reference, keywords: tuple[str, ...], page: str = "") -> Tags:
    """Names and values of the tags. ``keywords`` are words for its subjects; ``page`` is the full
    address of the reference's page, empty where the site does not know its own.
    """
    item = csl_item(reference)
    tags = (
        ("citation_title", reference.title),
        *(("citation_author", highwire_name(name)) for name in reference.authors),
        *(("citation_editor", highwire_name(name)) for name in reference.editors),
        ("citation_publication_date", highwire_date(reference)),
        *container_tags(item),
        *((tag, item.get(variable, "")) for tag, variable in PLAIN.items()),
        *page_tags(item),
        ("citation_keywords", "; ".join(keywords)),
        ("citation_public_url", reference.fields.get("url", "") or reference.address or page),
        ("citation_abstract_html_url", page),
        ("citation_pdf_url", pdf_address(reference)),
    )
    return ((name, value) for name, value in tags if value)


def highwire_name(name: Name) -> str:
    """*Family, Given*. An organisation ends with a comma: without one, readers take its last word
    for a family name.
    """
    if name.literal:
        return f"{name.literal}," if " " in name.literal else name.literal
    given = " ".join(filter(None, (name.given, name.suffix)))
    return f"{name.short}, {given}" if given else f"{name.short},"


def highwire_date(reference: Reference) -> str:
    """``2012/05/03``, ``2012/05`` or ``2012``; empty without a date."""
    if reference.issued is None:
        return ""
    return str(reference.issued).replace("-", "/")


def container_tags(item: Mapping[str, Any]) -> Tags:
    """What the work is in, which tells its type; else the type by name, and the website or
    newspaper as the name of a publication.
    """
    kind, publisher = item["type"], item.get("publisher", "")
    tag, variables = CONTAINERS.get(kind, ("", ()))
    words = next((item[name] for name in variables if name in item), "")
    if words:
        yield tag, words
    else:
        yield "DC.type", ZOTERO_TYPES[kind]
        yield "prism.publicationName", item.get("container-title", "")
    if publisher and publisher != words:
        yield "citation_publisher", publisher
    if kind == "report":
        yield "citation_technical_report_number", item.get("number", "")


def page_tags(item: Mapping[str, Any]) -> Tags:
    """First and last page; of a list of ranges the first page only."""
    first, hyphen, last = item.get("page", "").partition("-")
    yield "citation_firstpage", first.partition(",")[0].strip()
    if hyphen and not set(",-") & set(last):
        yield "citation_lastpage", last.strip()


def pdf_address(reference: Reference) -> str:
    """The work itself, where its address is that of a PDF that anyone can open."""
    url = reference.fields.get("url", "")
    return url if url.lower().partition("?")[0].endswith(".pdf") else ""
