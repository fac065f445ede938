"""Quotation marks of titles put back where they stood, turned where the style quotes the title."""

from __future__ import annotations

import re

from peermap.citing.items import STAND_INS

PLAIN = str.maketrans({STAND_INS["<"]: "<", STAND_INS[">"]: ">", STAND_INS["."]: "."})
PLAIN |= {ord(STAND_INS[" "]): " ", ord(STAND_INS["\u202f"]): "\u202f"}
OPEN, CLOSE = STAND_INS["“"] + STAND_INS["‘"], STAND_INS["”"] + STAND_INS["’"]
MARKS = re.compile(f"[{OPEN}{CLOSE}“”‘«»]|’(?!\\w)")
INWARD = re.compile(f"([{CLOSE}]+(?:</?\\w+>)*)([.,])")
STOPPED = re.compile(f"([?!.][{CLOSE}]+(?:</?\\w+>)*)\\.")
NO_INITIAL = re.compile(f"([{CLOSE}])\\.(?=,)")  # the stop that initials get, behind a nickname
DOUBLE, SINGLE = ("“", "”"), ("‘", "’")
AS_TYPED = {STAND_INS["“"]: DOUBLE, STAND_INS["‘"]: SINGLE}


def restored(text: str) -> str:
    """Text with its own angle brackets and full stops again."""
    return text.translate(PLAIN)


def requoted(html: str, *, inward: bool) -> str:
    """Formatted HTML with its own quotation marks again: as typed, but single within double ones
    and double within single ones. ``inward``: a full stop or comma stands before the closing mark.
    """
    html = NO_INITIAL.sub(r"\1", STOPPED.sub(r"\1", html))
    if inward:
        html = INWARD.sub(r"\2\1", html)
    open_marks: list[tuple[str, str]] = []

    def mark(match: re.Match[str]) -> str:
        sign = match[0]
        if sign in OPEN:
            pair = turned(open_marks[-1]) if open_marks else AS_TYPED[sign]
            open_marks.append(pair)
            return pair[0]
        if sign in CLOSE:
            return open_marks.pop()[1] if open_marks else "”"
        if sign in "“‘«":
            open_marks.append(SINGLE if sign == "‘" else DOUBLE)
        elif open_marks:
            open_marks.pop()
        return sign

    return MARKS.sub(mark, html).replace(STAND_INS["'"], "’")


def turned(outer: tuple[str, str]) -> tuple[str, str]:
    """The marks to use within others."""
    return SINGLE if outer == DOUBLE else DOUBLE
