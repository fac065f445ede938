"""Which pages say which name of a label."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from peermap.load.characters import without_accents
from peermap.place.synonyms import Synonyms
from peermap.publish.mentions import SearchPage, mentions, words_of
from peermap.publish.search import SIGNATURE

LABELS = (
    Synonyms("chw", ("Community health worker", "CHW", "community-based health worker"), ()),
    Synonyms("promotora", ("Promotora",), ("chw",)),
)
ADDRESSES = {"chw": "labels/chw/", "promotora": "labels/promotora/"}


def said_in(*pages: SearchPage) -> dict[str, dict[str, tuple[dict[str, int], list[str]]]]:
    """What the pages say, as plain values."""
    found = mentions(LABELS, ADDRESSES, pages)
    return {
        label: {name: (of.pages, of.titled) for name, of in names.items()}
        for label, names in found.items()
    }


def test_names_are_found_by_their_words() -> None:
    """Accents, capitals, hyphens and the plural make no difference, and a name is its words side by
    side; what is in the title is told apart.
    """
    page = SearchPage("p", "programmes/p/", "CHWs", "CHWs. Community-health workers. Promotor!")
    apart = SearchPage(
        "q", "programmes/q/", "Q", "Workers of community health. Prómotoras, CHW-led"
    )
    assert said_in(page, apart) == {
        "chw": {"community health worker": ({"p": 1}, []), "chw": ({"p": 1, "q": 1}, ["p"])},
        "promotora": {"promotora": ({"q": 1}, [])},
    }


def test_the_page_of_a_label_says_but_its_own_name() -> None:
    """It lists all of them, and is found by the first; of other labels it may say any."""
    own = SearchPage("l", "labels/chw/", "Community health worker", "Community health worker CHW")
    other = SearchPage("m", "labels/promotora/", "Promotora", "Promotora, CHW")
    assert said_in(own, other) == {
        "chw": {"community health worker": ({"l": 1}, ["l"]), "chw": ({"m": 1}, [])},
        "promotora": {"promotora": ({"m": 1}, ["m"])},
    }


@pytest.mark.parametrize("language", ["", "fr"])
def test_the_site_names_every_page_that_says_a_name(built_site: Path, language: str) -> None:
    """Held against every page of the index, looked through name by name."""
    folder = built_site / language / "pagefind"
    rows = json.loads(
        (built_site / language / "assets/search/synonyms.json").read_text(encoding="utf-8")
    )
    packed = (path.read_bytes() for path in sorted((folder / "fragment").iterdir()))
    held = [json.loads(gzip.decompress(data)[SIGNATURE:]) for data in packed]
    ids = {path.stem for path in (folder / "fragment").iterdir()}
    texts = {one["url"]: spaced(one["content"]) for one in held}
    lists = {
        f"/labels/{row['label']}/": {" ".join(words_of(name)) for name in row["names"]}
        - {" ".join(words_of(row["names"][0]))}
        for row in rows
    }
    for row in rows:
        named: dict[str, Any] = json.loads(
            (folder / f"names/{row['label']}.json").read_text(encoding="utf-8")
        )
        assert list(named) == row["said"]
        for name in dict.fromkeys(" ".join(words_of(name)) for name in row["names"]):
            saying = {
                at
                for at, text in texts.items()
                if f" {name} " in text and name not in lists.get(at, ())
            }
            pages = named[name]["pages"] if name in named else {}
            assert len(pages) == len(saying), name
            assert set(pages) <= ids
            assert set(named[name]["titled"] if name in named else ()) <= set(pages)


def spaced(text: str) -> str:
    """The words of a text with one space between, folded, without the s of a plural."""
    plain = without_accents(text).lower()
    words = re.sub(r"[\W_]+", " ", plain)
    return f" {re.sub(r'(?<=[^ ]{3})s(?= |$)', '', words.strip())} "
