"""What the library reads: little at first, flat in size; the rest when somebody begins to choose.

References stand in these files in the order of the printed list, by author.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension
from peermap.place.library_dimensions import library_dimensions
from peermap.publish.facets import dimension_row
from peermap.records.reference import Name, Reference
from peermap.render.formats.rows import compact_json
from peermap.render.pages.question import by_author
from peermap.render.words import TYPE_WORDS

FIRST = ("id", "name", "facet", "words", "options", "values")


def library_files(atlas: Atlas) -> dict[str, str]:
    """File name → JSON: dimensions with the number of references of each value; of each dimension
    the values of every reference as positions; and a row for every reference.
    """
    ordered = by_author(atlas.references.values())
    by_key = replace(atlas, references={reference.key: reference for reference in ordered})
    dimensions = library_dimensions(by_key, TYPE_WORDS)
    return {
        "library.json": compact_json(
            {
                "total": len(ordered),
                "dimensions": [first_row(dimension) for dimension in dimensions],
                "counts": {dimension.id: counts(dimension) for dimension in dimensions},
            }
        ),
        "library-values.json": compact_json(
            {dimension.id: dimension.of for dimension in dimensions}
        ),
        "library-rows.json": compact_json([library_row(atlas, reference) for reference in ordered]),
    }


def first_row(dimension: Dimension) -> dict[str, Any]:
    """A dimension without what grows with the references."""
    return {name: value for name, value in dimension_row(dimension).items() if name in FIRST}


def counts(dimension: Dimension) -> list[int]:
    """How many references have each value."""
    found = [0] * len(dimension.values)
    for positions in dimension.of:
        for position in positions:
            found[position] += 1
    return found


def library_row(atlas: Atlas, reference: Reference) -> list[Any]:
    """Key, author, year, title, container, the names that the author line leaves out, number of
    uses, language where it is not English, and kinds of notices.
    """
    language = "" if reference.language == "en" else reference.language
    kinds = [notice.kind for notice in reference.notices]
    return [
        reference.key,
        reference.short_author,
        reference.year,
        reference.title,
        reference.container,
        " ".join(name.short for name in left_out(reference)),
        len(atlas.uses[reference.key]),
        language,
        kinds,
    ]


def left_out(reference: Reference) -> tuple[Name, ...]:
    """The makers whom *Barker et al.* does not name."""
    makers = reference.makers
    return makers[1:] if len(makers) > 2 or reference.authors_cut else ()
