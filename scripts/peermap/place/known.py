"""The ids that exist, and the problem of one that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.map import Map

MarkOf = Callable[[str], Mark]


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by kind. ``options`` maps a question's id to the ids of its options."""

    references: Mapping[str, Any]
    programmes: Mapping[str, Any]
    labels: Mapping[str, Any]
    communities: Mapping[str, Any]
    issues: Mapping[str, Any]
    trends: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]

    def of_kind(self, kind: str) -> Iterable[str]:
        """All ids of a kind, by the word a source uses for it."""
        if kind == "option":
            return [f"{q}/{o}" for q, ids in self.options.items() for o in ids]
        if kind == "question":
            return self.options
        return {
            "reference": self.references,
            "programme": self.programmes,
            "label": self.labels,
            "community": self.communities,
            "issue": self.issues,
            "trend": self.trends,
        }[kind]


def options_of(map_: Map) -> dict[str, tuple[str, ...]]:
    """The ids of each question's options."""
    return {q.id: tuple(o.id for o in q.options) for q in map_.questions}


def unknown(kind: str, given: str, known: Iterable[str], mark: Mark) -> Problem:
    """An id that nothing has."""
    where = {"reference": "references.bib", "label": "labels.yml", "programme": "programmes/"}
    place = where.get(kind, "map.yml" if kind in {"trend", "option", "question"} else "silos.yml")
    says = f"{shown(given)} is no {kind} of {place}"
    return Problem(
        mark, says, did_you_mean(given, known, kind=f"{kind}s" if kind != "community" else "")
    )


def kept(
    kind: str, given: Iterable[str], known: Known, mark: Mark
) -> tuple[tuple[str, ...], list[Problem]]:
    """The ids that exist, each once, and a problem for every other."""
    ids, problems = tuple(dict.fromkeys(given)), []
    names = known.of_kind(kind)
    for name in ids:
        if name not in names:
            problems.append(unknown(kind, name, names, mark))
    return tuple(name for name in ids if name in names), problems
