"""Our files of the whole bibliography, read back by programs that are not ours: the same works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import Person, parse_string

from formats.reading import read_by_node
from peermap.load.bibtex import read_references
from peermap.load.latex import plain
from peermap.place.atlas import Atlas
from peermap.records.reference import Name, Reference
from peermap.render.formats.csl import AND_OTHERS, csl_item
from peermap.render.formats.files import bib_file, csl_file, ris_file

CASES = """
@article{tocqueville1835,
  author = {de Tocqueville, Alexis and d'Alembert, Jean and van den Berg, Jo{\\~a}o and
            King, Jr., Martin and {Organisation mondiale de la Sant{\\'e}} and others},
  title = {De la d{\\'e}mocratie}, journal = {Soci{\\'e}t{\\'e}}, year = 1835, month = may,
  volume = 1, number = {3/4}, pages = {18--25}, doi = {10.1000/182}, langid = {french}
}
@book{roe2001, editor = {Roe, Ann}, title = {A book}, publisher = {A press}, year = 2001}
@incollection{poe2002, author = {Poe, {\\O}yvind}, editor = {Roe, Ann}, title = {A chapter},
  booktitle = {A book}, publisher = {A press}, year = 2002, pages = {81--93}}
@phdthesis{coe2003, author = {Coe, Lee}, title = {A thesis}, school = {McGill}, year = 2003}
@dataset{doe2004, author = {Doe, Jo}, title = {Data}, publisher = {An archive}, year = 2004}
"""
RIS_TYPES = {
    "article": "JOUR", "book": "BOOK", "incollection": "CHAP", "inproceedings": "CPAPER",
    "mastersthesis": "THES", "phdthesis": "THES", "techreport": "RPRT", "online": "ELEC",
    "dataset": "DATA",
}  # fmt: skip


@pytest.fixture(scope="module", params=["the bibliography", "cases"])
def references(request: pytest.FixtureRequest, atlas: Atlas) -> list[Reference]:
    """The whole real bibliography, and kinds of works and names that it lacks."""
    if request.param == "cases":
        return list(read_references("cases.bib", CASES)[0])
    return list(atlas.references.values())


def names(people: Iterable[Name]) -> list[str]:
    """*Family, Given, Suffix* of each."""
    return [name.inverted for name in people]


def test_ris_is_read_back_by_rispy(references: list[Reference]) -> None:
    """Key, type, names, title, year, container, volume, issue, pages and DOI of every work."""
    records = {record["id"]: record for record in rispy.loads(ris_file(references))}
    assert list(records) == [reference.key for reference in references]
    for reference in references:
        record, fields = records[reference.key], reference.fields
        kind = RIS_TYPES.get(reference.type, "ELEC" if "url" in fields else "GEN")
        editors = record.get("secondary_authors", []) + record.get("tertiary_authors", [])
        assert record["type_of_reference"] == kind
        assert record.get("authors", []) == names(reference.authors)
        assert editors == names(reference.editors)
        assert record["title"] == reference.title
        assert record.get("year", "n.d.") == reference.year
        assert record.get("secondary_title", "") == (
            reference.container or fields.get("series", "")
        )
        assert record.get("volume", "") == fields.get("volume", "")
        assert record.get("doi", "") == fields.get("doi", "")
        if kind == "JOUR":
            assert record.get("number", "") == fields.get("number", "")
        if "pages" in fields:
            ends = [record.get(name, "") for name in ("start_page", "end_page")]
            assert "–".join(filter(None, ends)).replace("-", "–") == fields["pages"]


def pybtex_name(person: Person) -> str:
    """A person of pybtex as *Family, Given, Suffix*, of LaTeX."""
    family = " ".join([*person.prelast_names, *person.last_names])
    given = " ".join([*person.first_names, *person.middle_names])
    parts = (family, given, " ".join(person.lineage_names))
    return ", ".join(plain(part) for part in parts if part)


def test_bibtex_is_read_back_by_pybtex(references: list[Reference]) -> None:
    """The same of BibTeX, whose fields pybtex leaves in LaTeX."""
    entries = parse_string(bib_file(references), "bibtex").entries
    assert list(entries) == [reference.key for reference in references]
    for reference in references:
        entry = entries[reference.key]
        assert entry.type == reference.type
        for role, people, cut in (
            ("author", reference.authors, reference.authors_cut),
            ("editor", reference.editors, reference.editors_cut),
        ):
            found = [pybtex_name(person) for person in entry.persons.get(role, [])]
            assert found == names(people) + (["others"] if cut else []), reference.key
        assert plain(entry.fields["title"]) == reference.title
        assert entry.fields.get("year", "n.d.") == reference.year
        for name in ("journal", "booktitle", "volume", "number", "publisher", "institution"):
            assert plain(entry.fields.get(name, "")) == reference.fields.get(name, "")
        pages = re.sub(r"-+", "–", entry.fields.get("pages", ""))
        assert pages == reference.fields.get("pages", "")
        assert entry.fields.get("doi", "").lower() == reference.fields.get("doi", "")


def test_bibtex_is_read_back_by_ourselves(references: list[Reference]) -> None:
    """All but the place in the file is the same after a round through the published file."""
    again, problems = read_references("again.bib", bib_file(references))
    assert problems == () or all(problem.severity == "warning" for problem in problems)
    for before, after in zip(references, again, strict=True):
        for field in ("key", "type", "title", "authors", "editors", "issued", "fields", "raw"):
            assert getattr(after, field) == getattr(before, field)


CITATION_JS = {
    "bib": bib_file,
    "ris": ris_file,
    "json": csl_file,
}


@pytest.mark.parametrize("ending", CITATION_JS)
def test_every_format_is_read_back_by_citation_js(
    references: list[Reference], ending: str, tmp_path: Path
) -> None:
    """Names, title, year, container of journals and books, volume, issue, pages and DOI."""
    path = tmp_path / f"references.{ending}"
    path.write_text(CITATION_JS[ending](references), encoding="utf-8")
    works = {work["id"]: work for work in read_by_node("read_references.mjs", [path])}
    assert set(works) == {reference.key for reference in references}
    for reference in references:
        ours, theirs = csl_item(reference), works[reference.key]
        assert folded(theirs["title"]) == folded(ours["title"])
        for role in ("author", "editor"):
            cut = ending == "bib" and role in ours.get("custom", {}).get(AND_OTHERS, ())
            wanted = [*map(whole, ours.get(role, []))] + (["others"] if cut else [])
            assert [*map(whole, theirs.get(role, []))] == wanted, reference.key
        assert ending == "bib" or ours.get("note", "") == theirs.get("note", "").strip()
        years = [work.get("issued", {}).get("date-parts", [[0]])[0][0] for work in (ours, theirs)]
        assert years[0] == years[1]
        names = ("container-title", "volume", "issue", "page") if is_part(ours) else ()
        assert theirs.get("DOI", "").lower() == ours.get("DOI", "")
        for name in names:
            assert theirs.get(name, "").replace("–", "-") == ours.get(name, ""), reference.key


def is_part(item: dict[str, Any]) -> bool:
    """Whether the work is an article or a chapter, which all formats describe alike."""
    return item["type"] in {"article-journal", "chapter"}


def whole(name: dict[str, str]) -> str:
    """A name as one text, however its particles are cut."""
    family = name.get("non-dropping-particle", "") + " " + name.get("family", "")
    family = family.strip().replace("' ", "'") or name.get("literal", "")
    words = (family, name.get("given", ""), name.get("suffix", ""))
    return folded(", ".join(word for word in words if word))


def folded(text: str) -> str:
    """A text without its quotes: citation-js reads TeX's quotes in its own ways, as in ``'''``."""
    return text.translate(dict.fromkeys(map(ord, "`'‘’\"“”")))
