"""Periods in words: years as they stand, decades and centuries as a language says them."""

from __future__ import annotations

from peermap.load.periods import CENTURY, DECADE, YEAR
from peermap.records.date import Period
from peermap.words import ENGLISH, N_, say, spoken

DECADES = {
    None: N_("{decade}s"),
    "early": N_("early {decade}s"),
    "mid": N_("mid {decade}s"),
    "late": N_("late {decade}s"),
}
CENTURIES = {
    None: N_("{n}th century"),
    "early": N_("early {n}th century"),
    "mid": N_("mid {n}th century"),
    "late": N_("late {n}th century"),
}
SHARES = {
    "first half": N_("first half of the {n}th century"),
    "second half": N_("second half of the {n}th century"),
    "last half": N_("second half of the {n}th century"),
    "first quarter": N_("first quarter of the {n}th century"),
    "second quarter": N_("second quarter of the {n}th century"),
    "third quarter": N_("third quarter of the {n}th century"),
    "fourth quarter": N_("last quarter of the {n}th century"),
    "last quarter": N_("last quarter of the {n}th century"),
}
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def readable_period(period: Period) -> str:
    """``1935/..`` as *since 1935*, ``1845/1863`` as *1845–1863*, *1970s* as it is."""
    first, slash, last = period.words.partition("/")
    if last == "..":
        return since(first)
    return span(first, last) if slash else part_words(first)


def span(first: str, last: str) -> str:
    """*1845–1863*; where one of the two is in words, the language says how they are joined."""
    if YEAR.fullmatch(first.lower()) and YEAR.fullmatch(last.lower()):
        return f"{part_words(first)}–{part_words(last)}"
    return say("{first}–{last}", first=part_words(first), last=part_words(last))


def span_words(period: Period) -> str:
    """``1935/..`` as *1935–*, ``1970s`` as it is said: short, for the names of marks."""
    return "–".join("" if part == ".." else part_words(part) for part in period.words.split("/"))


def since(part: str) -> str:
    """*since 1935*, *since the late 19th century*."""
    if YEAR.fullmatch(part.lower()):
        return say("since {year}", year=part_words(part))
    match = DECADE.fullmatch(part.lower())
    if spoken() != ENGLISH and match and not match["part"]:
        return say("since the {decade}s", decade=match["decade"])
    if part[:1].isdigit() and spoken() == ENGLISH:
        return f"since {part}"
    return say("since the {period}", period=part_words(part))


def part_words(part: str) -> str:
    """A year, a decade or a century; in English as the source file has it."""
    given = " ".join(part.lower().split())
    if spoken() == ENGLISH:
        return part
    if match := DECADE.fullmatch(given):
        return say(DECADES[shortest(match["part"])], decade=match["decade"])
    if match := CENTURY.fullmatch(given):
        share = f"{match['nth']} {match['share']}" if match["nth"] else ""
        words = SHARES[share] if share else CENTURIES[shortest(match["part"])]
        number = int(match["century"])
        return say(words, n=number, roman=roman(number))
    match = YEAR.fullmatch(given)
    is_about = match is not None and match["year"] != given
    return say("about {year}", year=match["year"]) if match and is_about else part


def shortest(part: str | None) -> str | None:
    """*middle* as *mid*."""
    return "mid" if part == "middle" else part


def roman(number: int) -> str:
    """A number below forty in Roman figures, as French writes centuries."""
    figures = ""
    for value, figure in ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures
