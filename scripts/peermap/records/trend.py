"""A historical trend: dated events, then prose."""

from __future__ import annotations

from dataclasses import dataclass

from peermap.problems import Mark
from peermap.records.date import Period
from peermap.records.prose import Prose
from peermap.records.text import Text


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, when and where, and the references that say so."""

    trend: str
    when: Period
    what: Text
    where: Text
    references: tuple[str, ...]
    programme: str
    note: Text
    anchor: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Trend:
    """One of the historical trends of the map."""

    id: str
    events: tuple[Event, ...]
    prose: Prose
    mark: Mark
