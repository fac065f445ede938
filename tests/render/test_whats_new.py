"""What is new, as a reader who comes back sees it."""

from __future__ import annotations

from dataclasses import replace

from peermap.place.atlas import Atlas
from peermap.render.news import days_added
from peermap.render.pages.whats_new import days, whats_new_part


def test_every_dated_record_is_counted_once(atlas: Atlas) -> None:
    """All days together have each programme and each dated reference once, newest day first."""
    found = days(atlas)
    counts = {"programmes/": 0, "references/": 0}
    for day in found:
        for news in day.news:
            counts[news.at] += news.count
    assert counts["programmes/"] == len(atlas.programmes)
    assert counts["references/"] == len(days_added(atlas))
    assert sum(len(day.changes) for day in found) == len(atlas.map.changes) + len(atlas.map.retired)


def test_without_records_it_says_so(atlas: Atlas) -> None:
    """A project of which nothing is dated has no empty page."""
    bare = replace(atlas, programmes={}, references={}, map=replace(atlas.map, changes=()))
    assert "No record is dated yet" in whats_new_part(bare)
