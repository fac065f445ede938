"""The map's own ids and sources: each id once, each definition on references that are there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from peermap.load.named import mark_of
from peermap.place.known import Known, kept, unknown
from peermap.place.prose import missing_sections
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.map import Change, Definition, Facet, Map, Option, Question, TrendKind
from peermap.records.prose import Prose

FILE = Mark("synthesis/map.yml")


class Entry(Protocol):
    """A facet, question, option or trend of the map."""

    @property
    def id(self) -> str: ...
    @property
    def mark(self) -> Mark: ...


class Marked(Protocol):
    """What knows where it stands."""

    @property
    def mark(self) -> Mark: ...


Thing = TypeVar("Thing", bound=Entry)
Page = TypeVar("Page", bound=Marked)
Defined = TypeVar("Defined", Facet, Question, Option, TrendKind)


def with_ids_once(map_: Map, found: list[Problem]) -> Map:
    """The map less what has an id that stands before: facets, questions (of all facets), options
    (of one question) and trends.
    """
    facets = each_once("facet", map_.facets, found)
    sound = {id(q) for q in each_once("question", (q for f in facets for q in f.questions), found)}
    kept_facets = tuple(
        replace(
            facet,
            questions=tuple(
                replace(q, options=each_once("option", q.options, found))
                for q in facet.questions
                if id(q) in sound
            ),
        )
        for facet in facets
    )
    return replace(map_, facets=kept_facets, trends=each_once("trend", map_.trends, found))


def each_once(kind: str, things: Iterable[Thing], found: list[Problem]) -> tuple[Thing, ...]:
    """The things of one kind less those whose id stands before."""
    firsts: dict[str, Thing] = {}
    for thing in things:
        if thing.id in firsts:
            first = firsts[thing.id].mark.line
            says = f"the {kind} {shown(thing.id)} stands twice (first at line {first})"
            found.append(Problem(thing.mark, says, "The first is read; give this one another id."))
        else:
            firsts[thing.id] = thing
    return tuple(firsts.values())


def placed_map(map_: Map, known: Known, found: list[Problem]) -> Map:
    """The map with its sources resolved; ``source`` is empty where it names no reference."""
    found += known.missing("reference", map_.source, FILE)
    facets = tuple(
        replace(
            placed_thing(facet, known, found),
            questions=tuple(
                replace(
                    placed_thing(question, known, found),
                    options=tuple(placed_thing(o, known, found) for o in question.options),
                )
                for question in facet.questions
            ),
        )
        for facet in map_.facets
    )
    return replace(
        map_,
        source=map_.source if map_.source in known.references else "",
        facets=facets,
        trends=tuple(placed_thing(trend, known, found) for trend in map_.trends),
        changes=tuple(placed_change(change, map_, found) for change in map_.changes),
    )


def placed_change(change: Change, map_: Map, found: list[Problem]) -> Change:
    """A change with what it is about, as far as the map has it."""
    names = [facet.notation for facet in map_.facets] + [q.notation for q in map_.questions]
    names += [option.notation for option in map_.options] + [t.notation for t in map_.trends]
    for given in change.about:
        if given not in names:
            says = f"{shown(given)} is nothing of map.yml"
            problem = Problem(mark_of(given, FILE), says, did_you_mean(given, names, kind="names"))
            found.append(problem)
    return replace(change, about=tuple(given for given in change.about if given in names))


def placed_thing(thing: Defined, known: Known, found: list[Problem]) -> Defined:
    """A thing of the map with its definition resolved."""
    definition, problems = placed_definition(thing.definition, known, thing.mark)
    found += problems
    return replace(thing, definition=definition)


def placed_definition(
    definition: Definition, known: Known, mark: Mark
) -> tuple[Definition, list[Problem]]:
    """A definition with the sources that exist."""
    sources, found = kept("reference", definition.sources, known, mark)
    return replace(definition, sources=sources), found


def pages_of(
    kind: str, pages: Mapping[str, Page], names: Collection[str], found: list[Problem]
) -> dict[str, Page]:
    """The pages about something on the map; each of the others is a problem."""
    found += [unknown(kind, id_, names, pages[id_].mark) for id_ in pages if id_ not in names]
    return {id_: page for id_, page in pages.items() if id_ in names}


def page_problems(
    map_: Map, questions: Mapping[str, Prose], trends: Mapping[str, object]
) -> Iterable[Problem]:
    """Questions and trends without a page, and pages without a section for each option."""
    for question in map_.questions:
        if question.id in questions:
            yield from missing_sections(question, questions[question.id])
        else:
            yield no_page("question", question)
    yield from (no_page("trend", trend) for trend in map_.trends if trend.id not in trends)


def no_page(kind: str, thing: Entry) -> Problem:
    """That something on the map is told of nowhere."""
    way_out = f"Write synthesis/{kind}s/{thing.id}.md."
    return Problem(thing.mark, f"the {kind} '{thing.id}' has no page", way_out)
