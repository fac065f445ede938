"""What an earlier reading made of each source, so that one that is as it was is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from peermap.load.bibtex_kept import KeptReferences
from peermap.problems import Problem

Result = TypeVar("Result")
Read = tuple[Result, Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What a file was read as, and all that it was read from: its text and every other."""

    given: Any
    result: Any
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class KeptRecords:
    """The readings of the files by path, and of the bibliography entry by entry. It is the one
    thing here that changes: every reading leaves in it what it read. What is in it is equal to a
    reading from nothing, problems included; it is there for speed and for nothing else.
    """

    references: KeptReferences = field(default_factory=KeptReferences)
    files: dict[str, KeptFile] = field(default_factory=dict)
    earlier: dict[str, KeptFile] = field(default_factory=dict)
    news_of_files: int = 0

    @property
    def news(self) -> int:
        """How many files and entries were read since it was last written down."""
        return self.news_of_files + self.references.news

    def settle(self) -> None:
        """It is written down: nothing in it is new, and nothing of earlier readings is left."""
        self.news_of_files = self.references.news = 0
        self.earlier = {}

    def begin(self) -> None:
        """A new reading begins; files that it does not ask for are forgotten with the next."""
        self.earlier, self.files = self.files, {}

    def stop(self) -> None:
        """The reading ends before its time: what it did not ask for is not forgotten."""
        self.files = {**self.earlier, **self.files}

    def read(self, path: str, given: Any, read: Callable[[], Read[Result]]) -> Read[Result]:
        """What a file is read as; ``given`` is all that decides it."""
        known = self.earlier.get(path)
        if known is None or known.given != given:
            result, problems = read()
            known = KeptFile(given, result, tuple(problems))
            self.news_of_files += 1
        self.files[path] = known
        return known.result, known.problems
