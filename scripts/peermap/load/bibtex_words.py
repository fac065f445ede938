"""The words BibTeX and BibLaTeX know: types, fields, and which fields mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz

TYPE_NAMES = """
    article artwork audio bibnote book bookinbook booklet collection commentary conference
    dataset electronic image inbook incollection inproceedings inreference jurisdiction legal
    legislation letter manual mastersthesis misc movie music mvbook mvcollection mvproceedings
    mvreference online patent performance periodical phdthesis proceedings reference report
    review set software standard suppbook suppcollection suppperiodical techreport thesis
    unpublished video webpage www xdata
"""
ENTRY_TYPES = frozenset(TYPE_NAMES.split())
THESES = frozenset({"thesis", "phdthesis", "mastersthesis"})

FIELD_NAMES = """
    abstract accessed addendum address afterword annotation annotator annote archive
    archivelocation archiveprefix assignee author authortype bookauthor bookpagination
    booksubtitle booktitle booktitleaddon chapter citation collaborator commentator copyright
    cretdate crossref
    corrected date day dayfiled doi edition editor editora editorb editorc editortype
    eid eissn entryset entrysubtype eprint eprintclass eprinttype eventdate eventtitle
    eventtitleaddon execute file foreword gender groups holder howpublished hyphenation ids
    indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle
    iswc journal journalsubtitle journaltitle key keywords label langid langidopts language lccn
    library lists location mainsubtitle maintitle maintitleaddon month nameaddon note number
    options organization origdate origlanguage origlocation origpublisher origtitle owner pages
    pagetotal pagination part pdf pmcid pmid presort pubmedid primaryclass publisher pubstate
    related relatedoptions retracted relatedstring relatedtype reprinttitle review school series
    shortauthor shorteditor shorthand shortjournal shortseries shorttitle sortkey sortname
    sortshorthand sorttitle sortyear subtitle support timestamp title titleaddon translator type
    url urldate venue version volume volumes xdata xref year yearfiled
"""
FIELDS = frozenset(FIELD_NAMES.split())

# BibLaTeX and reference managers → BibTeX
ALIASES: Mapping[str, str] = {
    "journaltitle": "journal",
    "location": "address",
    "annotation": "annote",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "hyphenation": "language",
    "langid": "language",
    "issue": "number",
    "keyword": "keywords",
    "pmc": "pmcid",
    "pubmed": "pmid",
    "pubmedid": "pmid",
    "authors": "author",
    "editors": "editor",
}
VERBATIM = frozenset(
    {
        "crossref",
        "doi",
        "eprint",
        "file",
        "ids",
        "isbn",
        "issn",
        "eissn",
        "key",
        "pdf",
        "pmcid",
        "pmid",
        "url",
        "xdata",
        "xref",
    }
)


def bibtex_name(name: str, entry_type: str) -> str:
    """The BibTeX name of a lower-cased field: a thesis has its institution under ``school``."""
    if name == "institution" and entry_type in THESES:
        return "school"
    return ALIASES.get(name, name)


@lru_cache(maxsize=1024)
def nearly(name: str) -> str:
    """The known field that an unknown one is a slip of; empty when there is none."""
    if name in FIELDS or name in ALIASES or len(name) < 4:
        return ""
    best = max(sorted(FIELDS), key=lambda known: fuzz.ratio(name[:40], known))
    return best if fuzz.ratio(name[:40], best) >= 85 else ""
