"""The ids that exist, and the problem of one that does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peermap.load.named import mark_of
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.map import Map

FILES = {
    "reference": "references.bib",
    "label": "labels.yml",
    "programme": "programmes/",
    "community": "silos.yml",
    "issue": "silos.yml",
}
PLURALS = {"community": "communities"}


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by kind. ``options`` maps a question's id to the ids of its options; ``unread`` are ids
    of programmes, ``unread_keys`` of references that are there and could not be read.
    """

    references: Mapping[str, Any]
    programmes: Mapping[str, Any]
    labels: Mapping[str, Any]
    communities: Mapping[str, Any]
    issues: Mapping[str, Any]
    trends: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    unread: frozenset[str] = frozenset()
    unread_keys: frozenset[str] = frozenset()

    def of_kind(self, kind: str) -> Collection[str]:
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

    def missing(self, kind: str, given: str, mark: Mark) -> list[Problem]:
        """The problem of an id that nothing has; none when it only follows from another one."""
        names = self.of_kind(kind)
        if given in names or self.is_told(kind, given):
            return []
        return [unknown(kind, given, names, mark_of(given, mark))]

    def is_told(self, kind: str, given: str) -> bool:
        """Whether there is a problem already that explains why nothing has this id."""
        if kind == "reference":
            return not self.references or given in self.unread_keys
        return kind == "programme" and given in self.unread


def options_of(map_: Map) -> dict[str, tuple[str, ...]]:
    """The ids of each question's options."""
    return {q.id: tuple(o.id for o in q.options) for q in map_.questions}


def unknown(kind: str, given: str, known: Iterable[str], mark: Mark) -> Problem:
    """An id that nothing has."""
    says = f"{shown(given)} is no {kind} of {FILES.get(kind, 'map.yml')}"
    return Problem(mark, says, did_you_mean(given, known, kind=PLURALS.get(kind, f"{kind}s")))


def kept(
    kind: str, given: Iterable[str], known: Known, mark: Mark
) -> tuple[tuple[str, ...], list[Problem]]:
    """The ids that exist, each once, and a problem for every other, where it is named if that is
    known, else at ``mark``.
    """
    ids = tuple(dict.fromkeys(given))
    names = known.of_kind(kind)
    found = [problem for id_ in ids for problem in known.missing(kind, id_, mark)]
    return tuple(id_ for id_ in ids if id_ in names), found
