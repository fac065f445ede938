"""A doubt put to the maintainer on a terminal: the two works side by side, and three answers."""

from __future__ import annotations

from typing import TextIO

from peermap.importing.incoming import Incoming
from peermap.importing.layout import fields_of
from peermap.importing.shelf import Match

SHOWN = ("author", "title", "journal", "booktitle", "year", "volume", "pages", "doi", "pmid", "url")
QUESTION = "The same work? [y]es, join · [n]o, add it · [l]ater: "
ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "l": None, "later": None, "": None}


def asked(work: Incoming, match: Match, *, answers: TextIO, out: TextIO) -> bool | None:
    """True to join, False to add, None for later (and where the answers end)."""
    print(side_by_side(work, match), file=out)
    while True:
        print(QUESTION, end="", flush=True, file=out)
        line = answers.readline()
        if not line:
            return None
        words = line.strip().lower()
        if words in ANSWERS:
            return ANSWERS[words]


def side_by_side(work: Incoming, match: Match) -> str:
    """The fields in which the two can be told apart."""
    ours, theirs = fields_of(match.book.work), fields_of(work)
    lines = [f"{work.mark}: may be '{match.book.key}' ({match.verdict.why})"]
    for name in SHOWN:
        here, there = ours.get(name, ""), theirs.get(name, "")
        if here or there:
            lines += [
                f"  {name:>9}  {here or '–'}",
                f"  {'' if here == there else 'import':>9}  {there or '–'}",
            ]
    return "\n".join(lines)
