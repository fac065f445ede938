"""Links in the head that lead machines on, by the conventions of signposting.org."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peermap.records.reference import Reference
from peermap.render.head.highwire import pdf_address

MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


@dataclass(frozen=True, slots=True)
class Signpost:
    """A relation of the page to an address; ``media`` is the type of what is there, if known."""

    rel: str
    href: str
    media: str = ""


def signposts(reference: Reference, beside: str = "") -> Iterator[Signpost]:
    """How to cite the work, its description in each format, and the work itself where it is open.
    ``beside`` is where its own files stand: the way there, or the whole address.
    """
    if doi := reference.fields.get("doi"):
        yield Signpost("cite-as", f"https://doi.org/{doi}")
    for ending, media in MEDIA_TYPES.items():
        yield Signpost("describedby", f"{beside}{reference.key}.{ending}", media)
    if pdf := pdf_address(reference):
        yield Signpost("item", pdf, "application/pdf")
