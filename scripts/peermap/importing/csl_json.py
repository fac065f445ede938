"""CSL-JSON (Zotero, Mendeley, Crossref, pandoc) → works."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from peermap.importing.cleaning import clean
from peermap.importing.draft import Draft, put_address, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_title
from peermap.importing.people import Person
from peermap.load.lines import lines_of
from peermap.problems import Mark, Problem, shown
from peermap.records.reference import Name

TYPES = {
    "article": "unpublished",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "dataset": "dataset",
    "document": "misc",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "journal-article": "article",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "post": "online",
    "post-weblog": "online",
    "posted-content": "unpublished",
    "report": "techreport",
    "software": "software",
    "song": "audio",
    "speech": "misc",
    "standard": "standard",
    "thesis": "phdthesis",
    "webpage": "online",
}
VALUES = (
    ("title", "title"),
    ("container", "container-title"),
    ("shortjournal", "container-title-short"),
    ("shortjournal", "journalAbbreviation"),
    ("shorttitle", "title-short"),
    ("series", "collection-title"),
    ("volume", "volume"),
    ("number", "issue"),
    ("number", "number"),
    ("pages", "page"),
    ("edition", "edition"),
    ("publisher", "publisher"),
    ("address", "publisher-place"),
    ("abstract", "abstract"),
    ("language", "language"),
    ("doi", "DOI"),
    ("pmid", "PMID"),
    ("pmcid", "PMCID"),
)
NOT_TOLD = frozenset(
    {"id", "type", "source", "accessed", "citation-key", "system_id", "page-first"}
)
ROLES = ("author", "editor", "translator")
READ = frozenset({name for _, name in VALUES}) | NOT_TOLD | {
    *ROLES, "issued", "original-date", "keyword", "ISSN", "ISBN", "URL", "note", "custom",
}  # fmt: skip
NAME_PARTS = (
    "family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal", "name",
)  # fmt: skip
SEASONS = frozenset({"1", "2", "3", "4", "21", "22", "23", "24"})
NOTE_LINE = re.compile(r"^\s*(PMID|PMCID|DOI)\s*:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)
STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
# What stands between items: also brackets, and the other names and values of an object around them.
BETWEEN = re.compile(rf"(?:[\s,\[\]}}]+|{STRING}\s*:\s*(?:{STRING}|[\w.+-]+)?)*", re.DOTALL)
BEHIND = re.compile(r"\s*(?:[,\]}]|\Z)")
WRAPPED = re.compile(r"\s*\{\s*\"(?:items|references)\"\s*:\s*\[")


def read_csl_json(path: str, text: str) -> Reading:
    """The works of a CSL-JSON text; items that cannot be read are problems."""
    found = items(path, text)
    drafts = (one if isinstance(one, Problem) else read_item(one, mark) for one, mark in found)
    return reading_of("CSL-JSON", drafts)


def items(path: str, text: str) -> Iterator[tuple[Any, Mark]]:
    """Every object of the outer list with its place, and a problem for each item that cannot be
    read or is no object.
    """
    lines, wrapped = lines_of(path, text), WRAPPED.match(text)
    at = item_from(text, wrapped.end() if wrapped else 0)
    while at < len(text):
        mark = lines.mark(at)
        try:
            item, end = item_at(text, at)
            yield item if isinstance(item, dict) else no_object(text[at:end], mark), mark
        except (ValueError, RecursionError) as error:
            where = getattr(error, "lineno", 0) or mark.line
            says = f"the item that begins here cannot be read beyond line {where}"
            yield Problem(mark, says, "The file may be damaged there: export it again."), mark
            end = next_item(text, at)
        at = item_from(text, end)


def item_at(text: str, at: int) -> tuple[Any, int]:
    """The item at an offset, and where it ends. A stray quotation mark begins none: it would take
    the next object for words. Raises ValueError, RecursionError.
    """
    if text[at] == "{":
        return json.JSONDecoder(strict=False).raw_decode(text, at)
    item, end = json.JSONDecoder().raw_decode(text, at)
    if not BEHIND.match(text, end):
        raise ValueError
    return item, end


def item_from(text: str, at: int) -> int:
    """Where the next item begins, at an offset or behind it."""
    match = BETWEEN.match(text, at)
    return match.end() if match else at


def no_object(words: str, mark: Mark) -> Problem:
    """The problem of an item that is a text, a number or nothing."""
    says = f"the item {shown(words)} is no object"
    return Problem(mark, says, "A work stands in braces, with its fields by name: export it again.")


def next_item(text: str, at: int) -> int:
    """Where the next object seems to begin after an item that cannot be read."""
    if text[at] != "{":
        following = text.find("{", at)
        return following if following >= 0 else len(text)
    match = NEXT_ITEM.search(text, at + 1)
    return match.start() + 1 if match else len(text)


NEXT_ITEM = re.compile(r"[}\]\"\d,]\s*,?\s*\n\s{0,4}(?=\{)|\}\s*,\s*(?=\{\s*\"(?:id|type)\")")


def read_item(item: dict[str, Any], mark: Mark) -> Draft:
    """The draft of one item."""
    kind = text_of(item.get("type"))
    draft = Draft(mark, type=TYPES.get(kind, "misc"))
    if kind not in TYPES:
        draft.told(f"{shown(kind)} is no type of CSL", "It is read as @misc.")
    for name, key in VALUES:
        if name not in draft.fields:
            draft.put(name, text_of(item.get(key)))
    for role in ROLES:
        for one in list_of(item.get(role)):
            add_person(draft, role, one)
    draft.dates += [words] if (words := date_of(item.get("issued"))) else []
    draft.put("origdate", date_of(item.get("original-date")))
    for key in ("ISSN", "ISBN"):
        for value in list_of(item.get(key)):
            for words in re.split(r"[;,\s]+", text_of(value)):
                standard_number(words, draft)
    keywords = item.get("keyword")
    draft.keywords += re.split(r"[;,]", text_of(keywords)) if isinstance(keywords, str) else []
    if address := text_of(item.get("URL")):
        put_address(draft, address)
    read_note(text_of(item.get("note")), draft)
    draft.left_out += sorted(str(key)[:40] for key in item if key not in READ and item[key])
    mark_title(draft, [text_of(item.get("status"))])
    return draft


def read_note(note: str, draft: Draft) -> None:
    """Zotero keeps PubMed ids in the note; what else stands there stays a note of the reader's."""
    for match in NOTE_LINE.finditer(note):
        name = match[1].lower()
        if name not in draft.fields:
            draft.put(name, match[2])
    draft.put("annote", NOTE_LINE.sub("", note))


def add_person(draft: Draft, role: str, one: Any) -> None:
    """A name in its CSL parts, or whole."""
    if not isinstance(one, dict):
        draft.name(role, text_of(one))
        return
    parts = {name: clean(text_of(one.get(name))) for name in NAME_PARTS}
    particle = parts["non-dropping-particle"] or parts["dropping-particle"]
    family, given, suffix = parts["family"], parts["given"], parts["suffix"]
    if family and (given or particle or suffix):
        name = Name(family=family, given=given, particle=particle, suffix=suffix)
        draft.people.setdefault(role, []).append(Person(name, name.full))
    else:
        whole = parts["literal"] or family or parts["name"] or given
        draft.name(role, whole, literal=True)


def date_of(value: Any) -> str:
    """A CSL date as words: its parts, or what stands there raw."""
    if not isinstance(value, dict):
        return text_of(value)
    ends = [words for parts in list_of(value.get("date-parts")) if (words := point_of(parts))]
    if not ends:
        return text_of(value.get("literal")) or text_of(value.get("raw"))
    season = text_of(value.get("season")).strip()
    if season and len(ends) == 1 and len(ends[0]) == 4:
        number = season[-1:] if season in SEASONS else ""
        return f"{ends[0]}-2{number}" if number else f"{season} {ends[0]}"
    return f"circa {ends[0]}" if value.get("circa") else "/".join(ends[:2])


def point_of(parts: Any) -> str:
    """Year, month and day of one end of a CSL date."""
    numbers = [text_of(n) for n in list_of(parts) if text_of(n)]
    return "-".join([*numbers[:1], *(n.zfill(2) for n in numbers[1:3])])


def list_of(value: Any) -> list[Any]:
    """A list, or the one thing that stands where a list ought to."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str:
    """Text, or a number as text; of a list (Crossref's titles) the first; else nothing."""
    if isinstance(value, list):
        return text_of(value[0]) if value and not isinstance(value[0], list) else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)
