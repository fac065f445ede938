"""What can be found: the pages in the index, and what is left out of it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from peermap.place.atlas import Atlas
from peermap.publish.documents import apart, kind_of, main_part
from peermap.publish.indexer import Document, index_of
from peermap.publish.search import EXCLUDED, SIGNATURE
from peermap.render.addresses import address

KINDS = {
    "programmes/caring-community/": "Programme",
    "references/sokol2016/": "Reference",
    "labels/promotora/": "Label",
    "questions/functions/": "Question",
    "questions/functions/navigation/": "Option",
    "trends/peer-support/": "Trend",
    "method/": "Page",
    "": None,
    "programmes/": None,
    "references/": None,
    "questions/": None,
    "search/": None,
    "references/page-2/": None,
    "references/panaite2024--2/": None,
}


@pytest.mark.parametrize("page", KINDS)
def test_the_kind_of_a_page(page: str) -> None:
    """Every page has one kind, but lists, later pages of a record and the search page have none."""
    assert kind_of(page) == KINDS[page]


@pytest.fixture(scope="module")
def found(built_site: Path) -> dict[str, dict[str, Any]]:
    """What the index holds of each page, by address."""
    fragments = (built_site / "pagefind/fragment").iterdir()
    unpacked = [json.loads(gzip.decompress(f.read_bytes())[SIGNATURE:]) for f in fragments]
    return {one["url"].lstrip("/"): one for one in unpacked}


def test_every_record_can_be_found(found: dict[str, dict[str, Any]], atlas: Atlas) -> None:
    """Each programme, reference, label, question, option and trend is in the index, by its name."""
    shelves = (atlas.programmes, atlas.references, atlas.labels)
    records = [record for shelf in shelves for record in shelf.values()]
    records += [*atlas.map.questions, *atlas.map.options, *atlas.map.trends]
    assert [at for at in map(address, records) if at not in found] == []
    assert found["labels/promotora/"]["meta"]["title"] == "Promotora"
    assert "R. Sokol" in found["references/sokol2016/"]["meta"]["authors"]


def test_what_pages_repeat_of_each_other_is_found_once(found: dict[str, dict[str, Any]]) -> None:
    """A programme is not found by its neighbours or by the wording of a question, and a reference
    not by what other pages say with it.
    """
    programme = found["programmes/caring-community/"]["content"]
    assert "accompanying peer" in programme.lower()
    assert "What are the objectives" not in programme
    assert "Most alike" not in programme
    assert "Where this source is used" not in found["references/panaite2024/"]["content"]


READABLE = {
    "references/sokol2016/": "the same range. Emotional support, Navigation, Community spaces.",
    "programmes/project-dulce/": "workers. Promotora, Peer educator, Community health worker. San",
    "programmes/caring-community/": 'Advocacy. "serving as an advocate and guide" Lessard et al. '
    "2024. Formal. Support usually begins",
    "labels/patient-navigator/": "Patient navigators, navigator. Peer.",
    "questions/functions/": "Navigation, Promotion, Advocacy. Two peers",
    "trends/patient-navigation/": "Canada (PHSA 2014). The paper says Canada",
    "disagreements/": "Panaite et al. 2024: Twelve peers",
    "contribute/": "Advocacy. Speaking up for",
}


@pytest.mark.parametrize("page", READABLE)
def test_an_excerpt_can_be_read(found: dict[str, dict[str, Any]], page: str) -> None:
    """What stands side by side on a page, set apart by its looks, has punctuation in an excerpt."""
    assert READABLE[page] in found[page]["content"]


def test_no_words_of_a_page_are_glued_together(found: dict[str, dict[str, Any]]) -> None:
    """A term and what is said of it, or two cells of a table, never become one word."""
    glued = {
        word
        for page, one in found.items()
        if kind_of(page) == "Page"
        for word in re.findall(r"[A-Za-z]*[a-z][A-Z][a-z]{2,}", one["content"])
        if not word.startswith(("Mc", "Mac"))
    }
    assert glued == {"JavaScript", "PubMed"}


def test_statements_can_be_reached(found: dict[str, dict[str, Any]]) -> None:
    """The index knows where on the page of a question each statement stands."""
    anchors = found["questions/functions/"]["anchors"]
    assert sum(anchor["id"].startswith("s-") for anchor in anchors) > 10


def test_the_kind_of_every_page_is_told(built_site: Path, found: dict[str, dict[str, Any]]) -> None:
    """The list of kinds names each page once, as Pagefind does, but for those of one kind."""
    rows = json.loads((built_site / "pagefind/kinds.json").read_text(encoding="utf-8"))
    fragments = {f.stem for f in (built_site / "pagefind/fragment").iterdir()}
    listed = [page for row in rows for page in row["pages"] or ()]
    rest = [row["kind"] for row in rows if row["pages"] is None]
    assert rest == ["Reference"]
    assert len(listed) == len(set(listed))
    assert set(listed) < fragments
    of_the_rest = [page for page in found if kind_of(page) == "Reference"]
    assert len(of_the_rest) == len(fragments) - len(listed)


def test_references_are_found_by_all_their_words(built_site: Path) -> None:
    """What the index holds of a reference is what it would hold of its whole page, set apart by
    punctuation.
    """
    pages = sorted((built_site / "references").glob("*/index.html"))
    whole = [
        Document(address, apart(page.read_text(encoding="utf-8")))
        for page in pages
        if kind_of(address := f"references/{page.parent.name}/") == "Reference"
    ]
    short = [Document(one.address, main_part(one.address, one.html)) for one in whole]
    held, wanted = (
        {one["url"]: (one["content"], one["meta"]) for one in fragments_of(documents)}
        for documents in (short, whole)
    )
    assert held == wanted


def fragments_of(documents: list[Document]) -> list[dict[str, Any]]:
    """What the index holds of each document."""
    files = index_of(documents, root="main", excluded=EXCLUDED)
    packed = [data for name, data in files.items() if name.startswith("fragment/")]
    return [json.loads(gzip.decompress(data)[SIGNATURE:]) for data in packed]


def test_the_same_pages_give_the_same_index() -> None:
    """Two runs over the same documents give the same bytes."""
    pages = [
        Document(f"p{n}/", f'<html lang="en"><main>Page {n} é</main></html>') for n in range(30)
    ]
    first, second = (index_of(pages, root="main", excluded=()) for _ in range(2))
    assert first == second
