"""A work as it comes in: what every reader gives, and all that the bibliography takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peermap.problems import Mark, Problem
from peermap.records.date import Date
from peermap.records.reference import Name, Reference


@dataclass(frozen=True, slots=True)
class Incoming:
    """A work of an export, in no format: names as people and organisations, fields as plain text.

    ``fields`` are by BibTeX name, identifiers in their one form. ``latex`` holds titles whose
    braces a BibTeX export sets, to keep them. ``mends`` say what was broken and how it is read;
    ``left_out`` names what the export holds and the bibliography has no place for.
    """

    type: str
    title: str
    mark: Mark
    authors: tuple[Name, ...] = ()
    authors_cut: bool = False
    editors: tuple[Name, ...] = ()
    editors_cut: bool = False
    translators: tuple[Name, ...] = ()
    translators_cut: bool = False
    issued: Date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    latex: Mapping[str, str] = field(default_factory=dict)
    given_key: str = ""
    mends: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def makers(self) -> tuple[Name, ...]:
        """Authors, or editors where a work has no author."""
        return self.authors or self.editors

    @property
    def short(self) -> str:
        """*Sokol 2016*, or the title where nobody is named: how a message calls it."""
        year = str(self.issued.year) if self.issued else "n.d."
        return f"{self.makers[0].short} {year}" if self.makers else f"{self.title[:40]} {year}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one export gives: its works in order, what is wrong in it, and how many of its entries
    could not be read at all; each of those has a problem.
    """

    format: str
    works: tuple[Incoming, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: int = 0

    @property
    def entries(self) -> int:
        """How many entries the export has."""
        return len(self.works) + self.unread


def work_of(reference: Reference) -> Incoming:
    """A reference as a work that can be compared."""
    fields = {name: text for name, text in reference.fields.items() if name != "translator"}
    if reference.lists:
        fields["lists"] = ", ".join(f"{p.list_key}:{p.number}" for p in reference.lists)
    return Incoming(
        type=reference.type,
        title=reference.title,
        mark=reference.mark,
        authors=reference.authors,
        authors_cut=reference.authors_cut,
        editors=reference.editors,
        editors_cut=reference.editors_cut,
        translators=reference.translators,
        issued=reference.issued,
        fields=fields,
        keywords=(*map(str, reference.tags), *reference.keywords),
    )
