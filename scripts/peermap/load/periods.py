"""Spans of years as people write them: ``1845/1863``, ``1920/..``, ``late 19th century``."""

from __future__ import annotations

import re

from peermap.problems import shown
from peermap.records.date import Period

Span = tuple[int, int]

PART = r"(?:(?P<part>early|mid|middle|late)(?:[ -]+of(?: the)?|[ -]+the)?[ -]+)?"
YEAR = re.compile(r"(?:c\.|ca\.|circa|about|around)?\s*(?P<year>[12]\d{3})")
DECADE = re.compile(PART + r"(?P<decade>[12]\d{2}0)'?s")
CENTURY = re.compile(
    PART
    + r"(?:(?P<nth>first|second|third|fourth|last) (?P<share>half|quarter) of the )?"
    + r"(?P<century>[1-9]|1\d|2[0-9])(?:st|nd|rd|th)(?: century)?"
)
NAMED_YEAR = re.compile(r"[12]\d{3}")
OPEN = ".."
PERIOD_FORMS = "Write 1935, 1845/1863, 1920/.., 1970s, late 19th century or early 2000s."

DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}
CENTURY_PARTS = {"early": (1, 33), "mid": (34, 66), "middle": (34, 66), "late": (67, 100)}
SHARES = {"half": 50, "quarter": 25}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def read_period(words: str) -> Period | None:
    """The years that ``words`` span, or None when they cannot be read.

    A part of a century is a third of it, a part of a decade its first four, middle three or last
    three years: *late 19th century* is 1867-1900, *early 2000s* 2000-2003. ``..`` at the end
    leaves the period open: ``last`` is None.
    """
    given = " ".join(words.split())
    first, *more = parts_of(given)
    start = read_span(first)
    if start is None or len(more) > 1:
        return None
    if not more:
        return Period(given, *start)
    if more == [OPEN]:
        return Period(given, start[0], None)
    end = read_span(more[0])
    if end is None or end[0] < start[0]:
        return None
    return Period(given, start[0], end[1])


def parts_of(words: str) -> list[str]:
    """Where a period begins and, behind a stroke, where it ends, in lower case."""
    return [" ".join(part.split()) for part in words.lower().split("/")]


def is_backwards(words: str) -> bool:
    """Whether the words give a beginning and an end, and the end is over before it."""
    start, *ends = map(read_span, parts_of(words))
    return any(start and end and end[1] < start[0] for end in ends)


def shown_period(words: str) -> str:
    """Words that are no period, as a message says them."""
    return shown(words) + (", which ends before it begins" if is_backwards(words) else "")


def is_ahead(words: str, year: int) -> bool:
    """Whether the words name a year, or the first year of a decade, that comes after a year."""
    return any(int(named) > year for named in NAMED_YEAR.findall(words))


def read_span(words: str) -> Span | None:
    """First and last year of one part: a year, a decade or a century, in lower case."""
    if match := YEAR.fullmatch(words):
        return int(match["year"]), int(match["year"])
    if match := DECADE.fullmatch(words):
        return within(int(match["decade"]), DECADE_PARTS.get(match["part"], (0, 9)))
    match = CENTURY.fullmatch(words)
    if match is None or (match["part"] and match["nth"]):
        return None
    return century_span(int(match["century"]), match["part"], match["nth"], match["share"])


def century_span(century: int, part: str | None, nth: str | None, share: str | None) -> Span | None:
    """The years of a century, of its early, middle or late third, of a half or a quarter."""
    base = 100 * (century - 1)
    if nth is None or share is None:
        return within(base, CENTURY_PARTS.get(part or "", (1, 100)))
    length = SHARES[share]
    number = 100 // length if nth == "last" else NTH[nth]
    if number * length > 100:
        return None
    return within(base, ((number - 1) * length + 1, number * length))


def within(base: int, years: Span) -> Span:
    """A span counted from ``base``."""
    return base + years[0], base + years[1]
