"""The bibliography as a file: what is in it, and the file with works joined and added.

Only the lines that are new differ from the file before. The new text is read again before it is
given back: were a reference lost or changed by it, nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from peermap.importing.exact_text import ExactText, Insertion, exact_text
from peermap.importing.layout import Layout, fields_of, layout_of
from peermap.importing.shelf import Book
from peermap.load.bibtex import read_references
from peermap.load.bibtex_blocks import RawEntry
from peermap.load.bibtex_file import read_file
from peermap.load.lines import lines_of
from peermap.problems import Mark, Problem, shown
from peermap.records.reference import Reference
from peermap.tagging.keywords_edit import added_to, keywords_field, takes_more

PATH = "bibliography/references.bib"
EMPTY = re.compile(r'\{\s*\}|"\s*"')
COMMA = re.compile(r"\s*,")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A bibliography that was read: its text to the byte, and its references."""

    exact: ExactText
    text: str
    references: tuple[Reference, ...]


def read_bibliography(data: bytes) -> Bibliography | Problem:
    """The bibliography of a file's bytes, or why it cannot be added to."""
    exact = exact_text(data)
    if exact is None:
        way_out = "Save it as UTF-8 and import again."
        return Problem(Mark(PATH), "the bibliography is not in UTF-8", way_out)
    text = exact.text
    references, _ = read_references(PATH, text)
    return Bibliography(exact, text, references)


def extended(bibliography: Bibliography, books: Sequence[Book]) -> bytes | Problem:
    """The bytes of the bibliography with the new works and the added fields of ``books``.

    A problem instead, where the result would not hold all that it ought to.
    """
    layout = layout_of(bibliography.text)
    insertions = [*field_insertions(bibliography, books, layout)]
    new = [layout.entry(book.key, book.work) for book in books if book.reference is None]
    if new:
        insertions.append(Insertion(len(bibliography.text), appended(bibliography.text, new)))
    if not insertions:
        return bibliography.exact.with_insertions(())
    data = bibliography.exact.with_insertions(insertions)
    return lost(bibliography, books, data) or data


def appended(text: str, entries: Sequence[str]) -> str:
    """Entries behind the text, an empty line between; a final line end only where there was one."""
    before = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    after = "\n" if not text or text.endswith("\n") else ""
    return before + "\n\n".join(entries) + after


def field_insertions(
    bibliography: Bibliography, books: Sequence[Book], layout: Layout
) -> Iterator[Insertion]:
    """The added fields and tags of known references."""
    starts = lines_of(PATH, bibliography.text).starts
    for book in books:
        if book.reference and book.is_changed:
            mark = book.reference.mark
            at = starts[mark.line - 1] + mark.column - 1
            raw = entry_at(bibliography.text, at, book.reference.raw)
            yield from entry_insertions(raw, bibliography.text, added_fields(book), layout)
            field = keywords_field(raw)
            if field and book.tags and "keywords" not in book.added:
                yield Insertion(*added_to(field, book.tags))


def takes_tags(book: Book) -> bool:
    """Whether a work can get tags beside its keywords: as a new one, or where its entry ends them
    in braces or quotes.
    """
    if book.reference is None or "keywords" in book.added:
        return True
    raw = book.reference.raw
    field = keywords_field(entry_at(raw, 0, raw))
    return field is not None and takes_more(field)


def entry_at(text: str, at: int, raw: str) -> RawEntry:
    """The entry that stands at an offset, with the offsets of its fields in the whole text."""
    (entry,) = (e for e in read_file(raw, lines_of(PATH, raw)).entries[:1])
    moved = (f._replace(name_at=f.name_at + at, value_at=f.value_at + at) for f in entry.fields)
    return RawEntry(entry.type, entry.key, tuple(moved), at, text[at : at + len(raw)])


def added_fields(book: Book) -> dict[str, str]:
    """The added fields of a book, as LaTeX."""
    return {name: latex for name, latex in fields_of(book.work).items() if name in book.added}


def entry_insertions(
    raw: RawEntry, text: str, added: Mapping[str, str], layout: Layout
) -> Iterator[Insertion]:
    """Fields put into an entry: where it has one of that name that is empty, into that, for of two
    the first counts; the others as lines behind the last field.
    """
    empty = {f.name.lower(): f for f in reversed(raw.fields) if EMPTY.fullmatch(f.value)}
    for name in sorted(empty.keys() & added.keys()):
        quoted = '"' in added[name] and empty[name].value.startswith('"')
        latex = f"{{{added[name]}}}" if quoted else added[name]
        yield Insertion(empty[name].value_at + 1, latex)
    lines = [layout.line(name, latex) for name, latex in added.items() if name not in empty]
    if lines:
        yield insertion(raw, text, lines)


def insertion(raw: RawEntry, text: str, lines: Sequence[str]) -> Insertion:
    """Lines behind the last field of an entry, with its comma or without, as the entry has it."""
    if not raw.fields:
        at = raw.at + raw.raw.index(raw.key, raw.raw.index("{") + 1) + len(raw.key)
        comma = COMMA.match(text, at)
        return Insertion(comma.end() if comma else at, "".join(f"\n{line}," for line in lines))
    last = raw.fields[-1]
    end = last.value_at + len(last.value)
    comma = COMMA.match(text, end)
    if comma:
        return Insertion(comma.end(), "".join(f"\n{line}," for line in lines))
    return Insertion(end, "".join(f",\n{line}" for line in lines))


def lost(bibliography: Bibliography, books: Sequence[Book], data: bytes) -> Problem | None:
    """What the new bytes would lose: an entry that was there, or one that ought to be."""
    exact = exact_text(data)
    text = exact.text if exact else ""
    found: dict[str, str] = {}
    for entry in read_file(text, lines_of(PATH, text)).entries:
        found.setdefault(entry.key, entry.raw)
    changed = {book.key for book in books if book.is_changed}
    for reference in bibliography.references:
        raw = found.get(reference.key)
        if raw is None or (reference.key not in changed and raw != reference.raw):
            return cannot(reference.mark, reference.key)
    missing = (book for book in books if book.reference is None and not found.get(book.key))
    return next((unfinished(bibliography, book) for book in missing), None)


def cannot(mark: Mark, key: str) -> Problem:
    """The problem of an entry that would be read otherwise."""
    says = f"nothing is written: reference {shown(key)} would be read otherwise than before"
    return Problem(mark, says, "Mend what 'peermap check' says of it, and import again.")


def unfinished(bibliography: Bibliography, book: Book) -> Problem:
    """The problem of a new entry that the file swallows."""
    last = bibliography.text.count("\n") + 1
    says = f"nothing is written: {shown(book.key)} would not be read at the end of the file"
    way_out = "An entry before it may not be closed: mend what 'peermap check' says."
    return Problem(Mark(PATH, last), says, way_out)
