"""``peermap words`` as a translator runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.cli import main


@pytest.mark.parametrize("code", ["zz", "../x", "pt-BR", "no language", ""])
def test_what_is_no_language_begins_no_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    """It is named with a way out, and no catalogue is written, not even that of a language beside
    it.
    """
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "locale").mkdir()
    assert main(["--project", str(tmp_path), "words", "eo", code]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"'{code}' is no language")
    assert "such as fr" in told
    assert list((tmp_path / "locale").iterdir()) == []
