"""The corpus of attacks: each is shown as text or refused with its place, and harms nobody."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from markup import faults
from peermap.load.everything import loaded
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
from peermap.publish.data import data_files
from peermap.publish.facets import facets, summaries
from peermap.publish.pouring import record_pages
from peermap.render.pages.parts import parts
from peermap.sources import Sources, decoded, read_sources

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "corpus.yml").read_text(encoding="utf-8")
)
DOOR = "synthesis/programmes/door-knockers.yml"
BIBLIOGRAPHY = "bibliography/references.bib"
LABELS = "synthesis/labels.yml"
PROSE = "synthesis/questions/functions.md"
FILES = {"file.programme": DOOR, "file.bibliography": BIBLIOGRAPHY, "file.labels": LABELS}
ENTRY = {"key": "extra2020", "author": "Moss, Ada", "title": "Extra", "journal": "Journal"}
ADDRESS = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*/")
STARTS_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r]")
FEWEST = 60


@cache
def ground() -> Mapping[str, str]:
    """The small project that every case starts from."""
    return read_sources(ROOT / "tests/cases/_ground").texts


def attacked(case: Mapping[str, Any]) -> tuple[str, Sources]:
    """The path of the file that holds the attack, and all sources with it, read from its bytes."""
    path, content = changed(case["place"], case["text"] * case.get("times", 1))
    text, problems = decoded(content.encode(), path)
    return path, Sources({**ground(), path: text}, tuple(problems))


def changed(place: str, text: str) -> tuple[str, str]:
    """The file for a place, with the text in it."""
    kind, _, field = place.partition(".")
    if kind == "file":
        return FILES[place], text
    if kind == "filename":
        return f"synthesis/programmes/{text}.yml", ground()[DOOR]
    if kind == "prose":
        old = "Help begins with a knock on the door [@moss2012]."
        return PROSE, ground()[PROSE].replace(old, f"{text} [@moss2012].")
    if kind == "reference":
        return BIBLIOGRAPHY, ground()[BIBLIOGRAPHY] + entry(field, text)
    if kind == "label":
        labels = yaml.load(ground()[LABELS], Loader=yaml.BaseLoader)
        labels[1][field] = text
        return LABELS, yaml.safe_dump(labels, allow_unicode=True, width=10**9)
    return DOOR, programme(field, text)


def entry(field: str, text: str) -> str:
    """One more entry of the bibliography, with the text in a field or as its key."""
    fields = {**ENTRY, "year": "2020", field: text}
    key = fields.pop("key")
    return (
        f"\n@article{{{key},\n" + "".join(f"  {n} = {{{v}}},\n" for n, v in fields.items()) + "}\n"
    )


def programme(field: str, text: str) -> str:
    """The programme with the text in a field of its own or of its first piece of evidence."""
    record = yaml.load(ground()[DOOR], Loader=yaml.BaseLoader)
    placement = record["placements"]["functions"][0]
    if field == "option":
        placement["option"] = text
    elif field in ("source", "where", "says", "quote"):
        placement["evidence"][0][field] = text
    else:
        record[field] = text
    return yaml.safe_dump(record, allow_unicode=True, width=10**9)


def read(sources: Sources) -> tuple[Atlas, list[Problem]]:
    """The records and every problem."""
    records, found = loaded(sources)
    assert records is not None
    atlas, more = placed(records)
    return atlas, [*found, *more]


def published(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Name and HTML of everything that shows records."""
    for page in record_pages(atlas):
        assert ADDRESS.fullmatch(page.address), page.address
        yield page.address, page.body
    yield from parts(atlas).items()


def cells(table: str) -> Iterator[str]:
    """Every cell of a table."""
    for row in csv.reader(io.StringIO(table)):
        yield from row


def names() -> list[str]:
    return [case["name"] for case in CORPUS]


def test_the_corpus_is_large_and_each_case_has_a_name() -> None:
    """There are at least sixty cases, and no two are called alike."""
    assert len(names()) >= FEWEST
    assert len(set(names())) == len(names())


@pytest.mark.parametrize("case", CORPUS, ids=names())
def test_it_harms_nobody(case: dict[str, Any]) -> None:
    """The attack raises nothing. Where it is refused, a problem says so at its file; on pages and
    in published data it is text and nothing else; no message carries it to a terminal.
    """
    path, sources = attacked(case)
    atlas, found = read(sources)
    if "refused" in case:
        told = [str(problem) for problem in found if problem.mark.path == path]
        assert [line for line in told if case["refused"] in line], (path, found)
    else:
        assert [p for p in found if p.severity == "error"] == []
    assert all(line.isprintable() for p in found for line in str(p).split("\n"))
    assert {name: faults(text) for name, text in published(atlas) if faults(text)} == {}
    for name, text in data_files(atlas).items():
        if name.endswith(".csv"):
            assert [cell for cell in cells(text) if STARTS_FORMULA.match(cell)] == []
        if name.endswith(".json"):
            json.loads(text)
    json.loads(facets(atlas))
    json.loads(summaries(atlas))
