"""Formatted citations kept from build to build: what has not changed is not formatted again.

A style has a file of JSON with one item a line, by its mark. A line is read when its citation is
asked for, and stays bytes till then; the first has a hash of all others, which tells that they can
be read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
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
    ``circumstances`` that decide beside an item how it is formatted. ``made`` are those lines that
    were asked for.
    """

    circumstances: str
    lines: dict[str, bytes] = field(default_factory=dict)
    made: dict[str, Formatted] = field(default_factory=dict)

    def learn(self, mark: str, result: Formatted) -> None:
        """Keep a result."""
        pair = json.dumps([result.entry, result.text], ensure_ascii=False)
        self.lines[mark] = f"{BEFORE}{mark}{BETWEEN}{pair}".encode()
        self.made[mark] = result

    def only(self, marks: Iterable[str]) -> None:
        """Forget the results of items that are no more; who has the old ones keeps them."""
        self.lines = {mark: self.lines[mark] for mark in sorted(marks) if mark in self.lines}
        self.made = {mark: self.made[mark] for mark in self.lines if mark in self.made}


@dataclass(frozen=True, slots=True, eq=False)
class InStyle(Mapping[str, Formatted]):
    """Key of a reference → as formatted in one style, made out when it is asked for; ``marks`` are
    those of the items whose results are known.
    """

    marks: Mapping[str, str]
    lines: Mapping[str, bytes]
    made: dict[str, Formatted]

    def __getitem__(self, key: str) -> Formatted:
        mark = self.marks[key]
        if mark not in self.made:
            self.made[mark] = Formatted(*json.loads(self.lines[mark][START:]))
        return self.made[mark]

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
    """Write the results for the next build."""
    body = b"\n".join([*results.lines.values(), END])
    write_bytes(path, head_of(body, results.circumstances) + b"\n" + body)


def head_of(body: bytes, circumstances: str) -> bytes:
    """The first line of a file."""
    marks = f'"circumstances": "{mark_of(circumstances)}", "whole": "{mark_of_bytes(body)}"'
    return f"{{{marks}".encode()
