"""The rows of the published tables: every column with its meaning. All cells are text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from peermap.records.programme import Kind, State, Strength

FORMULA = "A cell that would start a formula in a spreadsheet has an apostrophe before it."
JOINED = "Several values are joined by '; '."


class Published(BaseModel):
    """A mapping of published data: these fields and no others, all of them."""

    model_config = ConfigDict(extra="forbid")


ProgrammeId = Annotated[
    str, Field(description="Id of a programme; its page is programmes/ and it.")
]
ReferenceKey = Annotated[
    str, Field(description="Key of a reference; its page is references/ and it.")
]
QuestionId = Annotated[str, Field(description="Id of a question of the map.")]
OptionId = Annotated[str, Field(description="Id of an option of the question.")]
Where = Annotated[str, Field(description="The place in the source, for who wants to check it.")]
Says = Annotated[str, Field(description="What the source says, in the words of those who coded.")]
Quote = Annotated[
    str, Field(description="The exact words, where they matter; 120 characters at most.")
]
StateWord = Annotated[
    State,
    Field(
        description=(
            "placed: at least one option on evidence. not stated: sources were read and do not "
            "say. not coded: nobody has looked."
        )
    ),
]
STRENGTH = (
    "stated: the source says it of this programme. general: of its kind, and names or cites it. "
    "inferred: a reading of those who coded, never counted as stated."
)
NOTICES = "What became of the work after it appeared: retracted, corrected."
StrengthWord = Annotated[Strength, Field(description=STRENGTH)]
StrengthCell = Annotated[Strength | Literal[""], Field(description=STRENGTH)]


class ReferenceColumns(Published):
    """One row a reference."""

    key: ReferenceKey
    type: str = Field(description="Type of entry in BibTeX: article, book, incollection, …")
    authors: str = Field(
        description=f"Authors, or editors without any, family name first. {JOINED}"
    )
    year: str = Field(description="Year of publication (Gregorian); empty where none is known.")
    title: str = Field(description="Title, as text.")
    container: str = Field(description="Journal, book, series or site in which it appeared.")
    volume: str = Field(description="Volume, as printed.")
    number: str = Field(description="Issue, as printed.")
    pages: str = Field(description="First and last page, or the number of the article.")
    doi: str = Field(description="DOI without the address in front.")
    url: str = Field(description="Address on the web.")
    tags: str = Field(description=f"What the synthesis uses it for, as namespace:value. {JOINED}")
    lists: str = Field(description=f"Printed reference list and number in it. {JOINED}")
    notices: str = Field(description=f"{NOTICES} {JOINED}")


class ProgrammeColumns(Published):
    """One row a programme."""

    id: ProgrammeId
    address: str = Field(description="Address of its page, from the root of the site.")
    name: str = Field(description="Name, as sources give it.")
    kind: Kind = Field(description="Whether it is a programme, movement, group or setting.")
    trend: str = Field(description="Id of the historical trend.")
    labels: str = Field(description=f"Ids of the names used for its peers. {JOINED}")
    places: str = Field(description=f"Places, each from narrow to wide with commas. {JOINED}")
    years: str = Field(
        description="Years as sources give them: 1935, 1920/.., 1970s. Empty: unknown."
    )
    communities: str = Field(description=f"Ids of the communities served. {JOINED}")
    issues: str = Field(description=f"Ids of the issues addressed. {JOINED}")
    summary: str = Field(description=f"Two or three sentences. {FORMULA}")
    sources: str = Field(description=f"Keys of what was read for the record. {JOINED}")
    notes: str = Field(description="What readers of the record ought to know.")


class PlacementColumns(Published):
    """One row a piece of evidence; one too for each question that is not placed."""

    programme: ProgrammeId
    question: QuestionId
    state: StateWord
    option: OptionId
    strength: StrengthCell
    source: ReferenceKey
    where: Where
    says: Says
    quote: Quote


class UseColumns(Published):
    """One row a use of a reference. Cells that do not apply are empty."""

    reference: ReferenceKey
    use: str = Field(
        description="statement, placement, event, label, definition, or read (for a programme)."
    )
    address: str = Field(description="Where the use stands, from the root of the site.")
    question: QuestionId
    option: OptionId
    trend: str = Field(description="Id of a trend.")
    programme: ProgrammeId
    label: str = Field(description="Id of a label.")
    when: str = Field(description="When an event was, as sources give it.")
    text: str = Field(description="What the site says there.")
    quote: Quote
    where: Where
    strength: StrengthCell
    notices: str = Field(description=f"{NOTICES} {JOINED}")
