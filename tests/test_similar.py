"""``peermap similar``: the programmes most like one, in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peermap.cli import main
from peermap.place.atlas import Atlas
from peermap.place.likeness import scale_of
from peermap.place.silos import Apart

ONE = "caring-community"


def test_both_lists_are_explained(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Someone who asks for a programme reads who is most alike, who is alike elsewhere, on how
    many questions each rests, and what is the same.
    """
    assert main(["--project", str(project), "similar", ONE]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Caring Community ({ONE})\n")
    assert "Most alike" in said
    assert "Alike, but elsewhere" in said
    assert " of 6 questions" in said
    assert "Same · Functions: " in said


def test_a_machine_gets_the_computation(
    project: Path, atlas: Atlas, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON, each neighbour has the likeness that is computed of the two, most alike first, and
    *elsewhere* has only what is across silos.
    """
    assert main(["--project", str(project), "similar", ONE, "--format", "json", "--most", "4"]) == 0
    found = json.loads(capsys.readouterr().out)
    scale = scale_of(atlas.map, atlas.programmes.values())
    for name in ("most_alike", "elsewhere"):
        assert len(found[name]) == 4
        values = [row["likeness"] for row in found[name]]
        assert values == sorted(values, reverse=True)
        for row in found[name]:
            ours, theirs = atlas.programmes[ONE], atlas.programmes[row["id"]]
            assert row["likeness"] == scale.likeness(ours, theirs).value
            assert row["across_silos"] == Apart(atlas).is_across(ours.id, theirs.id)
    assert all(row["across_silos"] for row in found["elsewhere"])


def test_a_slip_in_the_id_gets_a_guess(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that no programme has is wrong usage, and the message guesses what was meant."""
    assert main(["--project", str(project), "similar", "caring-comunity"]) == 2
    assert capsys.readouterr().err == (
        "'caring-comunity' is no programme of this project\n  Did you mean 'caring-community'?\n"
    )


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_that_is_none_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    """How many are asked for is a whole number above 0."""
    with pytest.raises(SystemExit) as stop:
        main(["--project", str(project), "similar", ONE, f"--most={number}"])
    assert stop.value.code == 2
    assert f"'{number}' is no whole number above 0" in capsys.readouterr().err
