"""When a reference was issued, from ``date`` or from ``year``, ``month`` and ``day``."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.load.bibtex_fields import Value
from peermap.load.dates import MONTH_NAMES, a_year_in, is_coming, is_span, is_undated, read_date
from peermap.load.latex import plain
from peermap.problems import Problem, shown
from peermap.records.date import Date

DATE_FIELDS = ("date", "year", "month", "day")
FORMS = (
    "Write 2012, 2012-05, 2012-05-03, 2012/2013 or spring 2012; leave it out where none is given."
)


def read_issued(
    values: Mapping[str, Value], found: list[Problem]
) -> tuple[Date | None, dict[str, str]]:
    """The date, and those of the date fields that it does not say in full: spans, *in press*, …"""
    texts = {name: plain(values[name].text) for name in DATE_FIELDS if name in values}
    main = next((name for name in ("date", "year") if name in texts), "")
    if not main:
        return None, texts
    issued = read_date(texts["date"]) if main == "date" else read_parts(texts)
    kept = dict(texts)
    if issued is None and main == "year" and "month" in texts:
        issued = read_date(texts["year"])
        if issued:
            found.append(month_problem(values["month"], texts["month"]))
            del kept["year"]
            return issued, kept
    if issued is None:
        return guessed(main, texts, values[main], found)
    if "date" in texts and "year" in texts and a_year_in(texts["year"]) != issued.year:
        says = f"year is {shown(texts['year'])}, but date is {shown(texts['date'])}"
        found.append(Problem(values["year"].mark, says, "The date is used.", "warning"))
        return issued, {**unsaid(main, texts, issued), "year": texts["year"]}
    return issued, unsaid(main, texts, issued)


def read_parts(texts: Mapping[str, str]) -> Date | None:
    """A date of ``year``, ``month`` (name, number or season) and ``day``."""
    month = texts.get("month", "")
    if not month:
        return read_date(texts["year"])
    if month.isdecimal() and len(month) <= 2:
        month = MONTH_NAMES[int(month) - 1][0] if 1 <= int(month) <= 12 else "?"
    return read_date(f"{texts.get('day', '')} {month} {texts['year']}")


def unsaid(main: str, texts: Mapping[str, str], issued: Date) -> dict[str, str]:
    """The date fields that hold more than the date read: a span, or a month beside a bare year."""
    kept = {main: texts[main]} if is_span(texts[main]) else {}
    if issued.month is None and issued.season is None and "month" in texts:
        kept["month"] = texts["month"]
    if "month" in texts and is_span(texts["month"]):
        kept["month"] = texts["month"]
    return kept


def guessed(
    main: str, texts: Mapping[str, str], value: Value, found: list[Problem]
) -> tuple[Date | None, dict[str, str]]:
    """What can be made of a date that is none: its year if it has one; the words are kept."""
    words = texts[main]
    if is_undated(words):
        return None, {}
    year = None if is_coming(words) else a_year_in(words)
    if year:
        says = f"{main} is {shown(words)}"
        found.append(Problem(value.mark, says, f"It is read as {year}. {FORMS}", "warning"))
    elif not is_coming(words):
        found.append(Problem(value.mark, f"{main} is {shown(words)}", FORMS))
    return (Date(year) if year else None), dict(texts)


def month_problem(value: Value, words: str) -> Problem:
    """A month that no calendar has."""
    return Problem(
        value.mark, f"month is {shown(words)}", "Write month = may, or a number from 1 to 12."
    )
