"""The conceptual map: facets → questions → options, and the historical trends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from peermap.problems import Mark
from peermap.records.text import Text


@dataclass(frozen=True, slots=True)
class Definition:
    """What a word of the map means, and the references that say so."""

    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One way a question can be answered. ``id`` is unique within its question only."""

    id: str
    question: str
    name: Text
    definition: Definition
    mark: Mark

    @property
    def notation(self) -> str:
        """How the bibliography tags a reference with it: ``functions:navigation``."""
        return f"{self.question}:{self.id}"


@dataclass(frozen=True, slots=True)
class Question:
    """One of the six questions, in the paper's exact ``wording``."""

    id: str
    facet: str
    name: Text
    wording: Text
    definition: Definition
    options: tuple[Option, ...]
    mark: Mark

    @property
    def notation(self) -> str:
        return self.id

    def option(self, option_id: str) -> Option:
        """The option of that id; KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True)
class Facet:
    """Roles, pathways or settings: a side from which peers' engagement is looked at."""

    id: str
    name: Text
    definition: Definition
    questions: tuple[Question, ...]
    mark: Mark

    @property
    def notation(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class TrendKind:
    """A historical trend as the map names it; its prose and events are a :class:`Trend`."""

    id: str
    name: Text
    definition: Definition
    mark: Mark

    @property
    def notation(self) -> str:
        """How the bibliography tags a reference with it: ``trend:peer-support``."""
        return f"trend:{self.id}"


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed on the map, and on which day (ISO date). ``about`` are the notations of the
    facets, questions, options and trends concerned (``functions:navigation``); empty for the whole
    map.
    """

    on: str
    what: Text
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retired:
    """A question, option, trend or label that is no more, by the notation it had
    (``functions:navigation``, ``label:peer``); ``on`` is the day, ``replaced_by`` are notations.
    """

    was: str
    name: Text
    on: str
    why: Text
    replaced_by: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True)
class Map:
    """The conceptual map of one field. ``source`` is the key of the work that drew it. It has no
    slots, so that its questions and options, which every page asks for, are gathered once.
    """

    title: Text
    source: str
    facets: tuple[Facet, ...]
    trends: tuple[TrendKind, ...]
    changes: tuple[Change, ...] = ()
    retired: tuple[Retired, ...] = ()

    def __hash__(self) -> int:
        """By its title: equal maps have the same."""
        return hash((self.title, self.source))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for facet in self.facets for question in facet.questions)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        return tuple(option for question in self.questions for option in question.options)
