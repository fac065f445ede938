"""Keywords: tags of the synthesis among ordinary ones; and positions in printed reference lists."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from peermap.records.reference import ListPosition, Tag

NAMESPACES = (
    "functions",
    "formality",
    "relations",
    "status",
    "affiliations",
    "spaces",
    "trend",
    "community",
    "issue",
    "label",
)
SEPARATOR = re.compile(r",|(?<!&amp)(?<!&lt)(?<!&gt)(?<!&quot);")
NAMESPACED = re.compile(r"([A-Za-z][A-Za-z-]*)\s*:\s*(.*)", re.DOTALL)
LIST_POSITION = re.compile(r"([a-z0-9-]+)\s*:\s*([1-9][0-9]{0,5})")
CLOSE = 75


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword as written, and its offset in the field; ``tag`` when its namespace is known,
    ``near`` when it only looks like a known one.
    """

    words: str
    offset: int
    tag: Tag | None = None
    near: str = ""


def split_keywords(text: str) -> list[tuple[str, int]]:
    """The keywords of a field, split on ``,`` and ``;``, and their offsets; empty ones left out."""
    found, start = [], 0
    for end in [*(match.start() for match in SEPARATOR.finditer(text)), len(text)]:
        words = text[start:end]
        if words.strip():
            found.append((words.strip(), start + len(words) - len(words.lstrip())))
        start = end + 1
    return found


def read_keywords(text: str, namespaces: Collection[str] = NAMESPACES) -> tuple[Keyword, ...]:
    """The keywords of a field in order; those of a known namespace carry their tag."""
    return tuple(read_keyword(words, at, namespaces) for words, at in split_keywords(text))


def read_keyword(words: str, offset: int, namespaces: Collection[str]) -> Keyword:
    """A keyword, a tag, or a keyword whose namespace is nearly a known one."""
    match = NAMESPACED.fullmatch(words)
    if match is None:
        return Keyword(words, offset)
    if match[1] in namespaces:
        return Keyword(words, offset, Tag(match[1], match[2].strip()))
    is_near = any(fuzz.ratio(match[1].lower(), name) >= CLOSE for name in namespaces)
    return Keyword(words, offset, near=match[1] if is_near else "")


def read_lists(text: str) -> tuple[tuple[ListPosition, ...], tuple[str, ...]]:
    """``panaite2024:12, lessard2024:38`` → positions, and those items that are none."""
    positions, others = [], []
    for words, _ in split_keywords(text):
        match = LIST_POSITION.fullmatch(words)
        if match:
            positions.append(ListPosition(match[1], int(match[2])))
        else:
            others.append(words)
    return tuple(dict.fromkeys(positions)), tuple(others)
