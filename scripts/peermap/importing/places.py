"""Lines and columns of a text whose offsets are asked for in order, each stretch read once.

An export of many megabytes may stand on a single line.
"""

from __future__ import annotations


class Places:
    """How far a text was read, and which line that is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line, self.line_start, self.read_to = 1, 0, 0

    def place(self, at: int) -> tuple[int, int]:
        """The 1-based line and column of an offset, which lies behind the ones before."""
        self.line += self.text.count("\n", self.read_to, at)
        self.line_start = self.text.rfind("\n", self.read_to, at) + 1 or self.line_start
        self.read_to = at
        return self.line, at - self.line_start + 1
