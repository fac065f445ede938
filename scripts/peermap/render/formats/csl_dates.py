"""Dates as CSL-JSON has them: as exact as their source, and no more."""

from __future__ import annotations

from typing import Any

from peermap.records.date import Date
from peermap.records.reference import Reference

SEASON_NUMBERS = {"spring": 1, "summer": 2, "autumn": 3, "winter": 4}


def csl_issued(reference: Reference) -> dict[str, Any]:
    """When a work was issued; words such as *in press* where no date is; empty without any."""
    if reference.issued is None:
        words = reference.fields.get("date") or reference.fields.get("year", "")
        return {"literal": words} if words else {}
    ends = [reference.issued, *([reference.until] if reference.until else [])]
    date: dict[str, Any] = {"date-parts": [date_parts(end) for end in ends]}
    if reference.issued.season and not reference.until:
        date["season"] = SEASON_NUMBERS[reference.issued.season]
    if reference.is_about:
        date["circa"] = True
    return date


def csl_date(date: Date | None) -> dict[str, Any]:
    """A point of time; empty without any."""
    return {"date-parts": [date_parts(date)]} if date else {}


def date_parts(date: Date) -> list[int]:
    """Year, perhaps month, perhaps day."""
    parts = [date.year, date.month, date.day] if date.month else [date.year]
    return [part for part in parts if part is not None]
