"""What cannot be read in a BibTeX file: unfinished blocks, and text that stands outside of any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peermap.load.bibtex_blocks import Placed
from peermap.load.lines import Lines
from peermap.problems import Problem, shown

ENTRY_START = re.compile(r"@\w+\s*(?:\{|\((?=\s*[^\s,{}()]+\s*,))\s*[^\s,{}()\"=]{0,60}")
KEY = re.compile(r"@\w*[ \t]*[{(]\s*([^\s,={}()\"]+)(?=\s*[,})]|\s+[^\s=]|\s*\Z)")
FIELD_START = re.compile(r"(?m)(?:^|,)[ \t]*([A-Za-z][\w-]*)\s*=\s*[{\"]")
MARK = re.compile(r"(?<!\\)[{}\"]")
STRAY_FIELD = re.compile(r"(?m)^[ \t,})]*([A-Za-z][\w-]*)\s*=\s*[{\"\d]")
STRAY_START = re.compile(r"(?m)^[ \t]*(@\w+)")
STRAY_BRACKETS = re.compile(r"[\s,})]*[})][\s,})]*")
FORM = "Fields are written name = {value}, with a comma between them; a '}' ends the entry."


def failure(placed: Placed, lines: Lines) -> Problem:
    """Why a block cannot be read, in our words: those of the Splitter may be empty."""
    key, word = KEY.match(placed.raw), f"@{placed.word}"
    mark = lines.mark(placed.at)
    if placed.word in {"string", "preamble", "comment"}:
        way_out = "Close it. An entry that stands inside it is read all the same."
        return Problem(mark, f"{shown(word)} has no end", way_out)
    if key is None:
        return Problem(mark, f"{shown(word)} has no key", f"Write {word}{{smith2012, …}}.")
    name = f"reference {shown(key[1])}"
    return Problem(mark, *unfinished(placed, name, lines))


def unfinished(placed: Placed, name: str, lines: Lines) -> tuple[str, str]:
    """Where the reading of an entry stops, and which bracket seems to be left open."""
    last = lines.line(max(placed.end - 1, placed.at))
    depth, in_quotes, opened = open_marks(placed.raw)
    if depth == 0 and not in_quotes:
        return f"{name} cannot be read beyond line {last}", FORM
    says = f"{name} is not closed: it is still open on line {last}"
    if opened is None:
        return says, "A '}' at its end seems to be missing."
    sign = "a '\"'" if in_quotes else "a '{'"
    where = f"in '{opened[0]}' on line {lines.line(placed.at + opened[1])}"
    return says, f"The mate of {sign} {where} seems to be missing."


def open_marks(raw: str) -> tuple[int, bool, tuple[str, int] | None]:
    """How many braces are open at the end of a block, whether a quote is, and the field, with its
    offset, in which the first of those that stay open was opened.
    """
    starts = list(FIELD_START.finditer(raw))
    suspect: re.Match[str] | None = None
    depth, in_quotes, position = 0, False, 0
    current: re.Match[str] | None = None
    for mark in MARK.finditer(raw):
        while position < len(starts) and starts[position].start(1) < mark.start():
            if (depth > 1 or in_quotes) and suspect is None:
                suspect = current
            current = starts[position]
            position += 1
        if mark[0] == '"' and depth == 1:
            in_quotes = not in_quotes
        elif not in_quotes:
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
    found = suspect or (current if depth > 1 or in_quotes else None)
    return depth, in_quotes, (found[1], found.start(1)) if found else None


def swallowed(placed: Placed, lines: Lines) -> Iterator[Problem]:
    """Starts of entries inside a block: what stands there is not read as an entry of its own."""
    is_comment = placed.word == "comment" and not placed.is_failed
    for match in ENTRY_START.finditer(placed.raw, 1):
        says = f"{shown(match[0])} stands inside another block and is not read"
        mark = lines.mark(placed.at + match.start())
        if is_comment:
            yield Problem(mark, says, "Take it out of '@comment' to use it.", "warning")
        else:
            yield Problem(mark, says, "A brace or quote before it may not be closed.")


def misread_word(placed: Placed, lines: Lines) -> Iterator[Problem]:
    """``@commentary`` and the like, which are read as if they were ``@comment``."""
    for kind in ("comment", "preamble", "string"):
        if placed.word.startswith(kind) and placed.word != kind:
            says = f"'@{placed.word}' is read as '@{kind}', not as an entry"
            yield Problem(lines.mark(placed.at), says, "Use another type: @misc.")


def strays(placed: Placed, lines: Lines) -> Iterator[Problem]:
    """Text between blocks is a comment; text that looks like part of an entry is told."""
    if match := STRAY_FIELD.search(placed.raw):
        says = f"{shown(match[1] + ' =')} stands outside of any entry"
        way_out = "A '}' before it may be one too many, or the start of its entry is missing."
        yield Problem(lines.mark(placed.at + match.start(1)), says, way_out)
    elif STRAY_BRACKETS.fullmatch(placed.raw):
        says = f"{shown(placed.raw)} stands outside of any entry"
        yield Problem(
            lines.mark(placed.at), says, "It seems to be one bracket too many.", "warning"
        )
    for match in STRAY_START.finditer(placed.raw):
        says = f"{shown(match[1])} starts no entry: no '{{' follows"
        way_out = f"Write {match[1]}{{key, …}}; put '%' before a comment."
        yield Problem(lines.mark(placed.at + match.start(1)), says, way_out)
