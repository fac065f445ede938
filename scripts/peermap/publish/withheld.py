"""What the bibliography keeps for those who work on it, and the site never hands on.

Notes are somebody's own, and paths lead into one machine. Abstracts are metadata and are handed
on: who may not publish one leaves it out of the bibliography.
"""

from __future__ import annotations

from dataclasses import replace

from peermap.load.bibtex_cut import without_fields
from peermap.place.atlas import Atlas
from peermap.records.reference import Reference

WITHHELD = frozenset({"annote", "annotation", "file", "pdf", "review"})


def published(atlas: Atlas) -> Atlas:
    """The same Atlas, its references without what is withheld."""
    found = {key: public(reference) for key, reference in atlas.references.items()}
    is_same = all(found[key] is reference for key, reference in atlas.references.items())
    return atlas if is_same else replace(atlas, references=found)


def public(reference: Reference) -> Reference:
    """The reference without what is withheld, also in its entry as the file has it."""
    if WITHHELD.isdisjoint(reference.fields):
        return reference
    fields = {name: text for name, text in reference.fields.items() if name not in WITHHELD}
    return replace(reference, fields=fields, raw=without_fields(reference.raw, WITHHELD))
