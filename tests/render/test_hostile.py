"""Sources come from strangers (DESIGN §10): every string is text, never markup.

The project is the case ``markup-in-every-text``: scripts, pictures, handlers, template and
attribute syntax, and addresses that run code, in every field that takes text.
"""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml

from building import built, copied_project
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.publish.finish import record_pages
from peermap.publish.prepare import engine_pages
from peermap.render.pages.engine import EnginePage
from peermap.render.pages.parts import parts

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
CASE = CASES / "markup-in-every-text"
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
IMPLIED = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "option"]
)  # end tags HTML may leave out
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]*")
ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "data", "poster"})
RUNS = re.compile(r"^[\s\x00-\x1f]*(javascript|vbscript|data)\s*:", re.IGNORECASE)
FOREIGN = frozenset({"img", "iframe", "object", "embed"})
SNIPPET = re.compile(r'--8<-- "([^"]+)"')
PAYLOAD = "alert(1)"


class Page(HTMLParser):
    """Reads a page and notes what no text of a source may bring into it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in FOREIGN or (tag == "script" and "src" not in given):
            self.faults.append(f"<{tag}> {given}")
        for name, value in attrs:
            if not NAME.fullmatch(name) or name.startswith("on"):
                self.faults.append(f"<{tag}> has the attribute {name}={value!r}")
            if name in ADDRESSES and RUNS.match(value or ""):
                self.faults.append(f"<{tag}> leads to {value!r}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in IMPLIED:
            self.open.pop()
        if tag in VOID or not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.faults.append(f"a script holds {data[:60]!r}")
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        if PAYLOAD in data:
            self.faults.append(f"a comment holds {data[:60]!r}")


def faults(text: str) -> list[str]:
    """What is wrong with some HTML; its tags must close, too."""
    page = Page(text)
    return page.faults + [f"<{tag}> is not closed" for tag in page.open if tag not in IMPLIED]


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
        known = {"title", "description", "hide", "source", "record", "tab", "template", "head"}
        assert set(front) <= known


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
