"""Points and spans of time as sources give them: often only a year, a decade or a century."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as its source: year, perhaps month (1-12) and day, or a season (spring …
    winter).
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened: ``first`` and ``last`` year (``last`` None = still going on, as far
    as known).

    ``words`` keeps what the source file says: ``1845/1863``, ``1935/..``, ``1970s``, ``late 19th
    century``.
    """

    words: str
    first: int
    last: int | None

    @property
    def is_exact(self) -> bool:
        """Whether the words give years, rather than a decade or a century."""
        return all(part in ("..", "") or part.isdigit() for part in self.words.split("/"))
