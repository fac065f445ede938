"""What the finder, compare and gaps need to know of every programme, in one small file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension
from peermap.place.likeness import scale_of
from peermap.place.programme_dimensions import programme_dimensions
from peermap.place.reference_dimensions import reference_dimensions
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.render.formats.rows import compact_json
from peermap.render.pages.facts import card
from peermap.render.pages.record import shortened
from peermap.render.pictures.glyph import glyph_strokes


def facets(atlas: Atlas) -> str:
    """JSON: ``programmes`` as rows, ``dimensions`` with their values, and of each dimension the
    values of every programme as positions in its list of values.
    """
    return compact_json(
        {
            "programmes": [row(atlas, programme) for programme in atlas.programmes.values()],
            "dimensions": [dimension_row(d) for d in programme_dimensions(atlas)],
            "weights": weights(atlas),
            "rose": glyph_strokes(atlas.map),
        }
    )


def reference_facets(atlas: Atlas) -> str:
    """JSON of the same form for the references: ``references`` as rows, and their dimensions."""
    return compact_json(
        {
            "references": [reference_row(r) for r in atlas.references.values()],
            "dimensions": [dimension_row(d) for d in reference_dimensions(atlas)],
        }
    )


def summaries(atlas: Atlas) -> str:
    """JSON: for each programme, in the same order, its short summary, the keys of its sources and
    the language of the summary. They are most of the text, and nothing needs them before the
    first click.
    """
    return compact_json([summary_row(programme) for programme in atlas.programmes.values()])


def row(atlas: Atlas, programme: Programme) -> list[str]:
    """Id, name and line of facts."""
    return [programme.id, programme.name, card(atlas, programme).meta]


def summary_row(programme: Programme) -> tuple[str, list[str], str]:
    """Short summary, the sources that were read further than their title, and the language of the
    summary.
    """
    sources = [r.source for r in programme.read if r.what != "title"]
    return shortened(programme.summary), sources, programme.summary.language


def reference_row(reference: Reference) -> list[str]:
    """Key, author and year, title, where it appeared, and the language of the title."""
    named = [reference.key, reference.cited_as, reference.title]
    return [*named, reference.container, reference.language]


def dimension_row(dimension: Dimension) -> dict[str, Any]:
    """A dimension without the fields it does not use."""
    fields: Iterable[tuple[str, Any]] = (
        ("id", dimension.id),
        ("name", dimension.name),
        ("facet", dimension.facet),
        ("words", dimension.words),
        ("options", dimension.options),
        ("values", dimension.values),
        ("of", dimension.of),
        ("given", dimension.given),
        ("wider", dimension.wider),
        ("readings", dimension.readings),
    )
    return {name: value for name, value in fields if value not in ("", None, ())}


def weights(atlas: Atlas) -> dict[str, list[float]]:
    """The weight of each option in likeness, by question, in the order of the map."""
    scale = scale_of(atlas.map, atlas.programmes.values())
    return {q.id: [scale.weights[q.id, o.id] for o in q.options] for q in atlas.map.questions}
