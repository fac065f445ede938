"""What an earlier reading of the bibliography made of its entries, by their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from peermap.load.lines import Lines, Marks
from peermap.problems import Mark, Problem
from peermap.records.reference import Reference

NAMES = tuple(one.name for one in fields(Reference))
VALUES = attrgetter(*NAMES)


@dataclass(frozen=True, slots=True)
class KeptReference:
    """The reference of a text that holds one entry and no more, and that begins at ``line`` of the
    file. ``told`` of the entry and ``told_besides`` of the reference are the problems it has.
    """

    line: int
    reference: Reference
    told: tuple[Problem, ...] = ()
    told_besides: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        return self.reference.key

    def at(self, line: int) -> KeptReference | None:
        """The same when the text begins at another line; None where a problem, which may name lines
        in its words, is to be worded anew.
        """
        if line == self.line:
            return self
        if self.told or self.told_besides:
            return None
        return KeptReference(line, moved(self.reference, line, line - self.line))


def moved(reference: Reference, first: int, lines: int) -> Reference:
    """The reference of a text that has moved by ``lines`` and now begins at ``first``."""
    mark, marks = reference.mark, reference.field_marks
    assert isinstance(marks, Marks)
    values = dict(zip(NAMES, VALUES(reference), strict=True))  # ``replace`` takes twice the time
    values["mark"] = Mark(mark.path, mark.line + lines, mark.column)
    values["field_marks"] = Marks(Lines(marks.lines.path, marks.lines.starts, first), marks.offsets)
    return Reference(**values)


@dataclass(slots=True)
class KeptReferences:
    """The entries of the last reading by their text, and what else decided how they were read."""

    circumstances: Any = None
    by_text: Mapping[str, KeptReference] = field(default_factory=dict)
    news: int = 0
    """How many entries were read since it was last written down."""

    def is_other(self, circumstances: Any) -> bool:
        """Whether entries were kept under other circumstances; then they are forgotten."""
        is_other = bool(self.by_text) and circumstances != self.circumstances
        if is_other:
            self.by_text = {}
        self.circumstances = circumstances
        return is_other

    def keep(self, by_text: Mapping[str, KeptReference]) -> None:
        """Have the entries of this reading, and none of earlier ones."""
        self.news += len(by_text.keys() - self.by_text.keys())
        self.by_text = by_text
