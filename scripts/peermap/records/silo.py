"""What keeps programmes apart: communities, issues, and the labels used for peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peermap.problems import Mark
from peermap.records.map import Definition
from peermap.records.text import Text


@dataclass(frozen=True, slots=True)
class Silo:
    """A community served or an issue addressed; ``broader`` are ids of the same kind, ``sources``
    works that speak of it.
    """

    id: str
    kind: Literal["community", "issue"]
    name: Text
    definition: Text
    broader: tuple[str, ...]
    mark: Mark
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelSource:
    """Where a label is named: source key, locator, and what the source says or quotes."""

    source: str
    where: str
    says: Text
    quote: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Label:
    """A name used for peers. ``also`` are other spellings, ``same_role`` other words for the same
    role; ``printed_in`` are the languages, besides English, in which a source prints it.
    """

    id: str
    name: Text
    also: tuple[str, ...]
    broader: tuple[str, ...]
    same_role: tuple[str, ...]
    definition: Definition | None
    sources: tuple[LabelSource, ...]
    note: Text
    mark: Mark
    printed_in: tuple[str, ...] = ()
