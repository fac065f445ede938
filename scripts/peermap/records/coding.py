"""Two codings of the same programmes, made without sight of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Coding = Mapping[tuple[str, str], frozenset[str]]
"""(programme, question) → the options it takes on a source; readings of the coder's own left out.
"""


@dataclass(frozen=True, slots=True)
class DoubleCoding:
    """The first and the second coding, and how many differences were resolved."""

    first: Coding
    second: Coding
    resolved: int = 0

    @property
    def programmes(self) -> tuple[str, ...]:
        """Ids of the programmes that both have coded, sorted."""
        return tuple(sorted({p for p, _ in self.first} & {p for p, _ in self.second}))
