"""The shapes of the YAML sources (DESIGN §4): what a person may write, before ids are resolved."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from peermap.records.day import Day
from peermap.records.programme import Depth, Kind, Strength
from peermap.records.text import Text
from peermap.records.worded import GivenWords, Words, fault, on_one_line

MOST_QUOTE = 120


# What questions and options cannot be called: what tags begin with, columns of tables, and what
# addresses of narrowed lists, matrices and descriptions say.
NAMES_OF_TAGS = {"trend", "community", "issue", "label"}
NAMES_OF_COLUMNS = {
    "id", "address", "name", "kind", "labels", "places", "years", "communities", "issues",
    "summary", "sources", "notes",
}  # fmt: skip
NAMES_IN_ADDRESSES = {
    "place", "period", "type", "language", "lists", "used", "q", "sort", "p", "first", "of",
    "rows", "columns", "cell", "questions",
}  # fmt: skip
NOT_FOR_QUESTIONS = NAMES_OF_TAGS | NAMES_OF_COLUMNS | NAMES_IN_ADDRESSES
NOT_FOR_OPTIONS = {"not-stated", "not-coded", "our-reading", "not-tagged"}


def free_of(taken: set[str]) -> AfterValidator:
    """That an id is none of these."""

    def free(value: str) -> str:
        if value in taken:
            way_out = "Tags, tables or addresses would mix up the two. Choose another id."
            raise fault("taken", "{what} is {given}, which means something else here", way_out)
        return value

    return AfterValidator(free)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=500), BeforeValidator(on_one_line)]
Quote = Annotated[str, StringConstraints(max_length=MOST_QUOTE), BeforeValidator(on_one_line)]


class Shape(BaseModel):
    """A mapping with these fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class DefinitionShape(Shape):
    """What a word means, and who says so."""

    text: GivenWords
    sources: tuple[str, ...] = ()


class OptionShape(Shape):
    """An option of a question."""

    id: Annotated[Id, free_of(NOT_FOR_OPTIONS)]
    name: GivenWords
    definition: DefinitionShape


class QuestionShape(Shape):
    """A question of a facet."""

    id: Annotated[Id, free_of(NOT_FOR_QUESTIONS)]
    name: GivenWords
    wording: GivenWords
    definition: DefinitionShape
    options: tuple[OptionShape, ...] = Field(min_length=1)


class FacetShape(Shape):
    """A facet of the map."""

    id: Id
    name: GivenWords
    definition: DefinitionShape
    questions: tuple[QuestionShape, ...] = Field(min_length=1)


class TrendKindShape(Shape):
    """A trend as the map names it."""

    id: Id
    name: GivenWords
    definition: DefinitionShape


class ChangeShape(Shape):
    """What has changed on the map, and when."""

    on: Day
    what: GivenWords
    about: tuple[str, ...] = ()


class RetiredShape(Shape):
    """What the map or the labels had and have no more, and what took its place."""

    was: Line
    name: GivenWords
    on: Day
    why: Words = Text("")
    replaced_by: tuple[str, ...] = ()


class MapShape(Shape):
    """``map.yml``."""

    title: GivenWords
    source: str
    facets: tuple[FacetShape, ...] = Field(min_length=1)
    trends: tuple[TrendKindShape, ...] = ()
    changes: tuple[ChangeShape, ...] = ()
    retired: tuple[RetiredShape, ...] = ()


class SiloShape(Shape):
    """A community or an issue."""

    id: Id
    name: GivenWords
    broader: tuple[str, ...] = ()
    definition: Words = Text("")
    sources: tuple[str, ...] = ()


class SilosShape(Shape):
    """``silos.yml``."""

    communities: tuple[SiloShape, ...]
    issues: tuple[SiloShape, ...]


class LabelSourceShape(Shape):
    """Where a label is named."""

    source: str
    where: GivenWords
    says: Words = Text("")
    quote: Quote = ""


class LabelShape(Shape):
    """A name used for peers."""

    id: Id
    name: GivenWords
    plural: Words = Text("")
    fr: str = ""
    also: tuple[Words, ...] = ()
    broader: tuple[str, ...] = ()
    same_role: tuple[str, ...] = ()
    definition: DefinitionShape | None = None
    note: Words = Text("")
    sources: tuple[LabelSourceShape, ...] = ()


class EvidenceShape(Shape):
    """What a source says of a placement, and where."""

    source: Line
    where: GivenWords
    says: Words = Text("")
    quote: Quote = ""
    strength: Strength

    @model_validator(mode="after")
    def says_something(self) -> Self:
        if not (self.says or self.quote):
            way_out = "Put what the source says, in our words, under 'says'."
            raise fault("says_nothing", "the evidence says nothing", way_out)
        return self


class PlacementShape(Shape):
    """An option taken, on evidence."""

    option: Line
    evidence: tuple[EvidenceShape, ...] = Field(min_length=1)


class ReadingShape(Shape):
    """What was read of a source, and when."""

    source: Line
    what: Depth
    on: Day


class ProgrammeShape(Shape):
    """``programmes/<id>.yml``; ``placements`` is read question by question."""

    name: GivenWords
    kind: Kind = "programme"
    labels: tuple[str, ...] = ()
    trend: Line
    places: tuple[str, ...] = ()
    years: str = ""
    communities: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    summary: GivenWords
    placements: dict[str, Any] = Field(default_factory=dict)
    read: tuple[ReadingShape, ...] = ()
    notes: Words = Text("")


class UnfinishedShape(ProgrammeShape):
    """The same with nothing required, so that what is there can be looked at all the same."""

    name: Words = Text("")
    trend: str = ""
    summary: Words = Text("")


class EventShape(Shape):
    """A dated event of a trend."""

    when: Line
    what: GivenWords
    where: Words = Text("")
    refs: tuple[str, ...] = Field(min_length=1)
    programme: str = ""
    note: Words = Text("")


class TrendShape(Shape):
    """Front matter of ``trends/<id>.md``; what is missing is told when the page is read."""

    trend: str = ""
    summary: Words = Text("")
    events: tuple[EventShape, ...] = ()


class GuideShape(Shape):
    """Front matter of ``coding-guide.md``."""

    title: GivenWords
    summary: GivenWords


class QuestionPageShape(Shape):
    """Front matter of ``questions/<id>.md``; what is missing is told when the page is read."""

    question: str = ""
    summary: Words = Text("")


class LabelsShape(Shape):
    """``labels.yml``, as the list under ``labels``."""

    labels: tuple[LabelShape, ...]


class PlacementsShape(Shape):
    """One question's value when it is a list, as the list under ``placements``."""

    placements: tuple[PlacementShape, ...]
