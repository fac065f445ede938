"""BibTeX and BibLaTeX → works, by the reader of the bibliography itself.

Any key may stand in an export, also twice: the bibliography gives its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from peermap.importing.cleaning import clean, whole_ranges
from peermap.importing.incoming import Incoming, Reading, work_of
from peermap.importing.notices import RETRACTED_TITLE
from peermap.load.bibtex_failures import swallowed
from peermap.load.bibtex_fields import read_fields, read_strings
from peermap.load.bibtex_file import BibtexFile, is_entry, mend_problem, mended_blocks, read_block
from peermap.load.bibtex_mends import rejoined_starts
from peermap.load.bibtex_references import read_reference
from peermap.load.bibtex_words import ENTRY_TYPES
from peermap.load.braces import is_balanced
from peermap.load.crossref import Entry, with_crossrefs
from peermap.load.identifiers import read_doi
from peermap.load.keywords import NAMESPACES
from peermap.load.latex import plain
from peermap.load.latex_accents import without_accent_commands
from peermap.load.lines import Lines, lines_of
from peermap.problems import Problem
from peermap.records.date import Date
from peermap.records.reference import Reference

# Of the machine that wrote the export, or of its reference manager.
OTHERS_WORDS = """
    file pdf owner timestamp groups bdsk-file-1 bdsk-url-1 date-added date-modified added-at
    biburl interhash intrahash creationdate modificationdate priority ranking readstatus
    qualityassured relevance printed affiliation affiliations author-email
    researcherid-numbers orcid-numbers correspondence_address1 abbrev_source_title
    document_type source references funding_details funding-acknowledgement funding-text
    number-of-cited-references times-cited usage-count-last-180-days usage-count-since-2013
    journal-iso doc-delivery-number web-of-science-index oa da unique-id
    web-of-science-categories research-areas coden chemicals_cas tradenames cited-by
    issue-date
"""
OTHERS = frozenset(OTHERS_WORDS.split())
PROTECTED = ("title", "booktitle")
CITED_BY = re.compile(r"\s*(?:cited by|export date)\b.*", re.IGNORECASE | re.DOTALL)
FIELD_NAME = re.compile(r"[a-z][a-z0-9-]*")


def read_bibtex(path: str, text: str) -> Reading:
    """The works of a BibTeX text; blocks that cannot be read are problems."""
    lines = lines_of(path, text)
    file = BibtexFile()
    whole, mends = rejoined_starts(text)
    file.problems.extend(mend_problem(mend, lines) for mend in mends)
    unread = 0
    for placed in mended_blocks(whole, lines, file.problems):
        if not placed.is_between and placed.raw.count("@") > 1:
            unread += sum(one.severity == "error" for one in swallowed(placed, lines))
        unread += placed.is_failed and is_entry(placed)
        read_block(placed, text, lines, file)
    found = file.problems
    entries = entries_of(file, lines, found)
    works = tuple(read_work(entry, lines, found) for entry in entries)
    return Reading("BibTeX", works, tuple(sorted(set(found))), unread)


def entries_of(file: BibtexFile, lines: Lines, found: list[Problem]) -> list[Entry]:
    """The entries with all their values, those they inherit too."""
    strings = read_strings(((string, lines) for string in file.strings), found)
    entries = [
        Entry(e.type, e.key, lines.mark(e.at), read_fields(e, strings, lines, found), e.raw)
        for e in file.entries
    ]
    return with_crossrefs(entries, found)


def read_work(entry: Entry, lines: Lines, found: list[Problem]) -> Incoming:
    """The work of an entry."""
    reference = read_reference(entry, NAMESPACES, lines, found)
    left_out = [
        name for name in reference.fields if name in OTHERS or not FIELD_NAME.fullmatch(name)
    ]
    work = work_of(reference)
    fields = {n: clean(t) for n, t in work.fields.items() if n not in left_out}
    if article := fields.pop("article-number", ""):  # of Web of Science
        fields.setdefault("eid", article)
    fields.pop("crossref", None)
    if "pages" in fields:
        fields["pages"] = whole_ranges(fields["pages"])
    doi = read_doi(fields["url"]) if "doi.org/" in fields.get("url", "") else None
    if doi and fields.setdefault("doi", doi) == doi:
        del fields["url"]  # the DOI over again
    if fields.get("type", "").lower() in {"article", "review", "journal article", "editorial"}:
        del fields["type"]  # of Scopus, which says so beside @article
    if CITED_BY.fullmatch(fields.get("note", "")):
        left_out.append("note")
        del fields["note"]
    issued = reference.issued
    if reference.is_about and issued and issued == Date(issued.year):
        fields.setdefault("year", f"c. {issued.year}")
    if RETRACTED_TITLE.match(reference.title):
        fields.setdefault("retracted", "yes")
    return replace(
        work,
        type=reference.type if reference.type in ENTRY_TYPES else "misc",
        title=clean(reference.title),
        fields=fields,
        keywords=keywords_of(reference),
        latex=protected(entry, reference),
        given_key=entry.key,
        left_out=tuple(left_out),
    )


def keywords_of(reference: Reference) -> tuple[str, ...]:
    """Tags and ordinary keywords; both stay."""
    words = (*map(str, reference.tags), *map(clean, reference.keywords))
    return tuple(dict.fromkeys(word for word in words if word))


def protected(entry: Entry, reference: Reference) -> dict[str, str]:
    """The titles in which braces keep capitals, with letters for LaTeX accents.

    A title joined with its subtitle is not the one of its field, and is written anew.
    """
    shown: Mapping[str, str] = {"title": reference.title, **reference.fields}
    found = {}
    for name in PROTECTED:
        latex = entry.values[name].text if name in entry.values else ""
        letters = " ".join(without_accent_commands(latex).split())
        is_closed = is_balanced(letters) and not letters.endswith(
            "\\"
        )  # which would escape the brace
        if "{" in latex and is_closed and plain(letters) == shown.get(name):
            found[name] = letters
    return found
