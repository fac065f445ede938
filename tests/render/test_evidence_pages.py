"""A record with much evidence shows the first piece of each placement, and all on further pages."""

from __future__ import annotations

from html import unescape

from peermap.place.atlas import Atlas
from peermap.place.neighbours import Neighbours
from peermap.render.pages.programme import programme_pages
from peermap.render.pages.programme_evidence import Ground, grounds, sheets_of


def test_all_evidence_stands_on_the_pages_of_a_record(atlas: Atlas) -> None:
    """Every piece is on one of them, with its locator; the first of a placement on the first."""
    neighbours = Neighbours(atlas)
    is_cut = []
    for programme in atlas.programmes.values():
        first, *more = (unescape(p.body) for p in programme_pages(atlas, neighbours, programme))
        is_cut.append(bool(more))
        for ground in grounds(atlas, programme):
            assert ground.pieces[0].where in first
            assert all(piece.where in (more or [first])[0] for piece in ground.pieces)
    assert any(is_cut)
    assert not all(is_cut)


def test_sheets_hold_everything_in_order(atlas: Atlas) -> None:
    """Cut into sheets of at most fifty pieces, no piece is lost or twice."""
    all_grounds: list[Ground] = [
        ground for programme in atlas.programmes.values() for ground in grounds(atlas, programme)
    ]
    sheets = sheets_of(all_grounds)
    pieces = [piece for sheet in sheets for ground in sheet for piece in ground.pieces]
    assert pieces == [piece for ground in all_grounds for piece in ground.pieces]
    sizes = [sum(len(ground.pieces) for ground in sheet) for sheet in sheets]
    assert max(sizes) == 50
    assert min(sizes[:-1]) == 50
