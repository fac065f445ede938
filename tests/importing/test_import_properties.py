"""What holds for every export: reading never fails, every entry is accounted for, and what is
written is read again as it was.
"""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importing.libraries import imported
from peermap.importing.account import Account, Outcome
from peermap.importing.cleaning import clean
from peermap.importing.draft import Draft, finished
from peermap.importing.exact_text import Insertion, exact_text
from peermap.importing.formats import read_export
from peermap.importing.incoming import Incoming
from peermap.importing.keys import new_key
from peermap.importing.latex_text import latex_of
from peermap.importing.layout import Layout
from peermap.load.bibtex import read_references
from peermap.load.bibtex_keys import is_key
from peermap.load.latex import plain
from peermap.problems import Mark

LONG = settings(max_examples=int(os.environ.get("PEERMAP_EXAMPLES", "20000")), deadline=None)
GOOD = {
    "RIS": "TY  - JOUR\nTI  - A good one\nAU  - Doe, Jane\nPY  - 2012\nER  - \n",
    "MEDLINE": "PMID- 123\nTI  - A good one.\nFAU - Doe, Jane\nDP  - 2012\n",
    "PubMed XML": (
        "<PubmedArticle><MedlineCitation><PMID>123</PMID><Article><ArticleTitle>A good one."
        "</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
    ),
    "EndNote XML": "<record><titles><title>A good one</title></titles></record>",
    "CSL-JSON": '{"id": "x", "type": "book", "title": "A good one"}',
    "BibTeX": "@misc{good, title = {A good one}, year = 2012}\n",
    "Web of Science": "PT J\nTI A good one\nPY 2012\nER\n\n",
}
PIECES = {
    "RIS": [
        "TY  - JOUR\n",
        "TY - BOOK ",
        "ER  - \n",
        "AU  - É Doe\n",
        "TI  - ",
        "A2  -\n",
        "DO  - 10.",
        "SN  - 1\n",
        "PY  - 20",
        "\n",
        " ",
        "N1  - <b>",
        "M3  -",
        "UR  - javascript:x\n",
        "x",
    ],
    "MEDLINE": [
        "PMID- 1\n",
        "PMID- x\n",
        "TI  - ",
        "      more\n",
        "FAU - Doe",
        "DP  - 2012 ",
        "IS  - ",
        "LID - x [doi]\n",
        "PT  - Retracted Publication\n",
        "RIN - J. 2013. doi: 10.1/x\n",
    ],
    "PubMed XML": [
        "<PubmedArticle>",
        "</PubmedArticle>",
        "<PMID>1</PMID>",
        "<ArticleTitle>",
        "&",
        "<",
        "&lol;",
        "<!ENTITY x 'y'>",
        "<Year>20",
        "</Year>",
        "<![CDATA[",
        "]]>",
        "<mml:x>",
    ],
    "EndNote XML": [
        "<record>",
        "</record>",
        "<titles><title>",
        "</title></titles>",
        "<style>",
        "&#0;",
        "</style>",
        "&",
        "<isbn>1\r2</isbn>",
        "<dates><year>x</year></dates>",
        "<",
        ">",
    ],
    "CSL-JSON": [
        '{"title": ',
        '"x"',
        "}",
        "{",
        "[",
        "]",
        ",",
        '"issued": {"date-parts": [[',
        "null",
        "1e999",
        '"author": [{"family": 1}]',
        ":",
        "\\",
        "\n",
        '{"id": 1, "type": {}}',
        '"x", ',
        '"total": 3',
    ],
    "BibTeX": [
        "@misc{a,",
        "title = {",
        "}",
        "@",
        "\n",
        '"',
        "author = {",
        "crossref = {a}",
        "#",
        "\\",
    ],
    "Web of Science": [
        "PT J\n",
        "TI x\n",
        "   more\n",
        "AU Doe\n",
        "ER\n",
        "EF\n",
        "PY 20",
        "BP e",
        "\n",
    ],
}
STARTS = {
    "RIS": "TY  - JOUR\nTI  - S\nER  - \n",
    "MEDLINE": "PMID- 9\nTI  - S\n\n",
    "PubMed XML": "<PubmedArticle><x/></PubmedArticle>",
    "EndNote XML": "<records><record></record>",
    "CSL-JSON": '[{"id": "s", "title": "S"},\n',
    "BibTeX": "@misc{s, title = {S}}\n",
    "Web of Science": "FN Clarivate\nPT J\nTI S\nER\n",
}
NAMES = sorted(PIECES)


def export_of(name: str) -> st.SearchStrategy[str]:
    """Texts that look like a format and are broken in any way."""
    pieces = st.one_of(st.sampled_from(PIECES[name]), st.text(max_size=12))
    return st.lists(pieces, max_size=25).map("".join)


def holds(name: str, middle: str) -> None:
    """Whatever stands in the middle, reading ends, and the account is complete. A second import
    changes nothing, but for works that were left for a decision: what came behind them may have
    made them sure. Each further import settles one of them at least, until nothing changes.
    """
    text = STARTS[name] + middle
    result = imported(text)
    account = result.account
    assert account.entries == sum(account.counts.values()) > 0
    errors = [p for p in account.problems if p.mark.path == "export"]
    assert account.readings[0].unread == 0 or errors  # what is alike on a line is told once
    again = imported(text, result.data)
    for _ in waiting(account):
        if again.data == result.data:
            break
        result, again = again, imported(text, again.data)
    assert again.account.counts["added"] == 0
    assert again.data == result.data


def waiting(account: Account) -> list[Outcome]:
    """The works that were left for a decision."""
    return [one for one in account.outcomes if one.fate == "reported" and one.key]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_text_is_accounted_for(name: str, data: st.DataObject) -> None:
    """No reader fails on any text; entries in are entries added, merged, unchanged and reported,
    and a second import adds nothing.
    """
    holds(name, data.draw(export_of(name)))


@pytest.mark.parametrize(
    ("name", "middle"),
    [
        ("BibTeX", "@misc{a, title = {{A} title}\\\x7f}}"),
        ("RIS", "TY  - JOUR\nTI  - T\nAU  - {ⱽ}\nER  - \n"),
        (
            "MEDLINE",
            "PMID- 1\nTI  - T\nPMID- x\nFAU - Doe, A\nTI  - T\nPMID- 1\nTI  - T\nFAU - Roe, B\n",
        ),
        (
            "MEDLINE",
            "PMID- x\nTI  - PMID- x\nPMID- 1\nTI  - PMID- x\nPT  - Retracted Publication\n"
            "PMID- 1\nTI  - mid 1\n",
        ),
    ],
)
def test_what_fuzzing_found_stays_found(name: str, middle: str) -> None:
    """Texts on which a reader once failed, cut down to what was wrong."""
    holds(name, middle)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@LONG
@given(data=st.data())
def test_any_text_is_accounted_for_at_length(name: str, data: st.DataObject) -> None:
    """The same with many more examples (PEERMAP_EXAMPLES says how many)."""
    holds(name, data.draw(export_of(name)))


@pytest.mark.parametrize("name", sorted(set(GOOD) - {"BibTeX", "CSL-JSON"}))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_good_record_stands_beside_bad_ones(name: str, data: st.DataObject) -> None:
    """A sound record before anything broken, and behind it on a line of its own, is read."""
    middle = data.draw(export_of(name))
    works = read_export("x", GOOD[name] + middle + "\n\n" + GOOD[name]).works
    titles = [work.title for work in works]
    assert titles[0].startswith("A good one")
    assert titles[-1] == "A good one"


@pytest.mark.parametrize(
    ("name", "start", "middle", "end"),
    [
        ("RIS", "TY  - JOUR\n", "AU  - Doe\nTI  - {}\nPY  - 2012\n", "ER  - \n"),
        ("Web of Science", "PT J\n", "AU Doe\nTI {}\nPY 2012\n", "ER\n"),
        ("MEDLINE", "PMID- 1\n", "OWN - NLM\nTI  - {}\nFAU - Doe\n", ""),
    ],
)
@given(lacks=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=6))
@settings(max_examples=60, deadline=None)
def test_no_entry_is_lost_with_its_first_or_last_line(
    name: str, start: str, middle: str, end: str, lacks: list[tuple[bool, bool]]
) -> None:
    """Records between blank lines stay as many as they are, whichever of their ends are missing."""
    records = [
        f"{'' if no_start else start}{middle.format(f'Work {n}')}{'' if no_end else end}\n"
        for n, (no_start, no_end) in enumerate(lacks)
    ]
    reading = read_export("x", f"{GOOD[name]}\n{''.join(records)}")
    assert reading.format == name
    titles = ["A good one", *(f"Work {n}" for n in range(len(records)))]
    assert [work.title for work in reading.works] == titles
    mended = [" ".join(work.mends) for work in reading.works[1:]]
    assert ["beginning" in mends for mends in mended] == [no_start for no_start, _ in lacks]


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from([*"a~$%`\\{}'- ", "http://a"]), max_size=20).map("".join),
    )
)
@example("http://www.example.org/~doe/a%20b?c=$1 and more")
@example("http://example.org/{a}\\b`c")
def test_text_is_read_back(text: str) -> None:
    """What is written as LaTeX reads as the text it was written from."""
    assert plain(latex_of(clean(text))) == clean(text)


WORDS = st.text(min_size=1, max_size=30).map(clean).filter(str.strip)


@given(
    title=WORDS.filter(lambda t: any(c.isalnum() for c in t)),
    people=st.lists(WORDS, max_size=4),
    fields=st.dictionaries(
        st.sampled_from(["journal", "publisher", "note", "series", "abstract"]), WORDS
    ),
)
@example(title="Two in one", people=["A& ¼", "A; B"], fields={})
@example(title="A sign for a given name", people=["% 0", "\\,%", "Doe, Jane"], fields={})
@example(title="A suffix alone", people=["b, Jr"], fields={})
@example(title="An address", people=["http://a.org/~b", "{ http://a{"], fields={"note": "http://~"})
@settings(max_examples=300, deadline=None)
def test_a_work_is_read_back(title: str, people: list[str], fields: dict[str, str]) -> None:
    """Title, people and fields of any work are the same when the entry written for it is read."""
    draft = Draft(Mark("x"), fields={"title": title, **fields})
    for words in people:
        draft.name("author", words)
    work = finished(draft)
    (read,), _ = read_references("x.bib", Layout().entry("key", work))
    assert read.title == title
    assert {name: read.fields.get(name) for name in fields} == fields
    assert read.authors == work.authors


PARTS = st.one_of(
    st.just(""),
    st.lists(
        st.sampled_from(["A", "b", " ", "and", "&", ";", ",", "family=", "%", "}"]), min_size=1
    )
    .map("".join)
    .map(clean),
)


@given(st.lists(st.tuples(PARTS.filter(bool), PARTS, PARTS, PARTS), min_size=1, max_size=3))
@example([("Beethoven", "", "van", ""), ("et", "", "and", "B, C")])
@settings(deadline=None)
def test_parts_of_names_are_read_back(people: list[tuple[str, str, str, str]]) -> None:
    """Names whose parts an export has apart are read again with every word, in order."""
    parts = ("family", "given", "non-dropping-particle", "suffix")
    authors = [dict(zip(parts, words, strict=True)) for words in people]
    text = json.dumps([{"id": "x", "type": "book", "title": "T", "author": authors}])
    (work,) = read_export("x", text).works
    (read,), _ = read_references("x.bib", Layout().entry("key", work))
    assert [n.inverted for n in read.authors] == [n.inverted for n in work.authors]


def test_a_csl_name_without_given_name_keeps_its_parts() -> None:
    """A particle or suffix stays though no given name is there; entities are characters."""
    authors = [
        {"family": "Beethoven", "non-dropping-particle": "van"},
        {"family": "Doe", "suffix": "Jr"},
        {"family": "A&amp;B ", "given": "Jane"},
    ]
    text = json.dumps([{"id": "x", "type": "book", "title": "T", "author": authors}])
    (work,) = read_export("x", text).works
    (read,), _ = read_references("x.bib", Layout().entry("key", work))
    assert read.authors == work.authors
    assert [n.inverted for n in read.authors] == ["van Beethoven", "Doe, Jr", "A&B, Jane"]


@given(WORDS, st.lists(WORDS, max_size=2), st.integers(1500, 2100))
@example("A raised capital is a name", ["ⱽ"], 2012)
def test_keys_are_sound_and_free(title: str, people: list[str], year: int) -> None:
    """A new key can be an address, and no other work has it."""
    draft = Draft(Mark("x"), fields={"title": title}, dates=[str(year)])
    for words in people:
        draft.name("author", words)
    work: Incoming = finished(draft)
    taken: set[str] = set()
    for _ in range(12):
        key = new_key(work, taken)
        assert is_key(key)
        assert key not in taken
        taken.add(key)


@given(
    st.lists(st.sampled_from(["a", "é", "\n", "\r\n", "\r", " ", "@", "\ufeff"])).map("".join),
    st.sampled_from([("", "utf-8"), ("\ufeff", "utf-8"), ("\ufeff", "utf-16-le")]),
    st.data(),
)
def test_bytes_around_insertions_stay(
    text: str, form: tuple[str, str], data: st.DataObject
) -> None:
    """Whatever the line ends and the encoding, taking out what was put in gives the old bytes."""
    before = (form[0] + text).encode(form[1])
    exact = exact_text(before)
    assert exact is not None
    at = data.draw(st.integers(0, len(exact.text)))
    after = exact.with_insertions([Insertion(at, "NEW")])
    new = "NEW".encode(exact.encoding)
    assert after.replace(new, b"", 1) == before
    assert exact.text[:at] + "NEW" == (exact_text(after) or exact).text[: at + 3]


def test_json_bombs_are_problems() -> None:
    """Nesting that would exhaust a reader is a problem of its item, and the next is read."""
    deep = '{"title": ' + "[" * 100_000 + "]" * 100_000 + "}"
    text = f"[{deep},\n{json.dumps({'id': 'x', 'type': 'book', 'title': 'A good one'})}]"
    reading = read_export("x", text)
    assert [work.title for work in reading.works] == ["A good one"]
    assert reading.unread == 1
