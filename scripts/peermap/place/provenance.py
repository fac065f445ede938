"""The reverse index: for each reference, everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from peermap.records.map import Map, Option, Question
from peermap.records.programme import Evidence, Placement, Programme
from peermap.records.prose import Prose, Section, Sentence
from peermap.records.silo import Label, LabelSource
from peermap.records.trend import Event, Trend


@dataclass(frozen=True, slots=True)
class StatementUse:
    """A statement of a question's or trend's page cites the reference."""

    page: str  # "question" or "trend"
    id: str
    section: Section
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class PlacementUse:
    """A placement of a programme rests on the reference."""

    programme: Programme
    question: str
    placement: Placement
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventUse:
    """An event of a trend rests on the reference."""

    event: Event


@dataclass(frozen=True, slots=True)
class LabelUse:
    """A label is named in the reference."""

    label: Label
    source: LabelSource


@dataclass(frozen=True, slots=True)
class DefinitionUse:
    """A definition of the map rests on the reference; ``option`` is None for a question's own."""

    question: Question
    option: Option | None


@dataclass(slots=True)
class Uses:
    """All uses of one reference, each list in the order of the site."""

    statements: list[StatementUse] = field(default_factory=list)
    placements: list[PlacementUse] = field(default_factory=list)
    events: list[EventUse] = field(default_factory=list)
    labels: list[LabelUse] = field(default_factory=list)
    definitions: list[DefinitionUse] = field(default_factory=list)
    read_for: list[Programme] = field(default_factory=list)

    def __len__(self) -> int:
        return (
            len(self.statements)
            + len(self.placements)
            + len(self.events)
            + len(self.labels)
            + len(self.definitions)
        )

    def options(self) -> Iterator[tuple[str, str]]:
        """The (question, option) pairs that rest on it, by a statement or a placement."""
        for use in self.statements:
            if use.page == "question" and use.section.anchor:
                yield use.id, use.section.anchor
        for placement in self.placements:
            yield placement.question, placement.placement.option


def sheets_of(uses: Uses, most: int) -> list[Uses]:
    """The uses cut into sheets of at most ``most`` lines, in the same order; at least one sheet."""
    if len(uses) + len(uses.read_for) <= most:  # as are nearly all
        return [uses]
    lines = [(f.name, use) for f in fields(uses) for use in getattr(uses, f.name)]
    sheets = []
    for start in range(0, max(len(lines), 1), most):
        sheet = Uses()
        for name, use in lines[start : start + most]:
            getattr(sheet, name).append(use)
        sheets.append(sheet)
    return sheets


def uses_of(
    keys: Iterator[str] | Mapping[str, object],
    map_: Map,
    questions: Mapping[str, Prose],
    trends: Mapping[str, Trend],
    programmes: Mapping[str, Programme],
    labels: Mapping[str, Label],
) -> dict[str, Uses]:
    """The uses of every reference; an empty :class:`Uses` where nothing rests on one."""
    uses = {key: Uses() for key in keys}
    for question in map_.questions:
        add_definitions(uses, question)
        if question.id in questions:
            add_statements(uses, "question", question.id, questions[question.id])
    for trend in trends.values():
        add_statements(uses, "trend", trend.id, trend.prose)
        for event in trend.events:
            for key in event.references:
                uses[key].events.append(EventUse(event))
    for programme in programmes.values():
        add_placements(uses, programme)
    for label in labels.values():
        for source in label.sources:
            uses[source.source].labels.append(LabelUse(label, source))
    return uses


def add_statements(uses: dict[str, Uses], page: str, id_: str, prose: Prose) -> None:
    """Enter the statements of one page."""
    for section in prose.sections:
        for sentence in section.sentences:
            for key in sentence.references:
                uses[key].statements.append(StatementUse(page, id_, section, sentence))


def add_definitions(uses: dict[str, Uses], question: Question) -> None:
    """Enter the definitions of a question and its options."""
    for key in question.definition.sources:
        uses[key].definitions.append(DefinitionUse(question, None))
    for option in question.options:
        for key in option.definition.sources:
            uses[key].definitions.append(DefinitionUse(question, option))


def add_placements(uses: dict[str, Uses], programme: Programme) -> None:
    """Enter the placements of a programme, and what was read for it."""
    for key in programme.sources:
        uses[key].read_for.append(programme)
    for answer in programme.answers.values():
        for placement in answer.placements:
            for evidence in placement.evidence:
                use = PlacementUse(programme, answer.question, placement, evidence)
                uses[evidence.source].placements.append(use)
