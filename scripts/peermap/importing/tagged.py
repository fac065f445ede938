"""Text of tagged lines (RIS, MEDLINE, Web of Science) → records of (tag, value, line).

A line that begins with no tag continues the value before it. Records end where their format says,
or where the next one begins, so that a missing end loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Tagged(NamedTuple):
    """A tag with its value and the line at which it stands."""

    tag: str
    value: str
    line: int


@dataclass(slots=True)
class TaggedRecord:
    """The tags of one record in order, and what was mended to read them."""

    line: int
    tags: list[Tagged] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    by_tag: dict[str, list[str]] = field(default_factory=dict)  # the values, when all are read

    def values(self, *tags: str) -> list[str]:
        """The values of the first of the tags that has any."""
        for tag in tags:
            if found := self.by_tag.get(tag):
                return found
        return []

    def closed(self) -> TaggedRecord:
        """The record, its tags all read."""
        for tag, value, _ in self.tags:
            self.by_tag.setdefault(tag, []).append(value)
        return self

    def first(self, *tags: str) -> str:
        """The first value of the first of the tags that has any, or nothing."""
        return next(iter(self.values(*tags)), "")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a format marks a tag, and which tag begins and which ends a record."""

    line: re.Pattern[str]  # groups: tag, value
    start: str
    end: str


def tagged_records(text: str, dialect: Dialect) -> Iterator[TaggedRecord]:
    """Every record of the text; text before the first record belongs to none."""
    record: TaggedRecord | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match = dialect.line.match(line)
        if match is None:
            if record is not None:
                continued(record, line)
            continue
        tag, value = match[1].strip().upper(), (match[2] or "").strip()
        if tag == dialect.start:
            if record is not None:
                yield ended(record, dialect)
            record = TaggedRecord(number)
        if tag == dialect.end:
            if record is not None:
                yield record.closed()
            record = None
        elif record is not None:
            record.tags.append(Tagged(tag, value, number))
    if record is not None:
        yield ended(record, dialect)


def continued(record: TaggedRecord, line: str) -> None:
    """Put a line without tag behind the value it continues."""
    words = line.strip()
    if words and record.tags:
        last = record.tags[-1]
        record.tags[-1] = last._replace(value=f"{last.value}\n{words}" if last.value else words)


def ended(record: TaggedRecord, dialect: Dialect) -> TaggedRecord:
    """The record, which lacks its end where its format has one."""
    if dialect.end:
        record.mends.append(f"its end ({dialect.end}) is missing")
    return record.closed()
