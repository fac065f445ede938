"""What the site prints, held against citeproc-js with the untouched styles and official locales."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from peermap.citing.formatting import citations, style_text
from peermap.citing.items import SILENT
from peermap.citing.styles import STYLES, Style
from peermap.place.atlas import Atlas
from peermap.render.formats.csl import csl_item

HERE = Path(__file__).parent
MODULES = HERE.parent / "browser" / "node_modules"
LISTED = HERE / "differences.txt"
LEAST = 0.98
LOCALES = ("en-US", "en-GB", "fr-CA", "fr-FR")
NO_NODE = "Node is not here: apt-get install nodejs npm"
NO_CITEPROC = "citeproc-js is not here: run npm ci in tests/browser"
Pairs = dict[str, tuple[str, str]]  # key → entry and citation, plain
Texts = dict[str, Pairs]  # by style


def plain(html: str, style: Style) -> str:
    """The words; no-break spaces are spaces, and a numbered style has any number."""
    text = re.sub(r"[ \n\u00a0]+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()
    return re.sub(r"^\d+\.\s*", "", text) if style.numbered else text


@pytest.fixture(scope="module")
def items(atlas: Atlas) -> list[dict[str, object]]:
    """Every reference of the bibliography as a CSL item."""
    return [csl_item(reference) for reference in atlas.references.values()]


@pytest.fixture(scope="module")
def ours(items: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """What the site prints."""
    made, problems = citations(items, tmp_path_factory.mktemp("cache"))
    assert not problems
    return {
        style.id: {
            key: (plain(found.entry, style), plain(found.text, style))
            for key, found in made[style.id].items()
        }
        for style in STYLES
    }


@pytest.fixture(scope="module")
def run(items: list[dict[str, object]]) -> dict[str, dict[str, dict[str, list[str]]]]:
    """What citeproc-js prints for the same items, by style: *found* and *whole*."""
    if not shutil.which("node"):
        pytest.skip(NO_NODE)
    if not (MODULES / "citeproc").is_dir():
        pytest.skip(NO_CITEPROC)
    folder = files("citeproc") / "data" / "locales"
    locales = {n: (folder / f"locales-{n}.xml").read_text("utf-8") for n in LOCALES}
    unsaid = SILENT - {"custom"}
    given = [{k: v for k, v in item.items() if k not in unsaid} for item in items]
    return {
        style.id: by_node(
            {"items": given, "csl": style_text(style), "locale": style.locale, "locales": locales}
        )
        for style in STYLES
    }


def by_node(given: dict[str, object]) -> dict[str, dict[str, list[str]]]:
    """One style, in a process of its own."""
    done = subprocess.run(
        ["node", str(HERE / "citeproc.cjs")],
        input=json.dumps(given),
        env={"NODE_PATH": str(MODULES), "PATH": str(Path(shutil.which("node") or "").parent)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def theirs(run: dict[str, dict[str, dict[str, list[str]]]]) -> Texts:
    """Entry and citation of each reference; of a cut list with the *et al.* of citeproc-js."""
    return {style.id: pairs(run[style.id]["found"], style) for style in STYLES}


@pytest.fixture(scope="module")
def uncut(run: dict[str, dict[str, dict[str, list[str]]]]) -> Texts:
    """Cut lists only, as citeproc-js prints the item that we publish: the known names."""
    return {style.id: pairs(run[style.id]["whole"], style) for style in STYLES}


def pairs(found: dict[str, list[str]], style: Style) -> Pairs:
    """Key → entry and citation, plain; a numbered style has any number."""
    return {
        key: (
            plain(entry, style),
            re.sub(r"\d+", "1", plain(text, style)) if style.numbered else plain(text, style),
        )
        for key, (entry, text) in found.items()
    }


def differences(ours: Texts, theirs: Texts) -> list[tuple[str, str, str, str]]:
    """Style, key, what citeproc-js prints and what the site prints, where the two differ."""
    return [
        (style.id, key, wanted, found)
        for style in STYLES
        for key, pair in theirs[style.id].items()
        for wanted, found in zip(pair, ours[style.id].get(key, ("", "")), strict=True)
        if wanted != found
    ]


def test_nearly_all_are_equal_to_the_letter(ours: Texts, theirs: Texts) -> None:
    """In every style at least 98 of 100 entries of the whole bibliography, and as many citations,
    are what citeproc-js prints. Where the source cuts a list of names, no item can tell citeproc-js
    so: it is told by the style, and prints its own *et al.*
    """
    for line in figures(ours, theirs):
        assert line.least >= LEAST, line


def test_every_difference_is_listed_and_explained(
    ours: Texts, theirs: Texts, uncut: Texts, request: pytest.FixtureRequest
) -> None:
    """``differences.txt`` begins with the figures of each style and names the style and reference
    of each difference, with both texts and the reason; ``--update`` writes it anew and leaves
    reasons to be given.
    """
    known = LISTED.read_text("utf-8") if LISTED.is_file() else ""
    reasons = dict(re.findall(r"^(\S+) \S+\n.*\n.*\n  because (.+)$", known, re.M))
    blocks = [
        f"{key} {style}\n  citeproc-js: {wanted}\n  peermap:     {found}\n"
        f"  because {reasons.get(key, '?')}\n"
        for style, key, wanted, found in sorted(differences(ours, theirs), key=lambda d: d[1])
    ]
    published = {style: {**theirs[style], **uncut[style]} for style in theirs}
    cut = sorted(next(iter(uncut.values())))
    heads = [
        told("Equal to the letter", figures(ours, theirs)),
        told(
            "The same with the lists of names that a source cuts as CSL-JSON has them, without et "
            f"al.\n({', '.join(cut)})",
            figures(ours, published),
        ),
    ]
    text = "\n".join([*heads, *blocks])
    if request.config.getoption("--update"):
        LISTED.write_text(text, "utf-8")
    assert text == LISTED.read_text("utf-8")
    assert "because ?" not in text


class Figure(NamedTuple):
    """How many entries and citations of a style are equal, of how many works."""

    style: str
    entries: int
    citations: int
    works: int

    @property
    def least(self) -> float:
        """The smaller share of the two."""
        return min(self.entries, self.citations) / self.works


def figures(ours: Texts, theirs: Texts) -> list[Figure]:
    """The figures of each style."""
    return [
        Figure(
            style.id,
            entries=equal(theirs[style.id], ours[style.id], 0),
            citations=equal(theirs[style.id], ours[style.id], 1),
            works=len(theirs[style.id]),
        )
        for style in STYLES
    ]


def equal(theirs: Pairs, ours: Pairs, form: int) -> int:
    """How many of *theirs* are equal in one form: 0 the entry, 1 the citation."""
    return sum(pair[form] == ours[key][form] for key, pair in theirs.items())


def told(head: str, lines: list[Figure]) -> str:
    """The figures as lines of text."""
    rows = (
        f"  {one.style:<10} entries {one.entries} and citations {one.citations} of {one.works}"
        for one in lines
    )
    return "\n".join([f"{head}:", *rows, ""])


def test_no_difference_touches_names_years_numbers_or_dois(ours: Texts, theirs: Texts) -> None:
    """The letters and digits of an entry are the same whatever processor writes it: what differs is
    punctuation, capitals and blanks.
    """
    for style, key, wanted, found in differences(ours, theirs):
        assert letters(wanted) == letters(found), (style, key)


def test_a_cut_list_differs_from_the_published_item_in_et_al_only(
    ours: Texts, uncut: Texts
) -> None:
    """Who formats our CSL-JSON gets the same words without *et al.*, for CSL has no way to say it;
    and perhaps more of the names known, where a style has room for just these.
    """
    for style in STYLES:
        for key, pair in uncut[style.id].items():
            for wanted, found in zip(map(without_ends, pair), ours[style.id][key], strict=True):
                assert is_with_a_piece_out(without_ends(found), wanted), (style.id, key)


def is_with_a_piece_out(short: str, long: str) -> bool:
    """Whether one text is the other with at most one piece left out."""
    return any(
        long.startswith(short[:at]) and long.endswith(short[at:]) for at in range(len(short) + 1)
    )


def without_ends(text: str) -> str:
    """The letters of a text without what ends a list of names: *and*, *&*, *et*, *et al.*"""
    return letters(re.sub(r"\b(and|et al|et)\b", "", text))


def letters(text: str) -> str:
    """Letters and digits only, small; the raised o of *n°* is an o."""
    return "".join(sign for sign in text.replace("ᵒ", "o").casefold() if sign.isalnum())


def test_french_titles_keep_their_capitals(atlas: Atlas, ours: Texts) -> None:
    """A French title stands in every style as the bibliography has it: English styles that
    capitalise titles leave it alone.
    """
    french = [r for r in atlas.references.values() if r.language == "fr"]
    assert french
    for reference in french:
        words = re.findall(r"\w{3,}", reference.title)
        for style in STYLES:
            entry = ours[style.id][reference.key][0]
            assert all(word in entry for word in words[1:]), (style.id, reference.key, entry)
