"""All sources of a project → all records, and every problem on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from peermap.load.bibtex import read_references
from peermap.load.double_coding import read_double_coding
from peermap.load.ids import id_problem
from peermap.load.kept import KeptRecords
from peermap.load.map import read_map
from peermap.load.method import read_method
from peermap.load.named import Named
from peermap.load.overlays import Overlays
from peermap.load.pages import read_guide, read_question_page, read_trend
from peermap.load.programmes import programme_id, read_programme
from peermap.load.regions import regions
from peermap.load.screening import read_screening
from peermap.load.silos import read_labels, read_silos
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.coding import DoubleCoding
from peermap.records.map import Map
from peermap.records.method import Method
from peermap.records.programme import Programme
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from peermap.records.screening import Screening
from peermap.records.silo import Label, Silo
from peermap.records.trend import Trend
from peermap.sources import Sources, english_of, language_of

Result = TypeVar("Result")
BIBLIOGRAPHY = "bibliography/references.bib"
SYNTHESIS = "synthesis"
QUOTED = re.compile("'([^']+)'")
MAP = f"{SYNTHESIS}/map.yml"
USERS = (MAP, *(f"{SYNTHESIS}/{kind}/" for kind in ("programmes", "questions", "trends")))
"""Where references are used for options."""
SILO_NAMESPACES = ("trend", "community", "issue", "label")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Records by id, not yet held against each other; programmes that are not whole are among them.

    ``unread`` are ids of programmes whose file is there and could not be read, ``unread_keys`` the
    same of references: what leads to one of them has no fault of its own. ``lost_uses`` tells that
    a use of a reference may be among what could not be read.
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
    method_sources: tuple[Named, ...]
    guide: Prose | None
    double_coding: DoubleCoding | None
    screening: Screening | None = None
    unread: frozenset[str] = frozenset()
    unread_keys: frozenset[str] = frozenset()
    lost_uses: bool = False


def loaded(
    sources: Sources, kept: KeptRecords | None = None
) -> tuple[Loaded | None, list[Problem]]:
    """Everything that can be read; None when there is no map to place it on. What ``kept`` has of
    an earlier reading is not read again, and it has this one afterwards.
    """
    kept = KeptRecords() if kept is None else kept
    kept.begin()
    found = [*sources.problems, *without_english(sources)]
    map_ = one(sources, MAP, read_map, found, kept)
    if map_ is None:
        kept.stop()
        return None, [*found, no_map(sources)]
    silos = one(sources, f"{SYNTHESIS}/silos.yml", read_silos, found, kept) or ()
    labels = one(sources, f"{SYNTHESIS}/labels.yml", read_labels, found, kept) or ()
    method, method_sources = one(sources, f"{SYNTHESIS}/method.yml", read_method, found, kept) or (
        None,
        (),
    )
    records = programmes(sources, map_, found, kept)
    return (
        Loaded(
            map=map_,
            references=by_id(references(sources, map_, found, kept), "key", found),
            programmes=records,
            questions=questions(sources, found, kept),
            trends=trends(sources, found, kept),
            labels=by_id(labels, "id", found),
            communities=by_id([s for s in silos if s.kind == "community"], "id", found),
            issues=by_id([s for s in silos if s.kind == "issue"], "id", found),
            method=method,
            method_sources=method_sources,
            guide=one(sources, f"{SYNTHESIS}/coding-guide.md", read_guide, found, kept),
            double_coding=double_coding(sources, map_, found),
            screening=one(sources, f"{SYNTHESIS}/screening.yml", read_screening, found, kept),
            unread=frozenset(programme_ids(sources)) - set(records),
            unread_keys=frozenset(keys_told(found)),
            lost_uses=may_lose_uses(found),
        ),
        found,
    )


def may_lose_uses(problems: Iterable[Problem]) -> bool:
    """Whether a file that uses references for options has a fault; with it a use may be lost."""
    return any(problem.mark.path.startswith(USERS) for problem in problems)


def without_english(sources: Sources) -> Iterator[Problem]:
    """Files with words of another language for an English file that is not there."""
    there = {*sources.texts, *(problem.mark.path for problem in sources.problems)}
    for path in sources.texts:
        if language_of(path) and (english := english_of(path)) not in there:
            beside = [
                p for p in sources.texts if p.rpartition("/")[0] == english.rpartition("/")[0]
            ]
            guess = did_you_mean(english, beside) or f"Write {english} first."
            yield Problem(Mark(path), "there is no English file of that name", guess)


def no_map(sources: Sources) -> Problem:
    """That there is no map, and what follows from it."""
    if any(problem.mark.path == MAP for problem in sources.problems) or MAP in sources.texts:
        says = "there is no map that can be read"
        return Problem(Mark(MAP), says, "The other files are looked at once there is.")
    way_out = "A project needs a map: facets, questions, options."
    return Problem(Mark(MAP), "the file is not there", way_out)


def references(
    sources: Sources, map_: Map, found: list[Problem], kept: KeptRecords
) -> tuple[Reference, ...]:
    """The references, with tags of the map's questions; that there are none is a problem."""
    namespaces = (*(question.id for question in map_.questions), *SILO_NAMESPACES)

    text = sources.texts.get(BIBLIOGRAPHY)
    shelf: tuple[Reference, ...] = ()
    if text is not None:
        shelf, problems = read_references(
            BIBLIOGRAPHY, text, namespaces=namespaces, kept=kept.references
        )
        found += problems
    is_told = any(problem.mark.path == BIBLIOGRAPHY for problem in found)
    if not shelf and not is_told:
        says = "the file is not there" if text is None else "there is no reference in the file"
        way_out = "Every statement and placement rests on a reference of this file."
        found.append(Problem(Mark(BIBLIOGRAPHY), says, way_out))
    return shelf


def programme_ids(sources: Sources) -> Iterator[str]:
    """The ids of all files in the folder ``programmes``, also of those that could not be opened."""
    paths = (*sources.texts, *(problem.mark.path for problem in sources.problems))
    for path in paths:
        if path.startswith(f"{SYNTHESIS}/programmes/"):
            yield path.rpartition("/")[2].rpartition(".")[0]


def keys_told(problems: Iterable[Problem]) -> Iterator[str]:
    """Quoted texts in the bibliography's problems; keys of entries left out are among them."""
    for problem in problems:
        if problem.mark.path == BIBLIOGRAPHY and problem.severity == "error":
            yield from QUOTED.findall(problem.says)


def double_coding(sources: Sources, map_: Map, found: list[Problem]) -> DoubleCoding | None:
    """The two codings of a sample, where the project has them."""
    ids = frozenset(programme_ids(sources))
    coding, problems = read_double_coding(sources.texts, map_, ids)
    found += problems
    return coding


def one(
    sources: Sources,
    path: str,
    read: Callable[[str, str, Overlays], tuple[Result, Iterable[Problem]]],
    found: list[Problem],
    kept: KeptRecords,
    besides: object = None,
) -> Result | None:
    """What one file holds with the words of every language, if it is there; its problems go to
    ``found``. ``besides`` is what its reading depends on beside these texts.
    """
    if path not in sources.texts:
        return None
    text, overlays = sources.texts[path], sources.in_languages(path)
    result, problems = kept.read(
        path, (text, overlays, besides), lambda: read(path, text, overlays)
    )
    found += problems
    return result


def by_id(records: Iterable[Result], name: str, found: list[Problem]) -> dict[str, Result]:
    """Records by their id, less those whose id cannot be an address; the second of one id is a
    problem and the first stays.
    """
    shelf: dict[str, Result] = {}
    for record in records:
        id_, mark = getattr(record, name), record.mark  # type: ignore[attr-defined]
        misnamed = id_problem(id_, mark)
        if misnamed:
            found.append(misnamed)
        elif id_ in shelf:
            first = shelf[id_].mark.line  # type: ignore[attr-defined]
            says = f"the id {shown(id_)} stands twice (first at line {first})"
            found.append(Problem(mark, says, "The first is read; give this one another id."))
        else:
            shelf[id_] = record
    return shelf


def programmes(
    sources: Sources, map_: Map, found: list[Problem], kept: KeptRecords
) -> dict[str, Programme]:
    """The records of the folder ``programmes``, by their file names."""
    asked = sources.texts[MAP], sources.in_languages(MAP)

    def read(path: str, text: str, overlays: Overlays) -> tuple[Programme | None, list[Problem]]:
        return read_programme(path, text, map_, regions(), overlays)

    shelf = {}
    for path in sources.under(f"{SYNTHESIS}/programmes", ".yml"):
        programme = one(sources, path, read, found, kept, asked)
        if programme is not None:
            shelf[programme_id(path)] = programme
    return shelf


def questions(sources: Sources, found: list[Problem], kept: KeptRecords) -> dict[str, Prose]:
    """The prose of each question that has a page."""
    pages = (
        one(sources, path, read_question_page, found, kept)
        for path in sources.under(f"{SYNTHESIS}/questions", ".md")
    )
    return {page[0]: page[1] for page in pages if page}


def trends(sources: Sources, found: list[Problem], kept: KeptRecords) -> dict[str, Trend]:
    """The trends that have a page."""
    pages = (
        one(sources, path, read_trend, found, kept)
        for path in sources.under(f"{SYNTHESIS}/trends", ".md")
    )
    return {trend.id: trend for trend in pages if trend}
