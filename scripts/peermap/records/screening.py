"""What was looked for, found, screened and left out, as ``synthesis/screening.yml`` tells it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from peermap.records.text import Text
from peermap.records.worded import Words

NOT_STATED = "not stated"
AMOUNT_FORMS = "Write a number, {articles: 13, reports: 7} or not stated."
KINDS = ("articles", "reports")

Count = Annotated[int, Field(ge=0)]


class Logged(BaseModel):
    """Part of the log."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Amount(Logged):
    """How many works: a total, or a number of each kind; none of them where nobody says so.

    ``name`` is a short heading for the picture, ``where`` the place in the source.
    """

    total: Count | None = None
    articles: Count | None = None
    reports: Count | None = None
    name: Words = Text("")
    why: Words = Text("")
    where: Words = Text("")
    note: Words = Text("")

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """The kinds that are told apart, with their numbers: ``(("articles", 13), …)``."""
        numbers = ((kind, getattr(self, kind)) for kind in KINDS)
        return tuple((kind, number) for kind, number in numbers if number is not None)

    @property
    def count(self) -> int | None:
        """The total, else the sum of the kinds; None where nothing is stated."""
        if self.total is not None or not self.kinds:
            return self.total
        return sum(number for _, number in self.kinds)


def as_amount(value: Any) -> Any:
    """A bare number is a total, and ``not stated`` an amount that nobody knows."""
    if value == NOT_STATED:
        return {}
    if isinstance(value, str) and not value.isdecimal():
        raise PydanticCustomError("amount", "{what} is {given}", {"way_out": AMOUNT_FORMS})
    return {"total": value} if isinstance(value, str) else value


def as_texts(value: Any) -> Any:
    """``not stated`` in the place of a list of texts is an empty one."""
    return [] if value == NOT_STATED else value


def as_list(value: Any) -> Any:
    """``not stated`` in the place of a list is a list of nothing that is known."""
    return [{}] if value == NOT_STATED else value


Told = Annotated[Amount, BeforeValidator(as_amount)]
Texts = Annotated[tuple[str, ...], BeforeValidator(as_texts)]
Places = Annotated[tuple[Words, ...], BeforeValidator(as_texts)]
Several = Annotated[tuple[Told, ...], BeforeValidator(as_list)]


class Round(Logged):
    """One round of looking: what was searched and when, and what became of what was found.

    ``by`` is the key of the work that tells of the round; empty for this site's own. ``removed``
    were included by an earlier round and left out after all. ``corpus`` is how many works there
    were at its end, where a source says so.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Words
    on: str
    by: str = ""
    searched: Places = ()
    words: Texts = ()
    where: Words = Text("")
    found: Told = Amount()
    duplicates: Told = Amount()
    screened: Told = Amount()
    excluded: Several = ()
    included: Told = Amount()
    removed: Several = ()
    corpus: Told = Amount()
    note: Words = Text("")

    @property
    def excluded_count(self) -> int | None:
        """How many were left out at screening; None where that is not stated."""
        return sum_of(self.excluded)

    @property
    def removed_count(self) -> int | None:
        """How many that were in were left out after all; None where that is not stated."""
        return sum_of(self.removed)

    def sum_after(self, before: int | None) -> int | None:
        """The works of before, with what came and less what left; None where one is not known."""
        came, left = self.included.count, self.removed_count
        return None if before is None or came is None or left is None else before + came - left

    def corpus_after(self, before: int | None) -> int | None:
        """How many works there are at the end of the round: as stated, else as reckoned."""
        stated = self.corpus.count
        return self.sum_after(before) if stated is None else stated


def sum_of(amounts: tuple[Amount, ...]) -> int | None:
    """All amounts together; 0 for none, and None where one of them is not stated."""
    counts = [amount.count for amount in amounts]
    return None if None in counts else sum(count for count in counts if count is not None)


class Screening(Logged):
    """The whole log, oldest round first."""

    log: tuple[Round, ...] = Field(min_length=1)

    def by(self, source: str) -> tuple[Round, ...]:
        """The rounds that a work tells of; those of this site for the empty text."""
        return tuple(one for one in self.log if one.by == source)
