"""By what records can be told apart and counted: questions, silos, trend, place and period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peermap.alphabet import alphabetical
from peermap.place.vocabulary import with_wider
from peermap.records.map import Question
from peermap.records.silo import Label, Silo
from peermap.words import N_, say

PERIODS = (
    ("before-1900", N_("Before 1900"), 1899),
    ("1900-1949", "1900–1949", 1949),
    ("1950-1979", "1950–1979", 1979),
    ("1980-1999", "1980–1999", 1999),
    ("2000-2009", "2000–2009", 2009),
    ("2010-later", N_("2010 and later"), 9999),
)
NOT_GIVEN = ("not-given", N_("Not given"))

Value = tuple[str, str]
"""Id and name."""
Given = Sequence[Sequence[str]]
"""Of each record the ids of its values."""
Positions = tuple[tuple[int, ...], ...]
"""Of each record the positions of its values, ascending."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension, and ``of`` each record the positions of its values (at least one each).

    Of a question, the first ``options`` values are its options and the others states. Of a silo,
    ``of`` has wider terms too, ``given`` only what the record itself names, and ``wider`` of each
    value itself and every term above it. ``readings`` are options taken in our reading only.
    """

    id: str
    name: str
    values: tuple[Value, ...]
    of: Positions
    options: int | None = None
    facet: str = ""
    words: str = ""
    given: Positions = ()
    wider: Positions = ()
    readings: Positions = ()

    def position(self, value: str) -> int | None:
        """Where the value of that id stands; None where the dimension does not have it."""
        return next((n for n, (id_, _) in enumerate(self.values) if id_ == value), None)


def of_values(
    id_: str, name: str, values: Iterable[Value], given: Given, missing: Value = NOT_GIVEN
) -> Dimension:
    """A dimension with the values that some record has; ``missing`` where one has none."""
    used = {value for ids in given for value in ids}
    kept = [value for value in values if value[0] in used]
    if not all(given):
        kept.append((missing[0], say(missing[1])))
    nothing = (missing[0],)
    of = positions(kept, [ids or nothing for ids in given])
    return Dimension(id_, name, tuple(kept), of)


def by_name(values: Iterable[Value]) -> list[Value]:
    """Values in the order of the alphabet; values of one name in that of their ids."""
    return sorted(values, key=lambda value: (alphabetical(value[1]), value[0]))


def of_question(
    question: Question, states: Iterable[Value], given: Given, readings: Given = ()
) -> Dimension:
    """A question's dimension; options that nobody takes stay, for a gap is worth seeing."""
    named = ((o.id, str(o.name)) for o in question.options)
    values = (*named, *((id_, say(words)) for id_, words in states))
    return Dimension(
        question.id,
        str(question.name),
        values,
        positions(values, given),
        options=len(question.options),
        facet=question.facet,
        words=str(question.wording),
        readings=positions(values, readings),
    )


def of_silos(
    id_: str, name: str, shelf: Mapping[str, Silo], given: Given, missing: Value = NOT_GIVEN
) -> Dimension:
    """A silo dimension: what a record has, and every wider term above it."""
    values = by_name((silo.id, str(silo.name)) for silo in shelf.values())
    with_all = [sorted(with_wider(ids, shelf)) for ids in given]
    whole = of_values(id_, name, values, with_all, missing)
    wider = [
        sorted(with_wider([value], shelf)) if value in shelf else [value]
        for value, _ in whole.values
    ]
    return Dimension(
        id_,
        name,
        whole.values,
        whole.of,
        given=positions(whole.values, given),
        wider=positions(whole.values, wider),
    )


def of_labels(labels: Iterable[Label], given: Given, missing: Value = NOT_GIVEN) -> Dimension:
    """The labels that records name."""
    names = by_name((label.id, str(label.name)) for label in labels)
    return of_values("labels", say("Label"), names, given, missing)


def of_periods(name: str, years: Iterable[int | None]) -> Dimension:
    """Periods by the year in which each record begins."""
    values = [(id_, say(words)) for id_, words, _ in PERIODS]
    given = [[] if year is None else [period(year)] for year in years]
    return of_values("period", name, values, given)


def period(year: int) -> str:
    """The period in which a year falls."""
    return next(id_ for id_, _, last in PERIODS if year <= last)


def positions(values: Sequence[Value], given: Given) -> Positions:
    """The given ids as positions in the list of values."""
    position = {id_: n for n, (id_, _) in enumerate(values)}

    @cache  # of thousands of records, many have the same
    def found(ids: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted(position[id_] for id_ in ids))

    return tuple(found(tuple(ids)) for ids in given)
