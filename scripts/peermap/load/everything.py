"""All sources of a project → all records, and every problem on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from peermap.load.bibtex import read_references
from peermap.load.map import read_map
from peermap.load.method import read_method
from peermap.load.pages import read_question_page, read_trend
from peermap.load.programmes import programme_id, read_programme
from peermap.load.regions import regions
from peermap.load.silos import read_labels, read_silos
from peermap.problems import Mark, Problem, shown
from peermap.records.map import Map
from peermap.records.method import Method
from peermap.records.programme import Programme
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from peermap.records.silo import Label, Silo
from peermap.records.trend import Trend
from peermap.sources import Sources

Result = TypeVar("Result")
BIBLIOGRAPHY = "bibliography/references.bib"
SYNTHESIS = "synthesis"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Records by id, not yet held against each other."""

    map: Map
    references: Mapping[str, Reference]
    programmes: Mapping[str, Programme]
    questions: Mapping[str, Prose]
    trends: Mapping[str, Trend]
    labels: Mapping[str, Label]
    communities: Mapping[str, Silo]
    issues: Mapping[str, Silo]
    method: Method | None


def loaded(sources: Sources) -> tuple[Loaded | None, list[Problem]]:
    """Everything that can be read; None when there is no map to place it on."""
    found = list(sources.problems)
    map_ = one(sources, f"{SYNTHESIS}/map.yml", read_map, found)
    if map_ is None:
        if f"{SYNTHESIS}/map.yml" not in sources.texts:
            says = "the file is not there"
            way_out = "A project needs a map: facets, questions, options."
            found.append(Problem(Mark(f"{SYNTHESIS}/map.yml"), says, way_out))
        return None, found
    silos = one(sources, f"{SYNTHESIS}/silos.yml", read_silos, found) or ()
    return (
        Loaded(
            map=map_,
            references=by_id(
                one(sources, BIBLIOGRAPHY, read_references, found) or (), "key", found
            ),
            programmes=programmes(sources, map_, found),
            questions=questions(sources, found),
            trends=trends(sources, found),
            labels=by_id(
                one(sources, f"{SYNTHESIS}/labels.yml", read_labels, found) or (), "id", found
            ),
            communities=by_id([s for s in silos if s.kind == "community"], "id", found),
            issues=by_id([s for s in silos if s.kind == "issue"], "id", found),
            method=one(sources, f"{SYNTHESIS}/method.yml", read_method, found),
        ),
        found,
    )


def one(
    sources: Sources,
    path: str,
    read: Callable[[str, str], tuple[Result, Iterable[Problem]]],
    found: list[Problem],
) -> Result | None:
    """What one file holds, if it is there; its problems go to ``found``."""
    if path not in sources.texts:
        return None
    result, problems = read(path, sources.texts[path])
    found += problems
    return result


def by_id(records: Iterable[Result], name: str, found: list[Problem]) -> dict[str, Result]:
    """Records by their id; the second of one id is a problem and the first stays."""
    shelf: dict[str, Result] = {}
    for record in records:
        id_, mark = getattr(record, name), record.mark  # type: ignore[attr-defined]
        if id_ in shelf:
            first = shelf[id_].mark.line  # type: ignore[attr-defined]
            says = f"the id {shown(id_)} stands twice (first at line {first})"
            found.append(Problem(mark, says, "The first is read; give this one another id."))
        else:
            shelf[id_] = record
    return shelf


def programmes(sources: Sources, map_: Map, found: list[Problem]) -> dict[str, Programme]:
    """The records of the folder ``programmes``, by their file names."""
    shelf = {}
    for path in sources.under(f"{SYNTHESIS}/programmes", ".yml"):
        programme, problems = read_programme(path, sources.texts[path], map_, regions())
        found += problems
        if programme is not None:
            shelf[programme_id(path)] = programme
    return shelf


def questions(sources: Sources, found: list[Problem]) -> dict[str, Prose]:
    """The prose of each question that has a page."""
    shelf = {}
    for path in sources.under(f"{SYNTHESIS}/questions", ".md"):
        page, problems = read_question_page(path, sources.texts[path])
        found += problems
        if page is not None:
            shelf[page[0]] = page[1]
    return shelf


def trends(sources: Sources, found: list[Problem]) -> dict[str, Trend]:
    """The trends that have a page."""
    shelf = {}
    for path in sources.under(f"{SYNTHESIS}/trends", ".md"):
        trend, problems = read_trend(path, sources.texts[path])
        found += problems
        if trend is not None:
            shelf[trend.id] = trend
    return shelf
