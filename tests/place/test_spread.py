"""How the programmes of a label spread over the map."""

from __future__ import annotations

import re

from hypothesis import given

from peermap.place.atlas import Atlas
from peermap.place.likeness import taken
from peermap.place.spread import spread_of
from peermap.render.pages.label import label_pages
from small_atlases import atlases

ROWS = re.compile(r"<tr(?: data-state=.[a-z-]+.)?><th scope=.row.>.*?</th><td><span>(\d+)</span>")


@given(atlases())
def test_every_programme_is_in_one_state(atlas: Atlas) -> None:
    """On each question every programme takes some option on a source, or is one of those placed
    in our reading only, not stated or not coded: nobody is lost and nobody counted twice.
    """
    programmes = atlas.programmes.values()
    for spread in spread_of(atlas.map, programmes):
        some = sum(bool(taken(p.answers[spread.question.id])) for p in programmes)
        assert some + spread.our_reading + spread.not_stated + spread.not_coded == spread.of
        assert max(spread.takes) <= some <= sum(spread.takes)


def test_a_label_shows_the_spread_of_its_users(atlas: Atlas) -> None:
    """The page of a label has the numbers of its programmes on every question, and what else the
    same role is called, with the sources of each name.
    """
    label = atlas.labels["pair-aidant"]
    users = [p for p in atlas.programmes.values() if label.id in p.labels]
    body = next(label_pages(atlas, label)).body
    wanted = [
        number
        for spread in spread_of(atlas.map, users)
        for number in (
            *spread.takes,
            *filter(None, (spread.our_reading, spread.not_stated, spread.not_coded)),
        )
    ]
    assert list(map(int, ROWS.findall(body))) == wanted
    same = body[body.index('id="same-role"') : body.index('id="map"')]
    for id_ in label.same_role:
        assert f">{atlas.labels[id_].name}<" in same
        for source in atlas.labels[id_].sources:
            assert f"references/{source.source}/" in same


def test_a_label_that_nobody_uses_shows_no_spread(atlas: Atlas) -> None:
    """Where no programme uses a name there is nothing to spread."""
    used = {id_ for p in atlas.programmes.values() for id_ in p.labels}
    label = next(label for id_, label in atlas.labels.items() if id_ not in used)
    assert "pm-spread" not in next(label_pages(atlas, label)).body
