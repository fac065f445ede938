"""What ``peermap export`` writes: all records, or those of a selection, in one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from peermap.place.atlas import Atlas
from peermap.problems import did_you_mean, shown
from peermap.publish.data import (
    PLACEMENT_FIELDS,
    REFERENCE_FIELDS,
    placement_rows,
    programme_row,
    reference_row,
    table,
)
from peermap.publish.programme_table import programme_table
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.render.formats.files import bib_file, csl_file, ris_file
from peermap.render.formats.rows import json_rows
from peermap.render.formats.uses import USE_FIELDS, use_rows, uses_file
from peermap.render.pages.question import by_author, option_references, question_references
from peermap.render.pages.trend import trend_references


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of what is wanted, an option as ``question/option``; what any of them names is taken.
    Empty means everything.
    """

    keys: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    trends: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, field.name) for field in fields(self))


def unknown_parts(atlas: Atlas, selection: Selection) -> list[str]:
    """A line for each id that names nothing, with a guess."""
    known = {
        "keys": ("the key of a reference", list(atlas.references)),
        "questions": ("a question", [q.id for q in atlas.map.questions]),
        "options": ("an option", [f"{o.question}/{o.id}" for o in atlas.map.options]),
        "trends": ("a trend", [t.id for t in atlas.map.trends]),
        "programmes": ("a programme", list(atlas.programmes)),
    }
    return [
        f"{shown(id_)} is not {noun}. {did_you_mean(id_[:60], ids)}".strip()
        for name, (noun, ids) in known.items()
        for id_ in getattr(selection, name)
        if id_ not in ids
    ]


def selected_references(atlas: Atlas, selection: Selection) -> list[Reference]:
    """The references of the selection by author and year, each once; all in the bibliography's
    order without one.
    """
    if selection.is_empty:
        return list(atlas.references.values())
    found: dict[str, Reference] = {key: atlas.references[key] for key in selection.keys}
    lists = [
        *(
            question_references(atlas, question)
            for question in atlas.map.questions
            if question.id in selection.questions
        ),
        *(
            option_references(atlas, option)
            for option in atlas.map.options
            if f"{option.question}/{option.id}" in selection.options
        ),
        *(trend_references(atlas, atlas.trends[t]) for t in selection.trends if t in atlas.trends),
        *(
            [atlas.references[key] for key in atlas.programmes[id_].sources]
            for id_ in selection.programmes
        ),
    ]
    found |= {reference.key: reference for listed in lists for reference in listed}
    return by_author(found.values())


def selected_programmes(atlas: Atlas, selection: Selection) -> list[Programme]:
    """The programmes of the selection by id: named, of a trend, or placed on a question or option
    or resting on a reference of it.
    """
    if selection.is_empty:
        return list(atlas.programmes.values())
    return [p for p in atlas.programmes.values() if is_selected(p, selection)]


def is_selected(programme: Programme, selection: Selection) -> bool:
    """Whether any part of the selection names the programme."""
    placed = {
        (answer.question, placement.option)
        for answer in programme.answers.values()
        for placement in answer.placements
    }
    return (
        programme.id in selection.programmes
        or programme.trend in selection.trends
        or any(question in selection.questions for question, _ in placed)
        or any("/".join(pair) in selection.options for pair in placed)
        or any(key in selection.keys for key in programme.sources)
    )


def selected_placements(atlas: Atlas, selection: Selection) -> Iterator[Mapping[str, str]]:
    """The rows of the selection: all of a programme that is named or of a trend; else those of a
    question with every state, those of an option, and those that rest on a reference.
    """
    for programme in atlas.programmes.values():
        is_whole = (
            selection.is_empty
            or programme.id in selection.programmes
            or programme.trend in selection.trends
        )
        for row in placement_rows([programme]):
            if (
                is_whole
                or row["question"] in selection.questions
                or f"{row['question']}/{row.get('option', '')}" in selection.options
                or row.get("source") in selection.keys
            ):
                yield row


def exported(atlas: Atlas, format_: str, selection: Selection) -> str:
    """The text of the selection in one of ``FORMATS``."""
    if format_ in REFERENCE_FORMATS:
        return REFERENCE_FORMATS[format_](atlas, selected_references(atlas, selection))
    if format_ == PLACEMENTS:
        return table(PLACEMENT_FIELDS, selected_placements(atlas, selection))
    return PROGRAMME_FORMATS[format_](atlas, selected_programmes(atlas, selection))


def uses_table(atlas: Atlas, references: Iterable[Reference]) -> str:
    """``uses.csv``."""
    return table(USE_FIELDS, (row for r in references for row in use_rows(atlas, r)))


REFERENCE_FORMATS: Mapping[str, Callable[[Atlas, Sequence[Reference]], str]] = {
    "bib": lambda _, references: bib_file(references),
    "ris": lambda _, references: ris_file(references),
    "csl-json": lambda _, references: csl_file(references),
    "csv": lambda _, references: table(REFERENCE_FIELDS, map(reference_row, references)),
    "uses-csv": uses_table,
    "uses-json": uses_file,
}
PROGRAMME_FORMATS: Mapping[str, Callable[[Atlas, Sequence[Programme]], str]] = {
    "programmes-json": lambda _, programmes: json_rows([programme_row(p) for p in programmes]),
    "programmes-csv": lambda atlas, programmes: programme_table(atlas.map, programmes),
}
PLACEMENTS = "placements-csv"
FORMATS = (*REFERENCE_FORMATS, *PROGRAMME_FORMATS, PLACEMENTS)
