"""The published tables as Parquet, with types: for DuckDB, Spark, or a warehouse (DESIGN §9).

DuckDB writes them, on one thread, so that the same records give the same bytes. It may reach
nothing but the rows it is given. It is imported where it is called, for it takes some 14 MB, which
are wanted for citations before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from errno import EIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from peermap.place.atlas import Atlas
from peermap.publish.data import PLACEMENT_FIELDS, placement_rows
from peermap.publish.writing import lay
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.render.formats.rows import on_line

if TYPE_CHECKING:
    import duckdb

TEXTS = "VARCHAR[]"
SCHEMAS: Mapping[str, Mapping[str, str]] = {
    "references": {
        "key": "VARCHAR", "type": "VARCHAR", "authors": TEXTS, "year": "INTEGER",
        "title": "VARCHAR", "container": "VARCHAR", "volume": "VARCHAR", "number": "VARCHAR",
        "pages": "VARCHAR", "doi": "VARCHAR", "url": "VARCHAR",
        "tags": "STRUCT(namespace VARCHAR, value VARCHAR)[]",
        "lists": "STRUCT(list VARCHAR, number INTEGER)[]",
        "notices": TEXTS,
    },
    "programmes": {
        "id": "VARCHAR", "name": "VARCHAR", "kind": "VARCHAR", "trend": "VARCHAR",
        "years": "VARCHAR", "places": "VARCHAR[][]", "labels": TEXTS, "communities": TEXTS,
        "issues": TEXTS, "summary": "VARCHAR",
    },
    "placements": dict.fromkeys(PLACEMENT_FIELDS, "VARCHAR"),
}  # fmt: skip
ALONE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def connection() -> duckdb.DuckDBPyConnection:
    """A database in memory that fetches nothing and works on one thread."""
    import duckdb

    return duckdb.connect(config=ALONE)


def parquet_tables(atlas: Atlas) -> dict[str, bytes]:
    """File name → Parquet, for the folder ``data/``."""
    rows: Mapping[str, Iterable[Mapping[str, Any]]] = {
        "references": map(reference_values, atlas.references.values()),
        "programmes": map(programme_values, atlas.programmes.values()),
        "placements": placement_rows(atlas.programmes.values()),
    }
    with TemporaryDirectory() as folder, connection() as database:
        return {
            f"{name}.parquet": parquet(database, Path(folder), SCHEMAS[name], rows[name])
            for name in SCHEMAS
        }


def parquet(
    database: duckdb.DuckDBPyConnection,
    folder: Path,
    schema: Mapping[str, str],
    rows: Iterable[Mapping[str, Any]],
) -> bytes:
    """A table of typed columns; a text that is empty and a value that is missing are null. Raises
    OSError where there is no room to make it.
    """
    from duckdb import IOException

    source, made = folder / "rows.json", folder / "table.parquet"
    lines = (on_line(given(schema, row)) + "\n" for row in rows)
    lay(str(source), "".join(lines).encode())
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in schema.items())
    read = f"read_json(?, format = 'newline_delimited', columns = {{{columns}}})"
    table = database.sql(f"SELECT * FROM {read}", params=[str(source)])
    try:
        table.write_parquet(str(made), compression="zstd")
    except IOException:
        raise OSError(EIO, "DuckDB cannot write here, as where a disk is full", str(made)) from None
    return made.read_bytes()


def given(fields: Sequence[str] | Mapping[str, str], row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with every field, in order."""
    return {name: None if row.get(name) == "" else row.get(name) for name in fields}


def reference_values(reference: Reference) -> dict[str, Any]:
    """A reference as typed values."""
    fields = {n: reference.fields.get(n) for n in ("volume", "number", "pages", "doi", "url")}
    return fields | {
        "key": reference.key,
        "type": reference.type,
        "authors": [name.inverted for name in reference.makers],
        "year": reference.issued.year if reference.issued else None,
        "title": reference.title,
        "container": reference.container,
        "tags": [{"namespace": t.namespace, "value": t.value} for t in reference.tags],
        "lists": [{"list": p.list_key, "number": p.number} for p in reference.lists],
        "notices": [notice.kind for notice in reference.notices],
    }


def programme_values(programme: Programme) -> dict[str, Any]:
    """A programme as typed values; where it stands on the map is in ``placements``."""
    return {
        "id": programme.id,
        "name": programme.name,
        "kind": programme.kind,
        "trend": programme.trend,
        "years": programme.years.words if programme.years else None,
        "places": [list(place.names) for place in programme.places],
        "labels": list(programme.labels),
        "communities": list(programme.communities),
        "issues": list(programme.issues),
        "summary": programme.summary,
    }
