"""The dates that an export gives of a work → the most exact one, and what it says beyond a point of
time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peermap.importing.cleaning import clean
from peermap.load.dates import (
    ABOUT_YEAR,
    EDTF_NUMBERS,
    MONTH_NAMES,
    a_year_in,
    first_of_span,
    is_span,
    read_date,
)
from peermap.records.date import Date


def best_date(dates: Iterable[str]) -> Date | None:
    """The most exact date of those given; a month and day without a year join the bare year."""
    texts = [clean(words) for words in dates]
    read = [date for words in texts if (date := read_date(words))]
    year = read[0].year if read else next((y for d in texts if (y := a_year_in(d))), None)
    if year is None:
        return None
    same = [d for words in with_year(texts, year) if (d := read_date(words)) and d.year == year]
    return max(same, key=exactness, default=Date(year))


def date_fields_of(dates: Iterable[str], issued: Date) -> dict[str, str]:
    """The field that says more than the date: a span that begins with it, or *c. 1850*."""
    for words in with_year([clean(words) for words in dates], issued.year):
        if is_span(words) and read_date(words) == issued and (until := end_of(words, issued)):
            return span_field(issued, until)
        if ABOUT_YEAR.fullmatch(words) and issued == Date(issued.year):
            return {"year": f"c. {issued.year}"}
    return {}


def span_field(first: Date, last: Date) -> dict[str, str]:
    """A span as BibTeX has it where that can say it (``year = 2001–2003``, ``month = May–June``),
    else as BibLaTeX has it.
    """
    if first == Date(first.year) and last == Date(last.year):
        return {"year": f"{first.year}–{last.year}"}
    if first.year == last.year and first.month and last.month and not (first.day or last.day):
        names = (MONTH_NAMES[month - 1][0].capitalize() for month in (first.month, last.month))
        return {"month": "–".join(names)}
    return {"date": f"{shown_date(first)}/{shown_date(last)}"}


def with_year(texts: Iterable[str], year: int) -> Iterator[str]:
    """The words as they are, and with the year behind them."""
    for words in texts:
        yield from (words, f"{words} {year}")


def end_of(words: str, first: Date) -> Date | None:
    """The other end of a span, if it comes after the first."""
    end = first_of_span(words)[1]
    until = read_date(end) or read_date(f"{end} {first.year}")
    return until if until and shown_date(until) > shown_date(first) else None


def shown_date(date: Date) -> str:
    """A date as BibLaTeX has it: ``2001-22`` is a summer."""
    return f"{date.year:04d}-{EDTF_NUMBERS[date.season]}" if date.season else str(date)


def read_day(words: str) -> Date | None:
    """A day as Zotero's RIS has it: ``2024/01/12/10:00:00``."""
    return read_date("-".join(part for part in words.split("/")[:3] if part))


def exactness(date: Date) -> int:
    """How much a date says."""
    return (2 if date.month else 0) + (1 if date.day else 0) + (1 if date.season else 0)
