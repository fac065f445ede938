"""One page of something that is cut into several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page ``number`` ``of`` how many; ``pages`` are (number, address) of those that it leads to;
    a list has its records in ``groups`` of (heading, records).
    """

    number: int
    of: int
    pages: tuple[tuple[int, str], ...]
    groups: tuple[tuple[str, tuple[Any, ...]], ...] = ()


FEW = 12  # pages that are named one by one
AROUND = 2
GAP = (0, "")


def sheet_of(
    number: int,
    pages: Sequence[tuple[int, str]],
    groups: tuple[tuple[str, tuple[Any, ...]], ...] = (),
) -> Sheet:
    """A page of all ``pages``, which are given as (number, address)."""
    return Sheet(number, len(pages), tuple(near(pages, number)), groups)


def near(pages: Sequence[tuple[int, str]], number: int) -> Iterator[tuple[int, str]]:
    """Of many pages the first, the last and those around ``number``, with ``GAP`` where some are
    left out, so that a page does not grow with their number; of a few all.
    """
    left_out = False
    for page in pages:
        at_an_end = page[0] in {1, len(pages)}
        if len(pages) <= FEW or at_an_end or abs(page[0] - number) <= AROUND:
            yield page
            left_out = False
        elif not left_out:
            yield GAP
            left_out = True
