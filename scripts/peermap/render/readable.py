"""Values as a reader wants to see them."""

from __future__ import annotations

from collections.abc import Iterable

from peermap.records.date import Period

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def readable_date(iso: str) -> str:
    """``2026-11-22`` as *22 November 2026*, ``2026-11`` as *November 2026*, ``2026`` as it is."""
    year, *others = (int(part) for part in iso.split("-"))
    words = [str(year), *(MONTHS[month - 1] for month in others[:1]), *map(str, others[1:])]
    return " ".join(reversed(words))


def readable_period(period: Period) -> str:
    """``1935/..`` as *since 1935*, ``1845/1863`` as *1845–1863*, *1970s* as it is."""
    first, slash, last = period.words.partition("/")
    if last == "..":
        return f"since {first}" if first[:1].isdigit() else f"since the {first}"
    return f"{first}–{last}" if slash else first


def readable_address(address: str) -> str:
    """A web address without its scheme, as people say it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def listed(names: Iterable[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last
