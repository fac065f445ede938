"""Works that come in, one after the other, against the works that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from peermap.importing.account import Outcome
from peermap.importing.bibliography import takes_tags
from peermap.importing.fingerprints import Fingerprint, fingerprint
from peermap.importing.incoming import Incoming
from peermap.importing.keys import new_key
from peermap.importing.merging import merged
from peermap.importing.shelf import Book, Match, Shelf

# Asked where nobody can be sure: True for the same work, False for another, None for later.
Decide = Callable[[Incoming, Match], bool | None]


def undecided(_work: Incoming, _match: Match) -> None:
    """Every doubt stays open and is reported."""


def all_new(_work: Incoming, _match: Match) -> bool:
    """Every doubtful work is another one."""
    return False


def joined(
    works: Iterable[Incoming], shelf: Shelf, decide: Decide = undecided
) -> Iterator[Outcome]:
    """What becomes of each work; the shelf holds the result."""
    for work in works:
        yield placed(work, shelf, decide)


def placed(work: Incoming, shelf: Shelf, decide: Decide) -> Outcome:
    """Join a work with the one that it is, add it as a new one, or leave it for a decision."""
    print_ = fingerprint(work)
    matches = shelf.matches(print_)
    if matches and matches[0].verdict.kind == "same" and not is_torn(matches):
        return joined_with(shelf, matches[0].book, work, matches[0].verdict.why)
    for match in matches:
        if match.verdict.kind == "related":
            break
        answer = decide(work, match)
        if answer is None:
            return Outcome(work, "reported", match.book.key, why_unsure(match, matches))
        if answer:
            return joined_with(shelf, match.book, work, "by decision")
    return added(work, print_, shelf, matches)


def is_torn(matches: list[Match]) -> bool:
    """Whether identifiers of one work lead to two different works."""
    ids = ("the same DOI", "the same PubMed id", "the same PubMed Central id")
    found = [m for m in matches if m.verdict.kind == "same" and m.verdict.why in ids]
    return len({match.book.position for match in found}) > 1


def why_unsure(match: Match, matches: list[Match]) -> str:
    """The reason of a doubt."""
    if match.verdict.kind == "same":
        others = ", ".join(f"'{m.book.key}'" for m in matches[1:] if m.verdict.kind == "same")
        return f"{match.verdict.why}; but it may be {others} too"
    return match.verdict.why


def joined_with(shelf: Shelf, book: Book, work: Incoming, why: str) -> Outcome:
    """Put to a known work what the new one says beyond it."""
    result = merged(book.work, work, shelf.tags)
    if result.tags and not takes_tags(book):
        result = merged(book.work, work)
    if not (result.added or result.tags):
        return Outcome(work, "unchanged", book.key, why, (), result.differences)
    book.added.update(dict.fromkeys(result.added))
    book.tags.update(dict.fromkeys(result.tags))
    latex = {name: text for name, text in work.latex.items() if name in result.added}
    shelf.changed(book, replace(result.work, latex={**book.work.latex, **latex}))
    return Outcome(
        work, "merged", book.key, why, result.added, result.differences, tags=result.tags
    )


def added(work: Incoming, print_: Fingerprint, shelf: Shelf, matches: list[Match]) -> Outcome:
    """Put a new work on the shelf, under a key of its own."""
    key = new_key(work, shelf.keys)
    shelf.put(key, work, print_=print_)
    related = [f"'{m.book.key}' ({m.verdict.why})" for m in matches if m.verdict.kind == "related"]
    return Outcome(work, "added", key, related=", ".join(related))
