"""Every published file: what it holds, in what form, and the shape of its rows or its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from peermap.codebook.columns import (
    PlacementColumns,
    ProgrammeColumns,
    ReferenceColumns,
    UseColumns,
)
from peermap.codebook.records import AtlasRecord, ProgrammeRecord, UsesRecord
from peermap.codebook.tools import Library, LibraryRow, ProgrammeFacets, ReferenceFacets

FORMATS = {
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
    "ttl": "text/turtle",
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file below ``data/``. ``columns`` are those of a table, ``shape`` is that of JSON and
    ``schema`` the name of the schema we publish for it; a file without one follows a standard, or
    serves the pages of the site only.
    """

    name: str
    title: str
    holds: str
    columns: type[BaseModel] | None = None
    shape: Any = None
    schema: str = ""

    @property
    def format(self) -> str:
        return self.name.rpartition(".")[2]


DATA_FILES = (
    DataFile(
        "references.bib",
        "Bibliography, BibTeX",
        "The tagged bibliography as it is kept; keywords hold the tags, such as "
        "functions:navigation and issue:cancer.",
    ),
    DataFile(
        "references.ris", "Bibliography, RIS", "The same for reference managers that read RIS."
    ),
    DataFile(
        "references.csl.json",
        "Bibliography, CSL-JSON",
        "The same for citation processors and for Zotero; its schema is that of the Citation "
        "Style Language.",
    ),
    DataFile(
        "references.csv",
        "Bibliography, table",
        "One row a reference, for a spreadsheet.",
        columns=ReferenceColumns,
    ),
    DataFile(
        "references.parquet",
        "Bibliography, Parquet",
        "The same rows with typed columns; names, tags and list numbers are lists.",
    ),
    DataFile(
        "programmes.json",
        "Programmes",
        "Every programme with its facts and the state of each question.",
        shape=list[ProgrammeRecord],
        schema="programmes",
    ),
    DataFile(
        "programmes.csv",
        "Programmes, table",
        "One row a programme, three columns a question.",
        columns=ProgrammeColumns,
    ),
    DataFile(
        "programmes.parquet",
        "Programmes, Parquet",
        "One row a programme with typed columns; where it stands on the map is in placements.",
    ),
    DataFile(
        "placements.csv",
        "Placements with their evidence",
        "One row a piece of evidence; a question that is not placed has a row too.",
        columns=PlacementColumns,
    ),
    DataFile(
        "placements.parquet",
        "Placements with their evidence, Parquet",
        "The rows of placements.csv; a cell that is empty there is null here.",
    ),
    DataFile(
        "uses.csv",
        "Uses of references, table",
        "Where each reference is used: statements, placements, events, labels, definitions.",
        columns=UseColumns,
    ),
    DataFile(
        "uses.json",
        "Uses of references",
        "The same by reference, without what does not apply.",
        shape=list[UsesRecord],
        schema="uses",
    ),
    DataFile(
        "map.jsonld",
        "Map as linked data, JSON-LD",
        "Facets, questions, options, trends, labels, communities and issues as SKOS concepts.",
    ),
    DataFile("map.ttl", "Map as linked data, Turtle", "The same triples."),
    DataFile(
        "records.jsonld",
        "Records as linked data, JSON-LD",
        "References and programmes, each joined to the concepts it is about (Dublin Core).",
    ),
    DataFile("records.ttl", "Records as linked data, Turtle", "The same triples."),
    DataFile(
        "atlas.json",
        "Everything",
        "Map, statements, trends, programmes with evidence, references, labels and silos in one "
        "file, with a version.",
        shape=AtlasRecord,
        schema="atlas",
    ),
    DataFile(
        "hsds/programs.json",
        "Programmes for service directories",
        "Programmes as programs of HSDS 3.0 (Open Referral); options are taxonomy terms. Who "
        "runs a programme is not in our records and left out.",
    ),
    DataFile(
        "hsds/services.json",
        "Services for service directories",
        "Those programmes that go on as far as sources know, as services of HSDS 3.0.",
    ),
    DataFile(
        "hsds/taxonomy_terms.json",
        "Terms for service directories",
        "Our concepts as taxonomy terms of HSDS 3.0.",
    ),
    DataFile(
        "facets.json",
        "Facets of programmes",
        "What the finder reads. Its form may change with the page.",
        shape=ProgrammeFacets,
        schema="facets",
    ),
    DataFile(
        "summaries.json",
        "Summaries of programmes",
        "What the finder shows under a name. Its form may change with the page.",
        shape=list[tuple[str, list[str], str]],
        schema="summaries",
    ),
    DataFile(
        "reference-facets.json",
        "Facets of references",
        "What the page of gaps reads. Its form may change with the page.",
        shape=ReferenceFacets,
        schema="reference-facets",
    ),
    DataFile(
        "library.json",
        "Facets of the library",
        "What the list of references reads at first. Its form may change with the page.",
        shape=Library,
        schema="library",
    ),
    DataFile(
        "library-values.json",
        "Values of references",
        "Of each facet of the library the values of every reference, as positions; references "
        "stand by author. Its form may change with the page.",
        shape=dict[str, list[list[int]]],
        schema="library-values",
    ),
    DataFile(
        "library-rows.json",
        "References of the library",
        "Of every reference, by author: key, author, year, title, where it appeared, other "
        "authors, number of uses, language where it is not English, notices. Its form may change "
        "with the page.",
        shape=list[LibraryRow],
        schema="library-rows",
    ),
)
