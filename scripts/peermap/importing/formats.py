"""Which format an export has: its content says so, for names of files lie."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from peermap.importing.bibtex import read_bibtex
from peermap.importing.csl_json import read_csl_json
from peermap.importing.endnote_xml import read_endnote_xml
from peermap.importing.incoming import Incoming, Reading
from peermap.importing.medline import read_medline
from peermap.importing.pubmed_xml import read_pubmed_xml
from peermap.importing.ris import read_ris
from peermap.importing.web_of_science import read_web_of_science
from peermap.problems import Mark, Problem, shown

Reader = Callable[[str, str], Reading]

# What a text shows of its format; where several are in it, the one that stands first counts.
SIGNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"(?m)^[ \t]*@\w{2,30}\s*[{(]"), read_bibtex),
    (re.compile(r"(?m)^\s{0,3}TY\s{0,2}-(?=\s)"), read_ris),
    (re.compile(r"(?m)^PMID ?- ?\d"), read_medline),
    (re.compile(r"(?m)^(?:FN (?:Clarivate|Thomson|ISI)|PT [JBSPC]$)"), read_web_of_science),
    (re.compile(r"<Pubmed(?:Book)?Article[\s>]"), read_pubmed_xml),
    (re.compile(r"<records?[\s>]"), read_endnote_xml),
    (
        re.compile(r"\A\s*[\[{]\s*(?:\{|\]|\"(?:id|type|title|author|items|references)\")"),
        read_csl_json,
    ),
)
LONGEST_SIGN = 1000
REFUSED: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\A\s*<(?:\?xml[^>]*>\s*<)?rdf:RDF"),
        "the file is Zotero RDF, which is not read",
        "In Zotero, export as CSL JSON, RIS or BibTeX.",
    ),
    (
        re.compile(r"\A\s*<(?:!doctype html|html)", re.IGNORECASE),
        "the file is a web page",
        "It was perhaps saved in the place of the export.",
    ),
    (
        re.compile(r"\A\s*<mods|<modsCollection|<b:Sources"),
        "the file is MODS or Word XML, which is not read",
        "Export as RIS, BibTeX or CSL JSON.",
    ),
    (
        re.compile(r"\A(?:PK\x03\x04|%PDF|\x1f\x8b)"),
        "the file is no text",
        "Export as RIS or BibTeX.",
    ),
)
KNOWN = "BibTeX, RIS, MEDLINE (.nbib), PubMed XML, EndNote XML, CSL-JSON and Web of Science's text"


def read_export(path: str, text: str) -> Reading:
    """The works of a text in any of the known formats; one without any work has a problem."""
    text = text.removeprefix("\ufeff")
    for sign, says, way_out in REFUSED:
        if sign.search(text[:4000]):
            return Reading("", problems=(Problem(Mark(path), says, way_out),))
    reader = reader_of(text)
    if reader is None:
        return Reading("", problems=(unknown(path, text),))
    reading = reader(path, text)
    if not reading.entries and not reading.problems:
        return replace(reading, problems=(Problem(Mark(path), "there is no work in the file"),))
    return without_titleless(reading)


def reader_of(text: str) -> Reader | None:
    """The reader of the sign that stands first. What lies behind one is not searched for others;
    those of XML are looked for first, for its single lines are long.
    """
    first, found, end = len(text), None, len(text)
    for sign, reader in reversed(SIGNS):
        match = sign.search(text, 0, end)
        if match and match.start() <= first:
            first, found = match.start(), reader
            end = min(len(text), first + LONGEST_SIGN)
    return found


def unknown(path: str, text: str) -> Problem:
    """The problem of a text that no reader knows."""
    start = text.strip()[:40]
    says = f"the file begins with {shown(start)}" if start else "the file is empty"
    return Problem(Mark(path), says, f"An import reads {KNOWN}.")


def without_titleless(reading: Reading) -> Reading:
    """The reading without works that have no title: nobody would find them. They are told."""
    bare = [work for work in reading.works if not work.title]
    if not bare:
        return reading
    kept = tuple(work for work in reading.works if work.title)
    known = {problem.mark for problem in reading.problems if problem.severity == "error"}
    told = tuple(no_title(work) for work in bare if work.mark not in known)
    problems = (*reading.problems, *told)
    return replace(reading, works=kept, problems=problems, unread=reading.unread + len(bare))


def no_title(work: Incoming) -> Problem:
    """The problem of a work without a title."""
    return Problem(work.mark, "the entry has no title", "It is left out; add one and import again.")
