"""`peermap tag`: what is suggested and why, and that nothing else in the file moves."""

from __future__ import annotations

import csv
import io
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import ROOT
from peermap.cli import main
from peermap.commands.tag import walk
from peermap.load.bibtex import read_references
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.tagging.keywords_edit import tagged_text
from peermap.tagging.suggestions import candidates, suggestions

UNTAGGED = """
% a comment that stays
@article{ash2021,
    author = {Ash, Dee},   title = "Door knockers: navigation, =1+1",
  year = 2021, abstract = {Guides come along.}
}
@misc{bee2022, title = {None of this}, keywords = {ordinary, words ,}, year = {2022}}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project with two references that bear no tag."""
    shutil.copytree(ROOT / "tests/cases/_ground", tmp_path / "p", dirs_exist_ok=True)
    path = tmp_path / "p/bibliography/references.bib"
    path.write_bytes(path.read_bytes() + UNTAGGED.replace("\n", "\r\n").encode())
    return tmp_path / "p"


def atlas_of(root: Path) -> Atlas:
    """The records of a project."""
    atlas = read_project(root).atlas
    assert atlas is not None
    return atlas


def bibliography(root: Path) -> bytes:
    """The bibliography, byte for byte."""
    return (root / "bibliography/references.bib").read_bytes()


def test_a_suggestion_says_which_words_led_to_it(small: Path) -> None:
    """Who has the name of an option or label in the title gets it suggested, with that word; a
    suggestion writes nothing.
    """
    atlas = atlas_of(small)
    before = bibliography(small)
    found = suggestions(atlas.references["ash2021"], candidates(atlas))
    told = {str(suggestion) for suggestion in found}
    assert "functions:navigation (navigation)" in told
    assert "label:door-knocker (door knocker)" in told
    assert suggestions(atlas.references["bee2022"], candidates(atlas)) == ()
    assert bibliography(small) == before


def test_tags_go_into_the_keywords_and_nothing_else_moves(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the terminal a number takes a suggestion, a slip gets a guess, an empty line leaves a
    reference; taking the tags out of the file again gives the very same bytes as before.
    """
    before = bibliography(small)
    atlas = atlas_of(small)
    answers = iter(["functions:navigaton", "1, trend:peer-support", "label:guide"])
    assert walk(small, atlas, candidates(atlas), lambda words: next(answers)) == 0
    assert "Did you mean 'functions:navigation'?" in capsys.readouterr().out
    after = bibliography(small)
    tags = atlas_of(small).references["ash2021"].tags
    assert "trend:peer-support" in map(str, tags)
    added = ",".join(map(str, tags)).replace(",", ", ")
    undone = after.replace(f",\r\n  keywords = {{{added}}}".encode(), b"")
    undone = undone.replace(f", keywords = {{{added}}}".encode(), b"")
    assert undone.replace(b" label:guide", b"") == before


def test_a_question_mark_lists_the_tags(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who does not know the tags asks for them, and may write one by its value alone; a tag of a
    question is said to want a statement or evidence.
    """
    atlas = atlas_of(small)
    answers = iter(["?", "navigation", "q"])
    assert walk(small, atlas, candidates(atlas), lambda words: next(answers)) == 0
    told = capsys.readouterr().out
    assert "functions: " in told
    assert "label: " in told
    assert "cite it in a statement or as evidence" in told
    tags = atlas_of(small).references["ash2021"].tags
    assert [str(tag) for tag in tags] == ["functions:navigation"]


def test_a_sheet_goes_out_and_comes_back(small: Path, tmp_path: Path) -> None:
    """The table has every untagged reference, no cell starts a formula, and the tags that are
    filled in arrive; a second time nothing changes.
    """
    sheet = tmp_path / "tags.csv"
    assert main(["--project", str(small), "tag", "--to", str(sheet)]) == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    assert [row["key"] for row in rows] == ["ash2021", "bee2022"]
    assert not any(v.startswith(("=", "+", "-", "@")) for row in rows for v in row.values())
    sheet.write_text("\ufeffkey;tags\r\nash2021;functions:navigation, label:guide\r\nbee2022;\r\n")
    assert main(["--project", str(small), "tag", "--from", str(sheet)]) == 0
    once = bibliography(small)
    assert [str(t) for t in atlas_of(small).references["ash2021"].tags] == [
        "functions:navigation",
        "label:guide",
    ]
    assert main(["--project", str(small), "tag", "--from", str(sheet)]) == 0
    assert bibliography(small) == once


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ","),
        ("cp1252", ";"),  # "CSV" of Excel in Europe
        ("mac-roman", ";"),
        ("utf-16", "\t"),  # "Unicode text" of Excel
    ],
)
def test_a_sheet_comes_back_as_a_spreadsheet_program_saves_it(
    small: Path, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    """Whatever encoding and delimiter the program chose, the tags that were filled in arrive."""
    sheet = tmp_path / "tags.csv"
    assert main(["--project", str(small), "tag", "--to", str(sheet)]) == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    rows[0] |= {"title": "É – “Été”; or\nso", "tags": "functions:navigation; label:guide"}
    saved = io.StringIO()
    writer = csv.DictWriter(saved, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    sheet.write_bytes(saved.getvalue().encode(encoding))
    assert main(["--project", str(small), "tag", "--from", str(sheet)]) == 0
    tags = [str(tag) for tag in atlas_of(small).references["ash2021"].tags]
    assert tags == ["functions:navigation", "label:guide"]
    assert not atlas_of(small).references["bee2022"].tags


def test_a_sheet_that_cannot_be_written_or_read_is_told(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A place that takes no file, or gives none, is named with the reason."""
    (tmp_path / "file").touch()
    for way in ("--to", "--from"):
        for place in (tmp_path, tmp_path / "file/tags.csv"):
            assert main(["--project", str(small), "tag", way, str(place)]) == 2
            assert capsys.readouterr().err.startswith(f"{place}: ")


def test_a_bibliography_that_cannot_be_written_is_told(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its path and the reason are said, no other reference is asked for, and it is as it was."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before, asked = bibliography(small), []
    monkeypatch.setattr("os.replace", full)
    monkeypatch.setattr("builtins.input", lambda words: asked.append(words) or "label:guide")
    assert main(["--project", str(small), "tag"]) == 2
    assert "references.bib: No space left on device" in capsys.readouterr().err
    assert len(asked) == 1
    assert bibliography(small) == before


def test_a_bibliography_elsewhere_stays_there(small: Path, tmp_path: Path) -> None:
    """Where the bibliography is a link, the file it leads to takes the tags."""
    link = small / "bibliography/references.bib"
    link.rename(small / "elsewhere.bib")
    link.symlink_to("../elsewhere.bib")
    sheet = tmp_path / "tags.csv"
    sheet.write_text("key,tags\nash2021,functions:navigation\n", encoding="utf-8")
    assert main(["--project", str(small), "tag", "--from", str(sheet)]) == 0
    assert link.is_symlink()
    assert b"functions:navigation" in (small / "elsewhere.bib").read_bytes()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("key,tags\nash2021,functions:navigaton\n", "Did you mean 'functions:navigation'?"),
        ("key,tags\nash2020,functions:navigation\n", "'ash2020' is no reference"),
        ("key,tags\nash2021,functions:navigation}\n", "is no tag known here"),
        ("a,b\n1,2\n", "no columns 'key' and 'tags'"),
        ("\ufeffkey,tags\nash2021,functions:näv\n", "'functions:näv' is no tag known here"),
        (b"key,tags\nash2021,functions:n\xe4v\n", "'functions:näv' is no tag known here"),
        (b"key,tags\nash2021,functions:n\x81v\n", "is no tag known here"),
        ("key,tags\nash2021,functions:navigation\n".encode("utf-16-le"), "NUL characters"),
        ("key,tags\nash2021,functions:navigation\n".encode("utf-16") + b"\n", "UTF-16"),
    ],
)
def test_a_faulty_sheet_changes_nothing(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str | bytes, told: str
) -> None:
    """One wrong row, and nothing is written; the row is named."""
    before = bibliography(small)
    sheet = tmp_path / "tags.csv"
    sheet.write_bytes(table.encode() if isinstance(table, str) else table)
    assert main(["--project", str(small), "tag", "--from", str(sheet)]) == 1
    assert told in capsys.readouterr().out
    assert bibliography(small) == before


@settings(max_examples=60, deadline=None)
@given(
    keywords=st.lists(st.text("abc:-é ", max_size=8), max_size=4).map(", ".join),
    before=st.text("abc %\n\t", max_size=30),
    quotes=st.sampled_from(["{}", '""']),
)
def test_every_other_character_stays(keywords: str, before: str, quotes: str) -> None:
    """Whatever keywords and text stand around, the file differs by what was put in, and only
    there.
    """
    field = f"keywords = {quotes[0]}{keywords}{quotes[1]}"
    text = f"{before}\n@misc{{a,\n  title = {{T}},\n  {field},\n}}\n"
    after = tagged_text(text, {"a": ["trend:x"]})
    at = next(i for i in range(len(after)) if i >= len(text) or after[i] != text[i])
    grown = len(after) - len(text)
    assert any(after[:i] + after[i + grown :] == text for i in range(max(at - grown, 0), at + 1))
    assert "trend:x" in after[max(at - grown, 0) : at + grown + 8]


@pytest.mark.parametrize(
    "fields",
    ["keyword = {ordinary, words}", "keyword = {ordinary}, keywords = {words}"],
)
def test_keywords_under_their_other_name_stay(fields: str) -> None:
    """What BibLaTeX allows as *keyword* gets the tag too, and no keyword is lost beside it."""
    text = f"@misc{{a,\n  title = {{T}},\n  {fields},\n}}\n"
    (read,), problems = read_references("r.bib", tagged_text(text, {"a": ["label:x"]}))
    assert not problems
    assert sorted(read.keywords) == ["ordinary", "words"]
    assert list(map(str, read.tags)) == ["label:x"]
    assert "keyword" not in read.fields


def test_real_references_can_all_be_tagged(atlas: Atlas) -> None:
    """Each entry of the real bibliography takes a tag, and the file differs by that alone."""
    text = (ROOT / "bibliography/references.bib").read_text(encoding="utf-8")
    for key in list(atlas.references)[::40]:
        after = tagged_text(text, {key: ["label:x"]})
        assert after.replace(", label:x", "", 1) == text


def test_thousands_of_references_are_tagged_at_once() -> None:
    """The file is read once, however many of its entries take a tag."""
    entries = (f"@misc{{w{n},\n  title = {{Work {n}}},\n}}\n\n" for n in range(3000))
    text, begun = "".join(entries), time.process_time()
    after = tagged_text(text, {f"w{n}": ["label:peer"] for n in range(3000)})
    assert time.process_time() - begun < 10
    assert after.count("},\n  keywords = {label:peer},\n}") == 3000
