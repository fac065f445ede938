"""Names of places in the language that is spoken: those of countries from CLDR, those of wider
regions from the catalogue, all others as sources have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale

from peermap.load.regions import PLAIN, WIDER
from peermap.words import ENGLISH, say, spoken


def place_words(names: Iterable[str]) -> str:
    """A place from narrow to wide: *Londres, Royaume-Uni* only as far as the names are known."""
    return ", ".join(place_name(name) for name in names)


def place_name(name: str) -> str:
    """One name."""
    if spoken() == ENGLISH:
        return name
    return say(name) if name in WIDER else countries_in(spoken()).get(name, name)


@cache
def countries_in(language: str) -> dict[str, str]:
    """The names of countries in a language, by the English name that records have."""
    theirs = Locale.parse(language).territories
    codes = {name: code for code, name in Locale(ENGLISH).territories.items()}
    codes |= {plain: codes[name] for name, plain in PLAIN.items() if name in codes}
    return {name: theirs[code] for name, code in codes.items() if code in theirs}
