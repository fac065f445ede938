"""The records of the published JSON files: every field with its meaning."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from peermap.codebook.columns import (
    NOTICES,
    OptionId,
    ProgrammeId,
    Published,
    Quote,
    ReferenceKey,
    Says,
    StateWord,
    StrengthWord,
    Where,
)
from peermap.records.programme import Depth, Kind

ADDRESS = "Address of its page, from the root of the site."
TRANSLATED = "In English, and as a mapping of languages where it is translated."
Words = str | dict[str, str]


class ReadRecord(Published):
    """What was read of a source, and when."""

    source: ReferenceKey
    what: Depth = Field(description="How much of it: full text, abstract or title.")
    on: str = Field(description="Day, as 2026-11-22.", pattern=r"^\d{4}-\d{2}-\d{2}$")


class AnswerRecord(Published):
    """Where a programme stands on one question, in short."""

    state: StateWord
    options: list[OptionId] = Field(description="Options taken, also those that are our reading.")


class ProgrammeRecord(Published):
    """A programme, movement, group or setting."""

    id: ProgrammeId
    address: str = Field(description=ADDRESS)
    name: str = Field(description="Name, as sources give it.")
    kind: Kind = Field(description="What it is.")
    summary: str = Field(description="Two or three sentences in plain words.")
    trend: str = Field(description="Id of the historical trend.")
    labels: list[str] = Field(description="Ids of the names used for its peers.")
    places: list[list[str]] = Field(description="Places, each as names from narrow to wide.")
    years: str | None = Field(description="Years as sources give them; null: unknown.")
    communities: list[str] = Field(description="Ids of the communities served.")
    issues: list[str] = Field(description="Ids of the issues addressed.")
    answers: dict[str, AnswerRecord] = Field(description="By id of the question; all of them.")
    read: list[ReadRecord] = Field(description="What was read for the record.")
    notes: str = Field(description="What readers of the record ought to know.")


class EvidenceRecord(Published):
    """A piece of evidence."""

    source: ReferenceKey
    where: Where
    says: Says
    quote: Quote
    strength: StrengthWord


class PlacementRecord(Published):
    """An option taken, with all evidence."""

    option: OptionId
    evidence: list[EvidenceRecord] = Field(min_length=1)


class FullAnswer(Published):
    """Where a programme stands on one question, with the evidence."""

    state: StateWord
    placements: list[PlacementRecord]


class FullProgramme(ProgrammeRecord):
    """A programme with all its evidence."""

    answers: dict[str, FullAnswer] = Field(description="By id of the question; all of them.")  # type: ignore[assignment]


class DefinitionRecord(Published):
    """A meaning, and who says so."""

    text: Words = Field(description=f"The meaning. {TRANSLATED}")
    sources: list[ReferenceKey] = Field(description="References it rests on.")


class ThingRecord(Published):
    """Something on the map."""

    id: str
    address: str = Field(description=ADDRESS)
    notation: str = Field(description="How it is written in tags: functions:navigation.")
    name: Words = Field(description=f"Its name. {TRANSLATED}")
    definition: DefinitionRecord


class QuestionRecord(ThingRecord):
    """A question with its options."""

    wording: Words = Field(description="The exact wording of the paper.")
    options: list[ThingRecord]


class FacetRecord(ThingRecord):
    """A facet with its questions."""

    questions: list[QuestionRecord]


class ChangeRecord(Published):
    """A change of the map."""

    on: str = Field(description="Day, as 2026-11-22.")
    what: Words
    about: list[str] = Field(description="Notations of what is concerned; none: the whole map.")


class MapRecord(Published):
    """The conceptual map."""

    title: Words
    source: str = Field(description="Key of the work that drew it.")
    facets: list[FacetRecord]
    trends: list[ThingRecord]
    changes: list[ChangeRecord]


class NameRecord(Published):
    """A person, or an organisation whole in literal."""

    family: str
    given: str
    particle: str = Field(description="Such as van den.")
    suffix: str
    literal: str = Field(description="An organisation or a single name.")


class ReferenceRecord(Published):
    """A published work."""

    key: ReferenceKey
    address: str = Field(description=ADDRESS)
    type: str = Field(description="Type of entry in BibTeX.")
    title: str
    authors: list[NameRecord]
    authors_cut: bool = Field(description="Whether the list of authors ends in et al.")
    editors: list[NameRecord]
    editors_cut: bool = Field(description="Whether the list of editors ends in et al.")
    issued: str | None = Field(description="As exact as known: 2024, 2024-03 or 2024-03-05.")
    fields: dict[str, str] = Field(description="Its other fields, by their names in BibTeX.")
    keywords: list[str] = Field(description="Keywords that are no tags.")
    tags: list[str] = Field(description="What the synthesis uses it for, as namespace:value.")
    lists: dict[str, list[int]] = Field(description="By printed reference list the numbers in it.")
    notices: list[str] = Field(description=NOTICES)


class LabelSourceRecord(Published):
    """Where a label is named."""

    source: ReferenceKey
    where: Where
    says: Says
    quote: Quote


class LabelRecord(Published):
    """A name used for peers."""

    id: str
    address: str = Field(description=ADDRESS)
    name: Words = Field(description=f"The name. {TRANSLATED}")
    also: list[str] = Field(description="Other spellings and forms.")
    broader: list[str] = Field(description="Ids of wider labels.")
    same_role: list[str] = Field(description="Ids of other names for the same role.")
    definition: DefinitionRecord | None
    note: Words
    sources: list[LabelSourceRecord]


class SiloRecord(Published):
    """A community or an issue."""

    id: str
    address: str = Field(description=ADDRESS)
    name: Words
    definition: DefinitionRecord
    broader: list[str] = Field(description="Ids of wider terms of the same kind.")


class StatementRecord(Published):
    """A sentence that rests on references."""

    anchor: str = Field(description="Its anchor on the page.")
    section: str = Field(description="Anchor of the section; empty before the first heading.")
    text: str = Field(description="The sentence without its citations.")
    references: list[ReferenceKey]


class EventRecord(Published):
    """A dated event of a trend."""

    anchor: str = Field(description="Its anchor on the page.")
    when: str = Field(description="As sources give it: 1845/1863, 1970s.")
    first: int = Field(description="First year (Gregorian).")
    last: int | None = Field(description="Last year; null: still going on as far as known.")
    what: Words
    where: Words
    references: list[ReferenceKey]
    programme: str = Field(description="Id of a programme, or empty.")
    note: Words


class TrendRecord(Published):
    """Events and statements of a trend."""

    events: list[EventRecord]
    statements: list[StatementRecord]


class UseRecord(Published):
    """A use of a reference; what does not apply is left out."""

    use: str = Field(description="statement, placement, event, label, definition or read.")
    address: str = Field(description="Where it stands, from the root of the site.")
    question: str = ""
    option: str = ""
    trend: str = ""
    programme: str = ""
    label: str = ""
    when: str = ""
    text: str = Field(default="", description="What the site says there.")
    quote: str = Field(default="", description="The exact words of the source.")
    where: str = Field(default="", description="The place in the source.")
    strength: str = Field(default="", description="Strength of the evidence.")
    notices: str = Field(default="", description=NOTICES)


class UsesRecord(Published):
    """Where one reference is used."""

    reference: ReferenceKey
    address: str = Field(description=ADDRESS)
    author_year: str
    title: str
    notices: list[str] = Field(description=NOTICES)
    uses: list[UseRecord]


class AtlasRecord(Published):
    """Everything, in one file. The format follows semantic versioning."""

    format: Literal["peermap-atlas"]
    version: str = Field(description="Version of this format.", pattern=r"^\d+\.\d+\.\d+$")
    schema_: str = Field(alias="$schema", description="Where the JSON Schema of this file is.")
    map: MapRecord
    questions: dict[str, list[StatementRecord]] = Field(description="Statements by question.")
    trends: dict[str, TrendRecord] = Field(description="Events and statements by trend.")
    programmes: dict[str, FullProgramme] = Field(description="By id.")
    references: dict[str, ReferenceRecord] = Field(description="By key.")
    labels: dict[str, LabelRecord] = Field(description="By id.")
    communities: dict[str, SiloRecord] = Field(description="By id.")
    issues: dict[str, SiloRecord] = Field(description="By id.")
    method: dict[str, Any] | None = Field(description="How the synthesis was made: method.yml.")
    screening: dict[str, Any] | None = Field(
        description="What was searched, found, screened and left out: screening.yml."
    )
