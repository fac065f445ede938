"""The site behind a server with the cache rules of ``docs/publish.md``, as a CDN would serve it."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from peermap.publish.immutable import ASK_AGAIN, FOR_EVER, cache_rule, make_immutable

SMALL = {
    "index.html": '<script type="module" src="./assets/a/start.js"></script><a href="assets/x">',
    "map/index.html": '<link rel="stylesheet" href="../assets/x.css"> assets/ in the text',
    "404.html": '<link rel="stylesheet" href="/assets/x.css">',
    "assets/x.css": "p { color: red }",
    "assets/a/start.js": 'import "./other.js";',
    "assets/search/synonyms.json": "[]",
}


class Host(BaseHTTPRequestHandler):
    """A stand-in for an object store with a CDN before it: rules, ETags and compression."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, asked: list[tuple[str, int]], *rest: object) -> None:
        self.folder, self.asked = folder, asked
        super().__init__(*rest)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (named there)
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, or that it is still the same."""
        path = self.path.partition("?")[0]
        file = self.folder / (path + "index.html" if path.endswith("/") else path).lstrip("/")
        if not file.is_file():
            self.answer(404, path, b"", {})
            return
        data = file.read_bytes()
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        kind = {"ETag": tag, "Content-Type": guess_type(file.name)[0] or "application/octet-stream"}
        if self.headers.get("If-None-Match") == tag:
            self.answer(304, path, b"", kind)
            return
        self.answer(200, path, gzip.compress(data, mtime=0), kind | {"Content-Encoding": "gzip"})

    def answer(self, status: int, path: str, body: bytes, kind: dict[str, str]) -> None:
        """Send it, and remember that it was asked for."""
        self.asked.append((path, status))
        self.send_response(status)
        shown = {"Cache-Control": cache_rule(path), "Vary": "Accept-Encoding"}
        for name, value in (kind | shown | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosted(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a hosted folder, without a slash, and what is asked for there."""
    asked: list[tuple[str, int]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, folder, asked)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A site of three pages."""
    for name, text in SMALL.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_every_link_to_an_asset_has_its_new_name(small_site: Path) -> None:
    """Links at any depth lead to the renamed folder; words of the text are left alone, and what
    changes with the records keeps its name.
    """
    name = make_immutable(small_site)
    assert re.fullmatch(r"assets-[0-9a-f]{12}", str(name))
    pages = {page: (small_site / page).read_text() for page in SMALL if page.endswith(".html")}
    assert pages["index.html"] == SMALL["index.html"].replace("assets/", f"{name}/")
    assert f'"../{name}/x.css"> assets/ in the text' in pages["map/index.html"]
    assert f'"/{name}/x.css"' in pages["404.html"]
    assert (small_site / "assets/search/synonyms.json").is_file()
    assert not (small_site / "assets/x.css").exists()
    assert make_immutable(small_site) is None


def test_a_page_that_links_from_the_top(small_site: Path) -> None:
    """The 404 page of a site below a path names that path, and finds its assets renamed; an address
    at another host keeps its words.
    """
    page = small_site / "404.html"
    kept = (
        '<a href="https://elsewhere.org/assets/x.css"><img src="//elsewhere.org/assets/x.png">'
        '<a href="./data/assets/x"><a href="/peermap/map/?at=/assets/x">'
    )
    page.write_text('<link href="/peermap/assets/x.css"><link href="/a/b/assets/x.css">' + kept)
    name = make_immutable(small_site)
    renamed = f'<link href="/peermap/{name}/x.css"><link href="/a/b/{name}/x.css">'
    assert page.read_text() == renamed + kept


def test_an_asset_that_changes_gives_another_name(small_site: Path, tmp_path: Path) -> None:
    """What a browser keeps for ever is never asked for under the same name with other bytes."""
    other = shutil.copytree(small_site, tmp_path / "other")
    (other / "assets/x.css").write_text("p { color: blue }", encoding="utf-8")
    assert make_immutable(small_site) != make_immutable(other)


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/", ASK_AGAIN),
        ("/programmes/", ASK_AGAIN),
        ("/data/references.parquet", ASK_AGAIN),
        ("/assets/search/synonyms.json", ASK_AGAIN),
        ("/pagefind/pagefind.js", ASK_AGAIN),
        ("/assets-0123456789ab/peermap.css", FOR_EVER),
        ("/pagefind/fragment/en_1.pf_fragment", FOR_EVER),
    ],
)
def test_only_what_is_named_by_its_content_is_kept_for_ever(path: str, rule: str) -> None:
    """A page or a file of data is asked for again; a corrected record is seen at once."""
    assert cache_rule(path) == rule


def test_a_page_that_is_the_same_is_not_sent_again(small_site: Path) -> None:
    """Who has the page asks with its tag and is told that nothing changed."""
    with hosted(small_site) as (address, _):
        with urllib.request.urlopen(f"{address}/map/") as first:
            tag = first.headers["ETag"]
            assert first.headers["Cache-Control"] == ASK_AGAIN
        again = urllib.request.Request(f"{address}/map/", headers={"If-None-Match": tag})
        with pytest.raises(urllib.error.HTTPError, match="304"):
            urllib.request.urlopen(again)


def test_a_second_visit_asks_for_no_asset(desk: Page, built_site: Path, tmp_path: Path) -> None:
    """The finder works from renamed assets, all of which are there; who comes again fetches none
    of them a second time, and no page in full.
    """
    site = shutil.copytree(built_site, tmp_path / "site")
    name = make_immutable(site)
    with hosted(site) as (address, asked):
        desk.goto(f"{address}/programmes/?functions=advocacy", wait_until="networkidle")
        expect(desk.locator(".pm-finder-found")).to_contain_text(" of ")
        assert [path for path, status in asked if status == 404] == []
        assert any(path.startswith(f"/{name}/finder/") for path, _ in asked)
        first = len(asked)
        desk.goto(f"{address}/programmes/?functions=navigation", wait_until="networkidle")
        second = asked[first:]
        assert [path for path, _ in second if "/assets-" in path] == []
        assert {status for path, status in second if path.startswith("/data/")} <= {304}
        desk.goto(f"{address}/search/?q=navigation", wait_until="networkidle")
        expect(desk.locator("[data-search] [role=status]")).to_contain_text("found")
        assert [path for path, status in asked if status == 404] == []
