"""Fields of an entry: names, value grammar, strings and ``#`` → marked values, still in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from peermap.load.bibtex_blocks import RawEntry, RawField, RawString
from peermap.load.bibtex_values import (
    IDENTIFIER,
    LONGEST,
    MONTH_STRINGS,
    is_one_group,
    joined,
    read_pieces,
    undefined,
)
from peermap.load.bibtex_words import FIELDS, bibtex_name, nearly
from peermap.load.characters import CONTROL, first_hidden, has_hidden, hidden_in, without_hidden
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, did_you_mean, shown

NAME = re.compile(r"[^\W\d_][\w.+/-]*")
LAST_WORD = re.compile(r"[^\W\d_][\w.+/-]*\Z")
NEXT_FIELD = re.compile(r"\s*([^\W\d_][\w.+/-]*)\s*=\s*")
INNER_FIELD = re.compile(r",[ \t\r]*\n\s*([A-Za-z][\w-]*)\s*=\s*[{\"]")


class Value(NamedTuple):
    """The text of a field, still in LaTeX: the mark of its line, and the offset where it begins
    (-1 when no one place in the file holds it).
    """

    text: str
    mark: Mark
    at: int


def read_strings(raws: Sequence[RawString], lines: Lines, found: list[Problem]) -> dict[str, str]:
    """Abbreviations by lower-cased name, the months among them; a string may use earlier ones."""
    strings, firsts = dict(MONTH_STRINGS), dict[str, int]()
    for raw in raws:
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
            mark = lines.mark(part.name_at)
            name = read_name(part, mark, found)
            if name in values:
                found.append(field_twice(part, values[name].mark, mark))
            elif name and text is not None:
                values[name] = Value(text, mark, part.value_at + 1)
            elif name:
                put_together = read_text(part, f"'{name}'", strings, lines, found)
                values[name] = Value(put_together, mark, text_start(part, put_together))
    return renamed({name: v for name, v in values.items() if v.text.strip()}, entry.type)


def field_twice(field: RawField, first: Mark, mark: Mark) -> Problem:
    """A field that the entry has already."""
    says = f"field {shown(field.name)} stands twice (first at line {first.line})"
    return Problem(mark, says, "The first is used; take one out.")


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


def read_name(field: RawField, mark: Mark, found: list[Problem]) -> str:
    """The lower-cased name of a field; of a bad one its last word; empty when there is none."""
    if field.name in FIELDS:
        return field.name
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


def read_text(
    field: RawField, what: str, strings: Mapping[str, str], lines: Lines, found: list[Problem]
) -> str:
    """The text of a value with strings and ``#`` resolved; empty when it is too long to be read."""
    if len(field.value) > LONGEST:
        says = f"{what} has {len(field.value)} characters"
        found.append(Problem(lines.mark(field.value_at), says, TOO_LONG))
        return ""
    value = visible(field, what, lines, found)
    mark = lines.mark(field.value_at)
    pieces, end = read_pieces(value)
    if end < len(value):
        found.append(broken_value(value, end, what, mark))
        return value
    names = undefined(pieces, strings)
    found.extend(undefined_name(name, field.name, strings, mark) for name in names)
    text = joined(pieces, strings)
    if text is None:
        found.append(Problem(mark, f"{what} is joined to more than {LONGEST} characters", TOO_LONG))
    elif "=" in text and (inner := INNER_FIELD.search(text)) and inner[1].lower() in FIELDS:
        says = f"{what} holds what looks like another field, {shown(inner[1] + ' =')}"
        found.append(Problem(mark, says, "A '}' or '\"' before it seems to be missing."))
    return text or ""


def simple_text(value: str) -> str | None:
    """The inside of the braces, for most values are no more than that; None for others."""
    if not is_one_group(value) or len(value) > LONGEST:
        return None
    return value[1:-1] if "=" not in value and value.isprintable() else None


def visible(field: RawField, what: str, lines: Lines, found: list[Problem]) -> str:
    """The value without control and invisible characters, which are told."""
    if not has_hidden(field.value):
        return field.value
    mark = lines.mark(field.value_at + first_hidden(field.value))
    names = ", ".join(hidden_in(field.value))
    if CONTROL.search(field.value):
        found.append(Problem(mark, f"{what} holds control characters ({names})", LEFT_OUT))
    else:
        says = f"{what} holds characters that cannot be seen ({names})"
        found.append(Problem(mark, says, LEFT_OUT, "warning"))
    return without_hidden(field.value)


def broken_value(value: str, end: int, what: str, mark: Mark) -> Problem:
    """A value that is neither a literal, a number, a name nor a chain of them."""
    if value[end:].startswith("#") or not value[end:].strip() or value.rstrip().endswith("#"):
        return Problem(mark, f"{what} has nothing on one side of '#'", "Join texts as {a} # {b}.")
    return Problem(
        mark, f"{what} is {shown(value)}, partly without braces", "Put braces around it."
    )


def undefined_name(name: str, field: str, strings: Mapping[str, str], mark: Mark) -> Problem:
    """A bare word that no ``@string`` defines; it is read as it stands."""
    if not IDENTIFIER.fullmatch(name):
        says = f"{shown(name)} stands without braces"
        return Problem(mark, says, f"Write {field} = {{{name[:60]}}}.")
    known = [s for s in strings if field.lower() == "month" or s not in MONTH_STRINGS]
    guess = did_you_mean(name.lower()[:60], known, kind="strings")
    way_out = " ".join(filter(None, (guess, f"Text needs braces: {{{name[:60]}}}.")))
    return Problem(mark, f"{shown(name)} is not defined by any @string", way_out)


def text_start(field: RawField, text: str) -> int:
    """The offset of the text inside its braces or quotes; -1 when it is put together."""
    return field.value_at + 1 if field.value[1:-1] == text else -1


def renamed(values: Mapping[str, Value], entry_type: str) -> dict[str, Value]:
    """BibLaTeX's names as BibTeX's, where the entry has no field of that name already."""
    result: dict[str, Value] = {}
    for name, value in values.items():
        target = bibtex_name(name, entry_type)
        result[name if target in values or target in result else target] = value
    return result


TOO_LONG = f"It is left out; a value may have {LONGEST}."
LEFT_OUT = "They are left out."
