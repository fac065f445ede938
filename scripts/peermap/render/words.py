"""Fixed words of the interface: everything the site itself says goes through ``translation``."""

from __future__ import annotations

import gettext
from functools import cache


@cache  # finding a catalogue asks the disk
def translation(language: str = "en") -> gettext.NullTranslations:
    """The catalogue of a language; English is what stands in the code and needs none."""
    return gettext.translation("peermap", languages=[language], fallback=True)


STATE_WORDS = {"placed": "Placed", "not stated": "Not stated", "not coded": "Not coded"}
STRENGTH_WORDS = {
    "stated": "stated of this programme",
    "general": "said of its kind",
    "inferred": "our reading",
}
DEPTH_WORDS = {"full text": "full text", "abstract": "abstract only", "title": "title only"}
NOTICE_WORDS = {"retracted": "Retracted", "corrected": "Corrected"}
NOTICE_SENTENCES = {
    "retracted": "This work was retracted after it appeared.",
    "corrected": "This work was corrected after it appeared.",
}
KIND_WORDS = {
    "programme": "Programme",
    "movement": "Movement",
    "group": "Group",
    "setting": "Setting",
}
TYPE_WORDS = {
    "article": "Journal article",
    "book": "Book",
    "collection": "Edited book",
    "incollection": "Book chapter",
    "inproceedings": "Conference paper",
    "techreport": "Report",
    "report": "Report",
    "online": "Web page",
    "misc": "Other work",
    "phdthesis": "Thesis",
    "mastersthesis": "Thesis",
    "dataset": "Data set",
}
