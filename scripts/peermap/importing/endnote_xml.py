"""EndNote XML → works. Every value may be cut into ``<style>`` pieces, which are joined."""

from __future__ import annotations

import re
from typing import Any

from peermap.importing.draft import Draft, put_address, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_title
from peermap.importing.xml_records import XmlRecord, inner_text, text_in, texts_in, xml_records
from peermap.load.identifiers import read_pmcid
from peermap.problems import Problem, shown

TYPES = {
    "artwork": "artwork",
    "audiovisual material": "video",
    "blog": "online",
    "book": "book",
    "book section": "incollection",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "dataset": "dataset",
    "edited book": "collection",
    "electronic article": "article",
    "electronic book": "book",
    "electronic book section": "incollection",
    "generic": "misc",
    "government document": "techreport",
    "journal article": "article",
    "magazine article": "article",
    "manuscript": "unpublished",
    "newspaper article": "article",
    "online multimedia": "video",
    "report": "techreport",
    "standard": "standard",
    "thesis": "phdthesis",
    "unpublished work": "unpublished",
    "web page": "online",
}
VALUES = (
    ("title", "titles/title"),
    ("container", "titles/secondary-title"),
    ("container", "periodical/full-title"),
    ("shortjournal", "periodical/abbr-1"),
    ("shortjournal", "alt-periodical/abbr-1"),
    ("shorttitle", "titles/short-title"),
    ("series", "titles/tertiary-title"),
    ("pages", "pages"),
    ("volume", "volume"),
    ("number", "number"),
    ("edition", "edition"),
    ("publisher", "publisher"),
    ("address", "pub-location"),
    ("abstract", "abstract"),
    ("language", "language"),
    ("annote", "notes"),
    ("annote", "research-notes"),
)
LEFT_OUT = (
    "auth-address", "call-num", "caption", "custom1", "custom3", "custom4", "custom5", "custom6",
    "label", "orig-pub", "reprint-edition", "section", "misc1", "misc2", "misc3", "work-type",
)  # fmt: skip
COMMA = re.compile(r"<author\b[^>]*>(?:[^,<]|<(?!/author))*,")
PUBMED = frozenset({"nlm", "pubmed", "medline"})


def read_endnote_xml(path: str, text: str) -> Reading:
    """The works of an EndNote XML text; a record that cannot be read is a problem."""
    has_commas = COMMA.search(text) is not None
    found = xml_records(path, text, "record")
    drafts = (
        one if isinstance(one, Problem) else read_record(one, has_commas=has_commas)
        for one in found
    )
    return reading_of("EndNote XML", drafts)


def read_record(record: XmlRecord, *, has_commas: bool) -> Draft:
    """The draft of one record."""
    tree, kind = record.tree, kind_of(record.tree)
    draft = Draft(record.mark, TYPES.get(kind, "misc"), mends=record.mends, has_commas=has_commas)
    if kind and kind not in TYPES:
        draft.told(f"{shown(kind)} is no type of EndNote known here", "It is read as @misc.")
    for role, path in (("author", "authors"), ("editor", "secondary-authors")):
        for words in texts_in(tree, f"contributors/{path}/author"):
            draft.name(role, words)
    for name, path in VALUES:
        if name not in draft.fields:
            draft.put(name, text_in(tree, path))
    draft.dates += [*texts_in(tree, "dates/pub-dates/date"), *texts_in(tree, "dates/year")]
    draft.keywords += [
        k for w in texts_in(tree, "keywords/keyword") for k in re.split(r"[;\r\n]", w)
    ]
    read_identifiers(tree, draft)
    draft.left_out += [name for name in LEFT_OUT if text_in(tree, name)]
    mark_title(draft, [text_in(tree, "notes")])
    return draft


def kind_of(tree: Any) -> str:
    """EndNote's name of the type, in small letters."""
    found = tree.find("ref-type")
    return (found.get("name") or inner_text(found)).lower() if found is not None else ""


def read_identifiers(tree: Any, draft: Draft) -> None:
    """DOI, PubMed ids, standard numbers, article number, addresses."""
    draft.put("doi", text_in(tree, "electronic-resource-num"))
    source = text_in(tree, "remote-database-provider").lower()
    number = text_in(tree, "accession-num")
    if number.isdigit() and source in PUBMED | {""}:
        draft.put("pmid", number)
    custom = text_in(tree, "custom2")
    if custom.upper().startswith("PMC") and read_pmcid(custom):
        draft.put("pmcid", custom)
    if article := text_in(tree, "custom7"):
        draft.put("eid" if "pages" in draft.fields else "pages", article)
    for words in re.split(r"[;,\r\n]", text_in(tree, "isbn")):
        standard_number(words, draft)
    for words in [w for t in texts_in(tree, "urls/related-urls/url") for w in t.split()]:
        put_address(draft, words)
