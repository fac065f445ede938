"""Everything below ``data/``: tables, JSON, linked data, schemas, and the codebook of it all."""

from __future__ import annotations

from peermap import __version__
from peermap.codebook.package import data_package
from peermap.codebook.schemas import published_schemas, source_schemas
from peermap.linked.files import linked_files
from peermap.place.atlas import Atlas
from peermap.publish.atlas_file import atlas_file
from peermap.publish.data import data_files
from peermap.publish.facets import facets, reference_facets, summaries
from peermap.publish.hsds import hsds_files
from peermap.publish.parquet import SCHEMAS
from peermap.publish.library import library_files
from peermap.publish.programme_table import programme_table

TABLES = tuple(f"{name}.parquet" for name in SCHEMAS)  # bytes, which are written apart


def datasets(atlas: Atlas, site_url: str) -> dict[str, str]:
    """File name → text."""
    files = {
        **data_files(atlas),
        **linked_files(atlas, site_url),
        **hsds_files(atlas, site_url),
        "programmes.csv": programme_table(atlas),
        "atlas.json": atlas_file(atlas),
        "facets.json": facets(atlas),
        "summaries.json": summaries(atlas),
        "reference-facets.json": reference_facets(atlas),
        **library_files(atlas),
    }
    schemas = published_schemas() | source_schemas(atlas.map)
    return {
        **files,
        **{f"schemas/{name}": text for name, text in schemas.items()},
        "datapackage.json": data_package(atlas, {*files, *TABLES}, __version__),
    }
