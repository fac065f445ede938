"""Types of CSL as Zotero names them, which is what its reader of ``DC.type`` understands."""

from __future__ import annotations

from collections.abc import Mapping

ZOTERO_TYPES: Mapping[str, str] = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "chapter": "bookSection",
    "dataset": "dataset",
    "document": "document",
    "entry-encyclopedia": "encyclopediaArticle",
    "graphic": "artwork",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "motion_picture": "film",
    "pamphlet": "document",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "performance": "document",
    "periodical": "document",
    "personal_communication": "letter",
    "report": "report",
    "review": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
