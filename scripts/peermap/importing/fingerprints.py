"""What tells whether two works are the same: identifiers, title, first maker, year, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peermap.importing.incoming import Incoming
from peermap.importing.titles import folded, folded_title, main_title, numerals
from peermap.load.identifiers import read_doi

PARTS = frozenset({"incollection", "inbook", "inproceedings", "suppbook"})
WHOLES = frozenset({"book", "collection", "proceedings", "mvbook", "mvcollection"})
PREPRINT_DOI = re.compile(
    r"10\.(?:1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,}|21203/|31234/|31219/|31235/|20944/|48550/|2139/ssrn)"
)
PREPRINT_HOSTS = ("biorxiv", "medrxiv", "arxiv", "ssrn", "research square", "psyarxiv", "preprints")
CONTAINERS = ("journal", "booktitle", "howpublished")
FORMS = {
    "article": "an article",
    **dict.fromkeys(("inproceedings", "conference"), "a conference paper"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "a thesis"),
    **dict.fromkeys(("book", "collection", "report", "techreport", "manual"), "a book or report"),
}
FIRST_PAGE = re.compile(r"[A-Za-z]*\d+")
ISBN = re.compile(r"[\dXx][\dXx-]{8,16}")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A work as it is compared; empty text and None mean that the work does not say."""

    doi: str
    pmid: str
    pmcid: str
    isbns: frozenset[str]
    title: str
    main: str
    numbers: tuple[str, ...]
    family: str
    year: int | None
    container: str
    volume: str
    page: str
    edition: str
    url: str
    kind: str
    form: str
    is_preprint: bool

    @property
    def words(self) -> int:
        """How many words the title has: a short one may stand over many works."""
        return self.title.count(" ") + 1


def fingerprint(work: Incoming) -> Fingerprint:
    """The fingerprint of a work."""
    fields, title, doi = work.fields, folded_title(work.title), work.fields.get("doi")
    container = next((fields[name] for name in CONTAINERS if fields.get(name)), "")
    return Fingerprint(
        doi=(doi and read_doi(doi)) or "",
        pmid=fields.get("pmid", ""),
        pmcid=fields.get("pmcid", ""),
        isbns=isbns(fields.get("isbn", "")),
        title=title,
        main=main_title(work.title),
        numbers=numerals(title),
        family=family(work),
        year=work.issued.year if work.issued else None,
        container=folded(container),
        volume=fields.get("volume", "").lower(),
        page=first_page(fields.get("pages", "") or fields.get("eid", "")),
        edition=folded(fields.get("edition", "")),
        url=re.sub(r"^https?://(?:www\.)?|/$", "", fields.get("url", "")),
        kind="part" if work.type in PARTS else "whole" if work.type in WHOLES else "",
        form=form(work),
        is_preprint=is_preprint(work, container),
    )


def form(work: Incoming) -> str:
    """What its type says that a work is; search engines call much an article that is in no journal,
    and that says nothing.
    """
    is_anywhere = work.type != "article" or "journal" in work.fields
    return FORMS.get(work.type, "") if is_anywhere else ""


def family(work: Incoming) -> str:
    """The folded name of the first maker, without particles."""
    return folded(work.makers[0].family or work.makers[0].literal) if work.makers else ""


def first_page(pages: str) -> str:
    """The first page, or the article number."""
    match = FIRST_PAGE.search(pages)
    return match[0].lower() if match else ""


def isbns(words: str) -> frozenset[str]:
    """The ISBNs, those of ten digits as thirteen, for books have both."""
    found = (match[0].replace("-", "").upper() for match in ISBN.finditer(words))
    return frozenset(thirteen(digits) for digits in found if len(digits) in {10, 13})


def thirteen(digits: str) -> str:
    """An ISBN in thirteen digits, its last one computed."""
    first = digits if len(digits) == 13 else f"978{digits[:9]}0"
    if not first[:12].isdigit():
        return digits
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(first[:12]))
    return f"{first[:12]}{-total % 10}"


def is_preprint(work: Incoming, container: str) -> bool:
    """Whether the work is on a server of preprints."""
    place = f"{container} {work.fields.get('publisher', '')} {work.fields.get('archiveprefix', '')}"
    return (
        bool(PREPRINT_DOI.match(work.fields.get("doi", "")))
        or any(host in place.lower() for host in PREPRINT_HOSTS)
        or (work.type == "unpublished" and "volume" not in work.fields)
    )
