"""A work while its tags are read: values under BibTeX names, before they get their one form.

Every reader but that of BibTeX fills drafts; ``reading_of`` makes ``Incoming`` works of them, so
that identifiers, dates and pages mean the same from every format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from peermap.importing.cleaning import clean, whole_ranges
from peermap.importing.draft_dates import best_date, date_fields_of, read_day
from peermap.importing.incoming import Incoming, Reading
from peermap.importing.people import Person, names_of, person_of
from peermap.load.bibtex_texts import pages_text
from peermap.load.identifiers import read_address, read_doi, read_pmcid, read_pmid
from peermap.problems import Mark, Problem, shown
from peermap.records.cut_lists import CUT_NOTES
from peermap.records.reference import Name

IDENTIFIERS: Mapping[str, Callable[[str], str | None]] = {
    "doi": read_doi,
    "pmid": read_pmid,
    "pmcid": read_pmcid,
    "url": read_address,
}
CUT = frozenset({"others", "et al", "et al.", "and others"})


@dataclass(slots=True)
class Draft:
    """A work that is being read. ``dates`` are tried in turn, the most exact reading counts."""

    mark: Mark
    type: str = "misc"
    fields: dict[str, str] = field(default_factory=dict)
    people: dict[str, list[Person]] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    has_commas: bool = False  # whether names in its export have them

    def put(self, name: str, words: str) -> None:
        """Set a field; the first value counts, and a second one that differs is told."""
        text = clean(words)
        if not text:
            return
        if name in IDENTIFIERS:
            self.put_identifier(name, text)
        elif name == "urldate":
            self.fields.update({name: str(day)} if (day := read_day(text)) else {})
        elif name == "language":
            self.fields.update(language_field(text))
        elif name not in self.fields:
            self.fields[name] = text
        elif self.fields[name] != text:
            says = f"{name} is {shown(self.fields[name])} and again {shown(text)}"
            self.told(says, "The first is taken.")

    def put_identifier(self, name: str, text: str) -> None:
        """Set an identifier in its one form; words that are none are told."""
        found = IDENTIFIERS[name](text)
        if found:
            self.fields.setdefault(name, found)
        else:
            self.told(f"{name} is {shown(text)}", "It is left out: it has not the form of one.")

    def name(self, role: str, words: str, *, literal: bool = False) -> None:
        """Add an author, editor or translator, or several that stand together."""
        text = clean(words)
        names = [text] if literal else names_of(text)
        if len(names) > 1:
            self.mends.append(f"{len(names)} names stand together: {shown(text)} is parted")
        for name in filter(None, names):
            self.people.setdefault(role, []).append(self.person(name, literal=literal))

    def person(self, text: str, *, literal: bool) -> Person:
        """A name as this export writes names."""
        return person_of(text, literal=literal, has_commas=self.has_commas)

    def told(self, says: str, way_out: str) -> None:
        """Remember a warning at the work's place."""
        self.problems.append(Problem(self.mark, says, way_out, "warning"))


def reading_of(format_: str, drafts: Iterable[Draft | Problem]) -> Reading:
    """What an export of some format gives; of an entry that cannot be read at all, the problem."""
    works: list[Incoming] = []
    problems: list[Problem] = []
    unread = 0
    for draft in drafts:
        if isinstance(draft, Problem):
            problems.append(draft)
            unread += 1
        else:
            works.append(finished(draft))
            problems += draft.problems
    return Reading(format_, tuple(works), tuple(problems), unread)


def finished(draft: Draft) -> Incoming:
    """The work; what its dates and names could not say stays in its fields or is told."""
    read_cut_notes(draft)
    fields = in_their_places(draft.type, draft.fields)
    title = fields.pop("title", "")
    authors, authors_cut = names(draft, "author")
    editors, editors_cut = names(draft, "editor")
    translators, translators_cut = names(draft, "translator")
    issued = best_date(draft.dates)
    if issued is None and draft.dates:
        fields.setdefault("year", clean(draft.dates[0]))
    elif issued:
        fields |= date_fields_of(draft.dates, issued)
    if "pages" in fields:
        fields["pages"] = whole_ranges(pages_text(fields["pages"]))
    mends = dict.fromkeys(draft.mends)
    if turned := [p for people in draft.people.values() for p in people if p.is_turned]:
        first = turned[0]
        mends[
            f"{len(turned)} of its names stand with the initial first: {shown(first.words)} is read"
            f" as {shown(first.name.inverted)}"
        ] = None
    return Incoming(
        type=draft.type,
        title=title,
        mark=draft.mark,
        authors=authors,
        authors_cut=authors_cut,
        editors=editors,
        editors_cut=editors_cut,
        translators=translators,
        translators_cut=translators_cut,
        issued=issued,
        fields=fields,
        keywords=tuple(dict.fromkeys(filter(None, map(clean, draft.keywords)))),
        mends=tuple(mends),
        left_out=tuple(dict.fromkeys(draft.left_out)),
    )


def read_cut_notes(draft: Draft) -> None:
    """Take the sentence by which our own files say that a list of names is cut for what it says."""
    for role, sentence in CUT_NOTES.items():
        if sentence in draft.fields.get("annote", ""):
            draft.name(role, "others")
            rest = clean(draft.fields.pop("annote").replace(sentence, ""))
            draft.fields |= {"annote": rest} if rest else {}


def names(draft: Draft, role: str) -> tuple[tuple[Name, ...], bool]:
    """The people of a role, each once and in order, and whether *and others* follows."""
    people = draft.people.get(role, [])
    kept = [p.name for p in people if p.words.lower().strip(" ,;") not in CUT]
    unique = tuple(dict.fromkeys(kept))
    if len(unique) < len(kept):
        draft.mends.append(f"names of the {role}s stand twice: each is taken once")
    return unique, len(kept) < len(people)


def in_their_places(type_: str, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields with the container under the name its type has for it, and the publisher too."""
    placed = dict(fields)
    container = placed.pop("container", "")
    if container:
        placed.setdefault(CONTAINERS.get(type_, "howpublished"), container)
    maker = MAKERS.get(type_)
    if maker and "publisher" in placed and maker not in placed:
        placed[maker] = placed.pop("publisher")
    if placed.get("shortjournal") in {placed.get("journal"), container} or "journal" not in placed:
        placed.pop("shortjournal", None)
    if placed.get("shorttitle", "") in placed.get("title", ""):
        placed.pop("shorttitle", None)
    return placed


def language_field(words: str) -> dict[str, str]:
    """The language of a work, where it is not English, as a name that LaTeX knows."""
    code = words.split(",")[0].split(";")[0].strip().lower()
    name = CODES.get(code[:2] if "-" in code else code, code)
    return {} if name in {"english", ""} else {"language": name}


def put_address(draft: Draft, words: str) -> None:
    """Take the first address that is not the DOI over again."""
    doi = read_doi(words) if "doi.org/" in words else None
    if doi:
        draft.fields.setdefault("doi", doi)
    elif "url" not in draft.fields:
        draft.put("url", words)
    elif clean(words) != draft.fields["url"]:
        draft.left_out.append("further addresses")


def standard_number(words: str, draft: Draft) -> None:
    """Take an ISSN or ISBN; Scopus and PubMed write its kind behind."""
    bare = re.sub(r"\([^)]*\)|[^\dXx-]", "", words).strip("-")
    digits = bare.replace("-", "").upper()
    if len(digits) == 8:
        put_issn(draft, f"{digits[:4]}-{digits[4:]}")
    elif len(digits) in {10, 13}:
        known = draft.fields.get("isbn", "")
        if digits not in known.replace("-", ""):
            draft.fields["isbn"] = f"{known}, {bare}" if known else bare
    elif words.strip():
        draft.told(f"{shown(words)} is neither an ISSN nor an ISBN", "It is left out.")


def put_issn(draft: Draft, number: str) -> None:
    """The first is the ISSN, another that of the electronic form."""
    if "issn" not in draft.fields:
        draft.fields["issn"] = number
    elif draft.fields["issn"] != number:
        draft.fields.setdefault("eissn", number)


CONTAINERS = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "book": "series",
    "collection": "series",
    "techreport": "series",
}
MAKERS = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
CODES = {
    **dict.fromkeys(("en", "eng", "en-us", "en-gb", "english"), "english"),
    **dict.fromkeys(("fr", "fre", "fra", "french", "français"), "french"),
    **dict.fromkeys(("de", "ger", "deu", "german"), "german"),
    **dict.fromkeys(("es", "spa", "spanish"), "spanish"),
    **dict.fromkeys(("pt", "por", "portuguese"), "portuguese"),
    **dict.fromkeys(("nl", "dut", "nld", "dutch"), "dutch"),
    **dict.fromkeys(("it", "ita", "italian"), "italian"),
}
