"""``synthesis/programmes/<id>.yml`` → a programme with its answers to the map's questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from peermap.load.answers import read_answers, resting_on
from peermap.load.ids import id_problem
from peermap.load.named import all_named, named_at
from peermap.load.overlays import NO_OVERLAYS, Overlays, with_overlays
from peermap.load.periods import PERIOD_FORMS, is_ahead, read_period, shown_period
from peermap.load.places import read_places
from peermap.load.shaped import NEEDED, shaped
from peermap.load.shapes import ProgrammeShape, UnfinishedShape
from peermap.load.yaml_file import read_yaml
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark, Problem, shown
from peermap.records.date import Period
from peermap.records.map import Map
from peermap.records.programme import Answer, Place, Programme, Reading

PLANNED = 20  # years after a reading up to which a source may tell of plans
AHEAD = "Is it a slip? Write 2016/.. for what goes on without a known end."


def read_programme(
    path: str,
    text: str,
    map_: Map,
    regions: frozenset[str],
    overlays: Overlays = NO_OVERLAYS,
) -> tuple[Programme | None, list[Problem]]:
    """The record, or None when it cannot be read at all; and every problem found. One that lacks
    what is required, or a name to be found by, is not whole.

    ``regions`` are the names of countries and wider regions at which a place ends.
    """
    misnamed = id_problem(programme_id(path), Mark(path), what="file name")
    tree, problems = read_yaml(path, text)
    found = [*problems, *([misnamed] if misnamed else [])]
    if tree is None:
        return None, found
    tree, misfits = with_overlays(ProgrammeShape, tree, overlays)
    shape, sound, faults = shaped(ProgrammeShape, tree)
    is_whole = shape is not None and misnamed is None
    if shape is None:
        shape, sound, more = shaped(UnfinishedShape, tree)
        faults += [fault for fault in more if fault not in faults]
    found += [*misfits, *faults]
    if shape is None:
        return None, found
    readings = readings_of(sound, shape)
    if not tree.value.get("read"):
        found.append(Problem(tree.key_mark(("read",)), "'read' is missing", NEEDED["read"]))
    answers, answer_problems = read_answers(sound, shape.placements, map_)
    misread = misread_rows(tree, readings)
    answers = resting_on(answers, (*readings, *misread.further), misread.titles)
    years, year_problems = read_years(sound, shape.years, readings)
    places, place_problems = read_places(sound, shape.places, regions)
    found += [*answer_problems, *year_problems, *place_problems]
    programme = programme_of(path, sound, shape, answers, readings, years, places)
    return replace(programme, also_read=misread.further, is_whole=is_whole), found


def programme_id(path: str) -> str:
    """The id a record has from its file's name."""
    return path.rpartition("/")[2].removesuffix(".yml")


def programme_of(
    path: str,
    tree: Tree,
    shape: ProgrammeShape,
    answers: Mapping[str, Answer],
    readings: tuple[Reading, ...],
    years: Period | None,
    places: tuple[Place, ...],
) -> Programme:
    """The record of what the file says."""
    return Programme(
        id=programme_id(path),
        name=shape.name,
        kind=shape.kind,
        summary=shape.summary,
        trend=named_at(shape.trend, tree, ("trend",)),
        labels=all_named(shape.labels, tree, ("labels",)),
        places=places,
        years=years,
        communities=all_named(shape.communities, tree, ("communities",)),
        issues=all_named(shape.issues, tree, ("issues",)),
        answers=answers,
        read=readings,
        notes=shape.notes,
        mark=tree.mark(()),
    )


def readings_of(tree: Tree, shape: ProgrammeShape) -> tuple[Reading, ...]:
    """What was read for the record."""
    return tuple(
        Reading(
            named_at(r.source, tree, ("read", i, "source")), r.what, r.on, tree.mark(("read", i))
        )
        for i, r in enumerate(shape.read)
    )


@dataclass(frozen=True, slots=True)
class Misread:
    """Sources of rows under ``read`` whose day or depth cannot be read: those of which only the
    title was read, and the others.
    """

    titles: frozenset[str]
    further: frozenset[str]


def misread_rows(tree: Tree, readings: Iterable[Reading]) -> Misread:
    """What the rows name that did not become readings, which is told where they stand."""
    rows = tree.value.get("read")
    listed = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    named = [(row["source"], row.get("what")) for row in listed if is_named(row.get("source"))]
    told = {str(reading.source) for reading in readings}
    further = {source for source, what in named if what != "title"} - told
    return Misread(frozenset({s for s, _ in named} - told - further), frozenset(further))


def is_named(source: object) -> bool:
    """Whether a row's source is the text that it ought to be."""
    return isinstance(source, str) and bool(source)


def read_years(
    tree: Tree, words: str, readings: Iterable[Reading]
) -> tuple[Period | None, list[Problem]]:
    """The years of a programme, where its source gives any. Far beyond the last reading they are a
    slip, for no source plans so far.
    """
    if not words:
        return None, []
    mark, period = tree.mark(("years",)), read_period(words)
    if period is None:
        return None, [Problem(mark, f"'years' is {shown_period(words)}", PERIOD_FORMS)]
    last = max((reading.on[:4] for reading in readings), default="")
    if last and is_ahead(words, int(last) + PLANNED):
        says = f"'years' is {shown(words)}, far beyond the last reading in {last}"
        return None, [Problem(mark, says, AHEAD)]
    return period, []
