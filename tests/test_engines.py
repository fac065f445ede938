"""The same tree through every engine (DESIGN §8): what a reader gets does not depend on it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from building import copied_project, with_formatted
from peermap.publish.engines import ENGINES, HOW_TO_GET, settings_of

pytestmark = pytest.mark.long

OTHERS = tuple(name for name in ENGINES if name != "mkdocs")
ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass
class Seen(HTMLParser):
    """What a page tells: its title, its descriptions, where its links lead, its headings with
    their anchors, and all its words.
    """

    page: str
    title: str = ""
    meta: list[dict[str, str | None]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[str, str | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside = tag
        if given.get(ADDRESSES.get(tag, "")) is not None:
            self.links.append((tag, whole(self.page, str(given[ADDRESSES[tag]]))))
        if tag == "meta":
            self.meta.append(given)
        if tag in HEADINGS:
            self.headings.append((tag, given.get("id")))

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.title += data.strip()
        self.words += data.split()


def whole(page: str, link: str) -> str:
    """A link as seen from the root; ``.``, ``./``, ``index.html`` and nothing lead to one place."""
    return re.sub(r"(?<=/)(\.|index\.html)$", "", urljoin(f"/{page}", link))


def seen(site: Path, page: str) -> dict[str, object]:
    """What the page at a path tells, by name."""
    parser = Seen(page)
    parser.feed((site / page).read_text(encoding="utf-8"))
    names = ("title", "meta", "links", "headings")
    return {name: getattr(parser, name) for name in names} | {"words": "".join(parser.words)}


@pytest.fixture(scope="module", params=OTHERS)
def other_site(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The real site, built by another engine through the command."""
    engine: str = request.param
    if not ENGINES[engine].is_here:
        pytest.skip(f"{engine} is not here: {HOW_TO_GET}")
    copy = with_formatted(copied_project(tmp_path_factory.mktemp(engine), of=project), project)
    command = [sys.executable, "-m", "peermap", "--project", copy, "build", "--engine", engine]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return copy / "site"


def test_every_engine_gives_the_same_files(built_site: Path, other_site: Path) -> None:
    """The same pages stand at the same addresses, the same data and assets beside them, and what
    is no page is the same to the byte.
    """
    first, other = dict(files_of(built_site)), dict(files_of(other_site))
    assert sorted(first) == sorted(other)
    assert [name for name in first if not is_page(name) and first[name] != other[name]] == []


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site: its path and its bytes."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def is_page(name: str) -> bool:
    return name.endswith(".html")


def test_every_engine_gives_the_same_pages(built_site: Path, other_site: Path) -> None:
    """Every page has the same title, the same descriptions, links that lead to the same places,
    the same headings and the same words.
    """
    unlike = []
    for path in sorted(built_site.rglob("*.html")):
        page = path.relative_to(built_site).as_posix()
        first, other = seen(built_site, page), seen(other_site, page)
        unlike += [(page, name) for name in first if first[name] != other[name]]
    assert unlike == []


def test_an_engine_that_is_not_installed_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks for an engine that is not there reads how to get it, and nothing is built."""
    from peermap.cli import main
    from peermap.commands import build
    from peermap.publish.engines import Engine

    monkeypatch.setitem(build.ENGINES, "zensical", Engine("no_such_engine", calls_hook=False))
    assert main(["--project", str(project), "build", "--engine", "zensical"]) == 2
    assert capsys.readouterr().err == f"zensical is not installed; get it with: {HOW_TO_GET}\n"


def test_settings_of_an_engine_are_passed_over(tmp_path: Path) -> None:
    """A configuration may hold tags and lists that only its engine reads; the plain texts are
    read all the same.
    """
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        "site_url: https://example.org/\nsite_name: !ENV NAME\nplugins: []\n"
        "hooks: [!!python/name:os.system a]\n",
        encoding="utf-8",
    )
    assert settings_of(configuration) == {"site_url": "https://example.org/", "site_name": "NAME"}
