"""The pictures: well-formed, escaped, complete, and never two states that look alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peermap.problems import Mark
from peermap.records.date import Period
from peermap.records.map import Definition, Facet, Map, Option, Question
from peermap.records.programme import Answer, Evidence, Placement, State, Strength
from peermap.records.text import Text
from peermap.records.trend import Event
from peermap.render.pictures.axis import axis_of
from peermap.render.pictures.flow import FlowStage, flow_picture, flow_summary
from peermap.render.pictures.glyph import programme_glyph
from peermap.render.pictures.lanes import Extent, lanes
from peermap.render.pictures.rose import map_picture
from peermap.render.pictures.timeline import timeline_picture

HERE = Mark("synthesis/map.yml", 1)
NOTHING = Definition(Text(""), ())
SIZES = {
    "roles": {"functions": 5, "formality": 2},
    "pathways": {"relations": 3, "status": 3},
    "settings": {"affiliations": 3, "spaces": 2},
}
"""Options by question and facet, as in the map this site ships with."""


def a_map(sizes: Mapping[str, Mapping[str, int]] = SIZES, word: str = "") -> Map:
    """A map of that many options; ``word`` goes into every name."""
    facets = tuple(
        Facet(
            facet,
            Text(facet + word),
            NOTHING,
            tuple(a_question(facet, name, many, word) for name, many in questions.items()),
            HERE,
        )
        for facet, questions in sizes.items()
    )
    return Map(Text("A map" + word), "panaite2024", facets, ())


def a_question(facet: str, name: str, many: int, word: str) -> Question:
    """A question with options ``o0``, ``o1`` … ."""
    options = tuple(
        Option(f"o{i}", name, Text(f"{name} {i}{word}"), NOTHING, HERE) for i in range(many)
    )
    return Question(name, facet, Text(name + word), Text(f"Which {name}?"), NOTHING, options, HERE)


def an_answer(question: str, options: Sequence[str], strength: Strength = "stated") -> Answer:
    """The question is placed on these options, all on evidence of one strength."""
    evidence = (Evidence("x2020", Text("Abstract"), Text(""), "", strength, HERE),)
    return Answer(question, "placed", tuple(Placement(o, evidence, HERE) for o in options), HERE)


def no_answer(question: str, state: State) -> Answer:
    """The question is not placed."""
    return Answer(question, state, (), HERE)


def an_event(words: str, first: int, last: int | None, what: str = "Something") -> Event:
    """An event of the trend of peer support."""
    period = Period(words, first, last)
    return Event("peer-support", period, Text(what), Text(""), (), "", Text(""), "e", HERE)


def address(thing: object) -> str:
    """Where a question or option has its page."""
    assert isinstance(thing, (Question, Option))
    return f"{thing.question}/{thing.id}/" if isinstance(thing, Option) else f"{thing.id}/"


def kinds(picture: str) -> list[str]:
    """Classes of the paths in a picture, in order."""
    return [path.get("class", "") for path in Tree.fromstring(picture).iter("path")]


def words_of(picture: str) -> str:
    """All text of a picture."""
    return "".join(Tree.fromstring(picture).itertext())


def test_map_links() -> None:
    """Every option and every question of the map is a link, and none is twice."""
    map_ = a_map()
    links = re.findall(r'href="([^"#]+)"', map_picture(map_, url=address, counts=None))
    assert sorted(links) == sorted(map(address, [*map_.questions, *map_.options]))


def test_option_name() -> None:
    """The link's name has the option's name and its number of programmes, heard as well as seen."""
    picture = map_picture(a_map(), url=address, counts={("functions", "o2"): 12})
    assert 'aria-label="3. functions 2: 12"' in picture
    assert 'aria-label="4. functions 3: 0"' in picture


def test_petals_fill_by_count() -> None:
    """The option that most programmes take fills its petal; one that none takes stays empty."""
    map_ = a_map({"roles": {"functions": 3}})
    counts = {("functions", "o0"): 8, ("functions", "o1"): 2, ("functions", "o2"): 0}
    picture = map_picture(map_, url=address, counts=counts)
    whole = re.findall(r'"pm-rose-petal" d="([^"]+)"', picture)
    filled = re.findall(r'"pm-rose-fill" d="([^"]+)"', picture)
    assert filled[0] == whole[0]
    assert len(filled) == 2


def test_wide_petals_leave_the_ring_below_them_free() -> None:
    """On a map of few options a petal's foot is bent as the ring is, and hides no name on it."""
    for options, arcs in ((3, 2), (18, 1)):
        picture = map_picture(a_map({"roles": {"functions": options}}), url=address, counts=None)
        petals = re.findall(r'"pm-rose-petal" d="([^"]+)"', picture)
        assert [petal.count("A") for petal in petals] == [arcs] * options


def test_empty_map() -> None:
    """A map that has no options yet gives a picture without petals, and no fault."""
    assert kinds(map_picture(a_map({"roles": {"functions": 0}}), url=address, counts=None)) == []


@settings(deadline=None)
@given(st.text())
def test_hostile_names(word: str) -> None:
    """Whatever a source holds, the picture is well-formed and shows it as text."""
    map_ = a_map({"roles": {"functions": 2}}, word=word + "<b>&\"'")
    picture = map_picture(map_, url=address, counts={("functions", "o0"): 1})
    assert Tree.fromstring(picture).find(".//b") is None
    assert "&lt;b&gt;&amp;" in picture


@settings(deadline=None)
@given(st.text())
def test_hostile_titles(word: str) -> None:
    """Titles, names of trends, events and stages are text, whatever they hold."""
    hostile = f"{word}</title><script>"
    glyph = programme_glyph(a_map(), {}, size=24, title=hostile)
    event = an_event("1935", 1935, 1935, hostile)
    timeline = timeline_picture([(hostile, [event])], title=hostile)
    stages = [FlowStage(hostile, 2, hostile, 1, 0, hostile), FlowStage(hostile, 1)]
    for picture in (glyph, timeline, flow_picture(stages)):
        assert Tree.fromstring(picture).find(".//script") is None


def test_three_states() -> None:
    """Placed has petals around a heart, not stated one hollow band, not coded dots."""
    map_ = a_map({"roles": {"functions": 2}})
    placed = programme_glyph(map_, {"functions": an_answer("functions", ["o0"])}, size=24, title="")
    silent, unread = (
        programme_glyph(map_, {"functions": no_answer("functions", state)}, size=24, title="")
        for state in ("not stated", "not coded")
    )
    assert kinds(placed) == ["pm-heart", "pm-whole"]
    assert kinds(silent) == ["pm-hollow"]
    assert kinds(unread) == ["pm-dots"]


def test_question_left_out() -> None:
    """A question that is absent from the answers is drawn as not coded."""
    assert kinds(programme_glyph(a_map({"roles": {"functions": 2}}), {}, size=24, title="")) == [
        "pm-dots"
    ]


def test_inferred() -> None:
    """A placement that is only inferred is an outline, so that it never passes for a stated one."""
    map_ = a_map({"roles": {"functions": 2}})
    inferred = {"functions": an_answer("functions", ["o1"], "inferred")}
    assert "pm-outline" in kinds(programme_glyph(map_, inferred, size=24, title=""))


@pytest.mark.parametrize("strength", ["stated", "general", "inferred"])
def test_largest_glyph(strength: Strength) -> None:
    """Even with every option taken it stays small: a list carries two hundred of them."""
    map_ = a_map()
    answers = {
        q.id: an_answer(q.id, [option.id for option in q.options], strength) for q in map_.questions
    }
    assert len(programme_glyph(map_, answers, size=44, title="")) < 2500


def test_usual_glyph() -> None:
    """Two options a question, as most records have, take little more than a kilobyte."""
    map_ = a_map()
    answers = {q.id: an_answer(q.id, ["o0", "o1"]) for q in map_.questions}
    assert len(programme_glyph(map_, answers, size=44, title="")) < 1300


def test_glyph_title() -> None:
    """With a title it is an image of that name; beside a name it is decoration."""
    named = Tree.fromstring(programme_glyph(a_map(), {}, size=24, title="Caring Community"))
    hidden = Tree.fromstring(programme_glyph(a_map(), {}, size=24, title=""))
    assert (named.get("role"), named.findtext("title")) == ("img", "Caring Community")
    assert (hidden.get("aria-hidden"), hidden.find("title")) == ("true", None)


def test_shapes_of_facets() -> None:
    """Not by colour alone: round petals have arcs, pointed ones a corner more than flat ones."""
    map_ = a_map({"a": {"p": 4}, "b": {"q": 4}, "c": {"r": 4}})
    picture = map_picture(map_, url=address, counts=None)
    paths = re.findall(r'"pm-rose-petal" d="([^"]+)"', picture)
    assert ["A" in path for path in paths] == [True] * 4 + [False] * 8
    assert [path.count("L") for path in paths] == [2] * 4 + [4] * 4 + [3] * 4


def test_timeline_has_every_event() -> None:
    """Every event has its number in the order given, from 1 in each trend, and its words."""
    first = [an_event("1840s", 1840, 1849), an_event("1935/..", 1935, None)]
    second = [an_event("1978", 1978, 1978, "Alma-Ata")]
    picture = timeline_picture([("Peers", first), ("Health workers", second)], title="In time")
    numbers = re.findall(r'"pm-timeline-number"[^>]*>(\d+)<', picture)
    assert numbers == ["1", "2", "1"]
    assert "1978: Alma-Ata" in words_of(picture)


def test_kinds_of_dates() -> None:
    """A year is a disc, years from–to a bar, a decade a pale bar, and an open end an arrow."""
    year = timeline_picture([("", [an_event("1978", 1978, 1978)])], title="x")
    decade = timeline_picture([("", [an_event("1970s", 1970, 1979)])], title="x")
    span = timeline_picture([("", [an_event("1845/1863", 1845, 1863)])], title="x")
    going_on = timeline_picture([("", [an_event("1935/..", 1935, None)])], title="x")
    assert "pm-timeline-dot" in year
    assert "pm-timeline-about" in decade
    assert "pm-timeline-span" in span
    assert "pm-timeline-arrow" not in span
    assert "pm-timeline-arrow" in going_on


def test_axis_with_a_bend() -> None:
    """Centuries in which little is dated share the first fifth; time still only runs forward."""
    periods = [Period("", first, first) for first in (1650, 1840, 1845, 1935, 1978, 2014)]
    axis = axis_of(periods)
    assert axis.bend == 1840
    assert axis.at(1840) == 20
    assert all(axis.at(y) < axis.at(y + 1) for y in range(axis.first, axis.last))


def test_axis_without_a_bend() -> None:
    """Where no century is empty, the axis has no bend."""
    axis = axis_of([Period("", first, first) for first in (1980, 1990, 2003)])
    assert (axis.first, axis.bend, axis.last) == (1980, None, 2010)


@settings(deadline=None)
@given(st.lists(st.integers(1000, 2030), max_size=30))
def test_axis_holds_every_year(years: list[int]) -> None:
    """Whatever years come, all lie within the picture and a phone has room for the ticks."""
    axis = axis_of([Period("", year, year) for year in years])
    assert all(0 <= axis.at(year) <= 100 for year in years)
    assert len(axis.ticks) <= 7


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30))))
def test_lanes(pairs: list[tuple[float, float]]) -> None:
    """Marks on one lane of a timeline never overlap."""
    extents = [Extent(a, a + width, a, a + width + 1) for a, width in pairs]
    placed = list(zip(extents, lanes(extents), strict=True))
    for i, (one, lane) in enumerate(placed):
        for other, other_lane in placed[:i]:
            assert lane != other_lane or one.left >= other.right or one.right <= other.left


def test_flow() -> None:
    """The picture is named by its arithmetic and gives the reasons."""
    stages = [
        FlowStage("selected", 81, removed=20, why_removed="Too narrow."),
        FlowStage("read in depth", 61, "58 articles and 3 reports.", removed=33, added=25),
        FlowStage("in the map", 53),
    ]
    assert flow_summary(stages) == "81 − 20 → 61 − 33 + 25 → 53"
    assert "Too narrow." in words_of(flow_picture(stages))


@pytest.mark.parametrize("label", ["Bibliographie de la première édition du site", "x" * 80])
def test_no_label_of_the_flow_is_wider_than_its_box(label: str) -> None:
    """A long label goes on in further lines, which make the box higher and push down the detail."""
    picture = Tree.fromstring(flow_picture([FlowStage(label, 3540, "All of them.")]))
    (box,) = (e for e in picture.iter() if e.get("class") == "pm-flow-box")
    lines = [e for e in picture.iter() if e.get("class") == "pm-flow-label"]
    (detail,) = (e for e in picture.iter() if e.get("class") == "pm-flow-detail")
    assert "".join(line.text or "" for line in lines).replace(" ", "") == label.replace(" ", "")
    for line in lines:
        assert float(line.get("x", 0)) + 7.5 * len(line.text or "") < float(box.get("width", 0))
    heights = [float(e.get("y", 0)) for e in (*lines, detail)]
    assert heights == sorted(set(heights))
    assert heights[-1] < float(box.get("height", 0))


@pytest.mark.parametrize("stages", [[], [FlowStage("selected", 81)]])
def test_short_flow(stages: list[FlowStage]) -> None:
    """Without a second stage there is nothing to point at."""
    assert kinds(flow_picture(stages)) == []


def test_deterministic() -> None:
    """Drawing twice gives the same text."""
    pictures = {map_picture(a_map(), url=address, counts=None) for _ in range(3)}
    assert len(pictures) == 1


def test_ids() -> None:
    """Names, descriptions and curved lines are found by ids that stand once."""
    picture = map_picture(a_map(), url=address, counts=None)
    ids = re.findall(r' id="([^"]+)"', picture)
    used = re.findall(r'(?:href="#|aria-labelledby="|aria-describedby=")([^"]+)"', picture)
    assert len(ids) == len(set(ids))
    assert set(used) <= set(ids)
