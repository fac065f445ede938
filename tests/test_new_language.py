"""A third language comes by files alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from building import built, copied_project

FILES = {
    "mkdocs.eo.yml": """\
INHERIT: mkdocs.yml
docs_dir: docs/eo
site_dir: site/eo
theme: {language: eo}
nav:
  - Hejmo: index.md
  - Mapo: map/index.md
""",
    "docs/eo/index.md": "---\ntitle: Hejmo\n---\n\n# Samuloj\n\n[La mapo](map/index.md)\n",
    "synthesis/eo/map.yml": "title: Mapo\nfacets:\n  - {id: roles, name: Roloj}\n",
}
FIVE_WORDS = {
    "Programmes": "Programoj",
    "References": "Referencoj",
    "Skip to content": "Salti al la enhavo",
    "This page can also be read in English.": "Tiu ĉi paĝo legeblas ankaŭ en Esperanto.",
    "Remove": "Forigi",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a few records to which Esperanto was added, with five words."""
    project = copied_project(tmp_path_factory.mktemp("esperanto"))
    (project / "mkdocs.fr.yml").unlink()
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    begin = [sys.executable, "-m", "peermap", "--project", str(project), "words", "eo"]
    subprocess.run(begin, check=True, capture_output=True)
    catalogue = project / "scripts/peermap/locale/eo/peermap.po"
    text = catalogue.read_text(encoding="utf-8")
    for english, words in FIVE_WORDS.items():
        entry = f'msgid "{english}"\nmsgstr ""'
        assert entry in text
        text = text.replace(entry, f'msgid "{english}"\nmsgstr "{words}"')
    catalogue.write_text(text, encoding="utf-8")
    return built(project, tmp_path_factory.mktemp("site"))


def page(site: Path, address: str) -> str:
    """The HTML of a page."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_it_has_pages_of_its_own(site: Path) -> None:
    """Hand-written and generated ones, with the words there are."""
    assert '<html lang="eo"' in page(site, "eo/programmes")
    assert "<h1>Programoj</h1>" in page(site, "eo/programmes")
    assert "Salti al la enhavo" in page(site, "eo/references")
    assert "Roloj" in page(site, "eo/map")
    assert "Samuloj" in page(site, "eo")


def test_what_is_not_translated_is_english_and_says_so(site: Path) -> None:
    """A screen reader speaks it as English."""
    assert '<h1 lang="en">Gaps</h1>' in page(site, "eo/gaps")
    assert '<h1 lang="en">Caring Community</h1>' in page(site, "eo/programmes/caring-community")


def test_readers_can_change_to_it_and_back(site: Path) -> None:
    """The switch offers it in its own words."""
    english, esperanto = page(site, "map"), page(site, "eo/map")
    assert 'href="../eo/map/" lang="eo" hreflang="eo"' in english
    assert "Tiu ĉi paĝo legeblas ankaŭ en Esperanto." in english
    assert 'href="../../map/" lang="en" hreflang="en"' in esperanto


def test_its_scripts_have_the_words_there_are(site: Path) -> None:
    """The rest they say in English."""
    words = (site / "eo" / "assets" / "words.js").read_text(encoding="utf-8")
    assert words == ('globalThis.peermapWords = {"References":"Referencoj","Remove":"Forigi"};\n')
