"""Formatted citations kept from build to build: what has not changed is not formatted again.

A style has a file of JSON with one item a line, by its mark. A line is read when its citation is
asked for, and stays bytes till then; the first has a hash of all others, which tells that they can
be read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peermap.publish.writing import write_bytes
from peermap.records.citation import Formatted

MARK = 32  # signs of a mark
BEFORE, BETWEEN = ',"', '": '  # of a line: ,"mark": ["entry", "text"]
IN_LINE = slice(len(BEFORE), len(BEFORE) + MARK)
START = len(BEFORE) + MARK + len(BETWEEN)
END = b"}\n"
TEXT = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def text_of(item: Mapping[str, Any]) -> str:
    """An item as text, the same for the same item."""
    return TEXT.encode(item)


def mark_of(text: str) -> str:
    """A hash of a text."""
    return mark_of_bytes(text.encode())


def mark_of_bytes(data: bytes) -> str:
    """A hash of bytes."""
    return hashlib.sha256(data).hexdigest()[:MARK]


@dataclass(slots=True)
class Results:
    """What is known of items in one style: lines of its file by the marks of the items, under the
    ``circumstances`` that decide beside an item how it is formatted.
    """

    circumstances: str
    lines: dict[str, bytes] = field(default_factory=dict)

    def learn(self, mark: str, result: Formatted) -> None:
        """Keep a result."""
        pair = json.dumps([result.entry, result.text], ensure_ascii=False)
        self.lines[mark] = f"{BEFORE}{mark}{BETWEEN}{pair}".encode()

    def only(self, marks: Iterable[str]) -> None:
        """Forget the results of items that are no more; who has the old ones keeps them."""
        self.lines = {mark: self.lines[mark] for mark in sorted(marks) if mark in self.lines}


@dataclass(frozen=True, slots=True, eq=False)
class InStyle(Mapping[str, Formatted]):
    """Key of a reference → as formatted in one style, made out whenever it is asked for: that takes
    less room. ``marks`` are those of the items whose results are known.
    """

    marks: Mapping[str, str]
    lines: Mapping[str, bytes]

    def __getitem__(self, key: str) -> Formatted:
        return Formatted(*json.loads(self.lines[self.marks[key]][START:]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


def kept_results(path: Path, circumstances: str) -> Results:
    """The results of earlier builds; none when the file is missing, was written under other
    circumstances, or is not as it was written.
    """
    results = Results(circumstances)
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return results
    if head == head_of(body, circumstances):
        lines = body.removesuffix(END).split(b"\n")[:-1]
        results.lines = {str(line[IN_LINE], "ascii"): line for line in lines}
    return results


def keep_results(path: Path, results: Results) -> None:
    """Write the results for the next build; where that cannot be, it formats them again."""
    body = b"\n".join([*results.lines.values(), END])
    with suppress(OSError):
        write_bytes(path, head_of(body, results.circumstances) + b"\n" + body)


def head_of(body: bytes, circumstances: str) -> bytes:
    """The first line of a file."""
    marks = f'"circumstances": "{mark_of(circumstances)}", "whole": "{mark_of_bytes(body)}"'
    return f"{{{marks}".encode()
