"""The archive as files: its checksums, its bytes, and scripts made classic."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from building import ROOT
from peermap.archive.classic import classic_script
from peermap.archive.offline import offline_page, offline_site, to_file
from peermap.archive.package import SUMS, sums, zipped
from peermap.archive.sources import known_to_git, left_at_home, sources
from peermap.publish.writing import write_file
from peermap.render.pages.engine import MARKER

FILES = {"a.txt": b"one\n", "b/c.txt": "Montréal\n".encode()}


def test_the_checksums_are_those_of_the_files() -> None:
    """Each file has a line with its SHA-256 in the form that ``sha256sum --check`` reads."""
    expected = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in FILES.items()]
    assert sums(FILES).splitlines() == expected


def test_the_same_files_give_the_same_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is read: two zips of the same files have the same bytes, and the date in them is
    SOURCE_DATE_EPOCH.
    """
    assert zipped(FILES) == zipped(FILES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763769600")
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert {entry.date_time for entry in entries} == {(2025, 11, 22, 0, 0, 0)}
    assert [entry.filename.partition("/")[2] for entry in entries] == list(FILES)
    assert SUMS == "SHA256SUMS"


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../map/", "../map/index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../compare/?p=a,b", "../compare/index.html?p=a,b"),
        ("../map/#roles", "../map/index.html#roles"),
        ("#here", "#here"),
        ("?x=1", "?x=1"),
        ("record.json", "record.json"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_names_its_page(link: str, file: str) -> None:
    """Links within the site name files; all others stay as they are."""
    assert to_file(link) == file


def test_a_page_starts_the_offline_script_first() -> None:
    """The script that stands in for a server comes before those that need one."""
    page = '<head></head><a href="../map/">Map</a><script type="module" src="../a.js"></script>'
    expected = (
        '<head><script src="../../assets/offline.js"></script>\n</head>'
        '<a href="../map/index.html">Map</a><script defer src="../a.js"></script>'
    )
    assert offline_page("one/two/index.html", page) == expected


MODULES = {
    "a/start.js": 'import {\n  one,\n  two as zwei,\n} from "./one.js";\n'
    'import * as all from "../b/all.js";\n/** @type {import("./types.js").T} */\n'
    'const page = document.querySelector("p");\npage.textContent = one + zwei() + all.three;\n',
    "a/one.js": "export const one = 1;\nexport function two() { return 2; }\nexport class C {}\n",
    "b/all.js": 'export { one } from "../a/one.js";\nconst three = 3;\nexport { three };\n',
}


def test_a_module_becomes_one_script() -> None:
    """All that a module needs stands before it, once, and nothing is left of modules."""
    script = classic_script(MODULES, "a/start.js")
    places = [script.index(f"// {path}") for path in ("a/one.js", "b/all.js", "a/start.js")]
    assert places == sorted(places)
    assert script.count("// a/one.js") == 1
    assert "import" not in script
    assert "export" not in script
    assert "const { one: one, two: zwei } = of['a/one.js'];" in script
    assert "return { C: C, one: one, two: two };" in script


@pytest.mark.parametrize(
    "line", ["export default 1;", "export let a = 1;", 'import a from "./b.js";']
)
def test_what_cannot_be_made_classic_is_said(line: str) -> None:
    """A form that is not known stops the archive, with the file that has it."""
    with pytest.raises(ValueError, match=r"x\.js: .* cannot stand in a classic script"):
        classic_script({"x.js": line}, "x.js")


def test_modules_in_a_circle_are_said() -> None:
    """Two modules that import each other cannot stand one after the other."""
    circle = {"x.js": 'import { y } from "./y.js";', "y.js": 'import { x } from "./x.js";'}
    with pytest.raises(ValueError, match="imports itself by way of"):
        classic_script(circle, "x.js")


def test_what_scripts_fetch_stands_beside_itself_as_a_script() -> None:
    """A file of data has a script beside it that hands over the same text."""
    site = {"data/facets.json": b'{"a":"</script>"}', "index.html": b"<head></head>"}
    made = offline_site(site)
    assert made["data/facets.json"] == site["data/facets.json"]
    assert made["data/facets.json.js"] == b'peermapFile("{\\"a\\":\\"</script>\\"}");\n'


OWN = ("synthesis/map.yml", "docs/index.md", "mkdocs.yml", ".zenodo.json", "tests/browser/.npmrc")
PRIVATE = ("zotero.ris", "tags.csv", "notes.md", "synthesis/map.yml~", ".env", "old/site.bib")
MADE = (
    "docs/_parts/map.html",
    "docs/fr/_parts/aside/map.md",
    "docs/fr/map/index.md",
    "site/a.html",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in whose folder lies what is nobody's business, and what a build made."""
    for name in (*OWN, *PRIVATE):
        write_file(tmp_path / name, "by hand\n")
    for name in MADE:
        write_file(tmp_path / name, f"---\n{MARKER}\n---\n")
    return tmp_path


def packed(root: Path) -> set[str]:
    """The paths of the sources in the archive of a project."""
    return {name for name, _ in sources(root)}


def test_only_what_people_wrote_for_the_project_is_packed(folder: Path) -> None:
    """Exports, notes and copies that editors keep stay at home, and so does what a build made in
    any language.
    """
    assert packed(folder) == set(OWN)


def test_what_git_does_not_know_is_not_packed(folder: Path) -> None:
    """In a repository a file that nobody added stays at home, wherever it lies, and can be named;
    one that was added is packed, wherever it lies.
    """
    own = (*OWN, "interviews/guide.md")
    write_file(folder / own[-1], "by hand\n")
    write_file(folder / "bibliography/zotero.ris", "TY  - JOUR\n")
    for command in (["init", "--quiet"], ["add", *own]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    assert packed(folder) == set(own)
    assert left_at_home(folder) == ["bibliography/zotero.ris"]


def test_every_file_that_git_knows_of_this_project_is_packed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Hidden ones too, which tests in the archive read; and the same where git is not there."""
    known = known_to_git(ROOT)
    assert {name for name in known if (ROOT / name).is_file()} - packed(ROOT) == set()
    monkeypatch.setenv("PATH", "")
    assert known_to_git(ROOT) == set()
    assert known - packed(ROOT) == set()
