"""What is wrong with a YAML text, in the words of someone who fills in records."""

from __future__ import annotations

from typing import Any

import yaml

from peermap.problems import Mark, Problem, shown

SIGNS = frozenset("@`%*&!")  # a plain text cannot begin with these
BACKSLASH = "a backslash stands in double quotes", "Use single quotes around text with a backslash."
NOT_CLOSED = "a bracket or brace is not closed", "Close it with ] or }."
QUOTE_OPEN = "a quote is not closed", "Close it with the same quote."
NO_COLON = "a key has no colon behind it", "Write `key: value`."
WORDINGS = {
    "mapping values are not allowed": (
        "': ' stands inside a text",
        "Put quotes around text that contains ': '.",
    ),
    "tab character": ("a tab stands where YAML wants spaces", "Indent with spaces."),
    "expected ':'": NO_COLON,
    "did not find expected key": (
        "the indentation does not fit the lines above, "
        "or text stands behind a closing quote or bracket",
        "Keys of one mapping start in the same column; put a text in quotes as a whole.",
    ),
    "did not find expected '-'": (
        "the indentation does not fit the list above",
        "Items of one list start in the same column, with '- '.",
    ),
    "did not find expected ',' or": NOT_CLOSED,
    "unexpected end of stream": QUOTE_OPEN,
    "unexpected document indicator": QUOTE_OPEN,
    "hexdecimal": BACKSLASH,
    "unknown escape": BACKSLASH,
    "did not find expected node content": (
        "a bracket or brace closes what was not opened",
        "Put quotes around text with brackets or braces.",
    ),
    "expected <document start>": (
        "something stands behind the end of the first value",
        "A file holds one mapping or one list.",
    ),
    "another document": (
        "a second document begins with '---'",
        "A file holds one mapping or one list; take the line out.",
    ),
}


def syntax_problem(file: str, text: str, error: yaml.YAMLError, first_line: int) -> Problem:
    """PyYAML's message in our words, at its line; ``first_line`` is the text's in its file."""
    at: Any = getattr(error, "problem_mark", None)
    begun: Any = getattr(error, "context_mark", None) or at
    sign = sign_at(text, begun)
    if sign:
        says, way_out = f"a text begins with {shown(sign)}", "Put quotes around the text."
        return Problem(mark_of(file, begun, first_line), says, way_out)
    says, way_out = worded(error)
    where = begun if (says, way_out) in {NOT_CLOSED, QUOTE_OPEN, NO_COLON} else at or begun
    return Problem(mark_of(file, where, first_line), says, way_out)


def worded(error: yaml.YAMLError) -> tuple[str, str]:
    """What is, and what ought to be."""
    message = str(getattr(error, "problem", None) or "a fault of form")
    for sign, words in WORDINGS.items():
        if sign in message:
            return words
    return f"YAML cannot be read here: {message}", "Look at this line and the one above it."


def sign_at(text: str, mark: Any) -> str:
    """The reserved sign with which a value begins at a mark of PyYAML, or nothing."""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ""
    sign = lines[mark.line][mark.column : mark.column + 1]
    return sign if sign in SIGNS else ""


def mark_of(file: str, at: Any, first_line: int) -> Mark:
    """A mark of PyYAML (0-based) as ours (1-based)."""
    return Mark(file, at.line + first_line, at.column + 1) if at else Mark(file, first_line)
