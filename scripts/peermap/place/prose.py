"""Citations and links of prose held against the ids that exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from peermap.place.known import Known
from peermap.problems import Problem
from peermap.records.map import Question
from peermap.records.prose import Block, Passage, Prose, Section, Sentence

RECORD_LINKS = ("programme", "option", "question", "trend", "label", "reference")


def placed_prose(prose: Prose, known: Known) -> tuple[Prose, list[Problem]]:
    """The prose without citations and links that lead nowhere, and a problem for each of those."""
    found: list[Problem] = []
    sections = tuple(placed_section(section, known, found) for section in prose.sections)
    return replace(prose, sections=sections), found


def placed_section(section: Section, known: Known, found: list[Problem]) -> Section:
    """A section with its sentences resolved."""
    blocks = tuple(
        Block(
            block.kind,
            tuple(tuple(placed_sentence(s, known, found) for s in item) for item in block.items),
        )
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def placed_sentence(sentence: Sentence, known: Known, found: list[Problem]) -> Sentence:
    """A sentence with the passages that lead somewhere."""
    passages = tuple(p for p in (placed_passage(q, known, found) for q in sentence.passages) if p)
    return replace(sentence, passages=passages)


def placed_passage(passage: Passage, known: Known, found: list[Problem]) -> Passage | None:
    """The passage with what resolves; a dead link stays as its words, a dead citation goes."""
    if passage.kind == "cite":
        for key in passage.keys:
            found += known.missing("reference", key, passage.mark)
        keys = tuple(key for key in passage.keys if key in known.references)
        return replace(passage, keys=keys) if keys else None
    kind, _, name = passage.target.partition(":")
    if passage.kind == "link" and kind in RECORD_LINKS and name not in known.of_kind(kind):
        found += known.missing(kind, name, passage.mark)
        return Passage("text", passage.text, mark=passage.mark)
    return passage


def missing_sections(question: Question, prose: Prose) -> Iterable[Problem]:
    """A page of a question has a section for each of its options."""
    for option in question.options:
        if prose.section(option.id) is None:
            says = f"the page of {question.id} has no section for the option '{option.id}'"
            way_out = f"Add a heading: ## {option.name} {{#{option.id}}}"
            yield Problem(prose.mark, says, way_out)
