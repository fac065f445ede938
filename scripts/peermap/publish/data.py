"""The published data (DESIGN §9): the records as files, with stable field names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.render.addresses import address
from peermap.render.formats.files import FILES
from peermap.render.formats.rows import json_rows
from peermap.render.formats.uses import USE_FIELDS, use_rows, uses_file

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
PLACEMENT_FIELDS = (
    "programme", "question", "state", "option", "strength", "source", "where", "says", "quote",
)  # fmt: skip
REFERENCE_FIELDS = (
    "key", "type", "authors", "year", "title", "container", "volume", "number", "pages", "doi",
    "url", "tags", "lists", "notices",
)  # fmt: skip


def data_files(atlas: Atlas) -> Mapping[str, str]:
    """File name → text, for the folder ``data/``."""
    return dict(each_data_file(atlas))


def each_data_file(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """The same, one file after the other: each is some megabytes of a large bibliography."""
    bibliography, programmes = atlas.references.values(), atlas.programmes.values()
    yield from ((f"references.{ending}", text(bibliography)) for ending, text in FILES.items())
    yield "references.csv", table(REFERENCE_FIELDS, map(reference_row, bibliography))
    uses = (row for reference in bibliography for row in use_rows(atlas, reference))
    yield "uses.csv", table(USE_FIELDS, uses)
    yield "uses.json", uses_file(atlas, bibliography)
    yield "programmes.json", json_rows(map(programme_row, programmes))
    yield "placements.csv", table(PLACEMENT_FIELDS, placement_rows(programmes))


def programme_row(programme: Programme) -> dict[str, Any]:
    """A programme as plain values; every question has its state."""
    return {
        "id": programme.id,
        "address": address(programme),
        "name": programme.name,
        "kind": programme.kind,
        "summary": programme.summary,
        "trend": programme.trend,
        "labels": list(programme.labels),
        "places": [list(place.names) for place in programme.places],
        "years": programme.years.words if programme.years else None,
        "communities": list(programme.communities),
        "issues": list(programme.issues),
        "answers": {
            question: {"state": answer.state, "options": [p.option for p in answer.placements]}
            for question, answer in programme.answers.items()
        },
        "read": [{"source": r.source, "what": r.what, "on": r.on} for r in programme.read],
        "notes": programme.notes,
    }


def placement_rows(programmes: Iterable[Programme]) -> Iterable[dict[str, str]]:
    """One row for each piece of evidence, and one for each question that is not placed."""
    for programme in programmes:
        for answer in programme.answers.values():
            row = {"programme": programme.id, "question": answer.question, "state": answer.state}
            if not answer.placements:
                yield row
            for placement in answer.placements:
                for e in placement.evidence:
                    yield row | {
                        "option": placement.option,
                        "strength": e.strength,
                        "source": e.source,
                        "where": e.where,
                        "says": e.says,
                        "quote": e.quote,
                    }


def reference_row(reference: Reference) -> dict[str, str]:
    """A reference as one line of a table; several values in a cell are joined by ``; ``."""
    fields = {name: reference.fields.get(name, "") for name in ("volume", "number", "pages", "doi")}
    return fields | {
        "key": reference.key,
        "type": reference.type,
        "authors": "; ".join(name.inverted for name in reference.makers),
        "year": str(reference.issued.year) if reference.issued else "",
        "title": reference.title,
        "container": reference.container,
        "url": reference.fields.get("url", ""),
        "tags": "; ".join(map(str, reference.tags)),
        "lists": "; ".join(f"{p.list_key}:{p.number}" for p in reference.lists),
        "notices": "; ".join(notice.kind for notice in reference.notices),
    }


def table(fields: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A CSV table with a header; a cell never starts a formula in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([harmless(row.get(name, "")) for name in fields] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet reads as text: an apostrophe before what would start a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
