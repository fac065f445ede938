"""Two works → the same for sure, perhaps the same, related, or nothing in common; and why.

A wrong join loses a work, a missed one only leaves it twice. So *same* asks for an identifier, or
for title, first maker and year together with nothing that speaks against it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from peermap.importing.fingerprints import Fingerprint
from peermap.importing.titles import is_abbreviation, numerals

Kind = Literal["same", "unsure", "related"]
ALIKE = 92  # of 100: slips of spelling, a word more or less in a long title
LIKE_ENOUGH = 60  # titles of one identifier that are less alike are two works
SHORT = 4  # words; *Editorial* and *Peer support* stand over many works
LONG = 6  # words of a title that two works rarely share by chance
NAMES = (("doi", "DOI"), ("pmid", "PubMed id"), ("pmcid", "PubMed Central id"))


class Verdict(NamedTuple):
    """What two works are to each other, and the reason in words."""

    kind: Kind
    why: str


def verdict(new: Fingerprint, old: Fingerprint) -> Verdict | None:
    """What a new work is to a known one; None when they have nothing in common."""
    shared = [word for name, word in NAMES if getattr(new, name) and same(new, old, name)]
    different = [word for name, word in NAMES if differ(new, old, name)]
    if shared:
        return by_identifier(new, old, shared, different)
    likeness = by_title(new, old)
    if likeness is None:
        return by_isbn(new, old)
    if different:
        return Verdict("related", f"{likeness.why}, but another {different[0]}")
    if new.is_preprint != old.is_preprint:
        return Verdict("related", f"{likeness.why}; one of them is a preprint")
    return likeness


def same(new: Fingerprint, old: Fingerprint, name: str) -> bool:
    """Whether both say the same under a name."""
    return bool(getattr(new, name) == getattr(old, name))


def differ(new: Fingerprint, old: Fingerprint, name: str) -> bool:
    """Whether both say something under a name, and not the same."""
    return bool(getattr(new, name) and getattr(old, name)) and not same(new, old, name)


def by_identifier(
    new: Fingerprint, old: Fingerprint, shared: list[str], different: list[str]
) -> Verdict:
    """Works with an identifier in common are the same, if nothing else of them differs much."""
    why = f"the same {shared[0]}"
    if different:
        return Verdict("unsure", f"{why}, but another {different[0]}")
    if {new.kind, old.kind} == {"part", "whole"}:
        return Verdict("unsure", f"{why}, but one is a part of a book and one a whole")
    if not is_like_enough(new, old):
        return Verdict("unsure", f"{why}, but another title")
    return Verdict("same", why)


def is_like_enough(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether two titles may be those of one work: a translation or a slip of its identifier may
    make them differ.
    """
    if new.title == old.title or new.main in {old.main, old.title} or old.main == new.title:
        return True
    return fuzz.ratio(new.title, old.title) >= LIKE_ENOUGH


def by_title(new: Fingerprint, old: Fingerprint) -> Verdict | None:
    """Works whose titles, first makers and years agree."""
    if {new.kind, old.kind} == {"part", "whole"} or not new.title or not old.title:
        return None
    if new.title == old.title:
        return by_same_title(new, old)
    if new.family != old.family or years_apart(new, old) > 1 or has_none(new, old):
        return None
    if subtitle_dropped(new, old):
        why = "the same title but for a subtitle, the same first author and year"
        is_sure = (
            min(new.main.count(" "), old.main.count(" ")) + 1 >= SHORT and new.year == old.year
        )
        if against := speaks_against(new, old):
            return Verdict("unsure", f"{why}, but {against}")
        return Verdict("same" if is_sure else "unsure", why)
    if new.numbers == old.numbers and fuzz.ratio(new.title, old.title) >= ALIKE:
        why = "nearly the same title, the same first author and year"
        return Verdict("same" if stands_at_same_place(new, old) else "unsure", why)
    return None


def by_same_title(new: Fingerprint, old: Fingerprint) -> Verdict | None:
    """Works of one title: the same when first maker and year agree, and no place differs."""
    if is_identical(new, old):
        return Verdict("same", "the same in all that both say")
    if new.family != old.family and new.family and old.family:
        is_telling = new.words >= LONG and years_apart(new, old) <= 1
        return Verdict("unsure", "the same title, but another first author") if is_telling else None
    if years_apart(new, old) > 1:
        why = f"the same title and first author, but {new.year} and {old.year}"
        return Verdict("unsure", why) if new.words >= LONG and new.family else None
    if has_none(new, old):
        is_there = stands_at_same_place(new, old) or (new.url == old.url != "")
        why = "the same title; one says no author or no year"
        return Verdict("same", f"{why}, but the same place") if is_there else Verdict("unsure", why)
    if against := speaks_against(new, old):
        return Verdict("unsure", f"the same title, first author and year, but {against}")
    if new.words < SHORT and not is_shared_place(new, old):
        return Verdict("unsure", "the same short title, first author and year")
    return Verdict("same", "the same title, first author and year")


def by_isbn(new: Fingerprint, old: Fingerprint) -> Verdict | None:
    """Whole books with an ISBN in common; that of a book stands in all its chapters."""
    if not new.isbns & old.isbns or "part" in {new.kind, old.kind} or differ(new, old, "doi"):
        return None
    if not is_like_enough(new, old) or numerals(new.main) != numerals(old.main):
        return Verdict("unsure", "the same ISBN, but another title")
    if differ(new, old, "edition"):
        return Verdict("unsure", "the same ISBN, but another edition")
    return Verdict("same", "the same ISBN")


def is_identical(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether all that could tell the two apart is the same, also where both say nothing."""
    names = ("title", "family", "year", "container", "volume", "page", "edition", "url", "isbns")
    return all(same(new, old, name) for name in (*names, "doi", "pmid", "kind"))


def years_apart(new: Fingerprint, old: Fingerprint) -> int:
    """How many years lie between; none where one of them has no year."""
    return abs(new.year - old.year) if new.year and old.year else 0


def has_none(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether one of the two lacks a maker or a year."""
    return not (new.family and old.family and new.year and old.year)


def speaks_against(new: Fingerprint, old: Fingerprint) -> str:
    """Why works of one title are two all the same: other editions, places or kinds of work; empty
    where nothing tells them apart.
    """
    if differ(new, old, "edition"):
        return "another edition"
    if differ(new, old, "page") and (differ(new, old, "volume") or are_elsewhere(new, old)):
        return "another place"
    if differ(new, old, "form") and not is_shared_place(new, old):
        return f"one is {new.form} and one {old.form}"
    return ""


def are_elsewhere(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether they stand in two journals or books; the short name of one is not another."""
    names = (new.container, old.container)
    return differ(new, old, "container") and not (
        is_abbreviation(*names) or is_abbreviation(*reversed(names))
    )


def stands_at_same_place(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether volume and first page, or journal and first page, are the same."""
    is_page = new.page != "" and same(new, old, "page")
    is_volume = new.volume != "" and same(new, old, "volume")
    return is_page and (is_volume or (new.container != "" and same(new, old, "container")))


def is_shared_place(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether both stand in the same journal, book or site, and no page tells them apart."""
    shared = (n for n in ("container", "url") if getattr(new, n) and same(new, old, n))
    return stands_at_same_place(new, old) or (any(shared) and not differ(new, old, "page"))


def subtitle_dropped(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether one title is the other without its subtitle."""
    return new.title == old.main or old.title == new.main
