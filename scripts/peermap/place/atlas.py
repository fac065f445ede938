"""The Atlas: all records of the synthesis, joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from peermap.load.everything import Loaded, may_lose_uses
from peermap.place.known import Known, kept, options_of
from peermap.place.map import page_problems, pages_of, placed_map, with_ids_once
from peermap.place.method import placed_method
from peermap.place.programmes import of_known_trends, placed_programme
from peermap.place.prose import placed_prose
from peermap.place.provenance import Uses, uses_of
from peermap.place.retired import placed_retired
from peermap.place.screening import placed_screening
from peermap.place.tags import missing_tags, placed_reference, tags_without_use
from peermap.place.vocabulary import circles, placed_label, placed_silo
from peermap.problems import Problem
from peermap.records.citation import Citations
from peermap.records.coding import DoubleCoding
from peermap.records.map import Map
from peermap.records.method import Method
from peermap.records.programme import Programme
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from peermap.records.screening import Screening
from peermap.records.silo import Label, Silo
from peermap.records.trend import Event, Trend

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every record by its id, sorted by id; ``uses`` tells what rests on each reference,
    and ``citations`` how each reads in the citation styles (none where they were not made).

    Nothing in it names an id that is not in it.
    """

    map: Map
    references: Mapping[str, Reference]
    programmes: Mapping[str, Programme]
    questions: Mapping[str, Prose]
    trends: Mapping[str, Trend]
    labels: Mapping[str, Label]
    communities: Mapping[str, Silo]
    issues: Mapping[str, Silo]
    method: Method | None
    guide: Prose | None
    double_coding: DoubleCoding | None
    uses: Mapping[str, Uses]
    citations: Citations = field(default_factory=dict)
    screening: Screening | None = None


def placed(loaded: Loaded) -> tuple[Atlas, list[Problem]]:
    """The Atlas of the loaded records, and a problem for every id that leads nowhere."""
    found: list[Problem] = []
    given, loaded = loaded.programmes, on_the_map(loaded, found)
    known = known_of(loaded)
    references = each(loaded.references, lambda r: placed_reference(r, known), found)
    looked_at = each(given, lambda p: placed_programme(p, known), found)
    programmes = {id_: p for id_, p in looked_at.items() if id_ in loaded.programmes}
    questions = each(loaded.questions, lambda p: placed_prose(p, known), found)
    trends = each(loaded.trends, lambda t: placed_trend(t, known), found)
    labels = each(loaded.labels, lambda label: placed_label(label, known), found)
    communities = each(loaded.communities, lambda s: placed_silo(s, known), found)
    issues = each(loaded.issues, lambda s: placed_silo(s, known), found)
    for terms in (labels, communities, issues):
        found += circles(terms)
    map_ = placed_map(loaded.map, known, found)
    map_ = replace(map_, retired=placed_retired(map_, labels, found))
    found += page_problems(map_, questions, trends)
    method, more = placed_method(loaded.method, loaded.method_sources, known)
    guide, still_more = placed_prose(loaded.guide, known) if loaded.guide else (None, [])
    screening, unknown_works = placed_screening(loaded.screening, known)
    found += [*more, *still_more, *unknown_works]
    uses = uses_of(references, map_, questions, trends, programmes, labels)
    if references:
        seen = uses  # with what unfinished records use, so that tags are asked for at once
        if len(looked_at) > len(programmes):
            seen = uses_of(references, map_, questions, trends, looked_at, labels)
        found += missing_tags(references, seen, known)
        if not (loaded.lost_uses or may_lose_uses(found)):
            found += tags_without_use(references, uses, known)
    return (
        Atlas(
            map_, references, programmes, questions, trends, labels, communities, issues,
            method, guide, loaded.double_coding, uses, screening=screening,
        ),
        found,
    )  # fmt: skip


def on_the_map(loaded: Loaded, found: list[Problem]) -> Loaded:
    """The records less those that are about a question or trend the map does not have."""
    map_ = with_ids_once(loaded.map, found)
    trend_ids = [trend.id for trend in map_.trends]
    question_ids = [question.id for question in map_.questions]
    programmes = of_known_trends(loaded.programmes, trend_ids, found)
    return replace(
        loaded,
        map=map_,
        programmes=programmes,
        questions=pages_of("question", loaded.questions, question_ids, found),
        trends=pages_of("trend", loaded.trends, trend_ids, found),
        unread=loaded.unread | (loaded.programmes.keys() - programmes.keys()),
    )


def known_of(loaded: Loaded) -> Known:
    """The ids of everything loaded."""
    return Known(
        references=loaded.references,
        programmes=loaded.programmes,
        labels=loaded.labels,
        communities=loaded.communities,
        issues=loaded.issues,
        trends=tuple(trend.id for trend in loaded.map.trends),
        options=options_of(loaded.map),
        unread=loaded.unread,
        unread_keys=loaded.unread_keys,
    )


def each(
    records: Mapping[str, Record],
    resolve: Callable[[Record], tuple[Record, list[Problem]]],
    found: list[Problem],
) -> dict[str, Record]:
    """All records resolved, sorted by id; the problems go to ``found``."""
    resolved = {}
    for name in sorted(records):
        resolved[name], problems = resolve(records[name])
        found += problems
    return resolved


def placed_trend(trend: Trend, known: Known) -> tuple[Trend, list[Problem]]:
    """A trend with its prose and events resolved."""
    prose, found = placed_prose(trend.prose, known)
    events = []
    for event in trend.events:
        sound, problems = placed_event(event, known)
        found += problems
        events.append(sound)
    return replace(trend, prose=prose, events=tuple(events)), found


def placed_event(event: Event, known: Known) -> tuple[Event, list[Problem]]:
    """An event with its references and programme resolved."""
    references, found = kept("reference", event.references, known, event.mark)
    named = [event.programme] if event.programme else []
    programme, more = kept("programme", named, known, event.mark)
    programme_id = programme[0] if programme else ""
    return replace(event, references=references, programme=programme_id), [*found, *more]
