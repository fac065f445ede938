"""The tables as Parquet: typed, the same as the CSV beside them, and asked by worked queries."""

from __future__ import annotations

import csv
import re
from html import unescape
from pathlib import Path

import pytest

from peermap.place.atlas import Atlas
from peermap.publish.parquet import SCHEMAS, connection, parquet_tables
from peermap.publish.queries import QUERIES, answer


@pytest.fixture
def data(built_site: Path) -> Path:
    """The folder of the published data."""
    return built_site / "data"


@pytest.mark.parametrize("table", SCHEMAS)
def test_columns_have_their_types(data: Path, table: str) -> None:
    """A reader of Parquet meets the types that are promised, and needs no other file for them."""
    with connection() as database:
        found = database.sql(f"DESCRIBE SELECT * FROM '{data / table}.parquet'").fetchall()
    shown = {name: kind.replace('"', "") for name, kind, *_ in found}
    assert shown == dict(SCHEMAS[table])


@pytest.mark.parametrize("table", ["references", "placements"])
def test_parquet_has_the_rows_of_the_csv(data: Path, table: str) -> None:
    """Row by row the first columns say what the CSV file says."""
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [name for name, kind in SCHEMAS[table].items() if kind == "VARCHAR"]
    columns = ", ".join(f"coalesce(\"{name}\", '')" for name in texts)
    with connection() as database:
        found = database.sql(f"SELECT {columns} FROM '{data / table}.parquet'").fetchall()
    without_apostrophe = re.compile(r"^'(?=[=+\-@＝＋－＠\t\r])")
    expected = [tuple(without_apostrophe.sub("", row[name]) for name in texts) for row in rows]
    assert found == expected


def test_the_same_records_give_the_same_tables(atlas: Atlas, data: Path) -> None:
    """Two runs write the same bytes, those of the site."""
    for name, table in parquet_tables(atlas).items():
        assert table == (data / name).read_bytes(), name


def test_the_answers_on_the_page_are_those_of_the_tables(data: Path) -> None:
    """The page of queries has three of them; whoever copies one from the page and runs it in the
    folder of the data gets the answer that stands below it. The same query over the CSV files
    gives the same answer.
    """
    page = (data / "queries/index.html").read_text(encoding="utf-8")
    answered = r"</code></pre>\n<div[^>]*>\n<table.*?<tbody>(.*?)</tbody>"
    asked = re.findall(r"<pre[^>]*><code[^>]*>(.*?)" + answered, page, re.DOTALL)
    assert len(asked) == len(QUERIES) >= 3
    for sql, body in asked:
        lines = [re.findall("<td>(.*?)</td>", row) for row in body.strip().split("\n")]
        query = unescape(sql)
        for text in (query, query.replace(".parquet", ".csv")):
            _, rows = answer(text, data)
            assert [[str(cell) for cell in row] for row in rows] == lines, text
        assert len(lines) > 2
