"""Whether an export says that its work was retracted or corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable

from peermap.importing.draft import Draft

RETRACTED_TITLE = re.compile(
    r"(?:\[?retracted(?: article)?\]?|withdrawn)\s*[:.\]—–-]\s*", re.IGNORECASE
)
RETRACTED_TYPES = frozenset({"retracted publication", "retracted article", "retracted"})
NOTICE_DOI = re.compile(r"10\.\d{4,9}/[^\s;,]+")
RETRACTED_NOTE = re.compile(r"\bretract(?:ed|ion)\b[^.\n]{0,200}", re.IGNORECASE)
CORRECTED_NOTE = re.compile(
    r"\b(?:erratum|corrigendum|correction)\s+(?:in|to|published|for|appears)\b[^.\n]{0,200}",
    re.IGNORECASE,
)


def mark_retracted(draft: Draft, notice: str = "") -> None:
    """Mark the work as retracted; ``notice`` is the DOI or place of the notice, if known."""
    marked(draft, "retracted", notice)


def mark_corrected(draft: Draft, notice: str = "") -> None:
    """Mark the work as corrected."""
    marked(draft, "corrected", notice)


def marked(draft: Draft, name: str, notice: str) -> None:
    """Set a mark to the DOI of its notice, or to *yes*; one that says more stays."""
    doi = NOTICE_DOI.search(notice)
    given = doi[0].rstrip(".") if doi else "yes"
    if draft.fields.get(name, "yes") == "yes":
        draft.fields[name] = given


def mark_title(draft: Draft, notes: Iterable[str] = ()) -> None:
    """Mark what a title (``RETRACTED: …``), type or note says; the title stays as it is printed."""
    if RETRACTED_TITLE.match(draft.fields.get("title", "")):
        mark_retracted(draft)
    for note in notes:
        if note.strip().lower() in RETRACTED_TYPES:
            mark_retracted(draft)
        elif found := RETRACTED_NOTE.match(note.strip()):
            mark_retracted(draft, found[0])
        elif found := CORRECTED_NOTE.match(note.strip()):
            mark_corrected(draft, found[0])
