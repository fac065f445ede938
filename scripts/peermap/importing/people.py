"""A name as exports write it, in plain text → a person or an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peermap.load.name_faults import is_bare_organisation
from peermap.records.reference import Name

INITIALS = re.compile(r"(?:[^\W\d_]\.?[- ]?){1,5}", re.UNICODE)
MOST_INITIALS = 4
STATE = re.compile(r"[UE]\.\s?[SKNU]\.\s")  # *U.S. Medicine* is nobody called U. S.
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|2nd|3rd)\.?", re.IGNORECASE)
PARTICLES_WORDS = """
    van von der den de del della di da das dos du la le ten ter zu zur af al el bin ibn vom
"""
PARTICLES = frozenset(PARTICLES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Person:
    """A name, the words it is read from, and whether these had the initials first."""

    name: Name
    words: str
    is_turned: bool = False


def person_of(words: str, *, literal: bool = False, has_commas: bool = False) -> Person:
    """The name in *Family, Given*, *Family, Given, Jr*, *É Lessard*, *Lessard É* or an
    organisation's words; ``literal`` keeps the words together. Where other names of an export have
    commas (``has_commas``), one without comma is an organisation's, unless initials
    begin it.
    """
    text = words.strip().strip(",;").strip()
    if literal or not text or is_closed(words):
        return Person(Name(literal=text or words), words)
    if "," in text:
        return Person(with_comma(text), words)
    parts = text.split()
    if len(parts) == 1 or is_bare_organisation(text) or STATE.match(text):
        return Person(Name(literal=text), words)
    if (has_commas and "." not in parts[0]) or is_group(parts):
        return Person(Name(literal=text), words)
    return without_comma(parts, words)


def names_of(words: str) -> list[str]:
    """The names that stand in one place: *Doe, J.; Roe, R.* and *Doe, J., Roe, R.* are two each."""
    if ";" in words:
        return [name for part in words.split(";") if (name := part.strip())]
    parts = [part.strip() for part in words.strip(" ,").split(",")]
    families, given = parts[::2], parts[1::2]
    is_list = (
        len(given) > 1
        and len(families) == len(given)
        and all(len(name) > 1 and not SUFFIX.fullmatch(name) for name in families)
        and all(INITIALS.fullmatch(name) and name.isupper() for name in given)
    )
    pairs = zip(families, given, strict=False)
    return [f"{family}, {initials}" for family, initials in pairs] if is_list else [words]


def are_initials(words: str) -> bool:
    """Whether a few capitals stand together: *NM*. A script without capitals has none."""
    return len(words) <= MOST_INITIALS and all(letter.isupper() for letter in words)


def is_group(parts: list[str]) -> bool:
    """Whether a capital begins and a common noun ends the words: *RESPIRE collaboration*."""
    return parts[0][:1].isupper() and parts[-1].islower() and len(parts[-1]) > 3


def is_closed(words: str) -> bool:
    """Whether a comma closes the name, as EndNote has it behind organisations."""
    return words.rstrip().endswith(",") and words.count(",") == 1


def with_comma(text: str) -> Name:
    """*Family, Given*, perhaps with a suffix on either side of the given name."""
    family, *rest = (part.strip() for part in text.split(","))
    suffix = next((part for part in rest if SUFFIX.fullmatch(part)), "")
    given = " ".join(part for part in rest if part and part is not suffix)
    return named(family, given, suffix)


def without_comma(parts: list[str], words: str) -> Person:
    """Given name first, unless capital initials stand at the end: *Lessard É*, *O'Brien NM*."""
    suffix = parts.pop() if len(parts) > 2 and SUFFIX.fullmatch(parts[-1]) else ""
    if words.upper() == words.lower():  # a script without capitals, whose order is not known
        return Person(Name(literal=words.strip()), words)
    if are_initials(parts[-1]) and not INITIALS.fullmatch(parts[0]):
        return Person(named(" ".join(parts[:-1]), parts[-1], suffix), words)
    at = next((i for i, part in enumerate(parts[1:-1], 1) if part in PARTICLES), len(parts) - 1)
    given = " ".join(parts[:at])
    is_turned = all(INITIALS.fullmatch(part) for part in parts[:at])
    return Person(named(" ".join(parts[at:]), given, suffix), words, is_turned)


def named(family: str, given: str, suffix: str = "") -> Name:
    """A person; particles in small letters before the family name apart from it."""
    if not given and not suffix:
        return Name(literal=family)
    if not family:
        return Name(literal=" ".join(part for part in (given, suffix) if part))
    parts = family.split()
    at = 0
    while at < len(parts) - 1 and parts[at] in PARTICLES:
        at += 1
    return Name(
        family=" ".join(parts[at:]),
        given=initials_apart(given),
        particle=" ".join(parts[:at]),
        suffix=suffix,
    )


def initials_apart(given: str) -> str:
    """``A.C.`` → ``A. C.``, ``AC`` → ``A. C.`` and ``É`` → ``É.``, as the bibliography has them."""
    if are_initials(given):
        return " ".join(f"{letter}." for letter in given)
    return re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_])", " ", given)
