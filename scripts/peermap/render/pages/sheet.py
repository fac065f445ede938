"""One page of something that is cut into several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page ``number`` ``of`` how many; ``pages`` are (number, address) of all; a list has its
    records in ``groups`` of (heading, records).
    """

    number: int
    of: int
    pages: tuple[tuple[int, str], ...]
    groups: tuple[tuple[str, tuple[Any, ...]], ...] = ()
