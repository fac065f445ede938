"""Citations are made once, kept, and missing without harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from finder.node import node
from peermap.citing import formatting, pandoc
from peermap.citing.formatting import KeptCitations, citations
from peermap.citing.pandoc import NotFormatted
from peermap.citing.site import ADDRESS, PAGE, SITE, TITLE, page_citation, site_items

ITEM: dict[str, Any] = {
    "id": "odd.key:1",
    "type": "article-journal",
    "title": "A “quoted” <b>title</b> of peers’ work: don’t run through it",
    "author": [{"family": "Berg", "given": "Ada", "non-dropping-particle": "van den"}],
    "issued": {"date-parts": [[2020]]},
    "container-title": "Journal of Tests",
    "language": "en",
}


def test_text_of_an_item_stays_text(tmp_path: Path) -> None:
    """Signs that a processor or a browser might take for markup are shown as they were typed."""
    made, _ = citations([ITEM], tmp_path)
    entry = made["apa"]["odd.key:1"].entry
    assert "“quoted” &lt;b&gt;title&lt;/b&gt; of peers’ work: don’t run through it" in entry
    assert "van den Berg, A. (2020)" in entry


def test_quotes_within_quotes_turn(tmp_path: Path) -> None:
    """A style that quotes the title writes the title's own quotation marks in the other form."""
    made, _ = citations([ITEM], tmp_path)
    assert "“A ‘Quoted’" in made["chicago"]["odd.key:1"].entry
    assert "‘A “quoted”" in made["harvard"]["odd.key:1"].entry


def test_an_ellipsis_stands_before_the_last_of_many_names(tmp_path: Path) -> None:
    """Of more than twenty authors APA names nineteen and the last, also where a style sets its et
    al. in italics.
    """
    names = [{"family": f"N{letter}", "given": letter} for letter in "ABCDEFGHIJKLMNOPQRSTUV"]
    made, _ = citations([ITEM | {"author": names}], tmp_path)
    for style in ("apa", "apa-fr", "apa-fr-fr"):
        assert ", S., … NV, V. (2020)" in made[style]["odd.key:1"].entry


def test_a_translation_names_who_made_it_and_of_what_year_the_original_is(tmp_path: Path) -> None:
    """As each style has it."""
    book = {
        **ITEM,
        "type": "book",
        "translator": [{"family": "Roe", "given": "Jo-Ann"}],
        "original-date": {"date-parts": [[1946]]},
    }
    made, _ = citations([book], tmp_path)
    apa = made["apa"]["odd.key:1"]
    assert "(J.-A. Roe, Trans.)" in apa.entry
    assert "(Original work published 1946)" in apa.entry
    assert apa.text == "(van den Berg, 1946/2020)"
    assert "translated by Jo-Ann Roe" in made["chicago"]["odd.key:1"].entry


def test_the_name_of_the_site_keeps_its_letters(tmp_path: Path) -> None:
    """*peermap* is written small, as its name is, wherever a style puts it, at the start too; no
    sign of ours is left but those for the title and address of a page.
    """
    site, page = site_items(Path(__file__).resolve().parents[2], "https://example.org/")
    made, _ = citations([site, page], tmp_path)
    for style in made.values():
        assert "peermap, version" in style[SITE].entry
        assert "peermap, version" in style[PAGE].entry
        signs = {sign for sign in page_citation(style[PAGE]) if "\ue000" <= sign <= "\uf8ff"}
        assert signs == {TITLE, ADDRESS}


def test_nothing_is_formatted_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build takes every citation from the first; a changed item alone is made anew."""
    first, _ = citations([ITEM, ITEM | {"id": "other", "title": "Other"}], tmp_path)
    asked: list[object] = []
    real = formatting.formatted_html
    monkeypatch.setattr(
        formatting,
        "formatted_html",
        lambda items, csl: asked.append(len(items)) or real(items, csl),
    )
    again, _ = citations([ITEM, ITEM | {"id": "other", "title": "Other"}], tmp_path)
    assert again == first
    assert asked == []
    changed, _ = citations([ITEM, ITEM | {"id": "other", "title": "Changed"}], tmp_path)
    assert set(asked) == {1}
    assert "Changed" in changed["apa"]["other"].entry


def test_without_pandoc_a_problem_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandoc does not work there are no citations but one warning with a way out."""

    def missing() -> str:
        raise NotFormatted("pandoc is not installed")

    monkeypatch.setattr(formatting, "version", missing)
    made, problems = citations([ITEM], tmp_path)
    assert made == {}
    assert [problem.severity for problem in problems] == ["warning"]
    assert "pandoc is not installed" in str(problems[0])
    assert "pypandoc_binary" in str(problems[0])


def test_citations_are_made_where_they_cannot_be_kept(tmp_path: Path) -> None:
    """As on a disk that is full or read only: the next build makes them again."""
    (tmp_path / "cache").write_text("in the place of the folder")
    made, problems = citations([ITEM], tmp_path / "cache")
    assert problems == []
    assert made == citations([ITEM], tmp_path / "other")[0]


def test_a_spoilt_cache_is_made_anew(tmp_path: Path) -> None:
    """What cannot be read in the cache is left aside."""
    first, _ = citations([ITEM], tmp_path)
    (tmp_path / "apa.json").write_text("{nonsense", encoding="utf-8")
    assert citations([ITEM], tmp_path)[0] == first


def test_a_cache_with_another_word_in_it_is_made_anew(tmp_path: Path) -> None:
    """A file that is not as it was written is left aside, though each of its lines can be read."""
    first, _ = citations([ITEM], tmp_path)
    path = tmp_path / "apa.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Berg", "Bergson"), encoding="utf-8")
    again, _ = citations([ITEM], tmp_path)
    assert again == first
    assert [*json.loads(path.read_text(encoding="utf-8")).values()][2:] == [
        [first["apa"]["odd.key:1"].entry, first["apa"]["odd.key:1"].text]
    ]


def test_what_stays_in_memory_is_not_looked_up(tmp_path: Path) -> None:
    """Who keeps results needs no file of them; those of an earlier build stay as they were."""
    kept = KeptCitations()
    other = ITEM | {"id": "other", "title": "Other"}
    first, _ = citations([ITEM, other], tmp_path, kept)
    for path in tmp_path.iterdir():
        path.unlink()
    assert citations([ITEM, other], tmp_path, kept)[0] == first
    assert not [*tmp_path.iterdir()]
    changed, _ = citations([ITEM | {"title": "Changed"}], tmp_path, kept)
    assert "Changed" in changed["apa"]["odd.key:1"].entry
    assert set(changed["apa"]) == {"odd.key:1"}
    assert "Other" in first["mla"]["other"].entry


def test_pandoc_reads_nothing_but_what_it_is_given(tmp_path: Path) -> None:
    """It runs in its sandbox."""
    assert "--sandbox" in pandoc.OPTIONS


def test_the_scripts_put_lists_in_order() -> None:
    """The modules that only compute do what ``lists.test.mjs`` says."""
    run = node("--test", Path(__file__).parent / "lists.test.mjs")
    assert run.returncode == 0, run.stdout
