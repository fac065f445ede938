"""RIS as reference managers and databases write it → works. One-line records are read too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peermap.importing.draft import Draft, put_address, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_title
from peermap.importing.ris_tags import KNOWN_TAGS, LEFT_OUT, TYPES, VALUES
from peermap.importing.tagged import Dialect, TaggedRecord, tagged_records
from peermap.load.identifiers import read_doi, read_pmcid
from peermap.problems import Mark, shown

LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s+(.*)|())$")
RIS = Dialect(LINE, "TY", "ER", frozenset({"TI", "T1"}))
INLINE = re.compile(rf"(?:^|(?<=[ \t]))({'|'.join(KNOWN_TAGS)}) {{1,2}}-(?=[ \t]|$)")
FLAT_START = re.compile(r"\s*TY {1,2}- ?")
FLAT_END = re.compile(r"\sER {1,2}-\s*$")
LEAST_INLINE = 4  # tags on a line that make it a flattened record
STANDARD_NUMBER = re.compile(r"\d{4}-?\d{3}[\dXx]")
YEAR = re.compile(r"\d{4}")
WHOLE = frozenset({"book", "phdthesis"})  # SP is how many pages they have
PUBMED = frozenset({"nlm", "pubmed", "medline", "pubmed/medline"})
ROLES = {"author": ("AU", "A1"), "editor": ("A2", "ED", "A3"), "translator": ("A4",)}
PEOPLE = frozenset(tag for tags in ROLES.values() for tag in tags)


def read_ris(path: str, text: str) -> Reading:
    """The works of a RIS text; what was flattened, doubled or left open is mended and told."""
    lines, flat = unflattened(text)
    records = list(tagged_records(lines.text, RIS))
    has_commas = any("," in t.value for r in records for t in r.tags if t.tag in PEOPLE)
    drafts = []
    for record in records:
        line = lines.numbers[record.line - 1]
        if line in flat:
            record.mends.insert(0, "the whole record stands on one line: it is split at its tags")
        drafts.append(read_record(record, Mark(path, line), has_commas=has_commas))
    return reading_of("RIS", drafts)


class Unflattened:
    """A text whose flattened records stand on lines again; ``numbers`` are the lines they had."""

    def __init__(self, lines: list[tuple[str, int]]) -> None:
        self.text = "\n".join(line for line, _ in lines)
        self.numbers = [number for _, number in lines]


def unflattened(text: str) -> tuple[Unflattened, set[int]]:
    """The text with one tag a line, and the numbers of the lines that held a whole record."""
    lines: list[tuple[str, int]] = []
    flat: set[int] = set()
    for number, line in enumerate(text.split("\n"), 1):
        found = list(INLINE.finditer(line)) if is_flat(line) else []
        if len(found) < LEAST_INLINE:
            lines.append((line, number))
            continue
        flat.add(number)
        ends = [*(match.start() for match in found[1:]), len(line)]
        lines += [
            (line[m.start() : end].strip(), number) for m, end in zip(found, ends, strict=True)
        ]
    return Unflattened(lines), flat


def is_flat(line: str) -> bool:
    """Whether a line may hold a whole record: it begins with ``TY``, or has an ``ER``."""
    return ("TY" in line and FLAT_START.match(line) is not None) or (
        "ER" in line and FLAT_END.search(line) is not None
    )


def read_record(record: TaggedRecord, mark: Mark, *, has_commas: bool) -> Draft:
    """The draft of one record."""
    kind = record.first("TY").upper()
    type_ = TYPES.get(kind, "misc")
    draft = Draft(mark, type_, mends=record.mends, has_commas=has_commas)
    if kind not in TYPES:
        given = record.first("TY")
        says = f"{shown(given)} is no type of RIS" if given else "the record has no type"
        draft.told(says, "It is read as @misc.")
    tell_empty(record, draft)
    for role, tags in ROLES.items():
        for tag in tags:
            for words in record.values(tag):
                draft.name(role, words)
    drop_doubled(record, draft)
    for name, named in VALUES:
        words = next((w for tag in named for w in record.values(tag) if w.strip()), "")
        draft.put(name, words)
    read_numbers(record, draft)
    moments = [words for tag in ("DA", "PY", "Y1") for words in record.values(tag)]
    draft.dates += [date for words in moments for date in dates_in(words)]
    for tag in ("KW", "DE"):
        draft.keywords += [k for w in record.values(tag) for k in re.split(r"[;\n]", w)]
    if draft.type == "article" and draft.fields.pop("edition", ""):
        draft.left_out.append("ET")  # the day on which the article went online
    draft.left_out += [t.tag for t in record.tags if t.value and t.tag in LEFT_OUT]
    unknown = sorted({t.tag for t in record.tags if t.value and t.tag not in KNOWN_TAGS})
    draft.left_out += unknown
    mark_title(draft, record.values("N1") + record.values("M3"))
    return draft


def dates_in(words: str) -> Iterator[str]:
    """``2001/05/12`` and what stands behind a third slash: a season, a span, *circa*."""
    parts = [part.strip() for part in words.split("/", 3)]
    if more := parts[3] if len(parts) > 3 else "":
        yield more if YEAR.search(more) or not parts[0] else f"{more} {parts[0]}"
    if date := "/".join(parts[:3]).strip("/ "):
        yield date


def tell_empty(record: TaggedRecord, draft: Draft) -> None:
    """Say which tags hold nothing."""
    if empty := sorted({t.tag for t in record.tags if not t.value and t.tag != "TY"}):
        draft.mends.append(f"{', '.join(empty)} {'holds' if len(empty) == 1 else 'hold'} nothing")


def drop_doubled(record: TaggedRecord, draft: Draft) -> None:
    """Say which tags repeat what another says; the values are the same, so one is enough."""
    firsts: dict[str, str] = {}
    doubled = []
    for tag, value, _ in record.tags:
        if value and len(value) > 3 and firsts.setdefault(value, tag) != tag:
            doubled.append(f"{tag} repeats {firsts[value]}")
    if doubled:
        draft.mends.append(", ".join(dict.fromkeys(doubled)))


def read_numbers(record: TaggedRecord, draft: Draft) -> None:
    """Pages or article number, standard numbers, PubMed ids, DOIs and addresses."""
    start, end = record.first("SP"), record.first("EP")
    if draft.type in WHOLE and start.isdecimal() and not end:
        draft.put("pagetotal", start)
    elif start and end and start != end and end not in start.split("-"):
        draft.put("pages", f"{start}--{end}")
    else:
        draft.put("pages", start or record.first("C7") or end)
    if (article := record.first("C7")) and start and article != start:
        draft.put("eid", article)
    for words in record.values("SN"):
        if draft.type == "techreport" and not STANDARD_NUMBER.search(words):
            draft.put("number", words)
            continue
        for number in re.split(r"[;,\n]", words):
            standard_number(number, draft)
    read_identifiers(record, draft)


def read_identifiers(record: TaggedRecord, draft: Draft) -> None:
    """DOI, PubMed ids and addresses, under whichever tag a database puts them."""
    elsewhere = [w for tag in ("U3", "M3") for w in record.values(tag) if read_doi(w)]
    for words in [*record.values("DO"), *elsewhere][:1]:
        draft.put("doi", words)
    if record.first("DP", "DB").lower() in PUBMED and (number := record.first("AN")).isdigit():
        draft.put("pmid", number)
    for words in [record.first("C2"), record.first("AN")]:
        if words.upper().startswith("PMC") and read_pmcid(words):
            draft.put("pmcid", words)
    for words in [w for value in record.values("UR") for w in value.split()]:
        put_address(draft, words)
