"""``peermap export``: records in a format, to standard output or to a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from peermap.cli import main
from peermap.place.atlas import Atlas
from peermap.publish.datasets import record_files
from peermap.publish.export import FORMATS, Selection, exported

PUBLISHED = {
    "bib": "references.bib",
    "ris": "references.ris",
    "csl-json": "references.csl.json",
    "csv": "references.csv",
    "uses-csv": "uses.csv",
    "uses-json": "uses.json",
    "programmes-json": "programmes.json",
    "programmes-csv": "programmes.csv",
    "placements-csv": "placements.csv",
}


def test_without_a_selection_the_published_file_is_written(atlas: Atlas) -> None:
    """The same bytes as in ``data/``, in every format that is published."""
    files = {name: text for some in record_files(atlas, "") for name, text in some.items()}
    assert set(PUBLISHED) == set(FORMATS)
    for format_, name in PUBLISHED.items():
        assert exported(atlas, format_, Selection()) == files[name]


def test_a_table_of_selected_programmes_has_the_published_rows(atlas: Atlas) -> None:
    """The columns of the published table, and of its rows those that are selected."""
    whole, of_trend = (
        list(csv.DictReader(io.StringIO(exported(atlas, "programmes-csv", selection))))
        for selection in (Selection(), Selection(trends=("patient-navigation",)))
    )
    assert of_trend == [row for row in whole if row["trend"] == "patient-navigation"]
    assert of_trend


def test_a_table_of_programmes_keeps_our_own_readings_apart(atlas: Atlas) -> None:
    """An option that no source states stands in a column of its own, beside those that one does."""
    chosen = Selection(options=("status/people-supported",))
    rows = list(csv.DictReader(io.StringIO(exported(atlas, "programmes-csv", chosen))))
    for row in rows:
        found = atlas.programmes[row["id"]].answers["status"].placements
        placed = {p.option for p in found}
        by_reading = {p.option for p in found if p.strength == "inferred"}
        assert set(filter(None, row["status_inferred"].split("; "))) == by_reading
        assert set(filter(None, row["status"].split("; "))) == placed - by_reading
    assert any(row["status_inferred"] for row in rows)


def test_a_selection_takes_what_any_part_names(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key and a programme: the reference, and the sources of the programme."""
    arguments = ["--key", "who2014", "--programme", "caring-community"]
    assert main(["--project", str(project), "export", "csl-json", *arguments]) == 0
    keys = {item["id"] for item in json.loads(capsys.readouterr().out)}
    assert {"who2014", "lessard2024"} < keys


def test_an_option_selects_its_sources_and_its_programmes(atlas: Atlas) -> None:
    """Sources as its page lists them; programmes as they are placed."""
    selection = Selection(options=("functions/navigation",))
    items = json.loads(exported(atlas, "csl-json", selection))
    tag = "functions:navigation"
    tagged = {key for key, r in atlas.references.items() if tag in map(str, r.tags)}
    assert {item["id"] for item in items} == tagged
    programmes = json.loads(exported(atlas, "programmes-json", selection))
    assert programmes
    assert all("navigation" in p["answers"]["functions"]["options"] for p in programmes)


@pytest.mark.parametrize(
    ("selection", "column", "wanted"),
    [
        (
            Selection(options=("functions/navigation",)),
            ("question", "option"),
            ("functions", "navigation"),
        ),
        (Selection(questions=("status",)), ("question",), ("status",)),
        (Selection(keys=("lessard2024",)), ("source",), ("lessard2024",)),
        (Selection(programmes=("caring-community",)), ("programme",), ("caring-community",)),
    ],
)
def test_a_table_of_selected_placements(
    atlas: Atlas, selection: Selection, column: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    """The rows of what is selected, of a question also those that are not placed, and no others."""
    whole, found = (
        list(csv.DictReader(io.StringIO(exported(atlas, "placements-csv", given))))
        for given in (Selection(), selection)
    )
    assert found == [row for row in whole if tuple(row[name] for name in column) == wanted]
    assert found


@pytest.mark.parametrize("option", ["functions/navigaton", "navigation"])
def test_an_id_that_names_nothing_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    """Status 2, the id, and a guess, also where the question is missing; nothing is written."""
    given = ["export", "bib", "--option", option]
    assert main(["--project", str(project), *given]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"'{option}' is not an option." in said.err
    assert "Did you mean 'functions/navigation'" in said.err


def test_a_file_is_written_whole(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--to`` writes the file and nothing else; where it cannot, it says so."""
    target = tmp_path / "out" / "one.ris"
    command = ["--project", str(project), "export", "ris", "--key", "who2014", "--to"]
    assert main([*command, str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("TY  - ")
    assert [path.name for path in target.parent.iterdir()] == ["one.ris"]
    assert main([*command, str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
