"""References of one entry, for tests of formats."""

from __future__ import annotations

from peermap.load.bibtex import read_references
from peermap.problems import problem_report
from peermap.records.reference import Reference


def sound(text: str) -> Reference:
    """The only reference of a text without problems."""
    references, problems = read_references("references.bib", text)
    assert problem_report(problems) == ""
    (reference,) = references
    return reference


def entry(fields: str, kind: str = "article") -> Reference:
    """The reference of one sound entry that has a title."""
    return sound(f"@{kind}{{smith2012,\n  title = {{A title}},\n  {fields}\n}}\n")
