"""What stands on the axis of time, held against counting it one by one."""

from __future__ import annotations

import re

from peermap.place.atlas import Atlas
from peermap.place.moments import KINDS, moments, periods_of, tally
from peermap.render.pages.timeline import MOST_LISTED
from peermap.render.pages.trends import trends_page


def test_everything_with_a_year_is_on_the_axis(atlas: Atlas) -> None:
    """Every event, every programme whose beginning is known, every dated publication, once."""
    found = moments(atlas)
    numbers = [sum(moment.kind == kind for moment in found) for kind in KINDS]
    assert numbers == [
        sum(len(trend.events) for trend in atlas.trends.values()),
        sum(programme.years is not None for programme in atlas.programmes.values()),
        sum(reference.issued is not None for reference in atlas.references.values()),
    ]


def test_the_table_counts_what_is_there(atlas: Atlas) -> None:
    """Each number is that of the things whose year lies in the period, and all add up."""
    found = moments(atlas)
    periods = periods_of(found)
    numbers = tally(found, periods)
    assert sum(numbers.values()) == len(found)
    assert {period for _, period in numbers} <= set(periods.all)
    for (kind, period), number in numbers.items():
        first, last = (period, period + 9) if period else (-9999, periods.first - 1)
        within = [m for m in found if m.kind == kind and first <= m.year <= last]
        assert number == len(within)


def test_all_of_it_is_in_the_page(atlas: Atlas) -> None:
    """Without a script the page lists every event, programme and publication that it counts, and
    the terms beside each are those of the thing.
    """
    page = trends_page(atlas).text
    terms = [t for t in re.findall(r'<option value="([^"]*)"', page) if t]
    rows = re.findall(r'data-thing="(\w+)"[^>]*? data-terms="([\d ]*)"', page)
    shown = [(kind, tuple(terms[int(n)] for n in places.split())) for kind, places in rows]
    found = moments(atlas)
    assert max(sum(m.kind == kind for m in found) for kind in KINDS) <= MOST_LISTED
    assert sorted(shown) == sorted((moment.kind, moment.terms) for moment in found)
    assert page.count('class="pm-timeline-event"') == sum(m.kind == "event" for m in found)
