"""``bibliography/references.bib`` → references. Failures are values; reading goes on.

The order is: blocks with their place → fields → values (months, strings, ``#``) → crossref → keys
→ names, split while still in LaTeX → plain text → identifiers, pages and date in one form.
"""

from __future__ import annotations

from peermap.load.bibtex_fields import read_fields, read_strings
from peermap.load.bibtex_file import read_file
from peermap.load.bibtex_keys import with_sound_keys
from peermap.load.bibtex_references import read_reference
from peermap.load.crossref import Entry, with_crossrefs
from peermap.load.keywords import NAMESPACES
from peermap.load.lines import lines_of
from peermap.problems import Problem
from peermap.records.reference import Reference


def read_references(
    path: str, text: str, *, namespaces: tuple[str, ...] = NAMESPACES
) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """The references of a BibTeX text in its order, and every problem found, sorted.

    Never raises: every entry of the text is a reference or has a problem at its line.
    ``namespaces`` are those of ``namespace:value`` in ``keywords`` that make a tag.
    """
    lines = lines_of(path, text)
    file = read_file(text, lines)
    found = file.problems
    strings = read_strings(file.strings, lines, found)
    entries = [
        Entry(e.type, e.key, lines.mark(e.at), read_fields(e, strings, lines, found), e.raw)
        for e in file.entries
    ]
    sound = with_sound_keys(with_crossrefs(entries, found), found)
    references = tuple(read_reference(entry, namespaces, lines, found) for entry in sound)
    return references, tuple(sorted(set(found)))
