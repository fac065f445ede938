"""Files below ``docs/`` that no engine can take: told before it runs, and without a traceback.

What is wrong inside of pages stands in ``tests/cases``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import copied_project, in_english, with_formatted
from peermap.publish.engines import ENGINES, HOW_TO_GET
from peermap.publish.hand_written import hand_written_problems
from peermap.publish.writing import write_file

PAGE = "# A page\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The ``docs/`` of a project with one page."""
    write_file(tmp_path / "mkdocs.yml", "site_name: A town\nexclude_docs: |\n  drafts/\n")
    write_file(tmp_path / "docs/index.md", PAGE)
    return tmp_path / "docs"


def told(docs: Path) -> list[str]:
    """What is said of files, less the ways out."""
    return [str(problem).partition("\n")[0] for problem in hand_written_problems(docs.parent)]


def test_links_that_lead_nowhere_and_without_end(docs: Path) -> None:
    """Pages, pictures and folders; one that is left out of the site is no matter."""
    write_file(docs / "drafts/one.md", PAGE)
    for at in ("drafts/gone.md", "gone.md", "gone.png", ".gone.md"):
        (docs / at).symlink_to("nowhere.md")
    (docs / "same.md").symlink_to("index.md")
    (docs / "again").symlink_to(".")
    assert told(docs) == [
        "docs/again: the folder is a link to one in which it lies",
        "docs/gone.md: the file is a link that leads nowhere",
        "docs/gone.png: the file is a link that leads nowhere",
    ]


def test_a_folder_with_the_name_of_a_page(docs: Path) -> None:
    """It is a folder as any other, and its pages are read."""
    write_file(docs / "peers.md/index.md", PAGE)
    (docs / "peers.md/other.md").write_bytes(b"caf\xe9")
    assert told(docs) == ["docs/peers.md/other.md:1:4: the byte 0xe9 is not UTF-8"]


def test_what_nobody_may_read(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission to read is named, also one that is no page."""
    write_file(docs / "picture.svg", "<svg/>")
    opened = os.open

    def refusing(path: Path, flags: int) -> int:
        if path.suffix == ".svg":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr("peermap.publish.hand_written.os.open", refusing)
    assert told(docs) == ["docs/picture.svg: the file cannot be opened: Permission denied"]


def test_generated_pages_are_passed_over(docs: Path) -> None:
    """Nobody wrote them; an older version may have made them otherwise."""
    write_file(docs / "map/index.md", "---\n# generated_by: peermap from the map\nhide: 5\n---\n")
    assert told(docs) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_file(docs: Path) -> None:
    """An engine would wait for it for ever."""
    os.mkfifo(docs / "pipe.md")
    assert told(docs) == ["docs/pipe.md: this is neither a file nor a folder"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_build_tells_it_all_and_leaves_the_site(
    project: Path, tmp_path: Path, engine: str
) -> None:
    """Where a page would end the engine, all is said at once, the status is 1, and the site that
    stands goes on standing.
    """
    if not ENGINES[engine].is_here:
        pytest.skip(f"{engine} is not here: {HOW_TO_GET}")
    copy = in_english(with_formatted(copied_project(tmp_path / "copy", of=project), project))
    write_file(copy / "site/index.html", "as it was")
    write_file(copy / "docs/cite.md", '---\ntitle: a: b\n---\n\n--8<-- "no-such-part.html"\n')
    (copy / "docs/latin.md").write_bytes(b"caf\xe9\n")
    (copy / "docs/gone.png").symlink_to("nowhere.png")
    (copy / "docs/folder.md").mkdir()
    write_file(copy / "synthesis/programmes/new.yml", "name: [\n")
    command = [sys.executable, "-m", "peermap", "--project", str(copy), "build"]
    done = subprocess.run([*command, "--engine", engine], capture_output=True, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for place in (
        "docs/cite.md:2:9: ': ' stands inside a text",
        "docs/cite.md:5:9: there is no part 'no-such-part.html' to take in",
        "docs/gone.png: the file is a link that leads nowhere",
        "docs/latin.md:1:4: the byte 0xe9 is not UTF-8",
        "synthesis/programmes/new.yml:",
    ):
        assert done.stderr.count(place) == 1, done.stderr
    assert [path.read_text() for path in (copy / "site").rglob("*")] == ["as it was"]


def test_a_folder_and_a_lost_link_beside_pages_stop_no_build(project: Path, tmp_path: Path) -> None:
    """What is left out of the site or is only named like a page may be as it is."""
    copy = in_english(with_formatted(copied_project(tmp_path / "copy", of=project), project))
    (copy / "docs/folder.md").mkdir()
    (copy / "docs/.gone.md").symlink_to("nowhere.md")
    command = [sys.executable, "-m", "peermap", "--project", str(copy), "build"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
