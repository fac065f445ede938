"""What a record page is made of, before it is poured into its frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page at ``address``: plain ``title`` and ``description``, HTML ``body``, source file for
    corrections, ``files`` that stand beside it (name → text), and the HTML of further elements
    of its ``head``.
    """

    address: str
    title: str
    description: str
    body: str
    source: str
    files: Mapping[str, str] = field(default_factory=dict)
    head: str = ""


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """At most ``most`` characters, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def compact(body: str) -> str:
    """A body on lines without blanks between them: Markdown leaves such a block of HTML alone."""
    return "\n".join(filter(None, map(str.strip, body.splitlines())))
