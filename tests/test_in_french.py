"""The site in French beside the English one: the same pages, each in its language."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from peermap.catalogues import po_file, read
from peermap.citing.styles import STYLES
from peermap.geography import names_within, place_words
from peermap.place.atlas import Atlas
from peermap.publish.languages import configurations
from peermap.translating.refreshing import languages, untranslated
from peermap.words import say, speaking

ROOT = Path(__file__).parents[1]
FOREIGN = "ancestor-or-self::*[@lang][1]/@lang"
QUIET = {"script", "style", "code", "pre", "svg", "cite"}
# Words of English sentences that no French one has; names of works are marked as English.
ENGLISH = re.compile(
    r"\b(the|and|with|which|this|that|their|your|from|what|where|how|who|here|are|was|were|"
    r"have|has|been|other|others|show|remove|close|search|home|page of|programme of)\b",
    re.IGNORECASE,
)
BREAKABLE = re.compile(r"[^\S\u00a0\u202f][:;!?»](?![^\s,.)])|«[^\S\u00a0\u202f]")
FRENCH = re.compile(
    r"\b(les|des|une|dans|pour|avec|sur|qui|est|sont|vous|cette|être|leurs|aux)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def french(built_site: Path) -> Path:
    """The folder of the French pages."""
    return built_site / "fr"


def pages(site: Path) -> dict[str, Path]:
    """The pages of a site by address, those of other languages left out."""
    others = {site / language for language in configurations(ROOT)}
    return {
        path.parent.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("index.html"))
        if not others & set(path.parents)
    }


def test_both_languages_have_the_same_pages(built_site: Path, french: Path) -> None:
    """Whoever changes the language stays where they were."""
    assert sorted(pages(french)) == sorted(pages(built_site))


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """What readers, scripts and the search of a site read: pages, their data and the index."""
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            yield str(path.relative_to(site)), path.read_text(encoding="utf-8")
        elif path.suffix == ".json":
            held = json.loads(path.read_text(encoding="utf-8"))
            yield str(path.relative_to(site)), json.dumps(held, ensure_ascii=False)
        elif path.suffix == ".pf_fragment":
            yield str(path.relative_to(site)), gzip.decompress(path.read_bytes()).decode()


def test_no_sign_that_marks_languages_is_left_in_a_french_text(french: Path) -> None:
    """Signs of Unicode's private area, which mark words as English on the way to a page, would be
    shown as boxes.
    """
    found = list(texts(french))
    assert {Path(name).suffix for name, _ in found} == {".html", ".json", ".pf_fragment"}
    assert [name for name, text in found if re.search("[\ue000-\uf8ff]", text)] == []


def test_every_page_leads_to_the_other_language_and_back(built_site: Path, french: Path) -> None:
    """Each page links to the other language in its header, as an alternate of it."""
    for folder in (built_site, french):
        for address, path in pages(folder).items():
            page = html.document_fromstring(path.read_bytes())
            expected = {
                "en": (built_site / address).resolve(),
                "fr": (french / address).resolve(),
            }
            assert not page.xpath("//head/link[@rel='alternate'][@hreflang]")
            (switch,) = page.xpath("//a[@data-language][@rel='alternate']")
            other = switch.get("hreflang")
            assert (path.parent / switch.get("href")).resolve() == expected[other]
            assert page.get("lang") != other == switch.get("lang")


def test_no_link_of_a_french_page_leads_nowhere(french: Path) -> None:
    """Assets and data stand once at the root of the site, and French pages find them."""
    dead = set()
    for path in pages(french).values():
        page = html.document_fromstring(path.read_bytes())
        for target in page.xpath("//@href | //@src"):
            name = target.partition("#")[0].partition("?")[0]
            if name and ":" not in name and not (path.parent / name).exists():
                dead.add((path.parent.relative_to(french).as_posix(), target))
    assert dead == set()


def said(path: Path, language: str) -> Iterator[str]:
    """The words of a page that are in a language, as readers and screen readers meet them."""
    page = html.document_fromstring(path.read_bytes())
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in QUIET:
            continue
        here = element.xpath(FOREIGN)
        if here and here[0].partition("-")[0] == language:
            yield element.text or ""
            for name in ("aria-label", "title", "placeholder", "alt"):
                if element.tag != "span" or name != "title":
                    yield element.get(name, "")
        around = element.getparent()
        if around is not None and around.xpath(FOREIGN)[0].partition("-")[0] == language:
            yield element.tail or ""


def interface(path: Path, language: str) -> list[str]:
    """The same less what is published elsewhere: names of journals, authors and citations."""
    page = path.read_text(encoding="utf-8")
    page = re.sub(r'<p class="pm-(authors|entry|in-text)".*?</p>', "", page, flags=re.DOTALL)
    page = re.sub(r'<(ul) class="pm-entries.*?</ul>', "", page, flags=re.DOTALL)
    page = re.sub(r'<span class="pm-meta"><i>.*?</i></span>', "", page, flags=re.DOTALL)
    page = re.sub(r'<dl class="pm-facts">.*?</dl>', "", page, flags=re.DOTALL)
    copy = etree.fromstring(page, etree.HTMLParser())
    found = []
    for element in copy.iter():
        if not isinstance(element.tag, str) or element.tag in QUIET:
            continue
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            lang = owner.xpath(FOREIGN) if owner is not None else []
            if text and lang and lang[0].partition("-")[0] == language:
                found.append(text)
        if element.xpath(FOREIGN)[:1] == [language]:
            found += [element.get(name, "") for name in ("aria-label", "placeholder", "alt")]
    return found


KINDS = (
    ".", "map", "questions", "questions/functions", "questions/functions/navigation", "trends",
    "trends/peer-support", "programmes", "programmes/caring-community", "bridges", "gaps",
    "compare", "describe", "labels", "labels/promotora", "references", "references/sokol2016",
    "method", "disagreements", "coding-guide", "data", "data/queries", "cite", "contribute",
    "whats-new", "silos", "search", "basket",
)  # fmt: skip


@pytest.mark.parametrize("address", KINDS)
def test_a_french_page_says_nothing_in_english(french: Path, address: str) -> None:
    """What is not in French is marked as what it is, so that a screen reader speaks it rightly."""
    path = french / address / "index.html"
    english = [text for text in interface(path, "fr") if len(ENGLISH.findall(text)) > 1]
    assert english == []


@pytest.mark.parametrize("address", KINDS)
def test_an_english_page_says_nothing_in_french(built_site: Path, address: str) -> None:
    """And the other way round."""
    path = built_site / address / "index.html"
    assert [t for t in interface(path, "en") if len(FRENCH.findall(t)) > 1] == []


@pytest.mark.parametrize("address", KINDS)
def test_no_line_of_a_french_page_begins_with_a_colon(
    french: Path, atlas: Atlas, address: str
) -> None:
    """Nor does one end with an opening quotation mark: the spaces there do not break. Titles of
    works are as their authors write them.
    """
    titles = {reference.title for reference in atlas.references.values()}
    words = set(interface(french / address / "index.html", "fr")) - titles
    assert [text for text in words if BREAKABLE.search(text)] == []


def test_places_within_a_country_have_their_french_names(atlas: Atlas) -> None:
    """Where there is one; a place of that name in another country keeps its own."""
    with speaking("fr"):
        assert place_words(("British Columbia", "Canada")) == "Colombie-Britannique, Canada"
        assert place_words(("London", "United Kingdom")) == "Londres, Royaume-Uni"
        assert place_words(("London", "Canada")) == "London, Canada"
        assert place_words(("Santa Ana", "California", "United States")) == (
            "Santa Ana, Californie, États-Unis"
        )
    assert place_words(("London", "United Kingdom")) == "London, United Kingdom"
    places = [place.names for p in atlas.programmes.values() for place in p.places]
    known = {f"{name}, {names[-1]}" for names in places for name in names}
    assert set(names_within("fr")) <= known


def plain(words: str) -> str:
    """Words without accents and capitals, parted at each hyphen and apostrophe."""
    letters = unicodedata.normalize("NFD", re.sub("[-’]", " ", words.casefold()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@pytest.mark.parametrize("language", ["", "fr"])
@pytest.mark.parametrize("name", ["facets", "reference-facets"])
def test_what_finder_and_gaps_list_stands_in_the_order_of_the_alphabet(
    built_site: Path, language: str, name: str
) -> None:
    """Of the language that the page speaks, not of English ids; the options of a question stay in
    the order of the map, and what is not given comes last.
    """
    held = json.loads((built_site / language / "data" / f"{name}.json").read_text("utf-8"))
    values = {dimension["id"]: dimension["values"] for dimension in held["dimensions"]}
    for dimension in ("communities", "issues", "labels"):
        names = [words for id_, words in values[dimension] if not id_.startswith("not-")]
        assert names == sorted(names, key=plain)
    assert [id_ for id_, _ in values["formality"]][:2] == ["informal", "formal"]


@pytest.mark.parametrize("language", ["", "fr"])
def test_labels_stand_in_the_order_of_the_alphabet(built_site: Path, language: str) -> None:
    """*Médiateur de santé-pair* before *Mentor mother*, in English too."""
    page = html.document_fromstring((built_site / language / "labels/index.html").read_bytes())
    names = [row.text_content() for row in page.xpath("//tbody//th")]
    assert len(names) > 30
    assert names == sorted(names, key=plain)


def test_labels_stand_beside_their_names_in_the_other_language(
    built_site: Path, french: Path
) -> None:
    """French names on the English page, English ones on the French page."""
    for folder, language, name in (
        (built_site, "fr", "Mère mentore"),
        (french, "en", "Mentor mother"),
    ):
        page = html.document_fromstring((folder / "labels/index.html").read_bytes())
        (row,) = page.xpath(
            "//tr[.//a[contains(@href, 'mentor-mother')]][th//a[contains(@href, 'mentor-mother')]]"
        )
        assert row.xpath("td[2]//@lang") == [language]
        assert row.xpath("string(td[2])") == name


@pytest.mark.parametrize(
    "address",
    [
        "programmes/caring-community",
        "programmes/caring-community--2",
        "questions/functions/navigation",
    ],
)
def test_evidence_in_english_is_said_to_be_in_english(
    built_site: Path, french: Path, address: str
) -> None:
    """Where readers meet it, in words that they see, and not on the English page."""
    said = "Les appuis qui ne sont pas encore traduits sont donnés en anglais"
    assert said in (french / address / "index.html").read_text(encoding="utf-8")
    english = (built_site / address / "index.html").read_text(encoding="utf-8")
    assert "Evidence that is not translated" not in english


@pytest.mark.parametrize("folder", ["", "fr"])
def test_citations_are_said_to_be_in_the_language_of_their_style(
    built_site: Path, folder: str
) -> None:
    """Words such as "Available at" and "Consulté le" are read aloud as what they are."""
    page = html.parse(str(built_site / folder / "references/sokol2016/index.html")).getroot()
    cited = page.xpath("//*[@data-style]")
    of = {style.id: style.language for style in STYLES}
    for part in ("h3", "p[@class='pm-entry']"):
        said = {one.get("data-style"): one.xpath(f"./{part}/{FOREIGN}") for one in cited}
        assert said == {style: [of[style]] for style in said}
    assert {of[one.get("data-style")] for one in cited} == {"en", "fr"}


@pytest.mark.parametrize("language", languages())
def test_every_fixed_word_is_translated(language: str) -> None:
    """A new word in the code is given to whoever translates before it is published."""
    assert untranslated(read(po_file(language), language)) == []


def test_placeholders_stand_in_every_translation() -> None:
    """A translation that loses ``{n}`` would not say how many."""
    places = re.compile(r"\{\w+\}")
    for message in read(po_file("fr"), "fr"):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        wanted = {place for words in ids for place in places.findall(words)}
        for words in strings:
            assert set(places.findall(words)) <= wanted | {"{roman}"}, ids
            assert len(set(places.findall(words))) == len(wanted), ids


def test_scripts_get_their_words_before_they_run(french: Path) -> None:
    """Every French page loads the words of scripts, made of the catalogue, in its head."""
    text = (french / "assets" / "words.js").read_text(encoding="utf-8")
    table = json.loads(text.removeprefix("globalThis.peermapWords = ").rstrip().rstrip(";"))
    with speaking("fr"):
        assert table["Removed."] == say("Removed.") != "Removed."
    for path in pages(french).values():
        assert "assets/words.js" in path.read_text(encoding="utf-8").partition("</head>")[0]


def test_each_language_is_searched_in_an_index_of_its_own(built_site: Path, french: Path) -> None:
    """Pagefind keeps the words of a language with its endings."""
    for folder, language in ((built_site, "en"), (french, "fr")):
        entry = json.loads((folder / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
        assert list(entry["languages"]) == [language]


def test_feeds_and_data_of_pages_are_in_french(french: Path) -> None:
    """What pages and feed readers read has words, so it stands below ``fr/`` too."""
    feed = (french / "feeds" / "programmes.xml").read_text(encoding="utf-8")
    assert 'xml:lang="fr"' in feed
    assert "Nouveaux programmes" in feed
    facets = json.loads((french / "data" / "facets.json").read_text(encoding="utf-8"))
    assert "Fonctions" in {dimension["name"] for dimension in facets["dimensions"]}
    assert not (french / "data" / "references.bib").exists()


def test_the_page_of_a_record_stays_small_in_french_too(french: Path) -> None:
    """At most 40 KB, as in English, although French takes more room."""
    records = [
        path
        for folder in ("programmes", "references", "labels")
        for path in (french / folder).glob("*/index.html")
        if not path.parent.name.startswith("page-")
    ]
    sizes = {path.parent.name: path.stat().st_size for path in records}
    assert {name: size for name, size in sizes.items() if size > 40 * 1024} == {}
