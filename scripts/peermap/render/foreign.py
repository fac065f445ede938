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
MARKED = re.compile(f"{BEGIN}([a-z-]+){LANGUAGE_ENDS}(.*?){END}", re.DOTALL)
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
    """HTML with an element around each marked passage of its text."""
    if BEGIN not in html:
        return html
    parts: list[str] = []
    at, is_plain = 0, False
    for tag in TAG.finditer(html):
        parts.append(shown(html[at : tag.start()], plain=is_plain))
        parts.append(unmarked(tag[0]))
        is_plain = bool(PLAIN.match(tag[0]))
        at = tag.end()
    parts.append(shown(html[at:], plain=is_plain))
    return "".join(parts)


def shown(text: str, *, plain: bool) -> str:
    """Running text with its elements; without, where it may hold none."""
    return unmarked(text) if plain else MARKED.sub(r'<span lang="\1">\2</span>', text)


def unmarked(text: str) -> str:
    """Text without marks."""
    return MARKED.sub(r"\2", text) if BEGIN in text else text
