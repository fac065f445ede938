"""The fields ``retracted`` and ``corrected``: a day, the DOI or address of the notice, or *yes*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peermap.load.dates import read_date
from peermap.load.identifiers import read_address, read_doi
from peermap.problems import shown
from peermap.records.notice import Kind, Notice

KINDS: tuple[Kind, ...] = ("retracted", "corrected")
BARE = frozenset({"yes", "true", "1"})
DENIED = frozenset({"no", "false", "0"})


def read_notices(fields: Mapping[str, str]) -> tuple[Notice, ...]:
    """The notices of a reference, by its fields as plain text."""
    return tuple(read_notice(kind, fields[kind]) for kind in KINDS if fields.get(kind))


def read_notice(kind: Kind, words: str) -> Notice:
    """``2023-05-12, 10.1000/notice`` in any order; what is neither stays as words."""
    on, address, others = "", "", []
    for part in parts_of(words):
        if date := read_date(part):
            on = on or str(date)
        elif found := address_of(part):
            address = address or found
        elif part.lower() not in BARE:
            others.append(part)
    return Notice(kind, on, address, ", ".join(others))


def parts_of(words: str) -> Iterator[str]:
    """The parts between commas."""
    yield from filter(None, (part.strip() for part in words.split(",")))


def address_of(words: str) -> str:
    """The address of a notice, if the words are one or a DOI."""
    doi = read_doi(words)
    return f"https://doi.org/{doi}" if doi else read_address(words) or ""


def notice_fault(name: str, words: str) -> tuple[str, str]:
    """What is wrong with the words of a notice and the way out; empty when nothing is."""
    if words.strip().lower() in DENIED:
        return f"{name} is {shown(words)}", "A work without a notice has no such field."
    if odd := read_notice("retracted", words).words:
        says = f"{name} holds {shown(odd)}, which is neither a date nor a DOI or address"
        return says, f"Write {name} = {{2023-05-12, 10.1000/notice}}, or {{yes}}."
    return "", ""
