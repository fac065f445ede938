"""Sources come from strangers (DESIGN §10): every string is text, never markup.

The project is the case ``markup-in-every-text``: scripts, pictures, handlers, template and
attribute syntax, and addresses that run code, in every field that takes text.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown
import pytest
import yaml

from building import built, copied_project
from markup import PAYLOAD, Page, faults
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import engine_pages
from peermap.render.pages.engine import EnginePage
from peermap.render.pages.parts import parts

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
CASE = CASES / "markup-in-every-text"
FRONT = {"title", "description", "hide", "source", "record", "tab", "template", "head", "work"}
SNIPPET = re.compile(r'--8<-- "([^"]+)"')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project's pages and templates with hostile sources."""
    root = copied_project(tmp_path_factory.mktemp("hostile") / "project")
    shutil.rmtree(root / "synthesis")
    left_out = shutil.ignore_patterns("expected", "mkdocs.yml")
    for folder in (CASES / "_ground", CASE):
        shutil.copytree(folder, root, dirs_exist_ok=True, ignore=left_out)
    for piece in pieces_wanted(root / "docs"):
        piece.parent.mkdir(exist_ok=True)
        piece.touch()
    return root


def pieces_wanted(docs: Path) -> list[Path]:
    """The pieces that hand-written pages take in; the engine stops where one is missing."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(docs.glob("*.md")))
    return [docs / "_parts" / name for text in texts for name in SNIPPET.findall(text)]


@pytest.fixture(scope="module")
def atlas(project: Path) -> Atlas:
    """The records of the hostile project."""
    atlas = read_project(project).atlas
    assert atlas is not None
    return atlas


def test_record_pages_hold_text_only(atlas: Atlas) -> None:
    """Pages of programmes, references and labels show hostile text as text."""
    shown = {page.address: page.body for page in record_pages(atlas)}
    assert {address: faults(body) for address, body in shown.items() if faults(body)} == {}
    assert [at for at, body in shown.items() if PAYLOAD not in "".join(Page(body).words)] == []


def test_generated_pieces_hold_text_only(atlas: Atlas) -> None:
    """The pieces that hand-written pages take in show hostile text as text."""
    assert {name: faults(text) for name, text in parts(atlas).items() if faults(text)} == {}


def rendered(page: EnginePage, project: Path) -> str:
    """A page for the engine as Python-Markdown renders it with the site's extensions."""
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    names, options = [], {}
    for entry in settings["markdown_extensions"]:
        name, given = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        if name != "pymdownx.snippets":
            names.append(name)
            options[name] = given
    body = page.text.split("\n---\n", 1)[1]
    return markdown.markdown(body, extensions=names, extension_configs=options)


def test_engine_pages_hold_text_only(atlas: Atlas, project: Path) -> None:
    """Pages of questions, options, trends and lists show hostile text as text."""
    found = {page.path: faults(rendered(page, project)) for page in engine_pages(atlas)}
    assert {path: said for path, said in found.items() if said} == {}


def test_the_front_matter_of_engine_pages_is_data(atlas: Atlas) -> None:
    """Title and description of a page are one text each, whatever stands in them."""
    for page in engine_pages(atlas):
        front = yaml.safe_load(page.text.split("\n---\n", 1)[0].removeprefix("---\n"))
        assert isinstance(front["title"], str)
        assert isinstance(front["description"], str)
        assert set(front) <= FRONT


def test_the_built_site_holds_text_only(
    project: Path, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The whole site, built for real: titles, descriptions, contents lists and every page."""
    site = built(project, tmp_path_factory.mktemp("hostile-site"))
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(list(record_pages(atlas)))
    found = {
        page.relative_to(site).as_posix(): faults(page.read_text(encoding="utf-8"))
        for page in pages
    }
    assert {page: said for page, said in found.items() if said} == {}
