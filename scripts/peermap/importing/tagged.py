"""Text of tagged lines (RIS, MEDLINE, Web of Science) → records of (tag, value, line).

A line that begins with no tag continues the value before it. Records end where their format says,
or where the next one begins, so that a missing end loses nothing; nor does a missing beginning.
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
    """The tags of one record in order, and what was mended to read them. ``gap`` of them stand
    before the last blank line; ``above`` says which.
    """

    line: int
    tags: list[Tagged] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    by_tag: dict[str, list[str]] = field(default_factory=dict)  # the values, when all are read
    gap: int = 0
    above: set[str] = field(default_factory=set)

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
    """How a format marks a tag, and which tag begins and which ends a record. Of a tag of ``once``
    a record has one; a tag of ``outside`` may stand before, between and behind records.
    """

    line: re.Pattern[str]  # groups: tag, value
    start: str
    end: str
    once: frozenset[str]
    outside: frozenset[str] = frozenset()


def tagged_records(text: str, dialect: Dialect) -> Iterator[TaggedRecord]:
    """Every record of the text; lines without tag before the first record belong to none."""
    record: TaggedRecord | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match = dialect.line.match(line)
        if match is None:
            if record is not None:
                continued(record, line)
            continue
        found = Tagged(match[1].strip().upper(), (match[2] or "").strip(), number)
        if found.tag == dialect.end:
            if record is not None:
                yield record.closed()
            record = None
            continue
        owner = owner_of(found, record, dialect)
        if record is not None and owner is not record:
            yield ended(record, dialect)
        record = owner
        if record is not None:
            record.tags.append(found)
    if record is not None:
        yield ended(record, dialect)


def owner_of(found: Tagged, record: TaggedRecord | None, dialect: Dialect) -> TaggedRecord | None:
    """The record that a tag belongs to: the open one, or one that begins here, with or without its
    beginning; None for what stands outside of records.
    """
    if found.tag == dialect.start:
        return TaggedRecord(found.line)
    if record is None:
        return None if found.tag in dialect.outside else headless([], found.line, dialect)
    if found.tag in dialect.once and found.tag in record.above:
        tags = record.tags[record.gap :]
        del record.tags[record.gap :]
        return headless(tags, tags[0].line if tags else found.line, dialect)
    return record


def headless(tags: list[Tagged], line: int, dialect: Dialect) -> TaggedRecord:
    """A record that lacks its beginning."""
    return TaggedRecord(line, tags, [f"its beginning ({dialect.start}) is missing"])


def continued(record: TaggedRecord, line: str) -> None:
    """Put a line without tag behind the value it continues; remember where a blank one stands."""
    words = line.strip()
    if not words:
        record.above.update(tag for tag, _, _ in record.tags[record.gap :])
        record.gap = len(record.tags)
    elif record.tags:
        last = record.tags[-1]
        record.tags[-1] = last._replace(value=f"{last.value}\n{words}" if last.value else words)


def ended(record: TaggedRecord, dialect: Dialect) -> TaggedRecord:
    """The record, which lacks its end where its format has one."""
    if dialect.end:
        record.mends.append(f"its end ({dialect.end}) is missing")
    return record.closed()
