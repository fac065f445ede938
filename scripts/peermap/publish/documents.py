"""The pages of the finished site as documents for the search index: what can be found, and of it
only the part in which something is looked for.

There may be thousands of references, and the index takes longer over their tags than over their
words. So what stands under their authors goes to it as the same words without tags.

Pages of records may be poured meanwhile, also by another process: they are waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, takewhile
from pathlib import Path
from threading import Event

from peermap.publish.frames import FOLDERS as FRAME_FOLDERS
from peermap.publish.frames import frame_address
from peermap.publish.indexer import Document
from peermap.publish.sitemap import page_folders

FOLDERS = {
    "programmes": ("Programme",),
    "references": ("Reference",),
    "labels": ("Label",),
    "questions": ("Question", "Option"),
    "trends": ("Trend",),
}
FRAMES = frozenset(map(frame_address, FRAME_FOLDERS))
LISTS = ("", *(f"{folder}/" for folder in FOLDERS), "search/")
EVERY = 0.02  # seconds between two looks for a page
RECORDS = ("programmes/", "references/")
FILES = '<p class="pm-files">'  # nothing behind the files of a record is looked for in it
AUTHORS = re.compile(r'(.*?<p class="pm-authors"[^>]*>.*?</p>)(.*)', re.DOTALL)
UNSEARCHED = re.compile(r"<dt>.*?</dt>|<div data-pagefind-ignore>.*?</div>", re.DOTALL)
ENDS = re.compile(r"</(?:dd|div|dl|p)>")  # of what Pagefind takes for a sentence of its own
TAG = re.compile(r"<[^>]*>")
UNENDED = re.compile(r"[\w)]\Z")
CHIP = '<(?:a|span) class="pm-chip"'
SOURCE = '<span class="pm-source">'
WHERE = ', <span class="pm-where"'  # where in a source something stands is not searched
# What a page sets apart by its looks alone, and how an excerpt sets it apart; before it a sign that
# pages without any of it lack, for most pages have little of this.
APART = (
    ("pm-chip", re.compile(rf"(</(?:a|span)>)\s+(?={CHIP})"), r"\1, "),
    ("<ul", re.compile(rf"({CHIP}[^\n]*</a>)\s+(?=<ul)"), r"\1. "),  # an option and its evidence
    ("pm-when", re.compile(r'<span class="pm-when">[^<]*'), r"\g<0>. "),  # an event
    (")", re.compile(r'\)\s+(?=<p class="pm-note"|<a class="pm-onward"|</div>)'), "). "),
    (SOURCE, re.compile(rf"\s(?<=[\w)]\s)(?={SOURCE})"), ". "),
    (WHERE, re.compile(rf"({SOURCE}[^\n]*?)\.?(</\w+>)(?={WHERE})"), r"\1\2."),
    ("</dt>", re.compile(r"</dt>(?<=[\w)>]</dt>)"), ".</dt> "),
    ("</q>", re.compile(r"<q\b[^>]*>|</q>"), '"'),
)


@dataclass(slots=True)
class Coming:
    """Pages at ``addresses`` that are being poured. When ``is_over`` is set no more will come."""

    addresses: tuple[str, ...] = ()
    is_over: Event = field(default_factory=Event)

    def wait(self, page: Path) -> None:
        """Wait for a page. Raises FileNotFoundError when it does not come."""
        while not page.is_file():
            if self.is_over.wait(EVERY) and not page.is_file():
                raise FileNotFoundError(page)


def documents(site: Path, coming: Coming | None = None) -> Iterator[Document]:
    """Every page that can be found, by address, without what surrounds its main part."""
    coming = coming or Coming()
    there = (address_of(Path(folder)) for folder in page_folders(site))
    wanted = {address for address in (*there, *coming.addresses) if kind_of(address)}
    for path in sorted(site / address / "index.html" for address in wanted - FRAMES):
        coming.wait(path)
        address = address_of(path.parent.relative_to(site))
        pages = [path, *further_evidence(path.parent)]
        yield Document(address, main_part(address, *(p.read_text("utf-8") for p in pages)))


def further_evidence(folder: Path) -> Iterator[Path]:
    """The further pages of a programme, which have the rest of its evidence."""
    if folder.parent.name == "programmes":
        further = (folder.parent / f"{folder.name}--{n}" / "index.html" for n in count(2))
        yield from takewhile(Path.is_file, further)  # a look into the folder would take it whole


def address_of(folder: Path) -> str:
    """The address of the page in a folder of the site; the home page has the empty address."""
    return "" if folder == Path() else f"{folder.as_posix()}/"


def kind_of(address: str) -> str | None:
    """The kind of the page at an address; None for lists and for the later pages of a record."""
    folder, *parts = address.rstrip("/").split("/")
    if address in LISTS or "--" in address or (parts and parts[0].startswith("page-")):
        return None
    kinds = FOLDERS.get(folder, ())
    return kinds[len(parts) - 1] if len(parts) <= len(kinds) and parts and kinds else "Page"


def main_part(address: str, page: str, *more: str) -> str:
    """A page with nothing but its language and what is searched, that of ``more`` pages added."""
    language = page.partition("<main")[0].partition(' lang="')[2].partition('"')[0]
    is_record = address.startswith(RECORDS)
    body = "".join(searched(one, is_record=is_record) for one in (page, *more))
    return f'<html lang="{language}"><body><main{body}</main></body></html>'


def searched(page: str, *, is_record: bool) -> str:
    """The main part of a page, that of a record up to its files. What is open there may stay so:
    the index reads HTML as browsers do.
    """
    main = page.partition("<main")[2].partition("</main>")[0]
    if not is_record:
        return apart(main)
    record = apart(main.partition(FILES)[0])
    reference = AUTHORS.fullmatch(record)
    return f"{reference[1]}{sentences(reference[2])}" if reference else record


def apart(html: str) -> str:
    """A part of a page whose chips, evidence, events and terms are set apart by punctuation too: an
    excerpt has nothing else.
    """
    for sign, beside, punctuated in APART:
        if sign in html:
            html = beside.sub(punctuated, html)
    return html.replace(WHERE, WHERE.removeprefix(", "))


def sentences(html: str) -> str:
    """The text of some blocks as HTML without tags. One that does not end as sentences do gets a
    full stop, as Pagefind gives it.
    """
    texts = (TAG.sub("", block) for block in ENDS.split(UNSEARCHED.sub("", html)))
    ended = (text + "." if UNENDED.search(text) else text for text in texts)
    return " ".join(" ".join(ended).split())
