"""Works of the same authors and year told apart in a list: *2020a*, *2020b*, *n.d.-a*.

Each work is formatted for itself, so that its text is the same wherever it stands. The letters
depend on the list, and are put in where one is shown; ``citing/order.js`` does the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from peermap.records.citation import Formatted

YEAR = re.compile(r"[ \u00a0(](\d{4}(?:–\d{4})?|n\.d\.|s\.[ \u00a0]d\.|no date|in press)\)$")
BEFORE, BEHIND = r"(?:\((?:ca\. |v\. )?|[.”] )", r"(?=[),. ])"


def lettered(entries: Sequence[Formatted]) -> list[str]:
    """The entries of a list, in its order, with letters behind years that several works of the same
    authors have.
    """
    parts = [parted(one.entry, one.text) for one in entries]
    often = Counter((start, year) for start, year, _ in parts if year)
    given: dict[tuple[str, str], Iterator[str]] = {}
    found = []
    for start, year, rest in parts:
        letter = ""
        if often[start, year] > 1:
            letter = next(given.setdefault((start, year), letters()))
        found.append(f"{start}{year}{joint(year) if letter else ''}{letter}{rest}")
    return found


@lru_cache(maxsize=20_000)  # a work stands in the lists of several pages
def parted(entry: str, text: str) -> tuple[str, str, str]:
    """What stands before the year of an entry, the year as its citation has it, and what follows;
    all of it follows where a style cites without years.
    """
    cited = YEAR.search(text)
    at = re.search(BEFORE + re.escape(cited[1]) + BEHIND, entry) if cited else None
    if not cited or not at:
        return "", "", entry
    return entry[: at.end() - len(cited[1])], cited[1], entry[at.end() :]


def joint(year: str) -> str:
    """What stands between the words for a year and the letter."""
    return "" if year[-1].isdigit() else " " if year == "no date" else "-"


def letters() -> Iterator[str]:
    """a, b … z, za, zb …"""
    before = ""
    while True:
        yield from (before + letter for letter in ascii_lowercase)
        before += "z"
