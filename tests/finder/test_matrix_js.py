"""The matrix in the browser against the matrix of the generator, on the real records."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from finder.node import answer_of
from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension
from peermap.place.matrix import lines, matrix
from peermap.place.programme_dimensions import programme_dimensions
from peermap.place.reference_dimensions import reference_dimensions
from peermap.publish.facets import facets, reference_facets
from peermap.render.pages.gaps import shade

CHOICES = ("questions", "functions", "status", "communities", "labels", "trend", "period")
PAIRS = tuple(product(CHOICES, repeat=2))


def side(dimensions: tuple[Dimension, ...], choice: str) -> list[Dimension]:
    """The dimensions that a choice means."""
    return [d for d in dimensions if choice == d.id or (choice == "questions" and d.options)]


def whole(dimensions: tuple[Dimension, ...], rows: str, columns: str) -> Any:
    """A matrix as plain values, the way matrix_of.js writes it."""
    down, across = side(dimensions, rows), side(dimensions, columns)
    cells = matrix(down, across)
    most = max(cell.count for row in cells for cell in row)
    heads = [
        [[x.dimension.id, x.id, len(x.having)] for d in dims for x in lines(d)]
        for dims in (down, across)
    ]
    shown = [[[c.count, c.open, c.state, shade(c.count, most)] for c in row] for row in cells]
    return {"rows": heads[0], "columns": heads[1], "cells": shown}


@pytest.mark.parametrize("of", ["programmes", "references"])
def test_the_browser_makes_the_same_matrix(atlas: Atlas, of: str) -> None:
    """Whatever two dimensions are chosen, every count, every state and every shade is the same."""
    text, dimensions = (
        (facets(atlas), programme_dimensions(atlas))
        if of == "programmes"
        else (reference_facets(atlas), reference_dimensions(atlas))
    )
    given = {"dimensions": json.loads(text)["dimensions"], "pairs": PAIRS}
    for pair, found in zip(PAIRS, answer_of("matrix_of.js", given), strict=True):
        assert found == whole(dimensions, *pair), pair
