"""Hugo, which measurements are held against, makes the pages that peermap makes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from bench.hugo.compare import differences, different_pages
from bench.hugo.project import write_project

from peermap.project import read_project, with_citations

PAGE = '<h1 id="a">One &amp; two</h1> <p><a href="x?a=b%2Fc">Three</a>\n four</p>'


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("hugo") is None, reason="hugo is not here: install Hugo")
def test_hugo_makes_the_same_pages_from_records(
    project: Path, built_site: Path, tmp_path: Path
) -> None:
    """Every page of a reference, a programme and a label has the same words, elements, links and
    data.
    """
    atlas = with_citations(read_project(project), project).atlas
    assert atlas is not None
    written = write_project(tmp_path, atlas, built_site)
    subprocess.run(["hugo", "--quiet"], cwd=tmp_path, check=True)
    made = len(list((tmp_path / "public").rglob("index.html")))
    folders = ("references", "programmes", "labels")
    assert (made, different_pages(built_site, tmp_path / "public", folders)) == (written, {})


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("One", "Two"),
        PAGE.replace("Three", "Four"),
        PAGE.replace("h1", "h2"),
        PAGE.replace("a=b", "a=c"),
        PAGE.replace('id="a"', ""),
        PAGE.replace("\n four", ""),
        PAGE + "<p>five</p>",
        PAGE + '<script type="application/ld+json">{"a": 1}</script>',
    ],
)
def test_pages_that_differ(other: str) -> None:
    """A word, heading, link, attribute or data block more or less is a difference."""
    assert differences(PAGE, other)
    assert differences(other, PAGE)


def test_pages_that_say_the_same() -> None:
    """Blanks, and how signs are escaped in text and addresses, are none."""
    other = '<h1 id=a>One &#38; two </h1><p><a href="x?a=b/c">Three</a> four</p>'
    assert differences(PAGE, other) == []
    one = '<script type="application/ld+json">{"a":"\\u0026","b":[]}</script>'
    assert differences(one, '<script type="application/ld+json">{"b":[], "a":"&"}</script>') == []
