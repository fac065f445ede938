"""Fields of an entry: names, value grammar, strings and ``#`` → marked values, still in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from peermap.load.bibtex_blocks import RawEntry, RawField, RawString
from peermap.load.bibtex_literals import read_text, simple_text, text_start
from peermap.load.bibtex_values import LONGEST, MONTH_STRINGS, read_pieces
from peermap.load.bibtex_words import FIELDS, bibtex_name, nearly
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, shown

NAME = re.compile(r"[^\W\d_][\w.+/-]*")
LAST_WORD = re.compile(r"[^\W\d_][\w.+/-]*\Z")
NEXT_FIELD = re.compile(r"\s*([^\W\d_][\w.+/-]*)\s*=\s*")


class Value(NamedTuple):
    """The text of a field, still in LaTeX, the offset of the field's name, and that of the text
    itself (-1 when no one place in the file holds it).
    """

    text: str
    name_at: int
    at: int
    lines: Lines

    @property
    def mark(self) -> Mark:
        """Where the field stands."""
        return self.lines.mark(self.name_at)


def read_strings(raws: Iterable[tuple[RawString, Lines]], found: list[Problem]) -> dict[str, str]:
    """Abbreviations by lower-cased name, the months among them; a string may use earlier ones."""
    strings, firsts = dict(MONTH_STRINGS), dict[str, int]()
    for raw, lines in raws:
        name, mark = raw.name.lower(), lines.mark(raw.at)
        if name in firsts:
            says = f"string {shown(raw.name)} stands twice (first at line {firsts[name]})"
            found.append(Problem(mark, says, "The first is used; take one out."))
            continue
        as_field = RawField(raw.name, raw.value, raw.at, raw.value_at)
        text = read_text(as_field, f"string {shown(raw.name)}", strings, lines, found)
        firsts[name] = mark.line
        strings[name] = text
    return strings


def read_fields(
    entry: RawEntry, strings: Mapping[str, str], lines: Lines, found: list[Problem]
) -> dict[str, Value]:
    """The values of an entry by BibTeX field name, in the file's order; empty ones are left out."""
    values: dict[str, Value] = {}
    for field in entry.fields:
        text = simple_text(field.value)
        for part in (field,) if text is not None else separated(field, lines, found):
            name = read_name(part, lines, found)
            if name in values:
                found.append(field_twice(part, values[name].mark, lines))
            elif name and text is not None:
                values[name] = Value(text, part.name_at, part.value_at + 1, lines)
            elif name:
                joint = read_text(part, f"'{name}'", strings, lines, found)
                values[name] = Value(joint, part.name_at, text_start(part, joint), lines)
    return renamed({name: v for name, v in values.items() if v.text.strip()}, entry.type)


def field_twice(field: RawField, first: Mark, lines: Lines) -> Problem:
    """A field that the entry has already."""
    says = f"field {shown(field.name)} stands twice (first at line {first.line})"
    return Problem(lines.mark(field.name_at), says, "The first is used; take one out.")


def separated(field: RawField, lines: Lines, found: list[Problem]) -> Iterator[RawField]:
    """The field, or several where commas are missing between them."""
    while follower := next_field(field.value):
        own = field.value[: follower.start()].rstrip()
        yield field._replace(value=own)
        says = f"no comma stands between {shown(field.name)} and {shown(follower[1])}"
        found.append(Problem(lines.mark(field.value_at + len(own)), says, "Put one here."))
        start, rest = field.value_at, field.value[follower.end() :]
        field = RawField(follower[1], rest, start + follower.start(1), start + follower.end())
    yield field


def next_field(value: str) -> re.Match[str] | None:
    """The name and ``=`` of a field that stands where the value ends, for want of a comma."""
    if len(value) > LONGEST:
        return None
    return NEXT_FIELD.match(value, read_pieces(value)[1])


def read_name(field: RawField, lines: Lines, found: list[Problem]) -> str:
    """The lower-cased name of a field; of a bad one its last word; empty when there is none."""
    if field.name in FIELDS:
        return field.name
    mark = lines.mark(field.name_at)
    if NAME.fullmatch(field.name):
        name = field.name.lower()
        if name not in FIELDS and (guess := nearly(name)):
            says = f"{shown(field.name)} is no field BibTeX knows"
            found.append(Problem(mark, says, f"Did you mean '{guess}'?", "warning"))
        return name
    last = LAST_WORD.search(field.name[-100:])
    way_out = (
        f"It is read as '{last[0]}'." if last else "Names are made of letters, digits and '-'."
    )
    found.append(Problem(mark, f"{shown(field.name)} is not the name of a field", way_out))
    return last[0].lower() if last else ""


def renamed(values: Mapping[str, Value], entry_type: str) -> dict[str, Value]:
    """BibLaTeX's names as BibTeX's, where the entry has no field of that name already."""
    result: dict[str, Value] = {}
    for name, value in values.items():
        target = bibtex_name(name, entry_type)
        result[name if target in values or target in result else target] = value
    return result
