"""``data/datapackage.json``: the codebook, as a Data Package (Frictionless) that programs read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

from peermap.codebook.files import DATA_FILES, FORMATS, DataFile
from peermap.place.atlas import Atlas
from peermap.publish.programme_table import question_columns

KEYS = {"references.csv": "key", "programmes.csv": "id"}
LINKS = {"programme": ("programmes", "id"), "source": ("references", "key"),
         "reference": ("references", "key")}  # fmt: skip
WHOLE_NUMBERS = ("year",)
LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
           "title": "Creative Commons Attribution 4.0"}  # fmt: skip
Row = dict[str, Any]


def data_package(atlas: Atlas, written: Collection[str], version: str) -> str:
    """The descriptor of the files that were written, by name."""
    package = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": "peermap",
        "title": str(atlas.map.title),
        "version": version,
        "licenses": [LICENCE],
        "resources": [resource(atlas, file) for file in DATA_FILES if file.name in written],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def resource(atlas: Atlas, file: DataFile) -> Row:
    """One file; a table with its columns, JSON with the place of its schema."""
    row: Row = {
        "name": resource_name(file),
        "path": file.name,
        "title": file.title,
        "description": file.holds,
        "format": file.format,
        "mediatype": FORMATS[file.format],
        "encoding": "utf-8",
    }
    if file.columns:
        row |= {"profile": "tabular-data-resource", "schema": table_schema(atlas, file)}
    elif file.schema:
        row["jsonSchema"] = f"schemas/{file.schema}.schema.json"
    return row


def resource_name(file: DataFile) -> str:
    """Its name in the package: a table bears that of its records."""
    stem = file.name.replace("/", "-")
    return stem.removesuffix(".csv") if file.columns else stem.replace(".", "-")


def table_schema(atlas: Atlas, file: DataFile) -> Row:
    """Columns, keys and links to other tables."""
    assert file.columns is not None
    fields = [*columns_of(file.columns)]
    if file.name == "programmes.csv":
        fields += [text_column(name, holds) for name, holds in question_columns(atlas.map)]
    row: Row = {"fields": fields, "missingValues": [""]}
    if file.name in KEYS:
        row["primaryKey"] = KEYS[file.name]
        return row
    names = {field["name"] for field in fields}
    return row | {"foreignKeys": [*links(names)]}


def links(names: Iterable[str]) -> Iterator[Row]:
    """The columns that name a row of another table."""
    for name in sorted(set(names) & set(LINKS)):
        table, key = LINKS[name]
        yield {"fields": name, "reference": {"resource": table, "fields": key}}


def columns_of(shape: type[BaseModel]) -> Iterator[Row]:
    """The columns of a table with what each holds, and the only values it may have, if any."""
    for name, field in shape.model_fields.items():
        column = text_column(name, field.description or "")
        values = literal_values(field.annotation)
        if values:
            column["constraints"] = {"enum": values}
        yield column


def text_column(name: str, holds: str) -> Row:
    """A column; all are text but whole numbers."""
    kind = "integer" if name in WHOLE_NUMBERS else "string"
    return {"name": name, "type": kind, "description": holds}


def literal_values(annotation: Any) -> list[str]:
    """The values a column may have, where they are listed; an empty cell needs no listing."""
    found: list[str] = []
    for part in get_args(annotation):
        found += [part] if isinstance(part, str) else literal_values(part)
    return list(dict.fromkeys(value for value in found if value))
