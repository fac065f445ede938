"""The pieces of the page of data: every file, and what is in its columns."""

from __future__ import annotations

from peermap.codebook.files import DATA_FILES
from peermap.codebook.package import table_schema
from peermap.place.atlas import Atlas
from peermap.render.html import html

AT = "data/"


def data_parts(atlas: Atlas) -> dict[str, str]:
    """File name → HTML; both say what the data package says."""
    tables = [(file, table_schema(atlas, file)["fields"]) for file in DATA_FILES if file.columns]
    return {
        "data-files.html": html("data_files.html", AT, files=DATA_FILES),
        "data-columns.html": html("data_columns.html", AT, tables=tables),
    }
