"""Keys of references are addresses: each stands once, in ``a-z``, ``0-9`` and ``-``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peermap.load.crossref import Entry
from peermap.load.ids import as_id
from peermap.problems import Problem, shown

KEY = re.compile(r"[a-z0-9-]+")
LONGEST_KEY = 100
LEFT_OUT = "The reference is left out: keys are made of a-z, 0-9 and '-'."


def with_sound_keys(entries: Sequence[Entry], found: list[Problem]) -> list[Entry]:
    """The entries whose key can be an address and does not stand before; the others are told."""
    firsts: dict[str, Entry] = {}
    alike: dict[str, list[Entry]] = {}
    for entry in entries:
        alike.setdefault(entry.key.casefold(), []).append(entry)
    for entry in entries:
        key = entry.key
        if not is_key(key):
            found.append(bad_key(entry, alike[key.casefold()]))
        elif key in firsts:
            found.append(twice(entry, firsts[key]))
        else:
            firsts[key] = entry
    return list(firsts.values())


def is_key(key: str) -> bool:
    """Whether the key can stand in an address."""
    return len(key) <= LONGEST_KEY and KEY.fullmatch(key) is not None


def twice(entry: Entry, first: Entry) -> Problem:
    """A key that stands again."""
    says = f"reference {shown(entry.key)} stands twice (first at line {first.mark.line})"
    if entry.raw == first.raw:
        return Problem(entry.mark, says, "The two are the same: take one out.")
    return Problem(
        entry.mark, says, "The first is used; join the two, or give this one its own key."
    )


def bad_key(entry: Entry, alike: Sequence[Entry]) -> Problem:
    """A key that cannot be an address; those of ``alike`` differ from it by case at most."""
    key = entry.key
    if not key:
        says = f"{shown('@' + entry.type)} has no key"
        return Problem(entry.mark, says, "Write it behind the '{': smith2012,")
    if key == alike[0].key and entry is not alike[0]:
        return twice(entry, alike[0])
    others = [one for one in alike if one.key != key]
    if others:
        says = f"keys {shown(key)} and {shown(others[0].key)} differ by case only"
        way_out = f"The other is at line {others[0].mark.line}. {LEFT_OUT}"
        return Problem(entry.mark, says, way_out)
    if len(key) > LONGEST_KEY:
        says = f"the key {shown(key)} has {len(key)} characters"
        return Problem(entry.mark, says, f"It may have {LONGEST_KEY}. {LEFT_OUT}")
    guess = as_id(key)
    way_out = LEFT_OUT + (f" Did you mean '{guess}'?" if guess else "")
    return Problem(entry.mark, f"the key {shown(key)} cannot stand in an address", way_out)
