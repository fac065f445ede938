"""An entry with its values → a reference: every field as plain text, or in a form of its own."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.load.bibtex_dates import read_issued
from peermap.load.bibtex_fields import Value
from peermap.load.bibtex_spans import is_about, read_until
from peermap.load.bibtex_tags import read_list_positions, read_tagging
from peermap.load.bibtex_texts import latex_problems, read_text_fields
from peermap.load.bibtex_words import ENTRY_TYPES
from peermap.load.crossref import Entry
from peermap.load.dates import read_date
from peermap.load.latex import decoded
from peermap.load.lines import Lines, Marks
from peermap.load.names import Names, read_names
from peermap.load.notices import read_notices
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.reference import Reference


def read_reference(
    entry: Entry, namespaces: tuple[str, ...], lines: Lines, found: list[Problem]
) -> Reference:
    """The reference; one without a title has an empty one, and that is told."""
    values = entry.values
    found.extend(type_problems(entry))
    fields = read_text_fields(values, found)
    title = fields.pop("title", "")
    if not title:
        way_out = "A reference is shown and found by its title."
        found.append(Problem(entry.mark, f"reference {shown(entry.key)} has no title", way_out))
    issued, date_texts = read_issued(values, found)
    authors, editors, translators = (
        names_of(name, values, found) for name in ("author", "editor", "translator")
    )
    tagging = read_tagging(values, namespaces, lines, found)
    texts = {**fields, **date_texts}
    return Reference(
        key=entry.key,
        type=entry.type,
        title=title,
        mark=entry.mark,
        authors=authors.people,
        authors_cut=authors.is_cut,
        editors=editors.people,
        editors_cut=editors.is_cut,
        translators=translators.people,
        issued=issued,
        until=read_until(values) if issued else None,
        is_about=is_about(values) if issued else False,
        accessed=read_date(fields.get("urldate") or fields.get("accessed", "")),
        original=read_date(fields.get("origdate", "")),
        fields=texts,
        keywords=tuple(dict.fromkeys(filter(None, tagging.keywords))),
        tags=tuple(dict.fromkeys(tagging.tags)),
        lists=read_list_positions(values.get("lists"), found),
        notices=read_notices(texts),
        raw=entry.raw,
        field_marks=field_marks(values, tagging.offsets, lines),
    )


def field_marks(
    values: Mapping[str, Value], tags: Mapping[str, int], lines: Lines
) -> Mapping[str, Mark]:
    """Where fields and tags stand; what is taken from another entry stands there."""
    own = {name: value.name_at for name, value in values.items() if value.lines is lines}
    marks = Marks(lines, {**own, **tags})
    if len(own) == len(values):
        return marks
    return {**{name: value.mark for name, value in values.items()}, **marks}


def type_problems(entry: Entry) -> list[Problem]:
    """A type that neither BibTeX nor BibLaTeX knows; the reference is read all the same."""
    if entry.type in ENTRY_TYPES:
        return []
    says = f"{shown('@' + entry.type)} is not a type of entry known here"
    guess = did_you_mean(entry.type[:40], ENTRY_TYPES) or "Use @misc where none fits."
    return [Problem(entry.mark, says, guess, "warning")]


def names_of(name: str, values: Mapping[str, Value], found: list[Problem]) -> Names:
    """The people and organisations of a field; what cannot be told apart for certain is told."""
    if name not in values:
        return Names()
    value = values[name]
    names = read_names(value.text)
    if "\\" in value.text or "%" in value.text:
        found.extend(latex_problems(name, decoded(value.text), value.mark))
    found.extend(Problem(value.mark, f"in '{name}', {s}", w) for s, w in names.faults)
    found.extend(Problem(value.mark, f"in '{name}', {s}", w, "warning") for s, w in names.guesses)
    return names
