"""What the coding guide says of a concept, as notes beside it."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.linked.graph import Statement, Words
from peermap.place.atlas import Atlas
from peermap.records.map import Facet, Option, Question, TrendKind
from peermap.records.prose import Block, Passage, Sentence

EXAMPLE = "Borderline."  # how the guide begins a paragraph about a hard case


def guidance(atlas: Atlas, concept: Facet | Question | Option | TrendKind) -> Iterator[Statement]:
    """Each paragraph of the guide's section as a scope note, a hard case as an example."""
    section = atlas.guide.section(anchor_of(concept)) if atlas.guide else None
    for block in section.blocks if section else ():
        words = plain(block)
        name = "skos:example" if words.startswith(EXAMPLE) else "skos:scopeNote"
        yield name, Words(words, "en")


def anchor_of(concept: Facet | Question | Option | TrendKind) -> str:
    """The anchor of the section about a question or an option; no section is about the others."""
    if isinstance(concept, Option):
        return f"{concept.question}-{concept.id}"
    return concept.id if isinstance(concept, Question) else "-"


def plain(block: Block) -> str:
    """The words of a block without its marks; citations are left out."""
    items = (" ".join(filter(None, map(plain_sentence, item))) for item in block.items)
    return " ".join(items)


def plain_sentence(sentence: Sentence) -> str:
    """The words of a sentence, with single spaces."""
    words = " ".join("".join(map(passage_words, sentence.passages)).split())
    return words.replace(" .", ".").replace(" ,", ",").replace(" ;", ";")


def passage_words(passage: Passage) -> str:
    """The words of a passage."""
    return "" if passage.kind == "cite" else passage.text
