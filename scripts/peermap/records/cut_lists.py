"""Lists of names that their source cuts with *et al.*, in formats without a word for that.

BibTeX says *and others*. CSL-JSON and RIS have names only, and a name *others* or *et al.* would be
printed and indexed as somebody's: there the list has the known names, and the note says the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

CUT_NOTES: Mapping[str, str] = {
    "author": "There are more authors than those listed (et al.).",
    "editor": "There are more editors than those listed (et al.).",
}
