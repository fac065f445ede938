"""Exports of thirteen reference managers and databases, 4,602 entries: nothing is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from importing.dialects import DIALECTS, shuffled
from importing.libraries import imported
from peermap.importing.titles import folded_title
from peermap.load.bibtex import read_references
from peermap.records.reference import Reference

FILE = Path(__file__).parents[2] / "bibliography" / "references.bib"
LIKE_PEOPLE = frozenset({"grapevine1991", "usmedicine2010"})  # A.A. Grapevine, U.S. Medicine
NAMES = sorted(DIALECTS)


@pytest.fixture(scope="module")
def references() -> list[Reference]:
    """The references of the real bibliography, in an order of chance."""
    found, _ = read_references("references.bib", FILE.read_text(encoding="utf-8"))
    return shuffled(found, seed=6)


def identity(reference: Reference) -> tuple[str, ...]:
    """What every dialect carries of a reference."""
    doi, volume = (reference.fields.get(name, "") for name in ("doi", "volume"))
    return folded_title(reference.title), reference.year, doi, volume


@pytest.mark.parametrize("dialect", NAMES)
def test_nothing_is_lost(dialect: str, references: list[Reference]) -> None:
    """Into an empty bibliography: every entry is added, merged, unchanged or reported, and all that
    was added is read again with its title, year, DOI and volume. A second import adds nothing.
    """
    export = DIALECTS[dialect](references)
    result = imported(export)
    counts = result.account.counts
    assert result.account.entries == len(references) == sum(counts.values())
    kept = [
        r for r, o in zip(references, result.account.outcomes, strict=True) if o.fate == "added"
    ]
    assert len(kept) >= 350
    read, problems = read_references("references.bib", result.data.decode())
    assert Counter(map(identity, read)) == Counter(map(identity, kept))
    assert [p for p in problems if p.severity == "error"] == []
    again = imported(export, result.data)
    assert again.data == result.data
    assert again.account.counts["added"] == again.account.counts["merged"] == 0


@pytest.mark.parametrize("dialect", NAMES)
def test_everything_is_recognised(dialect: str, references: list[Reference]) -> None:
    """Against the real bibliography: every entry is the reference it was made from, for sure or
    for a decision, and no line that was there is another.
    """
    before = FILE.read_bytes()
    result = imported(DIALECTS[dialect](references), before)
    found = {r.key: o.key for r, o in zip(references, result.account.outcomes, strict=True)}
    assert [(key, other) for key, other in found.items() if key != other] == []
    assert result.account.counts["added"] == 0
    assert result.account.counts["reported"] <= 3
    lines, new = before.decode().splitlines(), iter(result.data.decode().splitlines())
    assert all(any(line.rstrip(",") == other.rstrip(",") for other in new) for line in lines)


def test_people_stay_themselves(references: list[Reference]) -> None:
    """Family and given names, particles and organisations come through every dialect; but for two
    organisations whose names look like a person's with initials.
    """
    wanted = {r.key: [n.inverted.replace(".", "") for n in r.authors] for r in references}
    for dialect, write in DIALECTS.items():
        outcomes = imported(write(references)).account.outcomes
        for reference, outcome in zip(references, outcomes, strict=True):
            if reference.key in LIKE_PEOPLE:
                continue
            found = [n.inverted.replace(".", "") for n in outcome.work.authors]
            is_apart = dialect == "Web of Science text"  # organisations stand behind people
            order = sorted if is_apart else list
            assert order(found) == order(wanted[reference.key]), dialect
