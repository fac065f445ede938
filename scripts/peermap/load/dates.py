"""Dates as bibliographies write them: as exact as they say, and never more."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from peermap.records.date import Date

MONTH_NAMES = (
    ("january", "jan", "janvier", "janv"),
    ("february", "feb", "février", "fevrier", "févr", "fév", "fevr"),
    ("march", "mar", "mars"),
    ("april", "apr", "avril", "avr"),
    ("may", "mai"),
    ("june", "jun", "juin"),
    ("july", "jul", "juillet", "juil"),
    ("august", "aug", "août", "aout"),
    ("september", "sep", "sept", "septembre"),
    ("october", "oct", "octobre"),
    ("november", "nov", "novembre"),
    ("december", "dec", "décembre", "decembre", "déc"),
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "printemps": "spring",
    "été": "summer",
    "ete": "summer",
    "automne": "autumn",
    "hiver": "winter",
}
EDTF_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
EDTF_NUMBERS = {name: number for number, name in EDTF_SEASONS.items()}
UNDATED = frozenset(
    {"n.d.", "nd", "n. d.", "no date", "s.d.", "sd", "s. d.", "sans date", "undated"}
)
COMING = frozenset(
    {"in press", "forthcoming", "to appear", "submitted", "sous presse", "à paraître", "accepted"}
)

LONGEST = 100  # characters of a date
ABOUT = re.compile(r"^(?:c\.|ca\.|circa|vers|©|copyright|\[)\s*|[\]~?%.]+$")
ABOUT_YEAR = re.compile(r"\[?(?:c\.|ca\.|circa|vers)\s*\d{4}\]?|\[?\d{4}[~?]\]?", re.IGNORECASE)
ISO = re.compile(r"([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T[\d:.Z+-]*)?")
WORD = re.compile(r"[^\W\d_]+|\d+")
FULL_YEAR = re.compile(r"[12]\d{3}")
ANY_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "ème", "of", "de", "the"})
# *Jan-Feb 2019*, *2001-2003*, PubMed's *1998 Dec-1999 Jan*
HYPHEN_SPAN = re.compile(r"[^\W\d]-[^\W\d]|\d{4}-[12]\d{3}$|^\d{4} [^\W\d]+-\d{4}\b")
SPAN_MARK = re.compile(r"\s+(?:to|au|à)\s+|\s*(?:--+|[–—/])\s*")


def read_date(words: str) -> Date | None:
    """The date that ``words`` give, or the first of a span; None when they give none.

    Takes ISO 8601 and BibLaTeX (``2012-05/2012-06``, seasons as months 21-24), English and French
    (``3 May 2012``, ``printemps 2012``, ``1er mai 2012``) and PubMed's order (``2012 May 3``).
    """
    given = " ".join(words.split())
    return given_date(given) if len(given) <= LONGEST else None


@lru_cache(maxsize=4096)  # most works share their date with others
def given_date(given: str) -> Date | None:
    """The date of words that are not too long, with single spaces."""
    match = ISO.fullmatch(ABOUT.sub("", given))
    if match:
        return date_of(*(int(part) if part else None for part in match.groups()))
    start, end = first_of_span(given)
    return read_words(start) or (with_year_of(start, end) if end else None)


def is_span(words: str) -> bool:
    """Whether the words name two points of time rather than one."""
    given = " ".join(words.split())
    return len(given) <= LONGEST and has_two_ends(given)


@lru_cache(maxsize=4096)
def has_two_ends(given: str) -> bool:
    """The same of words that are not too long, with single spaces."""
    return not ISO.fullmatch(given) and bool(first_of_span(given)[1])


def is_undated(words: str) -> bool:
    """Whether the words say that the work has no date."""
    return " ".join(words.split()).strip("[]()").lower() in UNDATED


def is_coming(words: str) -> bool:
    """Whether the words say that the work is still to appear."""
    return " ".join(words.split()).strip("[]().").lower() in COMING


def a_year_in(words: str) -> int | None:
    """The only four-digit year (1400-2099) in the words; None when there is none, or several."""
    years = set(ANY_YEAR.findall(words))
    return int(years.pop()) if len(years) == 1 else None


def first_of_span(given: str) -> tuple[str, str]:
    """Both ends of a span; the second is empty when there is only one."""
    parts = SPAN_MARK.split(given, maxsplit=1)
    if len(parts) == 1 and HYPHEN_SPAN.search(given):
        parts = given.split("-", 1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def with_year_of(start: str, end: str) -> Date | None:
    """The first point of *May–June 2012*, whose year stands at the end only."""
    years = FULL_YEAR.findall(end)
    return read_words(f"{start} {years[-1]}") if years else None


def read_words(given: str) -> Date | None:
    """A date in words, in any order, when every word of it has a meaning."""
    match = ISO.fullmatch(ABOUT.sub("", given))
    if match:
        return date_of(*(int(part) if part else None for part in match.groups()))
    words = [w for w in WORD.findall(ABOUT.sub("", given.lower())) if w not in ORDINALS]
    years = [w for w in words if FULL_YEAR.fullmatch(w)]
    days = [w for w in words if w.isascii() and w.isdigit() and len(w) <= 2]
    names = [w for w in words if w in MONTHS or w in SEASONS]
    if len(years) != 1 or len(days) > 1 or len(names) != 1 or len(words) != 2 + len(days):
        return None
    if names[0] in SEASONS:
        return None if days else Date(int(years[0]), season=SEASONS[names[0]])
    return date_of(int(years[0]), MONTHS[names[0]], int(days[0]) if days else None)


def date_of(year: int | None, month: int | None = None, day: int | None = None) -> Date | None:
    """A date the calendar has, or None."""
    if year is None:
        return None
    if month in EDTF_SEASONS and day is None:
        return Date(year, season=EDTF_SEASONS[month])
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month == 0 or day == 0:
        return None
    return Date(year, month, day)
