"""The printable edition: whole, tagged, linked, and the same every time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from building import ROOT, copied_project, in_english
from peermap.cli import main
from peermap.edition.contents import contents
from peermap.edition.linking import PLACE, with_edition
from peermap.edition.picture import map_svg
from peermap.edition.typeset import BOXES, claims_tags, edition
from peermap.place.atlas import Atlas
from peermap.publish.writing import write_file


@pytest.fixture(scope="module")
def printed(atlas: Atlas) -> bytes:
    """The edition of the real project."""
    return edition(atlas)


def test_the_edition_is_tagged_and_says_so(printed: bytes) -> None:
    """A screen reader finds a structure, a language and a title; the file claims PDF/UA-1, which
    the typesetter refuses to write where something is missing.
    """
    assert printed.startswith(b"%PDF-")
    for needed in (b"/StructTreeRoot", b"/MarkInfo", b"/Outlines", b"/Lang", b"pdfuaid"):
        assert needed in printed, needed


def test_the_same_records_give_the_same_edition(atlas: Atlas, printed: bytes) -> None:
    """No clock is read and no font of the machine is used: two editions have the same bytes."""
    assert edition(atlas) == printed


def test_the_edition_has_every_reference_and_programme(atlas: Atlas) -> None:
    """The bibliography lists every reference, the annex every programme, and each statement of
    the questions and trends keeps its sources.
    """
    told = contents(atlas)
    assert {row["key"] for row in told["references"]} == set(atlas.references)
    assert {row["id"] for row in told["programmes"]} == set(atlas.programmes)
    assert [trend["id"] for trend in told["trends"]] == [trend.id for trend in atlas.map.trends]
    text = json.dumps([told["facets"], told["trends"]])
    for prose in (*atlas.questions.values(), *(trend.prose for trend in atlas.trends.values())):
        for section in prose.sections:
            for sentence in section.sentences:
                for passage in sentence.passages:
                    kept = list(passage.keys) if passage.kind == "cite" else passage.text
                    assert json.dumps(kept)[1:-1] in text


def test_links_of_the_edition_lead_to_pages_on_paper(printed: bytes) -> None:
    """A citation leads to its entry in the bibliography, and an entry to its address."""
    assert printed.count(b"/Subtype/Link") > 1000 or printed.count(b"/Subtype /Link") > 1000


def test_the_picture_of_the_map_stands_alone(atlas: Atlas) -> None:
    """The drawing needs no style sheet of the site, and has no link that leads nowhere."""
    drawn = map_svg(atlas)
    assert "<style>" in drawn
    assert "<a " not in drawn
    assert "var(--" not in drawn


def test_the_page_of_the_data_links_to_the_edition(built_site: Path) -> None:
    """Where there is an edition, the page of the data leads to it."""
    page = (built_site / "data/index.html").read_text(encoding="utf-8")
    assert PLACE in page
    assert '<a href="peermap.pdf">' in with_edition(page, "peermap.pdf")


def test_the_command_links_the_edition(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``peermap pdf --link`` puts the file beside the data of the site and a link on its page; a
    second time changes nothing, and without a site it says what is missing.
    """
    copy = in_english(copied_project(tmp_path / "project", of=project))
    command = ["--project", str(copy), "pdf", "--link"]
    assert main(command) == 2
    assert "build the site first" in capsys.readouterr().err
    page = copy / "site/data/index.html"
    write_file(page, f"<main>{PLACE}</main>")
    assert main(command) == 0
    assert (page.parent / "peermap.pdf").read_bytes().startswith(b"%PDF-")
    linked = page.read_text(encoding="utf-8")
    assert 'href="peermap.pdf"' in linked
    assert main(command) == 0
    assert page.read_text(encoding="utf-8") == linked


def test_the_command_links_the_edition_in_every_language(project: Path, tmp_path: Path) -> None:
    """The page of the data in French leads to the same file, in French, and says that the file is
    in English.
    """
    copy = copied_project(tmp_path / "project", of=project)
    for name in ("data/index.html", "fr/data/index.html"):
        write_file(copy / "site" / name, f"<main>{PLACE}</main>")
    assert main(["--project", str(copy), "pdf", "--link"]) == 0
    french = (copy / "site/fr/data/index.html").read_text(encoding="utf-8")
    assert '<a href="../../data/peermap.pdf" hreflang="en">L’édition imprimable' in french
    assert (copy / "site/fr/data/../../data/peermap.pdf").is_file()


def test_the_command_writes_where_it_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``peermap pdf --to`` writes that file, or says why it cannot."""
    command = ["--project", str(project), "pdf", "--to"]
    assert main([*command, str(tmp_path / "map.pdf")]) == 0
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF-")
    assert main([*command, str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}: Is a directory\n"


def test_letters_that_no_font_has_stop_no_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is set all the same; where it can claim no PDF/UA then, that is said."""
    project = tmp_path / "p"
    shutil.copytree(ROOT / "tests/cases/_ground", project)
    path = project / "bibliography/references.bib"
    entry = "\n@misc{peers2020, title = {同伴}, year = {2020}}\n"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert main(["--project", str(project), "pdf"]) == 0
    printed = (project / "dist/peermap.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert claims_tags(printed) == (BOXES not in capsys.readouterr().err)
