"""References as whole files, in every format that reference managers read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from peermap.records.reference import Reference
from peermap.render.formats.csl import csl_item
from peermap.render.formats.ris import ris_record
from peermap.render.formats.rows import json_rows

References = Collection[Reference]


def bib_file(references: References) -> str:
    """BibTeX, entry by entry as the bibliography has them."""
    return "\n\n".join(reference.raw.strip() for reference in references) + "\n"


def ris_file(references: References) -> str:
    """RIS, with an empty line between records."""
    return "\n".join(map(ris_record, references))


def csl_file(references: References) -> str:
    """CSL-JSON: an array of items."""
    return json_rows(csl_item(reference) for reference in references)


FILES: Mapping[str, Callable[[References], str]] = {
    "bib": bib_file,
    "ris": ris_file,
    "csl.json": csl_file,
}
SOURCES = "sources"


def reference_files(reference: Reference) -> dict[str, str]:
    """What stands beside the page of a reference: file name → text."""
    one = (reference,)
    return {
        f"{reference.key}.bib": bib_file(one),
        f"{reference.key}.ris": ris_file(one),
        f"{reference.key}.json": csl_file(one),
    }


def source_files(references: References) -> dict[str, str]:
    """All sources of a page as files beside it: file name → text; none where it has no source."""
    if not references:
        return {}
    return {f"{SOURCES}.{ending}": text_of(references) for ending, text_of in FILES.items()}
