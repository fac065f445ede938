"""What the finder, compare and gaps need to know of every programme, in one small file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from peermap.place.atlas import Atlas
from peermap.place.likeness import scale_of
from peermap.place.silos import with_wider
from peermap.records.map import Question
from peermap.records.programme import Answer, Programme
from peermap.records.silo import Silo
from peermap.render.pages.facts import card
from peermap.render.pages.record import shortened
from peermap.render.pictures.glyph import glyph_strokes

PERIODS = (
    ("before-1900", "Before 1900", 1899),
    ("1900-1949", "1900–1949", 1949),
    ("1950-1979", "1950–1979", 1979),
    ("1980-1999", "1980–1999", 1999),
    ("2000-2009", "2000–2009", 2009),
    ("2010-later", "2010 and later", 9999),
)
STATES = (
    ("not-stated", "Not stated"),
    ("not-coded", "Not coded"),
    ("our-reading", "In our reading only"),
)
NOT_GIVEN = ("not-given", "Not given")


def facets(atlas: Atlas) -> str:
    """JSON: ``programmes`` as rows, ``dimensions`` with their values, and of each dimension the
    values of every programme as positions in its list of values."""
    programmes = list(atlas.programmes.values())
    data = {
        "programmes": [row(atlas, programme) for programme in programmes],
        "dimensions": [*questions(atlas, programmes), *others(atlas, programmes)],
        "weights": weights(atlas, programmes),
        "rose": glyph_strokes(atlas.map),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def row(atlas: Atlas, programme: Programme) -> list[Any]:
    """Id, name, line of facts, short summary, and the keys of its sources."""
    facts = card(atlas, programme).meta
    sources = [r.source for r in programme.read if r.what != "title"]
    return [programme.id, programme.name, facts, shortened(programme.summary), sources]


def questions(atlas: Atlas, programmes: list[Programme]) -> Iterable[dict[str, Any]]:
    """The six questions: their options, then the states that are no option."""
    for question in atlas.map.questions:
        values = [*((o.id, str(o.name)) for o in question.options), *STATES]
        yield dimension(
            question.id,
            str(question.name),
            values,
            [answer_values(question, p.answers[question.id]) for p in programmes],
            facet=question.facet,
            words=str(question.wording),
            options=len(question.options),
        )


def answer_values(question: Question, answer: Answer) -> list[str]:
    """The options that rest on a source, or the state of the question."""
    taken = [p.option for p in answer.placements if p.strength != "inferred"]
    if answer.state != "placed":
        return [answer.state.replace(" ", "-")]
    return taken or ["our-reading"]


def others(atlas: Atlas, programmes: list[Programme]) -> Iterable[dict[str, Any]]:
    """Communities and issues with their wider terms, labels, trends, places and periods."""
    yield of_silos(
        "communities", "Community", atlas.communities, programmes, lambda p: p.communities
    )
    yield of_silos("issues", "Issue", atlas.issues, programmes, lambda p: p.issues)
    labels = [(label.id, str(label.name)) for label in atlas.labels.values()]
    yield dimension("labels", "Label", labels, [list(p.labels) for p in programmes])
    trends = [(trend.id, str(trend.name)) for trend in atlas.map.trends]
    yield dimension("trend", "Trend", trends, [[p.trend] for p in programmes])
    countries = sorted({place.country for p in programmes for place in p.places})
    by_country = [sorted({place.country for place in p.places}) for p in programmes]
    yield dimension("place", "Place", [(slug(c), c) for c in countries],
                    [[slug(c) for c in given] for given in by_country])  # fmt: skip
    periods = [(id_, name) for id_, name, _ in PERIODS]
    yield dimension("period", "Began", periods, [period(p) for p in programmes])


def of_silos(
    id_: str,
    name: str,
    shelf: Mapping[str, Silo],
    programmes: list[Programme],
    ids: Callable[[Programme], Iterable[str]],
) -> dict[str, Any]:
    """A silo dimension: what a programme has, and every wider term above it."""
    values = [(silo.id, str(silo.name)) for silo in shelf.values()]
    return dimension(id_, name, values, [sorted(with_wider(ids(p), shelf)) for p in programmes])


def period(programme: Programme) -> list[str]:
    """The period in which a programme began, where its sources say."""
    if programme.years is None:
        return []
    return [next(id_ for id_, _, last in PERIODS if programme.years.first <= last)]


def slug(name: str) -> str:
    """A name as it stands in an address."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def dimension(
    id_: str, name: str, values: Iterable[tuple[str, str]], given: list[list[str]], **more: Any
) -> dict[str, Any]:
    """A dimension with the values that some programme has; *not given* where one has none."""
    used = {value for ids in given for value in ids}
    kept = [value for value in values if value[0] in used or "options" in more]
    if not all(given):
        kept.append(NOT_GIVEN)
    position = {value: n for n, (value, _) in enumerate(kept)}
    of = [sorted(position[v] for v in ids or [NOT_GIVEN[0]]) for ids in given]
    return {"id": id_, "name": name, **more, "values": kept, "of": of}


def weights(atlas: Atlas, programmes: list[Programme]) -> dict[str, list[float]]:
    """The weight of each option in likeness, by question, in the order of the map."""
    scale = scale_of(atlas.map, programmes)
    return {
        q.id: [round(scale.weights[q.id, o.id], 4) for o in q.options] for q in atlas.map.questions
    }
