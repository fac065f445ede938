"""Keywords: tags of the synthesis among ordinary ones; and positions in printed reference lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
NAMESPACED = re.compile(r"([A-Za-z][A-Za-z-]{0,40})\s*:\s*(.*)", re.DOTALL)
LIST_POSITION = re.compile(r"([a-z0-9-]+)\s*:\s*([1-9][0-9]{0,5})")
CLOSE = 75


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword as written; ``tag`` when its namespace is known, ``near`` when it only looks like
    a known one.
    """

    words: str
    tag: Tag | None = None
    near: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether it is a tag without a value, or something that is nearly a tag."""
        return bool(self.near) or (self.tag is not None and not self.tag.value)


def split_keywords(text: str) -> list[tuple[str, int]]:
    """The keywords of a field, split on ``,`` and ``;``, and their offsets; empty ones left out."""
    found, start = [], 0
    for part in SEPARATOR.split(text) if ";" in text else text.split(","):
        words = part.strip()
        if words:
            found.append((words, start + part.index(words)))
        start += len(part) + 1
    return found


@lru_cache(maxsize=16_384)
def read_keyword(words: str, namespaces: tuple[str, ...] = NAMESPACES) -> Keyword:
    """A keyword, a tag, or a keyword whose namespace is nearly a known one."""
    match = NAMESPACED.fullmatch(words)
    if match is None:
        return Keyword(words)
    if match[1] in namespaces:
        return Keyword(words, Tag(match[1], match[2].strip()))
    is_near = any(fuzz.ratio(match[1].lower(), name) >= CLOSE for name in namespaces)
    return Keyword(words, near=match[1] if is_near else "")


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
