"""The generator of corpora that the measurements build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.corpus import Size, write_corpus

from peermap.project import read_project


@pytest.mark.parametrize("size", [Size(100, 50), Size(500, 200)])
def test_a_corpus_has_the_size_that_was_asked_for(tmp_path: Path, size: Size) -> None:
    """Smaller than the real project or larger, it can be read, and a second draw is the same."""
    first, second = (write_corpus(tmp_path / name, size) for name in ("first", "second"))
    atlas = read_project(first).atlas
    assert atlas is not None
    assert len(atlas.references) == size.references
    assert len(atlas.programmes) == size.programmes
    assert contents(first) == contents(second)
    text = (first / "bibliography/references.bib").read_text(encoding="utf-8")
    assert len(re.findall(r"^@", text, re.MULTILINE)) == size.references


def contents(root: Path) -> dict[str, bytes]:
    """Every source by its path."""
    folders = (root / "synthesis", root / "bibliography")
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
