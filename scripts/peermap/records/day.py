"""A day of the calendar as a field of a source."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from peermap.records.worded import fault


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, ``2026-11-22``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def as_day(value: str) -> str:
    """A day of the calendar."""
    if not is_day(value):
        says = "{what} is {given}, which no calendar has"
        raise fault("day", says, "Write the day as 2026-11-22.")
    return value


Day = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(as_day)
]
