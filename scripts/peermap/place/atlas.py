"""The Atlas: all records of the synthesis, joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from peermap.load.everything import Loaded
from peermap.place.known import Known, kept, options_of
from peermap.place.programmes import placed_programme
from peermap.place.prose import missing_sections, placed_prose
from peermap.place.provenance import Uses, uses_of
from peermap.place.tags import placed_reference, tag_problems
from peermap.problems import Problem
from peermap.records.map import Definition, Facet, Map, Question
from peermap.records.method import Method
from peermap.records.programme import Programme
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from peermap.records.silo import Label, Silo
from peermap.records.trend import Event, Trend

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every record by its id, sorted by id; ``uses`` tells what rests on each reference.

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
    uses: Mapping[str, Uses]


def placed(loaded: Loaded) -> tuple[Atlas, list[Problem]]:
    """The Atlas of the loaded records, and a problem for every id that leads nowhere."""
    found: list[Problem] = []
    known = known_of(loaded)
    references = each(loaded.references, lambda r: placed_reference(r, known), found)
    programmes = each(loaded.programmes, lambda p: placed_programme(p, known), found)
    questions = each(loaded.questions, lambda p: placed_prose(p, known), found)
    trends = each(loaded.trends, lambda t: placed_trend(t, known), found)
    labels = each(loaded.labels, lambda label: placed_label(label, known), found)
    communities = each(loaded.communities, lambda s: placed_silo(s, known), found)
    issues = each(loaded.issues, lambda s: placed_silo(s, known), found)
    map_ = placed_map(loaded.map, known, found)
    found += page_problems(map_, questions)
    uses = uses_of(references, map_, questions, trends, programmes, labels)
    found += tag_problems(references, uses, known)
    return (
        Atlas(
            map_, references, programmes, questions, trends, labels, communities, issues,
            loaded.method, uses,
        ),
        found,
    )  # fmt: skip


def known_of(loaded: Loaded) -> Known:
    return Known(
        references=loaded.references,
        programmes=loaded.programmes,
        labels=loaded.labels,
        communities=loaded.communities,
        issues=loaded.issues,
        trends=tuple(trend.id for trend in loaded.map.trends),
        options=options_of(loaded.map),
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


def page_problems(map_: Map, questions: Mapping[str, Prose]) -> Iterable[Problem]:
    """Questions without a page, and pages without a section for each option."""
    for question in map_.questions:
        if question.id not in questions:
            says = f"the question '{question.id}' has no page"
            yield Problem(question.mark, says, f"Write synthesis/questions/{question.id}.md.")
        else:
            yield from missing_sections(question, questions[question.id])


def placed_trend(trend: Trend, known: Known) -> tuple[Trend, list[Problem]]:
    prose, found = placed_prose(trend.prose, known)
    events = []
    for event in trend.events:
        sound, problems = placed_event(event, known)
        found += problems
        events.append(sound)
    return replace(trend, prose=prose, events=tuple(events)), found


def placed_event(event: Event, known: Known) -> tuple[Event, list[Problem]]:
    references, found = kept("reference", event.references, known, event.mark)
    programme, more = kept(
        "programme", [event.programme] if event.programme else [], known, event.mark
    )
    programme_id = programme[0] if programme else ""
    return replace(event, references=references, programme=programme_id), [*found, *more]


def placed_label(label: Label, known: Known) -> tuple[Label, list[Problem]]:
    broader, found = kept("label", label.broader, known, label.mark)
    same_role, more = kept("label", label.same_role, known, label.mark)
    keys, missing = kept("reference", [s.source for s in label.sources], known, label.mark)
    sources = tuple(s for s in label.sources if s.source in keys)
    definition = label.definition
    if definition:
        definition, still_missing = placed_definition(definition, known, label)
        missing += still_missing
    placed_ = replace(
        label, broader=broader, same_role=same_role, sources=sources, definition=definition
    )
    return placed_, [*found, *more, *missing]


def placed_silo(silo: Silo, known: Known) -> tuple[Silo, list[Problem]]:
    broader, found = kept(silo.kind, silo.broader, known, silo.mark)
    return replace(silo, broader=broader), found


def placed_definition(
    definition: Definition, known: Known, owner: Label | Facet | Question
) -> tuple[Definition, list[Problem]]:
    sources, found = kept("reference", definition.sources, known, owner.mark)
    return replace(definition, sources=sources), found


def placed_map(map_: Map, known: Known, found: list[Problem]) -> Map:
    """The map with the sources of its definitions resolved."""

    def resolved(thing: Record) -> Record:
        definition, problems = placed_definition(thing.definition, known, thing)  # type: ignore[attr-defined,arg-type]
        found.extend(problems)
        return replace(thing, definition=definition)  # type: ignore[type-var]

    def question(q: Question) -> Question:
        return replace(resolved(q), options=tuple(resolved(o) for o in q.options))

    facets = tuple(
        replace(resolved(f), questions=tuple(question(q) for q in f.questions)) for f in map_.facets
    )
    return replace(map_, facets=facets, trends=tuple(resolved(t) for t in map_.trends))
