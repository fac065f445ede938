r"""A file whose bytes are kept: read with ``\n``, changed at few places, all else as it was.

Line ends, byte-order mark, encoding and a missing final line end stay as they are.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

LEFT_OUT = re.compile("\r(?=\n)|\0")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Insertion(NamedTuple):
    r"""Text to be put before an offset of the text with ``\n``."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class ExactText:
    r"""A file's text as it is (``exact``) and as sources are read, with ``\n`` only (``text``)."""

    exact: str
    mark: bytes = b""
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        r"""The text with ``\n`` line ends and without NUL characters."""
        return self.exact.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")

    @property
    def line_end(self) -> str:
        """The line end of the file: that of its first line."""
        match = re.search("\r\n|\n|\r", self.exact)
        return match[0] if match else "\n"

    def with_insertions(self, insertions: Iterable[Insertion]) -> bytes:
        """The bytes of the file with text put in, in the file's own line ends."""
        removed = self.removed()
        pieces, cursor = [], 0
        for at, text in sorted(insertions, key=lambda one: one.at):
            exact_at = at + bisect_left(removed, at)
            pieces += [self.exact[cursor:exact_at], text.replace("\n", self.line_end)]
            cursor = exact_at
        pieces.append(self.exact[cursor:])
        return self.mark + "".join(pieces).encode(self.encoding)

    def removed(self) -> list[int]:
        r"""The offsets of ``text`` before which a character of ``exact`` was left out."""
        if "\r" not in self.exact and "\0" not in self.exact:
            return []
        return [match.start() - n for n, match in enumerate(LEFT_OUT.finditer(self.exact))]


def exact_text(data: bytes) -> ExactText | None:
    """The text of a file in UTF-8 or marked UTF-16; None when it is in neither, for then a new name
    could not be written into it.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return decoded_exactly(data[len(mark) :], mark, encoding)
    return decoded_exactly(data, b"", "utf-8")


def decoded_exactly(data: bytes, mark: bytes, encoding: str) -> ExactText | None:
    """The text, if it gives the same bytes again."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return ExactText(text, mark, encoding) if text.encode(encoding) == data else None
