"""Accents of LaTeX, as they stand above and under letters."""

from __future__ import annotations

import re
import unicodedata

from peermap.load.latex_symbols import symbol

COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
ACCENT = (
    r"""(?:[`'^~"=.]|[uvHckrdbt](?![A-Za-z]))\s*"""
    r"(?:\{[^{}\\]*\}|\{\\[A-Za-z]+\s*\}|\\[A-Za-z]+ ?|[^\s{}\\])"
)
NESTED = re.compile(r"""(?<=\\[`'^~"=.uvHckrdbt]\{)\\""" + ACCENT + r"(?=\})")
ACCENTED = re.compile(rf"\{{\\({ACCENT})\}}|\\({ACCENT})")


def accented(command: str) -> str | None:
    r"""The letter that an accent makes: ``'{e}`` → ``é``; of ``\~{}`` it is the bare sign.

    None when the accent stands on a command that nobody knows.
    """
    accent, letters = command[0], command[1:].strip().strip("{}").strip()
    if letters.startswith("\\"):
        name = letters[1:].strip()
        known = name if name in {"i", "j"} else symbol(name)
        if known is None:
            return None
        letters = known
    if not letters:
        return accent if accent in "`'^~\"=." else ""
    return unicodedata.normalize("NFC", letters[0] + COMBINING[accent]) + letters[1:]


def without_nested_accents(latex: str) -> str:
    r"""The same with the inner of two accents as a letter: ``\'{\^e}`` → ``\'{ê}``."""
    for _ in range(3 if "\\" in latex else 0):
        latex, count = NESTED.subn(replaced, latex)
        if not count:
            break
    return latex


def without_accent_commands(latex: str) -> str:
    r"""The same with letters for accents (``{\'e}`` → ``é``), all else untouched."""
    if "\\" not in latex:
        return latex
    return ACCENTED.sub(replaced, latex)


def replaced(match: re.Match[str]) -> str:
    """The letter of an accent with its backslash and braces, or all of it when it has none."""
    text = accented(match[0].removeprefix("{")[1:].removesuffix("}" if match[0][0] == "{" else ""))
    return match[0] if text is None else text
