"""Prose of the synthesis: sections, and the statements in them that rest on references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peermap.problems import Mark
from peermap.records.text import Text

NOWHERE = Mark("")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a sentence. ``kind`` is one of: ``text``, ``emphasis``, ``strong``, ``code``,
    ``link`` (``target`` is an address, or ``programme:id`` and the like) or ``cite`` (``keys``).
    """

    kind: str
    text: str = ""
    target: str = ""
    keys: tuple[str, ...] = ()
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph. With references it is a *statement* and has an ``anchor``."""

    passages: tuple[Passage, ...]
    anchor: str
    mark: Mark

    @property
    def references(self) -> tuple[str, ...]:
        """Keys cited, each once, in order."""
        return tuple(
            dict.fromkeys(key for p in self.passages if p.kind == "cite" for key in p.keys)
        )

    @property
    def is_statement(self) -> bool:
        return bool(self.references)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list of items (``kind`` ``paragraph``, ``bullets`` or ``numbers``);
    each item is a run of sentences.
    """

    kind: str
    items: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for item in self.items for sentence in item)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its anchor and blocks; the first section of a page has no heading."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    mark: Mark
    level: int = 2

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for block in self.blocks for sentence in block.sentences)


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of prose: front matter's ``summary`` and the sections; ``translations`` are the same
    page in other languages.
    """

    summary: Text
    sections: tuple[Section, ...]
    mark: Mark
    translations: Mapping[str, Prose] = field(default_factory=dict)

    def section(self, anchor: str) -> Section | None:
        """The section of that anchor, if there is one."""
        return next((s for s in self.sections if s.anchor == anchor), None)
