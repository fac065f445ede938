"""Names of places in the language that is spoken: those of countries from CLDR, those of wider
regions from the catalogue, those within a country from ``places.yml`` beside it, all others as
sources have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml
from babel import Locale

from peermap.catalogues import po_file
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


def names_within(language: str) -> dict[str, str]:
    """The names of regions and towns in a language, by their English name and the country; none
    where no ``places.yml`` stands beside its catalogue.
    """
    return read_names(po_file(language).with_name("places.yml"))


@cache
def read_names(path: Path) -> dict[str, str]:
    """The names in a file, if it is there."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def countries_in(language: str) -> dict[str, str]:
    """The names of countries in a language, by the English name that records have."""
    theirs = Locale.parse(language).territories
    codes = {name: code for code, name in Locale(ENGLISH).territories.items()}
    codes |= {plain: codes[name] for name, plain in PLAIN.items() if name in codes}
    return {name: theirs[code] for name, code in codes.items() if code in theirs}
