"""Where each source is used, as data, held against the reverse index and the pages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from peermap.place.atlas import Atlas
from peermap.publish.data import data_files
from peermap.render.formats.uses import use_rows


def test_every_use_has_one_row(atlas: Atlas) -> None:
    """As many rows of each kind as the reverse index holds, for every reference."""
    for key, uses in atlas.uses.items():
        kinds = [row["use"] for row in use_rows(atlas, atlas.references[key])]
        assert kinds.count("statement") == len(uses.statements)
        assert kinds.count("placement") == len(uses.placements)
        assert kinds.count("event") == len(uses.events)
        assert kinds.count("label") == len(uses.labels)
        assert kinds.count("definition") == len(uses.definitions)
        assert kinds.count("read") == len(uses.read_for)


def test_the_table_and_the_json_say_the_same(atlas: Atlas) -> None:
    """``uses.csv`` and ``uses.json`` hold the same rows; empty cells are left out of the JSON."""
    files = data_files(atlas)
    table = list(csv.DictReader(io.StringIO(files["uses.csv"])))
    records = json.loads(files["uses.json"])
    told = [{"reference": r["reference"]} | use for r in records for use in r["uses"]]
    assert len(table) == len(told) > 1000
    assert {r["reference"] for r in records} == set(atlas.references)
    for row, use in zip(table, told, strict=True):
        cells = {name: cell.removeprefix("'") for name, cell in row.items() if cell}
        assert cells == {name: text.removeprefix("'") for name, text in use.items()}


def test_every_use_leads_to_a_place_on_the_site(atlas: Atlas, built_site: Path) -> None:
    """The page of each address is there, and has the anchor."""
    pages: dict[str, str] = {}
    addresses = {row["address"] for r in atlas.references.values() for row in use_rows(atlas, r)}
    for address in sorted(addresses):
        page, _, anchor = address.partition("#")
        if page not in pages:
            pages[page] = (built_site / page / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in pages[page], address


def test_the_sources_of_a_page_stand_beside_it(atlas: Atlas, built_site: Path) -> None:
    """Each question, option, trend and programme has its sources in three formats, all of them
    linked, and the works in the file are those that the page lists.
    """
    folders = ("questions/*", "questions/*/*", "trends/*", "programmes/*")
    pages = [p.parent for f in folders for p in sorted(built_site.glob(f"{f}/sources.bib"))]
    options, programmes = atlas.map.options, atlas.programmes
    assert len(pages) >= len(options) + len(atlas.map.questions) + len(atlas.trends)
    assert sum(p.parent.name == "programmes" for p in pages) == len(programmes)
    for page in pages:
        html = (page / "index.html").read_text(encoding="utf-8")
        listed = html.rpartition('<ul class="pm-sources">')[2]
        items = json.loads((page / "sources.csl.json").read_text(encoding="utf-8"))
        for item in items:
            assert f'references/{item["id"]}/"' in listed, (page, item["id"])
        ris = (page / "sources.ris").read_text(encoding="utf-8")
        bib = (page / "sources.bib").read_text(encoding="utf-8")
        assert ris.count("\nER  - ") == len(items) == bib.count("\n}\n")
        assert all(f'href="sources.{ending}"' in html for ending in ("bib", "ris", "csl.json"))
