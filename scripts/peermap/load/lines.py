"""Where the lines of a text begin, so that an offset into it becomes a place people can go to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peermap.problems import Mark

LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text in the file at ``path``; ``starts`` are the 0-based offsets at which they
    begin, and ``first`` is the 1-based line of the file at which the text does.
    """

    path: str
    starts: tuple[int, ...]
    first: int = 1

    def mark(self, offset: int) -> Mark:
        """The 1-based line and column of a 0-based offset."""
        line = bisect_right(self.starts, offset)
        return Mark(self.path, line + self.first - 1, offset - self.starts[line - 1] + 1)

    def line(self, offset: int) -> int:
        """The 1-based line of a 0-based offset."""
        return bisect_right(self.starts, offset) + self.first - 1


@dataclass(frozen=True, slots=True, eq=False)
class Marks(Mapping[str, Mark]):
    """Marks by name, worked out from offsets when asked for: most are never looked at."""

    lines: Lines
    offsets: Mapping[str, int]

    def __getitem__(self, name: str) -> Mark:
        return self.lines.mark(self.offsets[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.offsets)

    def __len__(self) -> int:
        return len(self.offsets)


def lines_of(path: str, text: str, first: int = 1) -> Lines:
    """The lines of a text, each ended by a line feed; ``first`` is the number of the first."""
    return Lines(path, (0, *(match.end() for match in LINE_END.finditer(text))), first)
