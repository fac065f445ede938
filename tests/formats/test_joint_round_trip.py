"""Our published files read by our own import: the same works, whole, whatever the format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

import pytest

from peermap.citing.pandoc import run
from peermap.importing.bibliography import extended, read_bibliography
from peermap.importing.formats import read_export
from peermap.importing.joining import all_new, joined
from peermap.importing.shelf import Shelf
from peermap.load.bibtex import read_references
from peermap.place.atlas import Atlas
from peermap.problems import Problem
from peermap.records.reference import Name, Reference
from peermap.render.formats.csl import AND_OTHERS, csl_item
from peermap.render.formats.files import FILES

ENDINGS = tuple(FILES)


def added_to_nothing(
    references: Collection[Reference], written: Callable[[Collection[Reference]], str], name: str
) -> tuple[Reference, ...]:
    """The references of a bibliography that was empty before the import of the file."""
    reading = read_export(name, written(references))
    shelf = Shelf(())
    assert [o for o in joined(reading.works, shelf, all_new) if o.fate != "added"] == []
    empty = read_bibliography(b"")
    assert not isinstance(empty, Problem)
    data = extended(empty, shelf.books)
    assert not isinstance(data, Problem)
    return read_references("again.bib", data.decode())[0]


def words(name: Name) -> tuple[str, ...]:
    """The words of a name: the import sets stops behind initials, and RIS, which has no sign for
    an organisation, may turn the words of one that begins with initials.
    """
    return tuple(sorted(re.findall(r"\w+", name.inverted)))


def work(reference: Reference) -> tuple[object, ...]:
    """Title, names, cut or not, date, container, volume, issue, pages and identifiers."""
    fields = reference.fields
    return (
        reference.title,
        fields.get("doi", ""),
        tuple(map(words, reference.authors)),
        reference.authors_cut,
        tuple(map(words, reference.editors)),
        reference.editors_cut,
        str(reference.issued or ""),
        reference.container,
        fields.get("volume", ""),
        fields.get("number", ""),
        fields.get("pages", "") or fields.get("eid", ""),
        fields.get("pmid", ""),
        reference.language,
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_whole_bibliography_comes_back(atlas: Atlas, ending: str) -> None:
    """Every work of the published file is added to an empty bibliography as it was, in its order;
    two that an import would ask about, for their titles are the same, are taken as two.
    """
    before = list(atlas.references.values())
    after = added_to_nothing(before, FILES[ending], f"references.{ending}")
    assert [*map(work, after)] == [*map(work, before)]


PANDOC = {"bib": "bibtex", "csl.json": "csljson"}


@pytest.mark.parametrize("ending", PANDOC)
def test_pandoc_reads_the_same_works(atlas: Atlas, ending: str) -> None:
    """Key, title, names, year, volume and DOI, as pandoc has them in CSL-JSON. BibTeX's *and
    others* is the one author of that name, as pandoc writes it; of BibTeX pandoc gives titles small
    letters where no braces keep them.
    """
    references = list(atlas.references.values())
    again = run([f"--from={PANDOC[ending]}", "--to=csljson"], FILES[ending](references))
    found = {item["id"]: item for item in json.loads(again)}
    assert list(found) == list(atlas.references)
    for reference in references:
        ours, theirs = csl_item(reference), found[reference.key]
        assert letters(theirs["title"]) == letters(ours["title"])
        for role in ("author", "editor"):
            cut = ending == "bib" and role in ours.get("custom", {}).get(AND_OTHERS, ())
            people = [letters(str(sorted(n.values()))) for n in theirs.get(role, [])]
            wanted = [letters(str(sorted(n.values()))) for n in ours.get(role, [])]
            assert people == wanted + ["others"] * cut, reference.key
        assert year(theirs) == year(ours), reference.key
        assert theirs.get("volume", "") == ours.get("volume", "")
        assert theirs.get("DOI", "").lower() == ours.get("DOI", "")


def year(item: Mapping[str, Any]) -> int:
    """The year of an item, 0 without one."""
    parts = item.get("issued", {}).get("date-parts", [[0]])
    return int(parts[0][0])


def letters(text: str) -> str:
    """Letters and digits only, without pandoc's markup."""
    return "".join(filter(str.isalnum, re.sub(r"<[^>]+>", "", text))).casefold()
