"""Web of Science's own text (``FN Clarivate``, ``.ciw``, plain text) → works."""

from __future__ import annotations

import re

from peermap.importing.draft import Draft, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_title
from peermap.importing.tagged import Dialect, TaggedRecord, tagged_records
from peermap.problems import Mark

LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*)|())$")
OUTSIDE = frozenset({"FN", "VR", "EF"})  # the head and the foot of a file
WOS = Dialect(LINE, "PT", "ER", frozenset({"TI"}), OUTSIDE)
TYPES = {"J": "article", "B": "book", "S": "incollection", "P": "patent", "C": "inproceedings"}
VALUES = (
    ("title", "TI"),
    ("container", "SO"),
    ("shortjournal", "JI"),
    ("volume", "VL"),
    ("number", "IS"),
    ("doi", "DI"),
    ("pmid", "PM"),
    ("publisher", "PU"),
    ("address", "PI"),
    ("abstract", "AB"),
    ("language", "LA"),
    ("series", "SE"),
)
READ = frozenset({"PT", "AU", "AF", "CA", "BE", "BP", "EP", "AR", "PD", "PY", "SN", "EI", "BN"}) | {
    "DE", "ID", "DT", *(tag for _, tag in VALUES),
}  # fmt: skip


def read_web_of_science(path: str, text: str) -> Reading:
    """The works of a text of Web of Science."""
    records = tagged_records(text, WOS)
    return reading_of("Web of Science", (read_record(r, Mark(path, r.line)) for r in records))


def read_record(record: TaggedRecord, mark: Mark) -> Draft:
    """The draft of one record."""
    draft = Draft(mark, type=TYPES.get(record.first("PT"), "misc"), mends=record.mends)
    for name, tag in VALUES:
        draft.put(name, record.first(tag))
    for role, tags in (("author", ("AF", "AU")), ("editor", ("BE",))):
        for words in record.first(*tags).split("\n"):
            draft.name(role, words)
    for words in record.first("CA").split("\n"):
        draft.name("author", words, literal=True)
    start, end = record.first("BP"), record.first("EP")
    draft.put("pages", f"{start}--{end}" if start and end else start or record.first("AR"))
    draft.dates += [f"{record.first('PD')} {record.first('PY')}".strip(), record.first("PY")]
    for words in [record.first("SN"), record.first("EI"), record.first("BN")]:
        standard_number(words, draft)
    for tag in ("DE", "ID"):
        draft.keywords += record.first(tag).replace("\n", " ").split(";")
    draft.left_out += sorted({t.tag for t in record.tags if t.value} - READ)
    mark_title(draft, [record.first("DT")])
    return draft
