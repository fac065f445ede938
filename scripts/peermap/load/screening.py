"""``synthesis/screening.yml`` → the log of what was found, screened and left out."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.load.named import named_at
from peermap.load.overlays import NO_OVERLAYS, Overlays, read_shaped
from peermap.load.periods import PERIOD_FORMS, read_period, shown_period
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem, counted, shown
from peermap.records.day import is_day
from peermap.records.screening import KINDS, Amount, Round, Screening

ONE = ("found", "duplicates", "screened", "included", "corpus")
MANY = ("excluded", "removed")


def read_screening(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[Screening | None, list[Problem]]:
    """The log, or None when it cannot be read; and every problem found, numbers that do not fit
    together among them.
    """
    log, tree, found = read_shaped(Screening, path, text, overlays)
    if log is None:
        return None, found
    rounds = [named_round(one, tree, ("log", i)) for i, one in enumerate(log.log)]
    found += undated(rounds, tree)
    found += twice(rounds, tree)
    found += sums_that_differ(rounds, tree)
    return Screening.model_construct(log=tuple(rounds)), found


def named_round(one: Round, tree: Tree, at: Path) -> Round:
    """The round with the key of its work at its place."""
    return one.model_copy(update={"by": named_at(one.by, tree, (*at, "by"))}) if one.by else one


def undated(rounds: list[Round], tree: Tree) -> Iterator[Problem]:
    """Rounds whose time cannot be read: it is a day, or a period as elsewhere."""
    for i, one in enumerate(rounds):
        if not (is_day(one.on) or read_period(one.on)):
            says = f"'on' is {shown_period(one.on)}"
            yield Problem(
                tree.mark(("log", i, "on")), says, f"{PERIOD_FORMS} Or a day: 2026-11-22."
            )


def twice(rounds: list[Round], tree: Tree) -> Iterator[Problem]:
    """Rounds whose id stands before."""
    firsts: dict[str, int] = {}
    for i, one in enumerate(rounds):
        if one.id in firsts:
            line = tree.mark(("log", firsts[one.id])).line
            says = f"the round {shown(one.id)} stands twice (first at line {line})"
            yield Problem(tree.mark(("log", i, "id")), says, "Give this one another id.")
        firsts.setdefault(one.id, i)


def sums_that_differ(rounds: list[Round], tree: Tree) -> Iterator[Problem]:
    """Amounts that do not follow from those before them; where one is not stated, nothing does."""
    corpus: dict[str, int | None] = {}
    for i, one in enumerate(rounds):
        at: Path = ("log", i)
        yield from split_badly(one, tree, at)
        for field, expected, words in one_after_another(one, corpus.get(one.by, 0)):
            stated = getattr(one, field).count
            if None not in (stated, expected) and stated != expected:
                says = f"{words} are {expected}, and '{field}' is {stated}"
                way_out = "Correct what is wrong, or write 'not stated' for what no source says."
                yield Problem(tree.mark((*at, field)), says, way_out)
        corpus[one.by] = one.corpus_after(corpus.get(one.by, 0))


def one_after_another(one: Round, before: int | None) -> Iterator[tuple[str, int | None, str]]:
    """A field, what it ought to be, and how that is reckoned."""
    found, duplicates, screened = one.found.count, one.duplicates.count, one.screened.count
    yield "screened", less(found, duplicates), f"{found} found less {duplicates} duplicates"
    left_out = one.excluded_count
    yield "included", less(screened, left_out), f"{screened} screened less {left_out} excluded"
    here = f"{before} works before, {one.included.count} included and {one.removed_count} removed"
    yield "corpus", one.sum_after(before), here


def less(number: int | None, taken: int | None) -> int | None:
    """The difference of two numbers; None where one is not known."""
    return None if number is None or taken is None else number - taken


def split_badly(one: Round, tree: Tree, at: Path) -> Iterator[Problem]:
    """Amounts whose total is not the sum of their kinds."""
    places = [((*at, field), getattr(one, field)) for field in ONE]
    places += [((*at, f, i), a) for f in MANY for i, a in enumerate(getattr(one, f))]
    for place, amount in places:
        if is_split_badly(amount):
            kinds = " and ".join(counted(n, kind.removesuffix("s")) for kind, n in amount.kinds)
            says = f"'total' is {amount.total}, and the kinds are {kinds}"
            yield Problem(tree.mark(place), says, "The kinds ought to add up to the total.")


def is_split_badly(amount: Amount) -> bool:
    """Whether all kinds and the total are there and differ."""
    numbers = [number for _, number in amount.kinds]
    return len(numbers) == len(KINDS) and amount.total not in (None, sum(numbers))
