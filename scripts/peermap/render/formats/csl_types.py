"""BibTeX's and BibLaTeX's types of entry as types of CSL 1.0.2."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.records.reference import Reference

CSL_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "article-journal",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "webpage": "webpage",
    "www": "webpage",
}
PRESS: Mapping[str, str] = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
}


def csl_type(reference: Reference) -> str:
    """The CSL type; a work of no other type is a web page where it has an address on the web, and
    else a document. BibLaTeX tells newspapers and magazines by ``entrysubtype``.
    """
    known = CSL_TYPES.get(reference.type)
    if known == "article-journal":
        return PRESS.get(reference.fields.get("entrysubtype", "").lower(), known)
    return known or ("webpage" if reference.fields.get("url") else "document")
