"""MEDLINE text (PubMed's ``.nbib``) → works."""

from __future__ import annotations

import re

from peermap.importing.cleaning import without_brackets, without_final_dot
from peermap.importing.draft import Draft, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_corrected, mark_retracted, mark_title
from peermap.importing.tagged import Dialect, TaggedRecord, tagged_records
from peermap.load.identifiers import read_doi
from peermap.problems import Mark

LINE = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)$")
MEDLINE = Dialect(LINE, "PMID", "", frozenset({"TI", "BTI"}))
TYPES = (
    ("preprint", "unpublished"),
    ("book", "book"),
    ("technical report", "techreport"),
    ("dataset", "dataset"),
)
VALUES = (
    ("container", ("JT", "TA")),
    ("shortjournal", ("TA",)),
    ("booktitle", ("BTI", "CTI")),
    ("volume", ("VI",)),
    ("number", ("IP",)),
    ("pages", ("PG",)),
    ("pmcid", ("PMC",)),
    ("publisher", ("PB",)),
    ("abstract", ("AB",)),
    ("language", ("LA",)),
)
READ_WORDS = """
    PMID TI TT BTI CTI JT TA VI IP PG DP PMC PB AB LA FAU AU CN FED ED LID AID IS ISBN PT OT
    MH RIN EIN CRI
"""
READ = frozenset(READ_WORDS.split())
TRIVIAL_WORDS = """
    OWN STAT DCOM LR JID SB EDAT MHDA CRDT PHST PST SO DEP DA VTI AUID OTO COIS PMCR CTDT
"""
TRIVIAL = frozenset(TRIVIAL_WORDS.split())


def read_medline(path: str, text: str) -> Reading:
    """The works of a MEDLINE text; each begins with its PMID, or lacks it."""
    records = tagged_records(text, MEDLINE)
    return reading_of("MEDLINE", (read_record(r, Mark(path, r.line)) for r in records))


def read_record(record: TaggedRecord, mark: Mark) -> Draft:
    """The draft of one record."""
    kinds = [words.lower() for words in record.values("PT")]
    type_ = next((ours for theirs, ours in TYPES if theirs in kinds), "article")
    draft = Draft(mark, type=type_, mends=record.mends)
    draft.put("pmid", record.first("PMID"))
    draft.put("title", without_brackets(without_final_dot(record.first("TI", "BTI"))))
    read_people(record, draft)
    for name, tags in VALUES:
        draft.put(name, record.first(*tags))
    if type_ == "article" and "booktitle" in draft.fields:
        draft.type = "incollection"
    draft.dates += record.values("DP")
    for words in [*record.values("LID"), *record.values("AID")]:
        read_location(words, draft)
    for words in [*record.values("IS"), *record.values("ISBN")]:
        standard_number(words, draft)
    draft.keywords += [w for tag in ("OT", "MH") for w in record.values(tag)]
    draft.left_out += sorted({t.tag for t in record.tags if t.value} - READ - TRIVIAL)
    read_notices(record, kinds, draft)
    return draft


def read_people(record: TaggedRecord, draft: Draft) -> None:
    """Full names where PubMed has them, groups of authors in their place, and editors."""
    full = any(t.tag == "FAU" for t in record.tags)
    for tag, words, _ in record.tags:
        if tag == ("FAU" if full else "AU"):
            draft.name("author", words)
        elif tag == "CN":
            draft.name("author", words, literal=True)
        elif tag == "FED":
            draft.name("editor", words)


def read_location(words: str, draft: Draft) -> None:
    """``10.1186/x [doi]``, ``298 [pii]``: the DOI, and an article number where no pages are."""
    value, _, kind = words.rpartition(" [")
    if kind.startswith("doi") and read_doi(value):
        draft.fields.setdefault("doi", read_doi(value) or "")
    elif kind.startswith("pii") and value.isdigit() and len(value) < 7:
        draft.fields.setdefault("pages", value)


def read_notices(record: TaggedRecord, kinds: list[str], draft: Draft) -> None:
    """What PubMed says of retractions and corrections."""
    if "retracted publication" in kinds or record.values("RIN"):
        mark_retracted(draft, record.first("RIN"))
    for tag in ("EIN", "CRI"):
        for words in record.values(tag):
            mark_corrected(draft, words)
    mark_title(draft)
