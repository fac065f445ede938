"""``bibliography/references.bib`` → references. Failures are values; reading goes on.

The order is: pieces → blocks with their place → fields → values (months, strings, ``#``) →
crossref → keys → names, split while still in LaTeX → plain text → identifiers, pages and date in
one form. Entries that stood in the file the last time may be taken from that reading.
"""

from __future__ import annotations

from peermap.load.bibtex_fields import read_strings
from peermap.load.bibtex_kept import KeptReferences
from peermap.load.bibtex_keys import with_sound_keys
from peermap.load.bibtex_parts import Part, parts_of
from peermap.load.crossref import parent_keys, with_crossrefs
from peermap.load.keywords import NAMESPACES
from peermap.problems import Problem
from peermap.records.reference import Reference


def read_references(
    path: str,
    text: str,
    *,
    namespaces: tuple[str, ...] = NAMESPACES,
    kept: KeptReferences | None = None,
) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """The references of a BibTeX text in its order, and every problem found, sorted.

    Never raises: every entry of the text is a reference or has a problem at its line.
    ``namespaces`` are those of ``namespace:value`` in ``keywords`` that make a tag. What ``kept``
    has of an earlier reading is not read again, and it has this reading afterwards.
    """
    kept = KeptReferences() if kept is None else kept
    found: list[Problem] = []
    parts = parts_of(path, text, kept.by_text)
    strings = read_strings(((raw, p.lines) for p in parts for raw in p.strings), found)
    if kept.is_other((path, namespaces, strings)):
        return read_references(path, text, namespaces=namespaces, kept=kept)
    references = references_of(parts, strings, namespaces, found)
    kept.keep({part.piece.text: new for part in parts if (new := part.to_keep())})
    return references, tuple(sorted(set(found)))


def references_of(
    parts: list[Part], strings: dict[str, str], namespaces: tuple[str, ...], found: list[Problem]
) -> tuple[Reference, ...]:
    """The references of all parts; the problems go to ``found``."""
    entries = [entry for part in parts for entry in part.entries(strings)]
    named = parent_keys(entries)
    parents = [part for part in parts if part.kept and part.kept.key.lower() in named]
    for part in parents:
        part.open()
    if parents:
        entries = [entry for part in parts for entry in part.entries(strings)]
    sound = with_sound_keys(with_crossrefs(entries, found), found)
    references = tuple(entry.part.reference_of(entry, namespaces) for entry in sound)
    found += [problem for part in parts for problem in part.told]
    return references
