"""A retracted or corrected work says so wherever it is named; private notes stay at home."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from peermap.linked.files import linked_files
from peermap.load.bibtex import read_references
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.publish.atlas_file import atlas_file
from peermap.publish.data import data_files
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import engine_pages
from peermap.publish.withheld import published
from peermap.records.notice import Notice

GROUND = Path(__file__).parents[1] / "cases" / "_ground"
MARKED = (
    "retracted = {2023-05, 10.1000/notice},\n  annote = {Secret words},\n  file = {:a.pdf:},\n  "
)


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    """The small project, its first reference retracted, with a private note and a file."""
    shutil.copytree(GROUND, tmp_path / "p")
    path = tmp_path / "p" / "bibliography" / "references.bib"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title =", f"{MARKED}title =", 1), encoding="utf-8")
    project = read_project(tmp_path / "p")
    assert project.problems == ()
    assert project.atlas is not None
    return published(project.atlas)


def retracted(atlas: Atlas) -> str:
    """The key of the reference that is retracted."""
    (key,) = (key for key, reference in atlas.references.items() if reference.notices)
    return key


def test_its_page_says_so_first(atlas: Atlas) -> None:
    """With the date and the way to the notice."""
    key = retracted(atlas)
    (page,) = (p for p in record_pages(atlas) if p.address == f"references/{key}/")
    start = page.body[: page.body.index("pm-authors")]
    assert "This work was retracted after it appeared." in start
    assert "May 2023" in start
    assert 'href="https://doi.org/10.1000/notice"' in start


def test_every_mention_says_so(atlas: Atlas) -> None:
    """Wherever a page links to it by author and year, or lists it, the mark stands behind."""
    key = retracted(atlas)
    texts = [p.body for p in record_pages(atlas) if p.address != f"references/{key}/"]
    texts += [page.text for page in engine_pages(atlas)]
    mentions = 0
    for text in texts:
        for piece in text.split(f'references/{key}/">')[1:]:
            mentions += 1
            behind = piece.partition("</a>")[2][:80]
            assert behind.startswith(' <span class="pm-notice-mark"'), piece[:120]
    assert mentions > 1


def test_exports_say_so(atlas: Atlas) -> None:
    """As a field in BibTeX, as a note in RIS and CSL-JSON."""
    files = data_files(atlas)
    assert "retracted = {2023-05, 10.1000/notice}" in files["references.bib"]
    assert "N1  - Retracted: 2023-05 https://doi.org/10.1000/notice." in files["references.ris"]
    items = {item["id"]: item for item in json.loads(files["references.csl.json"])}
    assert items[retracted(atlas)]["note"].startswith("Retracted: 2023-05")


def test_tables_uses_and_linked_data_say_so(atlas: Atlas) -> None:
    """Who reads the tables, where a source is used, or the linked data, meets the mark too."""
    files, key = data_files(atlas), retracted(atlas)
    for name, column in (("references.csv", "key"), ("uses.csv", "reference")):
        rows = list(csv.DictReader(io.StringIO(files[name])))
        assert {r["notices"] for r in rows if r[column] == key} == {"retracted"}
        assert {r["notices"] for r in rows if r[column] != key} == {""}
    uses = {one["reference"]: one for one in json.loads(files["uses.json"])}
    assert uses[key]["notices"] == ["retracted"]
    assert {use["notices"] for use in uses[key]["uses"]} == {"retracted"}
    whole = json.loads(atlas_file(atlas))
    assert whole["references"][key]["notices"] == ["retracted"]
    turtle = linked_files(atlas, "")["records.ttl"]
    (told,) = (node for node in turtle.split("\n\n") if node.startswith(f"<references/{key}/>"))
    assert "(retracted)" in told
    assert '"Retracted. 2023-05"@en' in told
    assert "<https://doi.org/10.1000/notice>" in told


def test_private_notes_and_files_stay_at_home(atlas: Atlas) -> None:
    """They are in no page and in no file of the site."""
    texts = [text for page in record_pages(atlas) for text in (page.body, *page.files.values())]
    texts += [*data_files(atlas).values(), *(page.text for page in engine_pages(atlas))]
    assert not [text for text in texts if "Secret words" in text or "a.pdf" in text]


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        ("yes", Notice("retracted")),
        ("2023-05-12", Notice("retracted", on="2023-05-12")),
        ("10.1000/N", Notice("retracted", address="https://doi.org/10.1000/n")),
        ("fraud", Notice("retracted", words="fraud")),
    ],
)
def test_what_a_notice_may_say(words: str, notice: Notice) -> None:
    """A day, a DOI, *yes*, or words, which are shown and told of."""
    (read,), problems = read_references("x", f"@misc{{a, title = {{A}}, retracted = {{{words}}}}}")
    assert read.notices == (notice,)
    assert bool(problems) == bool(notice.words)


def test_a_work_without_a_notice() -> None:
    """``no`` is no notice, and the message says how to write it."""
    (read,), problems = read_references("x", "@misc{a, title = {A}, retracted = {no}}")
    assert read.notices == ()
    assert [str(p.says) for p in problems] == ["retracted is 'no'"]
