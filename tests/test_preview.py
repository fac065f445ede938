"""What a preview shows while the whole site follows an edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.publish.preview import Preview
from peermap.publish.saved import saved
from peermap.publish.under_way import Builds


@pytest.mark.parametrize("is_whole", [True, False])
def test_only_a_whole_site_takes_the_place_of_the_one_shown(is_whole: bool, tmp_path: Path) -> None:
    """Where the build that follows an edit fails, what is shown stays."""
    folders, shown = (tmp_path / "a", tmp_path / "b"), list[Path]()
    preview = Preview(
        tmp_path,
        Builds(),
        folders,
        build=lambda folder: None,
        build_apart=lambda folder: is_whole,
        show=shown.append,
        tell=lambda project: None,
        seen=saved(tmp_path),
    )
    preview.follow()
    preview.wait()
    assert shown == ([folders[1]] if is_whole else [])
    assert preview.folders == (folders[::-1] if is_whole else folders)


def test_a_file_that_goes_while_it_is_looked_at_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Editors write files that are gone a moment later."""
    stays, goes = tmp_path / "docs/index.md", tmp_path / "docs/4913"
    monkeypatch.setattr("peermap.publish.saved.files", lambda _: [goes, stays])
    stays.parent.mkdir()
    stays.write_text("# Here")
    assert saved(tmp_path).stamps.keys() == {stays}
