"""What is kept of an earlier reading changes nothing: every reading equals one from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from peermap.kept import STORE, keep_records, records_kept
from peermap.load.bibtex import read_references
from peermap.load.bibtex_kept import KeptReferences
from peermap.load.everything import loaded
from peermap.load.kept import KeptRecords
from peermap.load.named import Named
from peermap.project import Kept, keep_in, kept_in, read_project
from peermap.records.text import Text
from peermap.sources import Sources, read_sources

GROUND = Path(__file__).parents[1] / "cases" / "_ground"
BIB = "bibliography/references.bib"
MAP = "synthesis/map.yml"
DOOR = "synthesis/programmes/door-knockers.yml"
FRENCH = "synthesis/fr/programmes/door-knockers.yml"
PAGE = "synthesis/questions/functions.md"
MORE = """% a remark
@string{press = {Hill Press}}

@book{hill2001,
  title = {The {Hill} \\& the well},
  editor = {Hill, Dan and World Health Organization},
  publisher = press # { of the North},
  year = 2001
}

@incollection{part2001, crossref = {hill2001},
  title = {A part},
  pages = {1--9},
  month = may,
}
@comment{nothing}
@misc{slip2003,
  titel = {Slipped},
  title = {A slip},
  year = {soon},
  year = {2003},
  keywords = {functionz:navigation, spaces:},
}
"""
LINES = (
    "  note = {More},",
    "  year = {2012},",
    "  crossref = {hill2001},",
    "  title = {Broken {open,",
    "  note = press,",
    "  note {no sign},",
    "}",
    "% remark",
    "@string{press = {Dale Press}}",
    "@misc{moss2012, title = {Twice}}",
    "  @misc{within2012, title = {Further in}}",
    "@misc{MOSS2012, title = {Case}}",
    "@misc",
    "{loose2012, title = {On two lines}}",
    "name: Twice",
    "  formality: not stated",
    "          where: Page 9",
    "  - nonsense",
    "",
)
Texts = Mapping[str, str]


@cache
def ground() -> dict[str, str]:
    """The project without faults, with entries of every kind, and words in French."""
    texts = dict(read_sources(GROUND).texts)
    return texts | {BIB: texts[BIB] + MORE, FRENCH: "name: Ceux qui frappent\n"}


def deep(value: Any) -> Any:
    """A value with all that equality passes over: places of names, words of other languages."""
    if isinstance(value, Text):
        return str(value), value.language, dict(value.translations)
    if isinstance(value, Named):
        return str(value), value.mark
    if isinstance(value, Mapping):
        return {key: deep(inside) for key, inside in value.items()}
    if isinstance(value, tuple | list):
        return [deep(inside) for inside in value]
    if is_dataclass(value) and not isinstance(value, type):
        return type(value), [deep(getattr(value, f.name)) for f in fields(value)]
    return value


def whole(texts: Texts, kept: KeptRecords | None = None) -> Any:
    """All records and problems, in their order."""
    records, found = loaded(Sources(texts), kept)
    return deep(records), found


# --- edits of the sources


def line_changed(path: str, at: int, line: str) -> Callable[[Texts], Texts]:
    """A line of a file has another text."""
    return in_lines(path, at, lambda lines, here: [*lines[:here], line, *lines[here + 1 :]])


def line_added(path: str, at: int, line: str) -> Callable[[Texts], Texts]:
    """A file has a line more."""
    return in_lines(path, at, lambda lines, here: [*lines[:here], line, *lines[here:]])


def lines_gone(path: str, at: int, number: int) -> Callable[[Texts], Texts]:
    """A file lacks some lines."""
    return in_lines(path, at, lambda lines, here: [*lines[:here], *lines[here + number :]])


def lines_twice(path: str, at: int, number: int) -> Callable[[Texts], Texts]:
    """Some lines of a file stand twice."""
    return in_lines(
        path, at, lambda lines, here: [*lines[: here + number], *lines[here : here + number],
                                       *lines[here + number :]]
    )  # fmt: skip


def words_changed(path: str, old: str, new: str) -> Callable[[Texts], Texts]:
    """Words stand in the place of others throughout a file."""
    return lambda texts: {p: t.replace(old, new) if p == path else t for p, t in texts.items()}


def file_gone(path: str) -> Callable[[Texts], Texts]:
    """A file is not there."""
    return lambda texts: {p: text for p, text in texts.items() if p != path}


def file_back(path: str) -> Callable[[Texts], Texts]:
    """A file is as it was at first."""
    return lambda texts: {**texts, path: ground()[path]}


def in_lines(
    path: str, at: int, change: Callable[[list[str], int], list[str]]
) -> Callable[[Texts], Texts]:
    """A change of the lines of a file, around one of them."""

    def changed(texts: Texts) -> Texts:
        lines = texts.get(path, "").split("\n")
        return {**texts, path: "\n".join(change(lines, at % len(lines)))}

    return changed


PATHS = st.sampled_from([BIB, BIB, BIB, DOOR, FRENCH, MAP, PAGE])
AT = st.integers(0, 80)
EDITS = st.one_of(
    st.builds(line_changed, PATHS, AT, st.sampled_from(LINES)),
    st.builds(line_added, PATHS, AT, st.sampled_from(LINES)),
    st.builds(lines_gone, PATHS, AT, st.integers(1, 9)),
    st.builds(lines_twice, PATHS, AT, st.integers(1, 9)),
    st.builds(
        words_changed,
        PATHS,
        st.sampled_from(["moss2012", "hill2001", "press", "navigation", "title", "functions"]),
        st.sampled_from(["oak2019", "press", "navigation", "new1", "Title", ""]),
    ),
    st.builds(file_gone, PATHS),
    st.builds(file_back, PATHS),
)


@given(st.lists(EDITS, min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_a_reading_with_what_was_kept_equals_one_from_nothing(
    edits: list[Callable[[Texts], Texts]],
) -> None:
    """Whatever is edited, one edit after the other: records, problems, their lines and order."""
    texts: Texts = ground()
    kept = KeptRecords()
    assert whole(texts, kept) == whole(texts)
    for edit in edits:
        texts = edit(texts)
        assert whole(texts, kept) == whole(texts)


@given(st.lists(EDITS, max_size=3))
@settings(max_examples=30, deadline=None)
def test_what_is_written_down_is_read_the_same(
    tmp_path_factory: Any, edits: list[Callable[[Texts], Texts]]
) -> None:
    """A reading with what another process wrote down equals one from nothing too."""
    root = tmp_path_factory.mktemp("kept")
    kept, texts = KeptRecords(), ground()
    whole(texts, kept)
    keep_records(root, kept)
    for edit in edits:
        texts = edit(texts)
    assert whole(texts, records_kept(root)) == whole(texts)


PIECES = st.sampled_from(
    [
        "@misc{a1, title = {A}}\n",
        "@misc{b1,\n  title = {B},\n  note = s,\n  crossref = {a1}\n}\n",
        "@misc{c1, title = {C}, titel = {c}, year = {1}, year = {2}}\n",
        "@string{s = {x}}\n",
        "@string{s = {y}}\n",
        "@misc{d1, title = {open\n",
        "  @misc{e1, title = {E}}\n",
        "@misc\n{f1, title = {F}}\n",
        "@comment{",
        "note = {stray},\n",
        '@misc{g1, title = "{"}"}',
        "}\n",
        "\n",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=2, max_size=4))
@example(["@misc{a1, title = {A}}\n@misc{d1, title = {open\n", "@misc{d1, title = {open\n"])
def test_any_bibliography_after_any_other(texts: list[str]) -> None:
    """Of one text after another, nothing of the earlier shows."""
    kept = KeptReferences()
    for text in texts:
        assert deep(read_references("x.bib", text, kept=kept)) == deep(
            read_references("x.bib", text)
        )


def test_what_was_read_is_not_read_again() -> None:
    """An edit of one entry, which moves those behind it, is all that is new."""
    kept = KeptRecords()
    texts = ground()
    first, _ = loaded(Sources(texts), kept)
    kept.settle()
    again, _ = loaded(Sources(texts), kept)
    assert first is not None
    assert again is not None
    assert kept.news == 0
    assert again.references["oak2019"] is first.references["oak2019"]
    assert again.programmes["door-knockers"] is first.programmes["door-knockers"]
    edited = line_added(BIB, 1, "  note = {More},")(texts)
    loaded(Sources(edited), kept)
    assert kept.news == 1


def test_a_store_that_is_not_ours_is_left_aside(tmp_path: Path) -> None:
    """One that was cut off, that other code wrote, or that is nothing of the kind."""
    kept = KeptRecords()
    whole(ground(), kept)
    keep_records(tmp_path, kept)
    assert records_kept(tmp_path).files.keys() == kept.files.keys()
    data = (tmp_path / STORE).read_bytes()
    for spoilt in (data[:-1], bytes([data[0] ^ 1]) + data[1:], b"nonsense", b""):
        (tmp_path / STORE).write_bytes(spoilt)
        assert not records_kept(tmp_path).files


def test_a_map_that_cannot_be_read_forgets_nothing() -> None:
    """While it is being edited the other files wait for it."""
    kept = KeptRecords()
    first, _ = loaded(Sources(ground()), kept)
    assert loaded(Sources({**ground(), MAP: "{"}), kept)[0] is None
    again, _ = loaded(Sources(ground()), kept)
    assert first is not None
    assert again is not None
    assert again.programmes["door-knockers"] is first.programmes["door-knockers"]
    assert again.references["oak2019"] is first.references["oak2019"]


def test_a_project_is_read_with_what_it_kept(tmp_path: Path) -> None:
    """A preview and a second build have the Atlas and problems of a first."""
    shutil.copytree(GROUND, tmp_path, dirs_exist_ok=True)
    first, kept = read_project(tmp_path), Kept()
    read_project(tmp_path, kept)
    keep_in(tmp_path, kept)
    for again in (read_project(tmp_path, kept), read_project(tmp_path, kept_in(tmp_path))):
        assert again.problems == first.problems
        assert deep(again.atlas) == deep(first.atlas)
