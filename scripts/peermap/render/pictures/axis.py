"""A time axis that gives the years room where most happens, and squeezes what lies long before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peermap.records.date import Period

LEFT, RIGHT = 4.0, 95.0
"""Ends of the axis, in percent of the picture's width."""
BEND = 20.0
"""Where the squeezed part ends, in percent."""
LONELY = 60
"""Years without a beginning that make it worth squeezing what lies before them."""
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Axis:
    """Years ``first`` to ``last``. With a ``bend``, years before it share the first fifth."""

    first: int
    bend: int | None
    last: int

    def at(self, year: float) -> float:
        """Where a year lies, in percent of the width; years beyond the ends lie at the ends."""
        year = min(max(year, self.first), self.last)
        if self.bend is None:
            return _between(year, (self.first, self.last), (LEFT, RIGHT))
        if year < self.bend:
            return _between(year, (self.first, self.bend), (LEFT, BEND))
        return _between(year, (self.bend, self.last), (BEND, RIGHT))

    @property
    def ticks(self) -> tuple[int, ...]:
        """Round years to write on the axis, about four, and its first year when there is a bend."""
        start = self.first if self.bend is None else self.bend
        step = next((s for s in STEPS if (self.last - start) / s <= 5), STEPS[-1])
        round_years = range(-(-start // step) * step, self.last + 1, step)
        return tuple(round_years) if self.bend is None else (self.first, *round_years)


def axis_of(periods: Iterable[Period]) -> Axis:
    """The axis that holds all periods; 1900 to 2000 when there are none."""
    known = list(periods)
    starts = sorted(period.first for period in known) or [1900, 2000]
    ends = [period.last or period.first for period in known] or starts
    first, last = starts[0] // 10 * 10, max(ends) // 10 * 10 + 10
    return Axis(first, _bend(starts, first), last)


def _bend(starts: list[int], first: int) -> int | None:
    """The decade in which things get dense: after the last long silence of the first third."""
    early = range(1, len(starts) // 3 + 1)
    silences = [i for i in early if starts[i] - starts[i - 1] >= LONELY]
    bend = starts[silences[-1]] // 10 * 10 if silences else None
    return bend if bend is not None and bend > first else None


def _between(year: float, years: tuple[int, int], places: tuple[float, float]) -> float:
    share = (year - years[0]) / (years[1] - years[0])
    return places[0] + share * (places[1] - places[0])
