"""The list of all pages for search engines."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from peermap.publish.sitemap import sitemaps

ADDRESS = "https://example.org/peers"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of five pages."""
    for page in ("", "map", "references/a", "references/b", "references/c"):
        (tmp_path / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / page / "index.html").touch()
    return tmp_path


def listed(text: str) -> list[str]:
    """The addresses of a file, in its order."""
    return [element.text or "" for element in ElementTree.fromstring(text).findall(".//{*}loc")]


def test_one_file_lists_all_pages(site: Path) -> None:
    """With few pages there is one file, and it has whole addresses."""
    files = sitemaps(site, ADDRESS)
    assert list(files) == ["sitemap.xml"]
    assert listed(files["sitemap.xml"]) == [
        f"{ADDRESS}/{page}"
        for page in ("", "map/", "references/a/", "references/b/", "references/c/")
    ]


def test_more_pages_than_a_file_may_have_stand_in_several(site: Path) -> None:
    """Each page stands in one of the files that the first one lists, and none has too many."""
    files = sitemaps(site, ADDRESS, most=2)
    names = [address.rpartition("/")[2] for address in listed(files["sitemap.xml"])]
    assert [len(listed(files[name])) for name in names] == [2, 2, 1]
    pages = [address for name in names for address in listed(files[name])]
    assert pages == listed(sitemaps(site, ADDRESS)["sitemap.xml"])
    assert files.keys() == {"sitemap.xml", *names}
