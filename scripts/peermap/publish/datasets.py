"""Everything below ``data/``: tables, JSON, linked data, schemas, and the codebook of it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peermap import __version__
from peermap.codebook.package import data_package
from peermap.codebook.schemas import published_schemas, source_schemas
from peermap.linked.files import linked_files
from peermap.place.atlas import Atlas
from peermap.publish.atlas_file import atlas_file
from peermap.publish.data import each_data_file
from peermap.publish.facets import facets, reference_facets, summaries
from peermap.publish.hsds import hsds_files
from peermap.publish.library import library_files
from peermap.publish.parquet import SCHEMAS
from peermap.publish.programme_table import programme_table

OF_PAGES = (
    "facets.json", "summaries.json", "reference-facets.json",
    "library.json", "library-values.json", "library-rows.json",
)  # fmt: skip
TABLES = tuple(f"{name}.parquet" for name in SCHEMAS)  # bytes, which are written apart


def datasets(atlas: Atlas, site_url: str) -> Iterator[tuple[str, str]]:
    """The name of each file and its text. Few are held at a time: of a large bibliography they
    would be most of the memory that a build takes.
    """
    names = []
    for files in record_files(atlas, site_url):
        names += list(files)
        yield from files.items()
        del files
    schemas = published_schemas() | source_schemas(atlas.map)
    yield from ((f"schemas/{name}", text) for name, text in schemas.items())
    yield "datapackage.json", data_package(atlas, {*names, *TABLES, *OF_PAGES}, __version__)


def record_files(atlas: Atlas, site_url: str) -> Iterator[Mapping[str, str]]:
    """What holds records, a few files at a time: name → text."""
    yield from ({name: text} for name, text in each_data_file(atlas))
    yield linked_files(atlas, site_url)
    yield hsds_files(atlas, site_url)
    yield {"programmes.csv": programme_table(atlas.map, atlas.programmes.values())}
    yield {"atlas.json": atlas_file(atlas)}


def files_with_words(atlas: Atlas) -> Iterator[Mapping[str, str]]:
    """What pages read in the language of the site: name → text."""
    yield {"facets.json": facets(atlas)}
    yield {"summaries.json": summaries(atlas)}
    yield {"reference-facets.json": reference_facets(atlas)}
    yield library_files(atlas)
