"""Two records of one work, field by field: what is missing is added, nothing is overwritten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from peermap.importing.incoming import Incoming
from peermap.importing.titles import folded, folded_title, is_abbreviation
from peermap.load.identifiers import read_doi
from peermap.load.keywords import read_keyword
from peermap.problems import shown
from peermap.records.date import Date
from peermap.records.reference import Name

CONTAINERS = ("journal", "booktitle", "howpublished", "series")
PLACES = ("pages", "eid")  # an article number stands under either of them, or as the number
ISSUE = frozenset({"volume", "number", "pages", "eid"})  # of one issue: never of two mixed
MOST_KEYWORDS = 200  # characters that are said of them
DATE_FIELDS = frozenset({"date", "year", "month", "day"})
INSTEAD: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("journal", "booktitle", "howpublished"), CONTAINERS),
    **dict.fromkeys(("pages", "eid"), PLACES),
    "publisher": ("publisher", "institution", "school", "organization"),
    "institution": ("institution", "publisher", "school", "organization", "howpublished"),
    "issn": ("issn", "eissn"),
    "eissn": ("eissn", "issn"),
    "shortjournal": ("shortjournal", "journal"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which the two records say different things; that of the bibliography stays."""

    field: str
    here: str
    there: str

    def __str__(self) -> str:
        if self.field == "keywords":
            return f"keywords of the import that stay out: {shown(self.there, most=MOST_KEYWORDS)}"
        if not self.here:
            return f"{self.field} of the import stays out: {shown(self.there)}"
        says = f"{self.field} is {shown(self.here)}, and {shown(self.there)} in the import"
        return f"{says}; the first stays"


@dataclass(frozen=True, slots=True)
class Merged:
    """The work with what the other adds, the names of the fields it adds, where the two differ, and
    the tags that it adds to the keywords.
    """

    work: Incoming
    added: tuple[str, ...]
    differences: tuple[Difference, ...]
    tags: tuple[str, ...] = ()


def merged(known: Incoming, new: Incoming, tags: Collection[str] = ()) -> Merged:
    """The known work filled up from the new one; where it has keywords, by ``tags`` only."""
    fields, added = dict(known.fields), list[str]()
    differences = list(whole_differences(known, new))
    is_elsewhere = any(differ(fields, new.fields, name) for name in ("volume", "pages"))
    for name, text in new.fields.items():
        if name in DATE_FIELDS or name == "urldate":
            continue  # the day of somebody's visit says nothing of ours
        if name in PLACES and text == fields.get("number"):
            continue
        others = here(fields, name)
        if not others and is_elsewhere and name in ISSUE:
            differences.append(Difference(name, "", text))
        elif not others:
            fields[name] = text
            added.append(name)
        elif differ(fields, {name: text}, name):
            differences.append(Difference(name, others[0], text))
    more = new_tags(known, new, tags)
    work = replace(known, fields=fields, keywords=(*known.keywords, *more))
    for change in (with_people, with_date, with_keywords):
        work, names, told = change(work, new)
        added += names
        differences += told
    return Merged(work, tuple(added), tuple(differences), more)


def here(fields: Mapping[str, str], name: str) -> list[str]:
    """What a work says under a name, or under those that stand for it."""
    return [fields[n] for n in INSTEAD.get(name, (name,)) if fields.get(n)]


def differ(fields: Mapping[str, str], theirs: Mapping[str, str], name: str) -> bool:
    """Whether both works say something under a name, and not the same."""
    ours, text = here(fields, name), theirs.get(name, "")
    return bool(ours and text) and not any(means_same(name, other, text) for other in ours)


Change = tuple[Incoming, list[str], list[Difference]]


def whole_differences(known: Incoming, new: Incoming) -> Iterator[Difference]:
    """Title and type."""
    if known.title != new.title and folded_title(known.title) != folded_title(new.title):
        yield Difference("title", known.title, new.title)
    if known.type != new.type and new.type != "misc":
        yield Difference("type", known.type, new.type)


def means_same(name: str, here: str, there: str) -> bool:
    """Whether two values differ in signs, case or abbreviation only."""
    if here == there:
        return True
    one, other = folded(here), folded(there)
    if one == other:
        return True
    if name == "doi":
        return read_doi(here) == read_doi(there)
    if name in CONTAINERS or name == "shortjournal":
        return is_abbreviation(one, other) or is_abbreviation(other, one)
    if name == "pages":
        return pages_numbers(here) == pages_numbers(there)
    if name == "url":
        return bare_address(here) == bare_address(there)
    if name in {"isbn", "issn", "eissn"}:
        return bool(numbers_of(here) & numbers_of(there))
    if name in {"retracted", "corrected"}:
        return there == "yes"
    return False


def pages_numbers(pages: str) -> tuple[str, str]:
    """First and last page with all their digits: ``112–9`` ends on 119."""
    found = re.findall(r"[A-Za-z]*\d+", pages)
    first, last = (found[0], found[-1]) if found else (pages, pages)
    return first.lower(), (first[: max(len(first) - len(last), 0)] + last).lower()


def bare_address(url: str) -> str:
    """An address without scheme, ``www.`` and closing slash."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", url.lower())


def numbers_of(words: str) -> set[str]:
    """The standard numbers in a field, without hyphens."""
    return {one.replace("-", "").upper() for one in re.split(r"[\s,;]+", words) if one}


def with_people(known: Incoming, new: Incoming) -> Change:
    """Authors, editors and translators: added where the known work names nobody, else compared."""
    changes: dict[str, object] = {}
    added, told = [], []
    for role in ("author", "editor", "translator"):
        ours, theirs = getattr(known, f"{role}s"), getattr(new, f"{role}s")
        if theirs and not ours:
            added.append(role)
            changes[f"{role}s"] = theirs
            changes[f"{role}s_cut"] = getattr(new, f"{role}s_cut")
        elif theirs and not are_same_people(ours, theirs, is_cut=getattr(new, f"{role}s_cut")):
            told.append(Difference(role, people_words(ours), people_words(theirs)))
    return replace(known, **changes) if changes else known, added, told  # type: ignore[arg-type]


def are_same_people(ours: tuple[Name, ...], theirs: tuple[Name, ...], *, is_cut: bool) -> bool:
    """Whether the family names are the same in order, and no given name speaks against it."""
    if ours == theirs:
        return True
    if len(ours) != len(theirs) and not (is_cut and len(theirs) < len(ours)):
        return False
    return all(is_same_person(one, other) for one, other in zip(ours, theirs, strict=False))


def is_same_person(one: Name, other: Name) -> bool:
    """Whether two names may be one person's: initials agree with the given names they stand for."""
    if one == other:
        return True
    if folded(one.short) != folded(other.short):
        return False
    return all(
        a.startswith(b) or b.startswith(a)
        for a, b in zip(folded(one.given).split(), folded(other.given).split(), strict=False)
    )


def people_words(people: tuple[Name, ...]) -> str:
    """People in a message."""
    return "; ".join(name.inverted for name in people)


def with_date(known: Incoming, new: Incoming) -> Change:
    """The date, where the known work has none or only the year of the same date."""
    ours, theirs = known.issued, new.issued
    if theirs is None or ours == theirs:
        return known, [], []
    if ours is None:
        if known.fields.get("year") or known.fields.get("date"):
            here = known.fields.get("year") or known.fields["date"]
            return known, [], [Difference("year", here, str(theirs))]
        says = {n: new.fields[n] for n in DATE_FIELDS & new.fields.keys()}
        names = ["date"] if "date" in says else ["year", *finer(Date(theirs.year), theirs)]
        return replace(known, issued=theirs, fields={**known.fields, **says}), names, []
    if ours.year != theirs.year:
        return known, [], [Difference("year", str(ours), str(theirs))]
    if ours.month is None and ours.season is None and not DATE_FIELDS & known.fields.keys():
        months = {"month": new.fields["month"]} if "month" in new.fields else {}
        more = replace(known, issued=theirs, fields={**known.fields, **months})
        return more, finer(ours, theirs), []
    if theirs.month and ours.month and theirs.month != ours.month:
        return known, [], [Difference("month", str(ours), str(theirs))]
    return known, [], []


def finer(ours: Date, theirs: Date) -> list[str]:
    """The names of what another date says beyond the year."""
    return [n for n in ("month", "day") if getattr(theirs, n) or (n == "month" and theirs.season)]


def new_tags(known: Incoming, new: Incoming, tags: Collection[str]) -> tuple[str, ...]:
    """Those of ``tags`` that the new work has among its keywords and the known one lacks among its
    own, if it has any.
    """
    if not known.keywords:
        return ()
    there = set(tags_among(known.keywords))
    given = dict.fromkeys(tags_among(new.keywords))
    return tuple(tag for tag in given if tag in tags and tag not in there)


def tags_among(keywords: Iterable[str]) -> Iterator[str]:
    """Those keywords that are tags, as ``functions:navigation``."""
    return (str(tag) for words in keywords if (tag := read_keyword(words).tag))


def with_keywords(known: Incoming, new: Incoming) -> Change:
    """Keywords, where the known work has none; else those that only the import has are told."""
    if not known.keywords and new.keywords:
        return replace(known, keywords=new.keywords), ["keywords"], []
    ours = {folded(word) for word in known.keywords}
    more = [word for word in new.keywords if folded(word) not in ours]
    if not more:
        return known, [], []
    return known, [], [Difference("keywords", ", ".join(known.keywords), ", ".join(more))]
