"""Words in another language than the page: shown within an element that says so.

A template cannot know whether it writes a word into an attribute. So words are marked by two signs
of Unicode's private area as they are written, and the finished HTML decides: in running text they
become ``<span lang="en">``, within a tag, or where no element may stand, they go.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from peermap.records.text import Text

BEGIN, END = "\ue020", "\ue022"
LANGUAGE_ENDS = "\ue021"
MARKED = re.compile(f"{BEGIN}([a-z-]+){LANGUAGE_ENDS}([^{END}]*){END}")
TAG = re.compile(r"<[^>]*>")
PLAIN = re.compile(r"<(title|option|textarea|script|desc)\b")  # what holds text and no elements


def foreign(language: str) -> Callable[[object], object]:
    """For templates of a language: a function that marks the words of other languages."""

    def marked(value: object) -> object:
        if isinstance(value, Text) and value.language != language and value:
            return f"{BEGIN}{value.language}{LANGUAGE_ENDS}{value}{END}"
        return value

    return marked


def with_languages(html: str) -> str:
    """HTML in which each marked passage has its language: from the element that holds nothing else,
    or from one around it.
    """
    if BEGIN not in html:
        return html
    parts: list[str] = []
    at, before = 0, ""
    for tag in TAG.finditer(html):
        text = html[at : tag.start()]
        if text and BEGIN in text:
            if (whole := MARKED.fullmatch(text)) and holds(before, tag[0]):
                parts[-1] = f'{parts[-1][:-1]} lang="{whole[1]}">'
                text = whole[2]
            else:
                text = shown(text, plain=bool(PLAIN.match(before)))
        before = tag[0]
        parts += [text, unmarked(before)]
        at = tag.end()
    parts.append(shown(html[at:], plain=False))
    return "".join(parts)


def holds(opening: str, closing: str) -> bool:
    """Whether two tags are those of one element that can say its language and does not yet."""
    name = opening[1:].partition(" ")[0].rstrip(">")
    return closing == f"</{name}>" and " lang=" not in opening and name != "script"


def shown(text: str, *, plain: bool) -> str:
    """Running text with its elements; without, where it may hold none."""
    return unmarked(text) if plain else MARKED.sub(r'<span lang="\1">\2</span>', text)


def unmarked(text: str) -> str:
    """Text without marks."""
    return MARKED.sub(r"\2", text) if BEGIN in text else text
