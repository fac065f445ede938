"""The shapes of the YAML sources (DESIGN §4): what a person may write, before ids are resolved."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from peermap.records.programme import Depth, Kind, Strength
from peermap.records.text import Text

MOST_TEXT = 20_000
MOST_QUOTE = 120


def as_text(value: Any) -> Text:
    """Plain text, or ``{en: …, fr: …}``."""
    if isinstance(value, str) and len(value) <= MOST_TEXT:
        return Text(" ".join(value.split()))
    if (
        isinstance(value, dict)
        and "en" in value
        and all(isinstance(v, str) for v in value.values())
    ):
        return Text(" ".join(value["en"].split()), value)
    if isinstance(value, str):
        raise PydanticCustomError(
            "text_long", "{error}", {"error": f"It may have {MOST_TEXT} characters"}
        )
    wanted = "It ought to be text, or a mapping of languages with at least 'en'"
    raise PydanticCustomError("text_shape", "{error}", {"error": wanted})


Words = Annotated[Text, BeforeValidator(as_text)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class Shape(BaseModel):
    """A mapping with these fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class DefinitionShape(Shape):
    text: Words
    sources: tuple[str, ...] = ()


class OptionShape(Shape):
    id: Id
    name: Words
    definition: DefinitionShape


class QuestionShape(Shape):
    id: Id
    name: Words
    wording: Words
    definition: DefinitionShape
    options: tuple[OptionShape, ...] = Field(min_length=1)


class FacetShape(Shape):
    id: Id
    name: Words
    definition: DefinitionShape
    questions: tuple[QuestionShape, ...] = Field(min_length=1)


class TrendKindShape(Shape):
    id: Id
    name: Words
    definition: DefinitionShape


class MapShape(Shape):
    """``map.yml``."""

    title: Words
    source: str
    facets: tuple[FacetShape, ...] = Field(min_length=1)
    trends: tuple[TrendKindShape, ...] = ()


class SiloShape(Shape):
    id: Id
    name: Words
    broader: tuple[str, ...] = ()
    definition: Words = Text("")


class SilosShape(Shape):
    """``silos.yml``."""

    communities: tuple[SiloShape, ...]
    issues: tuple[SiloShape, ...]


class LabelSourceShape(Shape):
    source: str
    where: Line
    says: Words = Text("")
    quote: Annotated[str, StringConstraints(max_length=MOST_QUOTE)] = ""


class LabelShape(Shape):
    id: Id
    name: Words
    plural: str = ""
    fr: str = ""
    also: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    same_role: tuple[str, ...] = ()
    definition: DefinitionShape | None = None
    note: Words = Text("")
    sources: tuple[LabelSourceShape, ...] = ()


class EvidenceShape(Shape):
    source: Line
    where: Line
    says: Words = Text("")
    quote: Annotated[str, StringConstraints(max_length=MOST_QUOTE)] = ""
    strength: Strength


class PlacementShape(Shape):
    option: Line
    evidence: tuple[EvidenceShape, ...] = Field(min_length=1)


class ReadingShape(Shape):
    source: Line
    what: Depth
    on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class ProgrammeShape(Shape):
    """``programmes/<id>.yml``; ``placements`` is read question by question."""

    name: Words
    kind: Kind = "programme"
    labels: tuple[str, ...] = ()
    trend: str
    places: tuple[str, ...] = ()
    years: str = ""
    communities: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    summary: Words
    placements: dict[str, Any] = Field(default_factory=dict)
    read: tuple[ReadingShape, ...] = Field(min_length=1)
    notes: Words = Text("")


class EventShape(Shape):
    when: Line
    what: Words
    where: Words = Text("")
    refs: tuple[str, ...] = Field(min_length=1)
    programme: str = ""
    note: Words = Text("")


class TrendShape(Shape):
    """Front matter of ``trends/<id>.md``."""

    trend: str
    summary: Words
    events: tuple[EventShape, ...] = ()


class QuestionPageShape(Shape):
    """Front matter of ``questions/<id>.md``."""

    question: str
    summary: Words
