"""Characters nobody sees: control characters, zero-width and direction marks; and accents."""

from __future__ import annotations

import re
import unicodedata

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
INVISIBLES = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
CONTROL = re.compile(f"[{CONTROLS}]")
HIDDEN = re.compile(f"[{CONTROLS}{INVISIBLES}]")


def has_hidden(text: str) -> bool:
    """Whether there are any; plain printable text is told at once."""
    return not text.isprintable() and HIDDEN.search(text) is not None


def first_hidden(text: str) -> int:
    """The offset of the first, or 0."""
    match = HIDDEN.search(text)
    return match.start() if match else 0


def without_hidden(text: str) -> str:
    """The text without them; one that separates words, such as a form feed, becomes a space."""
    return HIDDEN.sub(lambda match: " " if match[0].isspace() else "", text)


def without_accents(text: str) -> str:
    """The text decomposed by compatibility (NFKD), without what combines with a letter."""
    return BEYOND_ASCII.sub(letters_alone, unicodedata.normalize("NFKD", text))


def letters_alone(match: re.Match[str]) -> str:
    """The characters of a match without those that combine with a letter."""
    return "".join(letter for letter in match[0] if not unicodedata.combining(letter))


def hidden_in(text: str) -> tuple[str, ...]:
    """Those in the text, each once and in order, as ``U+200B``."""
    return tuple(f"U+{ord(one):04X}" for one in sorted(set(HIDDEN.findall(text))))
