"""Which silos bridges join, held against counting them one by one."""

from __future__ import annotations

import tracemalloc
from itertools import product
from xml.etree import ElementTree as Tree

from hypothesis import given, settings

from peermap.place.atlas import Atlas
from peermap.place.bridges import bridges_of
from peermap.place.joined_silos import MOST_EACH, MOST_JOINED, in_a_row, way
from peermap.place.neighbours import Neighbours
from peermap.records.programme import Answer
from peermap.render.pages.bridges import bridges_page
from small_atlases import MAP, NOWHERE, atlas_of, atlases, placement, programme


@settings(deadline=None)
@given(atlases(4, 6))
def test_the_number_on_an_arch_is_the_number_of_bridges(atlas: Atlas) -> None:
    """Two issues are joined by as many bridges as have the one at one end and the other at the
    other; the strongest is the first of them, and no issue is joined with itself.
    """
    bridges = list(Neighbours(atlas).bridges())
    for joined in bridges_of(atlas).joined["issue"]:
        wanted = {joined.first.id, joined.second.id}
        between = [
            bridge
            for bridge in bridges
            if any({a, b} == wanted for a, b in product(bridge.first.issues, bridge.second.issues))
        ]
        assert joined.number == len(between)
        assert joined.strongest == between[0]
        assert len(wanted) == 2


def test_bridges_that_are_not_shown_are_not_kept() -> None:
    """Where many programmes are alike, there are far more bridges than programmes."""
    taken = [Answer(q.id, "placed", (placement("o1", "stated"),), NOWHERE) for q in MAP.questions]
    alike = [programme(f"p{n}", taken, communities=(f"c{1 + 3 * (n % 2)}",)) for n in range(400)]
    atlas = atlas_of(alike)
    tracemalloc.start()
    bridges = bridges_of(atlas)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert bridges.number == 200 * 200
    assert most < 2_000_000


def test_the_picture_stays_readable(atlas: Atlas) -> None:
    """A dozen arches at most, three to a name, and names in an order that keeps them short."""
    for joined in bridges_of(atlas).joined.values():
        row = [silo.id for silo in in_a_row(joined)]
        assert 3 < len(joined) <= MOST_JOINED
        ends = [silo.id for one in joined for silo in (one.first, one.second)]
        assert max(map(ends.count, row)) <= MOST_EACH
        assert way(row, joined) < way(sorted(row), joined)


def test_the_picture_says_what_the_list_says(atlas: Atlas) -> None:
    """Every number in a picture leads to a line of the list below it with the same two names and
    the same number.
    """
    page = bridges_page(atlas, bridges_of(atlas)).text
    whole = Tree.fromstring(page[page.index('<div class="pm-arches">') :])
    lines = {line.get("id"): "".join(line.itertext()) for line in whole.iter("li")}
    links = [a for a in whole.iter("a") if (a.get("href") or "").startswith("#")]
    assert len(links) == len(lines) > 20
    for link in links:
        names, _, number = (link.get("aria-label") or "").partition(": ")
        line = lines[(link.get("href") or "")[1:]]
        assert all(part in line for part in names.split(" and "))
        assert f" {number}. " in line
        assert (link.find("text").text or "") == number.partition(" ")[0]  # type: ignore[union-attr]


def test_the_pictures_have_letters_of_one_size(atlas: Atlas) -> None:
    """They are shown equally wide, so they are drawn equally wide; and a name of two lines ends
    where those of one do, with no space behind its first.
    """
    page = bridges_page(atlas, bridges_of(atlas)).text
    whole = Tree.fromstring(page[page.index('<div class="pm-arches">') :])
    boxes = [svg.get("viewBox", "").split() for svg in whole.iter("svg")]
    assert len({width for _, _, width, _ in boxes}) == 1 < len(boxes)
    lines = [name.findall("tspan") for name in whole.iter("text")]
    assert [line.tail for name in lines for line in name if line.tail] == []
    assert {(line.text or "")[0] for name in lines for line in name[1:]} == {" "}


def test_the_list_stands_before_the_pictures(atlas: Atlas) -> None:
    """The page is a list first and a picture second, and leads from the top to the picture."""
    page = bridges_page(atlas, bridges_of(atlas)).text
    assert page.index('href="#joined"') < page.index("pm-bridges") < page.index('id="joined"')
