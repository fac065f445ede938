"""The files that the pages of the site itself read, and the record beside a programme's page.

Their form follows the pages and may change with them; who wants to build on data takes the others.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from peermap.codebook.columns import ProgrammeId, Published, QuestionId, StateWord, StrengthWord
from peermap.codebook.records import EvidenceRecord, ReadRecord

Row = list[str]


class DimensionValues(Published):
    """By what records can be narrowed."""

    id: str
    name: str
    facet: str = ""
    words: str = ""
    options: int | None = Field(default=None, description="How many values are options.")
    values: list[tuple[str, str]] = Field(description="Id and name of each value.")


class DimensionFacet(DimensionValues):
    """The same, with the values of each record."""

    of: list[list[int]] = Field(description="Of each record the positions of its values.")
    given: list[list[int]] | None = Field(default=None, description="The same without wider terms.")
    wider: list[list[int]] | None = Field(default=None, description="Of each value all above it.")
    readings: list[list[int]] | None = Field(
        default=None, description="Of each record the positions of values by our reading only."
    )


class ProgrammeFacets(Published):
    """``facets.json``."""

    programmes: list[Row] = Field(description="Id, name and line of facts of each programme.")
    dimensions: list[DimensionFacet]
    weights: dict[str, list[float]] = Field(description="Of each question its options' weights.")
    rose: Any = Field(description="The strokes of the small picture of a programme.")


class ReferenceFacets(Published):
    """``reference-facets.json``."""

    references: list[Row] = Field(
        description="Key, author and year, title, container, language of the title."
    )
    dimensions: list[DimensionFacet]


class Library(Published):
    """``library.json``."""

    total: int = Field(description="How many references there are.")
    dimensions: list[DimensionValues]
    counts: dict[str, list[int]] = Field(
        description="Of each dimension how many references have each value."
    )


LibraryRow = tuple[str, str, str, str, str, str, int, str, list[str]]
"""Key, author, year, title, container, other authors, uses, language, notices."""


class FactItem(Published):
    """A value of a fact."""

    words: str
    address: str = ""


class FactRecord(Published):
    """A fact of a programme, as its page shows it."""

    name: str
    kind: str
    items: list[FactItem]


class PageEvidence(EvidenceRecord):
    """Evidence with the name of its source, and the languages of its place there, of what is said
    and of the source.
    """

    author_year: str
    where_language: str
    says_language: str
    quote_language: str


class PagePlacement(Published):
    """An option with its strongest evidence, and all of it."""

    option: str
    name: str
    strength: StrengthWord
    evidence: list[PageEvidence]


class PageAnswer(Published):
    """Where the programme stands on one question."""

    question: QuestionId
    state: StateWord
    placements: list[PagePlacement]


class PageReading(ReadRecord):
    """What was read, with the name of the source."""

    author_year: str


class ProgrammePage(Published):
    """``record.json`` beside the page of a programme."""

    id: ProgrammeId
    name: str
    address: str
    summary: str
    summary_language: str
    facts: list[FactRecord]
    answers: list[PageAnswer]
    read: list[PageReading]


class SynonymRow(Published):
    """``synonyms.json``: the names of a label, the words of those that some page says, and the
    labels beside it.
    """

    label: str
    names: list[str]
    said: list[str]
    related: list[str]


class NamedPages(Published):
    """The pages that say a name, by what the search index calls them: how many times, and which of
    them in their title.
    """

    pages: dict[str, int]
    titled: list[str]


LabelNames = dict[str, NamedPages]  # ``names/<label>.json``: the words of a name → pages


class KindRow(Published):
    """``kinds.json``: a kind of page, and its pages in the words of the search index; null for the
    kind that has all the others.
    """

    kind: str
    name: str
    names: str
    pages: list[str] | None


class CitationStyleRow(Published):
    """A citation style as the lists of sources offer it."""

    id: str
    name: str
    numbered: bool = Field(description="Whether it cites by number.")
    language: str = Field(description="The language of its own words.")


class CitationIndex(Published):
    """``citations/index.json``: the styles, and the first key of each part."""

    styles: list[CitationStyleRow]
    parts: list[str]


CitationPart = dict[str, tuple[str, str]]  # key → entry and in-text citation, as HTML
PageCitations = dict[str, str]  # style → entry, with signs where title and address are to stand
