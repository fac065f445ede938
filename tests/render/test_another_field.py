"""The words of the generator on a map that is not the one it ships with."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

from peermap.project import read_project
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import prepare

GROUND = Path(__file__).parent.parent / "cases" / "_ground"
NUMBERS = re.compile(r"\b(six|eighteen|three) (questions|options|trends|facets|histories)\b", re.I)


def test_no_page_speaks_of_the_size_of_another_map(tmp_path: Path) -> None:
    """A map of two questions and one trend is not said to have six and three."""
    project = copytree(GROUND, tmp_path / "project")
    atlas = read_project(project).atlas
    assert atlas
    assert not prepare(atlas, project, project / "docs")
    texts = [path.read_text(encoding="utf-8") for path in (project / "docs").rglob("*.*")]
    texts += [page.body for page in record_pages(atlas)]
    assert len(texts) > 20
    assert [found[0] for text in texts if (found := NUMBERS.search(text))] == []
