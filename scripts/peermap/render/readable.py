"""Values as a reader wants to see them, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from peermap.words import say, spoken

REGIONS = {"en": "en_GB", "fr": "fr_CA"}  # whose ways of writing dates and numbers are ours
FIRST_DAYS = {"fr": "1er"}  # of a month, where it is said otherwise than the other days


def locale() -> Locale:
    """Whose ways of writing dates, numbers and names are followed."""
    return Locale.parse(REGIONS.get(spoken(), spoken()))


def readable_date(iso: str) -> str:
    """``2026-11-22`` as *22 November 2026*, ``2026-11`` as *November 2026*, ``2026`` as it is."""
    return date_words(iso, spoken())


@lru_cache(maxsize=1000)
def date_words(iso: str, language: str) -> str:
    """The same in a language."""
    year, *others = (int(part) for part in iso.split("-"))
    if not others:
        return str(year)
    if len(others) == 1:
        return format_skeleton("yMMMM", date(year, others[0], 1), locale=locale())
    words = format_date(date(year, *others), "long", locale())
    first = FIRST_DAYS.get(language, "1")
    return words.replace("1 ", f"{first} ", 1) if others[1] == 1 else words


def readable_number(number: float, decimals: int = 0) -> str:
    """A number with the decimal sign of the language."""
    text = f"{number:.{decimals}f}"
    return text.replace(".", locale().number_symbols["latn"]["decimal"])


def readable_address(address: str) -> str:
    """A web address without its scheme, as people say it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def listed(names: Iterable[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    *first, last = list(names) or [""]
    return say("{names} and {last}", names=", ".join(first), last=last) if first else last


def decade_words(decade: int) -> str:
    """*1970s*."""
    return say("{decade}s", decade=decade)
