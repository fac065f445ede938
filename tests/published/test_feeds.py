"""The Atom feeds, read as a feed reader reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest

from peermap.place.atlas import Atlas
from peermap.publish.feeds import feeds
from peermap.render.news import days_added

SITE = "https://example.org/peers/"
ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> Mapping[str, str]:
    """Every feed of a site that knows its address."""
    return feeds(atlas, SITE)


def test_there_is_a_feed_of_each_kind_and_of_each_question(
    atlas: Atlas, found: Mapping[str, str]
) -> None:
    """References, programmes, changes, and the questions of the map."""
    kinds = {f"feeds/{name}.xml" for name in ("references", "programmes", "changes")}
    assert set(found) == kinds | {f"feeds/questions/{q.id}.xml" for q in atlas.map.questions}


def test_a_feed_keeps_the_rules_of_atom(found: Mapping[str, str]) -> None:
    """RFC 4287: one id, title and updated each; a self link; an author; ids once in a feed."""
    for at, text in found.items():
        root = ElementTree.fromstring(text)
        entries = root.findall(f"{ATOM}entry")
        assert entries, at
        for element in (root, *entries):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, (at, name)
            assert DATE.fullmatch(element.findtext(f"{ATOM}updated", ""))
            assert element.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        assert root.find(f"{ATOM}link[@rel='self']").get("href") == SITE + at  # type: ignore[union-attr]
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)), at
        days = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
        assert days == sorted(days, reverse=True)
        assert root.findtext(f"{ATOM}updated") == days[0]


def test_a_feed_reader_finds_no_fault(found: Mapping[str, str]) -> None:
    """Feedparser reads it as Atom 1.0, whole."""
    for at, text in found.items():
        parsed = feedparser.parse(text)
        assert (parsed.version, parsed.bozo) == ("atom10", False), at
        assert all(entry.link and entry.title and entry.summary for entry in parsed.entries), at


def test_every_entry_leads_to_a_page(atlas: Atlas, built_site: Path) -> None:
    """With an address and without one."""
    for at, text in feeds(atlas, "").items():
        for link in ElementTree.fromstring(text).iter(f"{ATOM}link"):
            target = urljoin(SITE + at, link.get("href", "")).removeprefix(SITE).partition("#")[0]
            file = built_site / target
            assert (file / "index.html").is_file() or file.is_file(), (at, target)


def test_ids_stay_when_the_site_moves(atlas: Atlas, found: Mapping[str, str]) -> None:
    """A reader does not take old entries for new ones."""
    for at, text in feeds(atlas, "https://elsewhere.example/").items():
        assert re.findall("<id>.*?</id>", text) == re.findall("<id>.*?</id>", found[at])


def test_only_dated_references_are_new(atlas: Atlas) -> None:
    """A reference that nothing dates is in no feed; the day of one is that of a record."""
    days = {reading.on for programme in atlas.programmes.values() for reading in programme.read}
    days |= {reading.on for reading in atlas.method.own_method.read} if atlas.method else set()
    added = days_added(atlas)
    assert set(added.values()) <= days
    read = {r.source for p in atlas.programmes.values() for r in p.read}
    assert read <= set(added)


def test_pages_lead_to_their_feeds(built_site: Path, atlas: Atlas) -> None:
    """In the head, where browsers and readers look."""
    for page, feed in (
        ("whats-new", "../feeds/changes.xml"),
        ("references", "../feeds/references.xml"),
        ("programmes", "../feeds/programmes.xml"),
        ("questions/functions", "../../feeds/questions/functions.xml"),
    ):
        text = (built_site / page / "index.html").read_text(encoding="utf-8")
        assert 'type="application/atom+xml" title="' in text
        assert f'href="{feed}"' in text, page
