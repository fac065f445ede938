"""The records whose pages an edit reaches: those that were edited, and those that rest on them.

A preview shows these pages first. All other pages that tell of an edited record (lists, counts,
likeness) come with the whole site behind it, so a page that is missing here is only later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter

from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.records.silo import Label

OF_THE_FILE = frozenset({"mark", "field_marks"})  # a line above moves them; no page shows them
SAID = attrgetter(*(f.name for f in fields(Reference) if f.name not in OF_THE_FILE))


@dataclass(frozen=True, slots=True)
class Reach:
    """Ids of programmes and labels and keys of references, each sorted."""

    programmes: tuple[str, ...]
    references: tuple[str, ...]
    labels: tuple[str, ...]


def reach(before: Atlas, after: Atlas) -> Reach | None:
    """What an edit of programmes and references reaches; None where one came or went, for then
    every list is another.
    """
    if ids(before) != ids(after):
        return None
    programmes = {id_ for id_, p in after.programmes.items() if before.programmes[id_] != p}
    references = {
        key for key, r in after.references.items() if SAID(before.references[key]) != SAID(r)
    }
    edited = [atlas.programmes[id_] for atlas in (before, after) for id_ in programmes]
    return Reach(
        programmes=sorted_tuple({*programmes, *resting_on(references, after)}),
        references=sorted_tuple(
            {
                *references,
                *(key for programme in edited for key in works_of(programme)),
                *(key for key, r in after.references.items() if references & lists_of(r)),
                *(key for one in references for key in cited_with(one, after)),
            }
        ),
        labels=sorted_tuple(
            {*(label for p in edited for label in p.labels), *named_in(references, after)}
        ),
    )


def ids(atlas: Atlas) -> tuple[set[str], set[str]]:
    """The names of all programmes and references."""
    return set(atlas.programmes), set(atlas.references)


def resting_on(references: set[str], atlas: Atlas) -> Iterator[str]:
    """The programmes whose pages name one of these references."""
    if references:
        for id_, programme in atlas.programmes.items():
            in_notes = any(key in programme.notes for key in references)
            if in_notes or not references.isdisjoint(works_of(programme)):
                yield id_


def works_of(programme: Programme) -> Iterator[str]:
    """Keys of all references that a programme's page names; some come more than once."""
    yield from programme.sources
    for answer in programme.answers.values():
        yield from (e.source for placement in answer.placements for e in placement.evidence)


def lists_of(reference: Reference) -> set[str]:
    """Keys of the works in whose printed lists a reference stands."""
    return {position.list_key for position in reference.lists}


def cited_with(key: str, atlas: Atlas) -> Iterator[str]:
    """Keys of the works that statements cite together with a reference: their pages quote these."""
    for use in atlas.uses[key].statements:
        yield from use.sentence.references


def named_in(references: set[str], atlas: Atlas) -> Iterator[str]:
    """All labels where one of these references names any: their pages name each other's sources."""
    named = {key for label in atlas.labels.values() for key in works_of_label(label)}
    if not references.isdisjoint(named):
        yield from atlas.labels


def works_of_label(label: Label) -> Iterator[str]:
    """Keys of the references that name a label or say what it means."""
    yield from (source.source for source in label.sources)
    if label.definition:
        yield from label.definition.sources


def sorted_tuple(ids: Iterable[str]) -> tuple[str, ...]:
    """In an order that is the same each time."""
    return tuple(sorted(ids))
