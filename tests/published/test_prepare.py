"""Pages of the engine beside those that people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.place.atlas import Atlas
from peermap.publish.prepare import prepare


@pytest.mark.parametrize("folder", ["docs", "docs/fr", "content/docs"])
def test_a_hand_written_page_is_left_alone_and_told(
    atlas: Atlas, tmp_path: Path, folder: str
) -> None:
    """Where a page stands that people wrote, it stays as it is, and a problem names it by its place
    in the project, in whatever language.
    """
    docs = tmp_path / folder
    page = docs / "map" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Our own map\n", encoding="utf-8")
    (problem,) = prepare(atlas, tmp_path, docs)
    assert str(problem).startswith(f"{folder}/map/index.md: the file is hand-written")
    assert page.read_text(encoding="utf-8") == "# Our own map\n"
    assert (docs / "gaps" / "index.md").is_file()
