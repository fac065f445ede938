"""What pages say of themselves in schema.org, read by programs that know nothing of peermap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from extruct import extract
from rdflib import Graph, Namespace, URIRef

from peermap.linked.heads import Heads, SiteFacts, data_block
from peermap.place.atlas import Atlas
from peermap.render.addresses import address

SITE = "https://example.org/peers/"
SDO = Namespace("https://schema.org/")


def blocks(page: str) -> list[dict[str, Any]]:
    """The data blocks of a page, as extruct finds them."""
    found: list[dict[str, Any]] = extract(page, syntaxes=["json-ld"])["json-ld"]
    return found


def things(block: dict[str, Any]) -> list[dict[str, Any]]:
    """What one block is about."""
    graph: list[dict[str, Any]] = block.get("@graph", [block])
    return graph


def links(value: Any) -> Iterator[str]:
    """Every ``@id`` within."""
    if isinstance(value, dict):
        yield from ([value["@id"]] if "@id" in value else [])
        yield from (link for part in value.values() for link in links(part))
    elif isinstance(value, list):
        yield from (link for part in value for link in links(part))


@pytest.mark.parametrize(
    ("page", "types"),
    [
        ("", {"WebSite"}),
        ("data/", {"Dataset"}),
        ("map/", {"DefinedTermSet"}),
        ("questions/functions/", {"DefinedTerm", "BreadcrumbList"}),
        ("questions/functions/navigation/", {"DefinedTerm", "BreadcrumbList"}),
        ("trends/peer-support/", {"DefinedTerm", "BreadcrumbList"}),
        ("labels/promotora/", {"DefinedTerm", "BreadcrumbList"}),
        ("programmes/alcoholics-anonymous/", {"WebPage", "BreadcrumbList"}),
        ("references/adams2020/", {"ScholarlyArticle", "BreadcrumbList"}),
        ("references/aitken2014/", {"Chapter", "BreadcrumbList"}),
    ],
)
def test_a_page_says_what_it_is(built_site: Path, page: str, types: set[str]) -> None:
    """Each kind of page has one data block, with the types that fit it."""
    found = blocks((built_site / page / "index.html").read_text(encoding="utf-8"))
    assert len(found) == 1
    assert {thing["@type"] for thing in things(found[0])} == types


def test_every_link_of_every_block_leads_to_a_page(built_site: Path) -> None:
    """Relative links are read against the page they stand on; each leads to a page of the site."""
    pages = 0
    for path in sorted(built_site.rglob("index.html")):
        page = path.parent.relative_to(built_site).as_posix()
        here = SITE if page == "." else f"{SITE}{page}/"
        text = path.read_text(encoding="utf-8")
        for block in blocks(text) if "application/ld+json" in text else ():
            pages += 1
            for link in links(block):
                target = urljoin(here, link).removeprefix(SITE).partition("#")[0]
                assert (built_site / target / "index.html").is_file(), (page, link)
    assert pages > 500


def test_blocks_are_triples(atlas: Atlas) -> None:
    """Rdflib reads a reference's block: its author, its journal and what it is about."""
    heads = Heads(atlas, SiteFacts(SITE, "peermap", ""))
    page = address(atlas.references["adams2020"])
    block = blocks(f"<html><head>{heads.head(page)}</head></html>")[0]
    block["@context"] = {"@vocab": str(SDO), "about": {"@type": "@id"}}  # nothing is fetched
    graph = Graph().parse(data=json.dumps(block), format="json-ld", publicID=SITE + page)
    work = URIRef(SITE + page)
    assert str(graph.value(work, SDO.name)).startswith("Unintended consequences")
    volume = graph.value(work, SDO.isPartOf)
    assert str(graph.value(volume, SDO.volumeNumber)) == "262"
    about = {str(thing) for thing in graph.objects(work, SDO.about)}
    assert f"{SITE}questions/status/training-certification/" in about


def test_nothing_closes_a_block() -> None:
    """A title that looks like the end of a script stays a title."""
    title = "</script><script>alert(1)</script> & <!--"
    block = data_block([{"@type": "Book", "name": title}])
    assert block.count("<") == 2
    assert blocks(f"<html><head>{block}</head></html>")[0]["name"] == title


def test_a_site_with_an_address_says_how_it_is_searched(atlas: Atlas) -> None:
    """Only then, for the address of a search has to be whole."""
    page = Heads(atlas, SiteFacts(SITE, "peermap", "A map.")).head("")
    action = things(blocks(f"<html><head>{page}</head></html>")[0])[0]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}search/?q={{search_term_string}}"
    assert "SearchAction" not in Heads(atlas, SiteFacts()).head("")
