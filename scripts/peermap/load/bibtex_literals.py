"""The text of a value: characters nobody sees taken out, strings and ``#`` resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peermap.load.bibtex_blocks import RawField
from peermap.load.bibtex_values import (
    IDENTIFIER,
    LONGEST,
    MONTH_STRINGS,
    is_one_group,
    joined,
    read_pieces,
    undefined,
)
from peermap.load.bibtex_words import FIELDS
from peermap.load.characters import CONTROL, first_hidden, has_hidden, hidden_in, without_hidden
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, did_you_mean, shown

INNER_FIELD = re.compile(r",[ \t\r]*\n\s*([A-Za-z][\w-]*)\s*=\s*[{\"]")
TOO_LONG = f"It is left out; a value may have {LONGEST}."
LEFT_OUT = "They are left out."


def simple_text(value: str) -> str | None:
    """The inside of the braces, for most values are no more than that; None for others."""
    if not is_one_group(value) or len(value) > LONGEST:
        return None
    return value[1:-1] if "=" not in value and value.isprintable() else None


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
