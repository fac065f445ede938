"""The order of the alphabet: letters first, and accents only between words of the same letters, as
Unicode's collation has it for languages in Latin letters.
"""

from __future__ import annotations

from peermap.load.characters import without_accents


def alphabetical(words: str) -> tuple[str, ...]:
    """What to sort words by."""
    folded = words.casefold()
    return bare(folded), folded


def bare(words: str) -> str:
    """The letters and digits of some words, without accents, and single spaces between them."""
    letters = without_accents(words.replace("œ", "oe").replace("æ", "ae"))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())
