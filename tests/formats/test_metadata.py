"""The metadata of pages, read as a client reads it: by html-metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from formats.entries import sound
from formats.reading import read_by_node
from peermap.place.atlas import Atlas
from peermap.records.reference import Reference
from peermap.render.formats.csl import csl_item
from peermap.render.formats.ris import ris_record
from peermap.render.head.highwire import highwire_tags
from peermap.render.head.signposts import signposts
from peermap.render.head.zotero_types import ZOTERO_TYPES
from peermap.render.html import html

# what Zotero takes for the type of an item: the tag of a container, before a type by name
BY_CONTAINER = {
    "journal_title": "journalArticle",
    "inbook_title": "bookSection",
    "conference_title": "conferencePaper",
    "technical_report_institution": "report",
    "dissertation_institution": "thesis",
}
CASES = {
    "journalArticle": "@article{a, journal = {J}, volume = 1, number = 2, pages = {3--4}, F}",
    "magazineArticle": "@article{a, entrysubtype = {magazine}, journal = {M}, F}",
    "newspaperArticle": "@article{a, entrysubtype = {newspaper}, journal = {N}, F}",
    "book": "@book{a, publisher = {P}, F}",
    "bookSection": "@incollection{a, booktitle = {B}, pages = {3--4}, F}",
    "conferencePaper": "@inproceedings{a, booktitle = {B}, F}",
    "report": "@techreport{a, institution = {I}, number = 7, F}",
    "thesis": "@phdthesis{a, school = {S}, F}",
    "webpage": "@online{a, howpublished = {W}, url = {https://example.org/}, F}",
    "dataset": "@dataset{a, publisher = {P}, F}",
    "computerProgram": "@software{a, F}",
    "document": "@misc{a, F}",
}
COMMON = (
    'title = {Of "this" & <that>}, author = {van den Berg, Jan and {World Bank}}, year = 2012,'
    " month = may, doi = {10.1000/182}, abstract = {In short.}"
)


def listed(value: Any) -> list[str]:
    """One value or several, or none, as a list."""
    return value if isinstance(value, list) else [value] if value else []


def type_of(found: dict[str, Any]) -> str:
    """The type of item that Zotero makes of the tags of a page."""
    tags = found["highwirePress"]
    kinds = [kind for tag, kind in BY_CONTAINER.items() if tag in tags]
    assert len(kinds) + ("dublinCore" in found) == 1
    return str(kinds[0] if kinds else found["dublinCore"]["type"])


def agrees(found: dict[str, Any], reference: Reference) -> None:
    """Everything the tags say is what the reference says, and no tag is missing."""
    item, tags = csl_item(reference), found["highwirePress"]
    assert type_of(found) == ZOTERO_TYPES[item["type"]]
    assert tags["title"] == reference.title
    names = [name.inverted for name in reference.authors]
    assert [name.removesuffix(",") for name in listed(tags.get("author"))] == names
    assert tags.get("publication_date", "") == str(reference.issued or "").replace("-", "/")
    container = next((tags[tag] for tag in BY_CONTAINER if tag in tags), "")
    container = container or found.get("prism", {}).get("publicationName", "")
    in_place = "publisher" if item["type"] in {"report", "thesis"} else "container-title"
    assert container == item.get(in_place, "")
    for tag in ("volume", "issue"):
        assert tags.get(tag, "") == item.get(tag, "")
    if "," not in item.get("page", ""):
        pages = "-".join(filter(None, (tags.get("firstpage"), tags.get("lastpage"))))
        assert pages == item.get("page", "")
    assert tags.get("doi", "") == item.get("DOI", "")
    assert tags.get("abstract", "") == item.get("abstract", "")
    assert tags["language"] == reference.language
    assert "coins" not in found


def test_each_kind_of_work_is_told(tmp_path: Path) -> None:
    """Twelve types of items, each with its type, names, title, date, container, pages, DOI and
    abstract; signs of HTML in a title stay text.
    """
    references = [sound(case.replace("F}", COMMON + "}")) for case in CASES.values()]
    pages = []
    for kind, reference in zip(CASES, references, strict=True):
        tags, links = highwire_tags(reference, ("Word",)), signposts(reference)
        head = html("head_reference.html", "references/a/", tags=tags, links=links)
        pages.append(tmp_path / f"{kind}.html")
        pages[-1].write_text(f"<!doctype html><html><head>{head}</head></html>", encoding="utf-8")
    found = read_by_node("read_metadata.mjs", pages)
    assert [type_of(one) for one in found] == list(CASES)
    for one, reference in zip(found, references, strict=True):
        agrees(one, reference)


@pytest.fixture(scope="module")
def real(atlas: Atlas, built_site: Path) -> dict[str, dict[str, Any]]:
    """What is read in the page of every reference of the real bibliography."""
    pages = [built_site / f"references/{key}/index.html" for key in atlas.references]
    return dict(zip(atlas.references, read_by_node("read_metadata.mjs", pages), strict=True))


def test_every_real_reference_is_told(atlas: Atlas, real: dict[str, dict[str, Any]]) -> None:
    """The page of each reference says what the bibliography says, and has no COinS."""
    for key, reference in atlas.references.items():
        agrees(real[key], reference)
        assert "openGraph" not in real[key]


def test_no_page_of_a_reference_has_what_a_manager_takes_for_an_abstract(
    atlas: Atlas, built_site: Path
) -> None:
    """Zotero takes ``description`` in small letters for the abstract of the work, and ours is a
    line about the page: its name has a capital, which is the same name for HTML.
    """
    for key in atlas.references:
        head = (
            (built_site / f"references/{key}/index.html").read_text("utf-8").partition("<body")[0]
        )
        assert head.count('<meta name="Description"') == 1, key
        assert 'name="description"' not in head
        assert 'citation_abstract"' not in head


def test_an_abstract_of_the_bibliography_is_published() -> None:
    """An abstract that the bibliography has stands in the head, in RIS and in CSL-JSON."""
    reference = sound("@book{a, title = {T}, author = {Roe, Ann}, abstract = {In short.}}")
    assert dict(highwire_tags(reference, ()))["citation_abstract"] == "In short."
    assert csl_item(reference)["abstract"] == "In short."
    assert "\nAB  - In short.\n" in ris_record(reference)


def test_lists_offer_their_sources_and_prose_is_a_web_page(built_site: Path) -> None:
    """Two or more COinS on lists, never one; a website and no article on pages of prose."""
    lists = ("references", "questions/functions", "questions/functions/navigation",
             "trends/peer-support", "programmes/caring-community")  # fmt: skip
    prose = ("", "method", "data", "cite", "map", "labels/promotora", "programmes")
    pages = [built_site / name / "index.html" for name in (*lists, *prose)]
    found = read_by_node("read_metadata.mjs", pages)
    for one in found[: len(lists)]:
        assert len(one["coins"]) >= 2
        assert all(coin["rft"].get("atitle") or coin["rft"].get("btitle") or coin["rft"]["title"]
                   for coin in one["coins"])  # fmt: skip
    for one in found:
        assert "highwirePress" not in one
        assert one["openGraph"]["type"] == "website"
    assert not any("coins" in one for one in found[len(lists) :])


def test_one_source_makes_no_list(built_site: Path) -> None:
    """No page has a single COinS, for it would make the whole page that one work."""
    for page in built_site.rglob("index.html"):
        assert page.read_text(encoding="utf-8").count('class="Z3988"') != 1, page


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    """The page's own address stands in the tags and links only when it is known; the work's public
    address is that of the work.
    """
    reference = sound("@book{a, title = {T}, author = {Roe, Ann}, doi = {10.1000/182}}")
    page = "https://example.org/map/references/a/"
    told = dict(highwire_tags(reference, (), page))
    assert told["citation_public_url"] == "https://doi.org/10.1000/182"
    assert told["citation_abstract_html_url"] == page
    assert [link.href for link in signposts(reference, page)][1] == f"{page}a.bib"
    alone = dict(highwire_tags(reference, ()))
    assert "citation_abstract_html_url" not in alone
    assert [link.href for link in signposts(reference)] == [
        "https://doi.org/10.1000/182", "a.bib", "a.ris", "a.json",
    ]  # fmt: skip
