"""Names of places in the language that is spoken: those of countries from CLDR, those of wider
regions from the catalogue, those within a country from ``places.yml`` beside it, all others as
sources have them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from babel import Locale

from peermap.catalogues import FOLDERS, po_file
from peermap.load.place_names import read_place_names
from peermap.load.regions import PLAIN, WIDER
from peermap.words import ENGLISH, say, spoken


def place_words(names: Sequence[str]) -> str:
    """A place from narrow to wide: *Londres, Royaume-Uni* only as far as the names are known."""
    within = names_within(spoken())
    return ", ".join(within.get(f"{name}, {names[-1]}") or place_name(name) for name in names)


def place_name(name: str) -> str:
    """One name."""
    if spoken() == ENGLISH:
        return name
    return say(name) if name in WIDER else countries_in(spoken()).get(name, name)


def names_within(language: str) -> Mapping[str, str]:
    """The names of regions and towns in a language, by their English name and the country; none
    where no ``places.yml`` stands beside its catalogue.
    """
    return names_below(tuple(FOLDERS), language)


@cache
def names_below(folders: tuple[Path, ...], language: str) -> Mapping[str, str]:
    """The same, read once for the ``folders`` in which catalogues are looked for."""
    path = places_file(language)
    if not path.is_file():
        return {}
    return read_place_names(path.name, path.read_text(encoding="utf-8", errors="replace"))[0]


def places_file(language: str) -> Path:
    """Where the names of places of a language stand, or would stand."""
    return po_file(language).with_name("places.yml")


@cache
def countries_in(language: str) -> dict[str, str]:
    """The names of countries in a language, by the English name that records have."""
    theirs = Locale.parse(language).territories
    codes = {name: code for code, name in Locale(ENGLISH).territories.items()}
    codes |= {plain: codes[name] for name, plain in PLAIN.items() if name in codes}
    return {name: theirs[code] for name, code in codes.items() if code in theirs}
