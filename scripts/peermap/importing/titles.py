"""Titles folded, so that the same title of two databases is the same text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from peermap.load.characters import without_accents

WORD = re.compile(r"[^\W_]+")
APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
SUBTITLE = re.compile(r"\s*(?::|\?|!| [-–—] |—|\. )\s*")
MARKED = re.compile(r"^\W*(?:retracted(?: article)?|withdrawn)\W+\s*", re.IGNORECASE)
ROMANS_WORDS = """
    i ii iii iv v vi vii viii ix x xi xii
"""
ROMANS = ROMANS_WORDS.split()
SAME_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Letters and digits only, without accents or case, words apart by one space."""
    bare = APOSTROPHE.sub("", text).replace("&", " and ")
    if bare.isascii():
        return " ".join(WORD.findall(bare.lower()))
    plain = unicodedata.normalize("NFKD", bare)
    letters = without_accents(plain.casefold())  # *ⱽ* is a *V* only once decomposed
    return " ".join(WORD.findall(letters.translate(SAME_LETTERS)))


def folded_words(text: str) -> list[str]:
    """The words of a text in ``a-z`` and ``0-9``; words in other letters are left out."""
    return [word for word in folded(text).split() if word.isascii()]


def folded_title(title: str) -> str:
    """The title folded, without the *RETRACTED:* of databases; signs alone stay as they are."""
    return folded(MARKED.sub("", title)) or folded(title) or title.casefold()


def main_title(title: str) -> str:
    """The title without its subtitle, folded."""
    return folded_title(SUBTITLE.split(MARKED.sub("", title), maxsplit=1)[0])


def numerals(folded_text: str) -> tuple[str, ...]:
    """The numbers of a folded title, Roman ones too: those of *Part II* and *Part III* differ."""
    found = []
    for word in folded_text.split():
        if word in ROMANS:
            found.append(str(ROMANS.index(word) + 1))
        elif word.isdigit():
            found.append(word.lstrip("0") or "0")
        elif not word.isalpha() and any(c.isdigit() for c in word):
            found.append(word)
    return tuple(found)


def is_abbreviation(short: str, long: str) -> bool:
    """Whether every word of one begins a word of the other in order: *bmc prim care*."""
    words = iter(word for word in long.split() if word not in {"of", "the", "and", "in", "for"})
    wanted = [word for word in short.split() if word not in {"of", "the", "and", "in", "for"}]
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)
