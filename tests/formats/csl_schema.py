"""The words of CSL 1.0.2 that our items may use, as a JSON Schema of our own: the CSL project's is
in no package.
"""

from __future__ import annotations

from typing import Any

TYPE_WORDS = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture musical_score "
    "pamphlet paper-conference patent performance periodical personal_communication post "
    "post-weblog regulation report review review-book software song speech standard thesis treaty "
    "webpage"
)
TYPES = TYPE_WORDS.split()
TEXT_WORDS = (
    "DOI ISBN ISSN PMCID PMID URL abstract chapter-number collection-number collection-title "
    "container-title container-title-short edition event-place event-title genre issue keyword "
    "language note number number-of-pages number-of-volumes page publisher publisher-place title "
    "title-short version volume"
)
TEXTS = TEXT_WORDS.split()
PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
TEXT = {"type": "string", "minLength": 1}
NAMES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": dict.fromkeys(PARTS, TEXT),
        "minProperties": 1,
        "additionalProperties": False,
    },
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        },
        "season": {"type": ["integer", "string"]},
        "circa": {"type": ["boolean", "string", "number"]},
        "literal": TEXT,
        "raw": TEXT,
    },
    "minProperties": 1,
    "additionalProperties": False,
}
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "title", "language"],
    "properties": {
        "id": TEXT,
        "type": {"enum": TYPES},
        **dict.fromkeys(TEXTS, TEXT),
        **dict.fromkeys(("author", "editor", "translator"), NAMES),
        **dict.fromkeys(("issued", "accessed", "original-date"), DATE),
        "custom": {"type": "object"},
    },
    "additionalProperties": False,
}
