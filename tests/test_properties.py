"""What always holds, whatever a source says: nothing raises, nothing is lost, order is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from peermap.load.everything import loaded
from peermap.load.inline import CITATION, STRICT
from peermap.load.pages import read_question_page, read_trend
from peermap.load.prose import PARSER, read_sections
from peermap.load.sentences import CITE, sentences_of
from peermap.load.yaml_file import read_yaml
from peermap.load.yaml_tree import Path as At
from peermap.load.yaml_tree import Tree
from peermap.place.atlas import Atlas, placed
from peermap.problems import Mark, Problem
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import engine_pages
from peermap.records.prose import Passage
from peermap.render.pages.parts import parts
from peermap.sources import Sources, decoded, read_sources

GROUND = Path(__file__).parent / "cases" / "_ground"
DOOR = "synthesis/programmes/door-knockers.yml"
PAGE = "synthesis/questions/functions.md"
HERE = Mark("here.md", 1)
YAML_SIGNS = "-:?[]{},#&*!|>'\"%@` \n\t~abc0"
PROSE_SIGNS = "[]@;(){}#*_`!<>&\\-+.:/ \n\tabcXY1"


@cache
def ground() -> Sources:
    """The project without faults that the cases start from."""
    return read_sources(GROUND)


def placed_with(changes: Mapping[str, str]) -> tuple[Atlas | None, list[Problem]]:
    """The ground's Atlas and problems when some of its files have another text."""
    records, found = loaded(Sources({**ground().texts, **changes}))
    if records is None:
        return None, found
    atlas, more = placed(records)
    return atlas, [*found, *more]


# --- nothing raises


@given(st.binary())
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf\xff")
@example(b"\x00\x81\r\r\n")
def test_any_bytes_are_decoded(data: bytes) -> None:
    """Bytes become text without NUL and with plain line ends, and what is odd is told."""
    text, problems = decoded(data, "here.bib")
    assert not {"\0", "\r"} & set(text)
    assert problems or text.replace("\n", "") == data.decode("utf-8-sig").translate(
        {ord("\r"): None, ord("\n"): None}
    )


@given(st.text() | st.text(YAML_SIGNS))
@example("\ud800: x")
@example("a: \x85b\u2028")
@example("? [a]\n: b\n")
@example("!!binary x")
def test_any_text_is_read_as_yaml(text: str) -> None:
    """A YAML text is a tree, or a problem at a line that the text has."""
    tree, problems = read_yaml("here.yml", text)
    assert tree is not None or problems
    lines = text.count("\n") + 2
    assert all(1 <= problem.mark.line <= lines for problem in problems)
    assert all(problem.says and problem.way_out for problem in problems)


@given(st.text() | st.text(PROSE_SIGNS))
@example("---\n---\n")
@example("---\nquestion: [")
@example("# \n# \n#")
@example("- ```\n  x\n  ```")
def test_any_text_is_read_as_prose(text: str) -> None:
    """A page is read, or told of, whatever it holds."""
    (id_, prose), _ = read_question_page(PAGE, text)
    trend, _ = read_trend("synthesis/trends/peer-support.md", text)
    assert (id_, trend.id) == ("functions", "peer-support")
    anchors = [section.anchor for section in prose.sections]
    assert len(anchors) == len(set(anchors))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(ground().texts)), st.text() | st.text(YAML_SIGNS + PROSE_SIGNS))
def test_any_text_in_place_of_any_source(path: str, text: str) -> None:
    """A project with one file of nonsense still has problems or an Atlas, never a traceback."""
    atlas, problems = placed_with({path: text})
    assert atlas is not None or problems


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text with a few slips: lines lost, doubled, indented, characters put in or taken out."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        slip = draw(st.sampled_from(["lose", "double", "indent", "put", "take", "cut"]))
        if slip == "lose":
            del lines[at]
            lines = lines or [""]
        elif slip == "double":
            lines.insert(at, lines[at])
        elif slip == "indent":
            lines[at] = draw(st.sampled_from(["  ", " ", "\t", "- "])) + lines[at]
        elif slip == "put":
            sign = draw(st.sampled_from([*YAML_SIGNS, "x", ": ", "é", "\0"]))
            lines[at] = lines[at][:column] + sign + lines[at][column:]
        elif slip == "take":
            lines[at] = lines[at][:column] + lines[at][column + 1 :]
        else:
            lines[at] = lines[at][:column]
    return "\n".join(lines)


# --- nothing is lost


def has_problem_in(problems: list[Problem], path: str) -> bool:
    return any(problem.mark.path == path for problem in problems)


@settings(max_examples=100, deadline=None)
@given(damaged(ground().texts[DOOR]))
def test_no_programme_disappears(text: str) -> None:
    """A damaged record is in the Atlas with all it had, or its file is named by a problem."""
    atlas, problems = placed_with({DOOR: text})
    if not has_problem_in(problems, DOOR):
        assert atlas is not None
        assert "door-knockers" in atlas.programmes
        evidence = [
            e for a in atlas.programmes["door-knockers"].answers.values()
            for p in a.placements for e in p.evidence
        ]  # fmt: skip
        assert len(evidence) == text.count("source:") - text.count("{source:")


@settings(max_examples=100, deadline=None)
@given(damaged(ground().texts["synthesis/labels.yml"]))
def test_no_label_disappears(text: str) -> None:
    """A damaged vocabulary has all its labels, or its file is named by a problem."""
    atlas, problems = placed_with({"synthesis/labels.yml": text})
    if not has_problem_in(problems, "synthesis/labels.yml"):
        assert atlas is not None
        assert len(atlas.labels) == len(re.findall(r"^- +id *:", text, re.MULTILINE))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.from_regex(r"[A-Za-z0-9-]{1,12}", fullmatch=True), st.booleans()))
def test_every_programme_file_is_accounted_for(files: Mapping[str, bool]) -> None:
    """Each file of the folder is either a record of the Atlas or named by a problem."""
    texts = {
        f"synthesis/programmes/{name}.yml": ground().texts[DOOR] if is_sound else "name: Half"
        for name, is_sound in files.items()
    }
    atlas, problems = placed_with(texts)
    assert atlas is not None
    for path in texts:
        is_read = path.rpartition("/")[2].removesuffix(".yml") in atlas.programmes
        assert is_read != has_problem_in(problems, path)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_is_read_becomes_pages(data: st.DataObject) -> None:
    """Whatever slips are in a source, the pages of the Atlas that is left can be made."""
    path = data.draw(st.sampled_from(sorted(ground().texts)))
    damage = data.draw(damaged(ground().texts[path]))
    atlas, problems = placed_with({**ground().texts, path: damage})
    if atlas is None:
        assert problems
        return
    addresses = {page.address for page in record_pages(atlas)}
    assert {f"programmes/{id_}/" for id_ in atlas.programmes} <= addresses
    assert all(page.text for page in engine_pages(atlas))
    assert parts(atlas)


# --- order is nothing


@settings(deadline=None)
@given(st.data())
def test_the_order_of_files_is_nothing(data: st.DataObject) -> None:
    """However the disk lists the files, the Atlas and the problems are the same."""
    more = {f"synthesis/programmes/{name}.yml": ground().texts[DOOR] for name in ("a", "b", "z")}
    texts = {**ground().texts, **more, PAGE: "no front matter [@moss2012] [@nobody]"}
    order = data.draw(st.permutations(sorted(texts)))
    expected, expected_problems = placed_with(texts)
    records, found = loaded(Sources({path: texts[path] for path in order}))
    assert records is not None
    atlas, problems = placed(records)
    assert repr(atlas) == repr(expected)
    assert sorted([*found, *problems]) == sorted(expected_problems)


# --- sentences

WORDS = st.text("abc XY.!?()“” 1", max_size=30)
PASSAGES = st.one_of(
    WORDS.map(lambda words: Passage("text", words, mark=HERE)),
    WORDS.map(lambda words: Passage("emphasis", words, mark=HERE)),
    WORDS.map(lambda words: Passage("link", words, "https://example.org/", mark=HERE)),
    st.lists(st.sampled_from(["a", "b"]), min_size=1, max_size=2).map(
        lambda keys: Passage("cite", keys=tuple(keys), mark=HERE)
    ),
)


def words_and_citations(passages: Iterator[Passage]) -> str:
    """The words without white space, with a sign for each citation."""
    text = "".join(f"[{','.join(p.keys)}]" if p.kind == "cite" else p.text for p in passages)
    return "".join(text.split())


@given(st.lists(PASSAGES, max_size=8).map(tuple))
def test_sentences_are_the_paragraph(passages: tuple[Passage, ...]) -> None:
    """Joined again, the sentences of a paragraph have its words and its citations, in order."""
    sentences = list(sentences_of(passages, HERE))
    again = (passage for sentence in sentences for passage in sentence.passages)
    assert words_and_citations(again) == words_and_citations(iter(passages))
    assert all(sentence.passages for sentence in sentences)


@given(
    st.lists(st.sampled_from(["One", "Two", "Dr. Moss et al.", "U.S. aid", "3 doors"]), max_size=6)
)
def test_a_full_stop_ends_a_sentence(starts: list[str]) -> None:
    """Sentences end at a full stop before a capital or a number; abbreviations do not end one."""
    text = " ".join(f"{start} went home." for start in starts)
    sentences = list(sentences_of((Passage("text", text, mark=HERE),), HERE))
    assert [s.passages[0].text for s in sentences] == [f"{start} went home." for start in starts]


@given(st.text(PROSE_SIGNS))
@example("*a [@b]*")
@example("[x [@b]](https://example.org/)")
@example("[@a;\n@b]")
@example("a [31m [@b]")
@example("> [@b]\n\n- [@b]\n  - [@b]\n\n1. [@b]")
def test_every_citation_is_kept_or_told(text: str) -> None:
    """A citation that Markdown leaves in the text is a citation of a sentence, or a problem."""
    sections, problems = read_sections("here.md", text, 0)
    cited = [
        passage.keys
        for section in sections
        for sentence in section.sentences
        for passage in sentence.passages
        if passage.kind == "cite"
    ]
    given_ = [
        child.content
        for token in PARSER.parse(text)
        for child in token.children or ()
        if child.type == "text"
    ]
    found = [m for content in given_ for m in CITATION.finditer(content) if STRICT.fullmatch(m[1])]
    assert len(cited) >= len(found) or problems
    assert CITE not in text


# --- the tree


def values(tree: Tree, value: Any, at: At) -> Iterator[tuple[At, Any]]:
    """Every value of a tree with its path."""
    yield at, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for step, inner in pairs:
            yield from values(tree, inner, (*at, step))


NESTED = st.recursive(
    st.text("abc", min_size=1, max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("xyz"), inner),
    max_leaves=15,
)


@settings(deadline=None)
@given(NESTED, st.data())
def test_a_tree_without_some_values_keeps_the_marks_of_the_others(
    value: Any, data: st.DataObject
) -> None:
    """What is left when values are taken out stands where it stood."""
    paths = [at for at, _ in values(Tree("here.yml", value), value, ())]
    marks = {at: Mark("here.yml", line) for line, at in enumerate(paths, start=1)}
    whole = Tree("here.yml", value, marks, marks)
    inner = [at for at in paths if at]
    gone = data.draw(st.lists(st.sampled_from(inner), max_size=4)) if inner else []
    rest = whole.without(*gone)
    kept = {at for at in paths if not any(at[: len(out)] == out for out in gone)}
    left = list(values(rest, rest.value, ()))
    assert {rest.marks[at] for at, _ in left} == {marks[at] for at in kept}
    leaves = {marks[at]: v for at, v in values(whole, value, ()) if isinstance(v, str)}
    assert all(leaves[rest.mark(at)] == v for at, v in left if isinstance(v, str))
    assert set(rest.marks) == set(rest.keys) == {at for at, _ in left}
