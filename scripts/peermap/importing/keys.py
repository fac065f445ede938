"""Keys for new works, in the style of the bibliography: ``sokol2016``, ``panaite2024-pandemic``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from peermap.importing.incoming import Incoming
from peermap.importing.titles import folded_words
from peermap.load.bibtex_keys import LONGEST_KEY
from peermap.load.ids import TAKEN, as_id
from peermap.records.reference import Name

SMALL_WORDS = """
    a an and are as at be by can for from how in into is it its of on or our the their to
    toward towards what when where which who why with without your you do does not au aux ce
    comme dans de des du en entre et la le les leur leurs ou par pour qui quoi sur un une
"""
SMALL = frozenset(SMALL_WORDS.split())
LONGEST_NAME = 40
ABBREVIATED = 3  # words from which an organisation is called by its initials


def new_key(work: Incoming, taken: Collection[str]) -> str:
    """A key that no reference has, not even in other letters, and that no page of the site needs.

    ``taken`` holds the keys of all references, in small letters.
    """
    return next(key for key in proposals(work) if key not in taken and not TAKEN.fullmatch(key))


def proposals(work: Incoming) -> Iterator[str]:
    """Name and year; with a word of the title behind; with a number."""
    stem = f"{name_part(work)}{work.issued.year if work.issued else '-nd'}"
    yield stem
    words = [word for word in folded_words(work.title) if word not in SMALL and len(word) > 2]
    for word in words:
        yield f"{stem}-{word}"[:LONGEST_KEY].rstrip("-")
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def name_part(work: Incoming) -> str:
    """The first family name, an organisation's initials, or the first word of the title."""
    name = called(work.makers[0]) if work.makers else ""
    if not name:
        words = folded_words(work.title)
        name = next((w for w in words if w not in SMALL and not w.isdigit()), "work")
    return name[:LONGEST_NAME].strip("-") or "work"


def called(name: Name) -> str:
    """*van Iseghem* → ``vaniseghem``, *World Health Organization* → ``who``."""
    if not name.literal:
        return as_id(re.sub(r"[\s'’ʼ]+", "", name.particle + name.family))
    words = [word for word in folded_words(name.literal) if word not in SMALL]
    if len(words) >= ABBREVIATED:
        return "".join(word[0] for word in words)
    return "".join(words)
