"""The works known so far, found again by what they share with a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from peermap.importing.fingerprints import Fingerprint, fingerprint
from peermap.importing.incoming import Incoming, work_of
from peermap.importing.verdicts import Kind, Verdict, verdict
from peermap.records.reference import Reference

ORDER: dict[Kind, int] = {"same": 0, "unsure": 1, "related": 2}


@dataclass(slots=True)
class Book:
    """A work on the shelf: of the bibliography (``reference``), or new. ``added`` are the names of
    fields that the import has put to it, ``tags`` those it has put to its keywords.
    """

    position: int
    key: str
    work: Incoming
    print: Fingerprint
    reference: Reference | None = None
    added: dict[str, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)

    @property
    def is_changed(self) -> bool:
        """Whether its entry in the bibliography is to say more."""
        return self.reference is not None and bool(self.added or self.tags)


@dataclass(frozen=True, slots=True)
class Match:
    """A known work that a new one may be, and why."""

    book: Book
    verdict: Verdict


class Shelf:
    """Works in order with an index of what they share; it grows by the new ones. ``tags`` are those
    that a work may get beside the keywords it has.
    """

    def __init__(self, references: Iterable[Reference], tags: frozenset[str] = frozenset()) -> None:
        self.tags = tags
        self.books: list[Book] = []
        self.keys: set[str] = set()
        self._index: dict[tuple[str, object], list[int]] = defaultdict(list)
        for reference in references:
            self.put(reference.key, work_of(reference), reference)

    def put(
        self,
        key: str,
        work: Incoming,
        reference: Reference | None = None,
        print_: Fingerprint | None = None,
    ) -> Book:
        """Put a work on the shelf, with its fingerprint if that was looked for before."""
        book = Book(len(self.books), key, work, print_ or fingerprint(work), reference)
        self.keys.add(key.lower())
        self.books.append(book)
        for term in terms(book.print):
            self._index[term].append(book.position)
        return book

    def changed(self, book: Book, work: Incoming) -> None:
        """Let a work say more; what is new of it finds it from now on."""
        before = set(terms(book.print))
        book.work, book.print = work, fingerprint(work)
        for term in terms(book.print):
            if term not in before:
                self._index[term].append(book.position)

    def matches(self, print_: Fingerprint) -> list[Match]:
        """The known works that a new one with this fingerprint may be, the surest first."""
        places = {n for term in terms(print_, looking=True) for n in self._index.get(term, ())}
        found = []
        for place in sorted(places):
            judged = verdict(print_, self.books[place].print)
            if judged:
                found.append(Match(self.books[place], judged))
        return sorted(found, key=lambda match: ORDER[match.verdict.kind])


def terms(print_: Fingerprint, *, looking: bool = False) -> Iterator[tuple[str, object]]:
    """Under what a work is found; one that is looked for also asks for the years beside its own."""
    for name in ("doi", "pmid", "pmcid", "title"):
        if value := getattr(print_, name):
            yield name, value
    for isbn in sorted(print_.isbns):
        yield "isbn", isbn
    if print_.family and print_.year:
        for year in (print_.year - 1, print_.year, print_.year + 1) if looking else (print_.year,):
            yield "family", (print_.family, year)
