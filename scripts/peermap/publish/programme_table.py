"""``data/programmes.csv``: one row a programme, three columns a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peermap.codebook.columns import ProgrammeColumns
from peermap.publish.data import table
from peermap.records.map import Map
from peermap.records.programme import Answer, Programme
from peermap.render.addresses import address


def programme_table(map_: Map, programmes: Iterable[Programme]) -> str:
    """The table of some programmes; several values in a cell are joined by ``; ``."""
    fields = [*ProgrammeColumns.model_fields, *(name for name, _ in question_columns(map_))]
    return table(fields, (programme_cells(p) for p in programmes))


def question_columns(map_: Map) -> Iterator[tuple[str, str]]:
    """The columns about the questions, each with what it holds."""
    for question in map_.questions:
        yield f"{question.id}_state", f"{question.wording} placed, not stated or not coded."
        yield question.id, f"{question.wording} Options on stated or general evidence, by '; '."
        yield (
            f"{question.id}_inferred",
            f"{question.wording} Options that are our reading, by '; '.",
        )


def programme_cells(programme: Programme) -> dict[str, str]:
    """One row."""
    row = {
        "id": programme.id,
        "address": address(programme),
        "name": str(programme.name),
        "kind": programme.kind,
        "trend": programme.trend,
        "labels": "; ".join(programme.labels),
        "places": "; ".join(map(str, programme.places)),
        "years": programme.years.words if programme.years else "",
        "communities": "; ".join(programme.communities),
        "issues": "; ".join(programme.issues),
        "summary": str(programme.summary),
        "sources": "; ".join(programme.sources),
        "notes": str(programme.notes),
    }
    for answer in programme.answers.values():
        row |= answer_cells(answer)
    return row


def answer_cells(answer: Answer) -> dict[str, str]:
    """The cells about one question."""
    counted = [p.option for p in answer.placements if p.strength != "inferred"]
    inferred = [p.option for p in answer.placements if p.strength == "inferred"]
    return {
        f"{answer.question}_state": answer.state,
        answer.question: "; ".join(counted),
        f"{answer.question}_inferred": "; ".join(inferred),
    }
