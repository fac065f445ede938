"""The value of a BibTeX field: literals, numbers and names of strings, joined by ``#``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

BRACE = re.compile(r"(?<!\\)[{}]")
MARK = re.compile(r'(?<!\\)["{}]')
QUOTE = re.compile(r'(?<!\\)(?<!\{)"|(?<!\\)"(?!\})')
WORD = re.compile(r"[^\s\"#%'(),={}\\]+")
SPACE = re.compile(r"\s*")
IDENTIFIER = re.compile(r"[A-Za-z][\w:.+/-]*")
LONGEST = 100_000  # characters of one value

MONTH_STRINGS: Mapping[str, str] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a value: the text of a literal or number, or the name of a ``@string``."""

    kind: Literal["literal", "name"]
    text: str


def read_pieces(value: str) -> tuple[tuple[Piece, ...], int]:
    """The pieces of a value, and the offset where the grammar ends: its length if all is well."""
    if is_one_group(value):
        return (Piece("literal", value[1:-1]),), len(value)
    if is_one_quote(value):
        return (Piece("literal", value[1:-1]),), len(value)
    pieces: list[Piece] = []
    start = end = skipped(value, 0)
    while start < len(value):
        piece, after = read_piece(value, start)
        if piece is None:
            break
        pieces.append(piece)
        end = skipped(value, after)
        if not value.startswith("#", end):
            break
        start = skipped(value, end + 1)
    return tuple(pieces), end


def is_one_group(value: str) -> bool:
    """Whether one pair of braces holds the whole value, as is the case with nearly all."""
    if value[:1] != "{" or value[-1:] != "}":
        return False
    last = len(value) - 1
    if value.find("{", 1) < 0:
        return value.find("}") == last and value[-2] != "\\"
    return closing_brace(value, 0) == last


def is_one_quote(value: str) -> bool:
    """Whether the value is one pair of quotes, others within standing in braces only."""
    if not value.startswith('"'):
        return False
    depth = 0
    for match in MARK.finditer(value, 1):
        if match[0] == '"' and depth == 0:
            return match.end() == len(value)
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return False


def read_piece(value: str, start: int) -> tuple[Piece | None, int]:
    """The piece at an offset, and where it ends; None when the grammar has nothing of the kind."""
    if value[start] in '{"':
        end = closing_brace(value, start) if value[start] == "{" else closing_quote(value, start)
        return (None, start) if end < 0 else (Piece("literal", value[start + 1 : end]), end + 1)
    word = WORD.match(value, start)
    if word is None:
        return None, start
    return Piece("literal" if word[0].isdigit() else "name", word[0]), word.end()


def closing_brace(value: str, start: int) -> int:
    """The offset of the brace that closes the one at ``start``, or -1."""
    depth = 0
    for match in BRACE.finditer(value, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return -1


def closing_quote(value: str, start: int) -> int:
    """The offset of the next quote that is neither escaped nor alone in braces (``{"}``), or -1."""
    match = QUOTE.search(value, start + 1)
    return match.start() if match else -1


def skipped(value: str, start: int) -> int:
    """The offset behind white space."""
    match = SPACE.match(value, start)
    return match.end() if match else start


def joined(pieces: Sequence[Piece], strings: Mapping[str, str]) -> str | None:
    """The text of the pieces; a name without a ``@string`` stands for itself. None when the text
    would be longer than a value may be, which ``#`` can reach in few lines.
    """
    texts = [
        piece.text if piece.kind == "literal" else strings.get(piece.text.lower(), piece.text)
        for piece in pieces
    ]
    return "".join(texts) if sum(map(len, texts)) <= LONGEST else None


def undefined(pieces: Sequence[Piece], strings: Mapping[str, str]) -> tuple[str, ...]:
    """Names in the pieces that no ``@string`` defines."""
    names = (piece.text for piece in pieces if piece.kind == "name")
    return tuple(name for name in names if name.lower() not in strings)
