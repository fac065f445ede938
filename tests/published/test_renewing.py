"""A site that is built again takes the place of the one that stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from building import built, copied_project, in_english, with_formatted
from peermap.publish.immutable import make_immutable
from peermap.publish.renewing import (
    beside,
    keep_what_stands,
    place_for_next,
    put_in_place,
    renewing,
)
from peermap.publish.writing import keeping, write_file, write_folder

pytestmark = pytest.mark.long

RECORD = "synthesis/programmes/caring-community.yml"


class Kept(NamedTuple):
    """A file: which one it is, and its bytes."""

    inode: int
    date: int
    data: bytes


def files_of(site: Path) -> dict[str, Kept]:
    """Every file of a site by its address."""
    return {
        path.relative_to(site).as_posix(): Kept(
            path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()
        )
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def build(project: Path) -> subprocess.CompletedProcess[str]:
    """``peermap build`` in a project."""
    command = [sys.executable, "-m", "peermap", "--project", str(project), "build"]
    return subprocess.run(command, capture_output=True, text=True)


def test_an_edit_touches_what_it_changes(project: Path, tmp_path: Path) -> None:
    """After one edit the site is, to the byte, what a build from nothing makes; a file that is the
    same is the same file, with its date; nothing is left beside the site.
    """
    edited = with_formatted(copied_project(tmp_path / "edited", of=project), project)
    assert build(edited).returncode == 0
    before = files_of(edited / "site")
    record = edited / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("name: Caring", "name: Very Caring"), encoding="utf-8")
    assert build(edited).returncode == 0
    after = files_of(edited / "site")
    fresh = with_formatted(copied_project(tmp_path / "fresh", of=edited), edited)
    cold = files_of(built(fresh, tmp_path / "cold"))
    assert {at: file.data for at, file in after.items()} == {
        at: file.data for at, file in cold.items()
    }
    same = {at for at, file in after.items() if at in before and file.data == before[at].data}
    assert {at for at in same if after[at] != before[at]} == set()
    assert len(same) > len(after) / 2
    assert "programmes/caring-community/index.html" in after.keys() - same
    assert list(edited.glob(".site.*")) == []


def test_a_build_that_fails_leaves_the_site(project: Path, tmp_path: Path) -> None:
    """Where the map cannot be read, the site that stands goes on standing."""
    broken = in_english(copied_project(tmp_path / "broken", of=project))
    write_file(broken / "site/index.html", "as it was")
    (broken / "synthesis/map.yml").write_text("questions: [", encoding="utf-8")
    done = build(broken)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert {at: file.data for at, file in files_of(broken / "site").items()} == {
        "index.html": b"as it was"
    }
    assert list(broken.glob(".site.*")) == []


def test_what_stood_before_is_kept_only_where_it_is_the_same(tmp_path: Path) -> None:
    """Files one by one, in folders, and written by somebody else; the old ones never change."""
    old, new = tmp_path / "old", tmp_path / "new"
    for name, text in {"same": "one", "other": "two", "theirs": "three"}.items():
        write_file(old / name / "index.html", text)
    (new / "theirs").mkdir(parents=True)
    (new / "theirs/index.html").write_text("three")
    with keeping(str(new), str(old)):
        keep_what_stands(new)
        write_folder(new / "same", {"index.html": "one", "more": "4"})
        write_folder(new / "other", {"index.html": "TWO"})
        write_file(new / "same/index.html", "one, changed")
        write_file(new / "same/index.html", "one")
    before, after = files_of(old), files_of(new)
    assert after["same/index.html"] == before["same/index.html"]
    assert after["theirs/index.html"] == before["theirs/index.html"]
    assert after["other/index.html"].data == b"TWO"
    assert after["same/more"].data == b"4"
    assert before["other/index.html"].data == b"two"


def test_names_by_content_do_not_touch_what_is_the_same(tmp_path: Path) -> None:
    """A page with other links to assets than the engine wrote is kept where it stood with them."""
    sites = [tmp_path / name for name in ("old", "new")]
    for site in sites:
        write_file(site / "index.html", '<script src="assets/a.js"></script>')
        write_file(site / "assets/a.js", "// a")
    make_immutable(sites[0])
    with renewing(sites[1], str(sites[0])):
        make_immutable(sites[1])
    before, after = map(files_of, sites)
    assert len(after) == 3
    assert after == before


def test_a_site_that_cannot_be_put_in_place_leaves_the_one_that_stands(tmp_path: Path) -> None:
    """It is not lost either when the next build begins."""
    write_file(tmp_path / "site/index.html", "as it was")
    with pytest.raises(FileNotFoundError), place_for_next(tmp_path / "site") as following:
        put_in_place(following, tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "as it was"


@pytest.mark.parametrize("stands", [True, False])
def test_a_site_is_put_in_place(tmp_path: Path, stands: bool) -> None:
    """With a site there or without, and over what an interrupted build has left."""
    site = tmp_path / "site"
    if stands:
        write_file(site / "old.html", "old")
    write_file(beside(site, "next") / "half.html", "half")
    write_file(beside(site, "old"), "a file, whoever put it there")
    with place_for_next(site) as following:
        write_file(following / "new.html", "new")
        put_in_place(following, site)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")] == [
        "site/new.html"
    ]
