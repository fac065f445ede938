"""What an English page says and its page in another language does not: whole sections, and claims
with works that are not cited there.

Somebody adds to the English text and does not write the other language. That is no fault: what is
missing is shown in English and counted as not translated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peermap.records.prose import Block, Section, Sentence


def lacking(english: Section, other: Section) -> tuple[Sentence, ...]:
    """The sentences of an English section that cite a work which the other section cites less
    often; of these, those whose works no sentence there cites together.
    """
    more = cited(english) - cited(other)
    citing = [s for s in english.sentences if more.keys() & set(s.references)]
    there = Counter(frozenset(sentence.references) for sentence in other.sentences)
    found = []
    for sentence in citing:
        works = frozenset(sentence.references)
        if there[works]:
            there[works] -= 1
        else:
            found.append(sentence)
    return tuple(found or citing)


def cited(section: Section) -> Counter[str]:
    """How often a section cites each work."""
    return Counter(
        key
        for sentence in section.sentences
        for passage in sentence.passages
        for key in passage.keys
    )


def completed(english: Sequence[Section], others: Sequence[Section]) -> Iterator[Section]:
    """The sections of a page in another language, with what it lacks in English: a section in its
    place, sentences at the end of theirs. Those that English does not have stand last.
    """
    theirs = {section.anchor: section for section in others}
    taken = {sentence.anchor for section in others for sentence in section.sentences}
    for section in english:
        other = theirs.pop(section.anchor, None)
        yield section if other is None else with_sentences(other, lacking(section, other), taken)
    yield from theirs.values()


def with_sentences(section: Section, more: Sequence[Sentence], taken: set[str]) -> Section:
    """The section with a last paragraph, whose sentences have anchors of their own."""
    if not more:
        return section
    apart = tuple(replace(s, anchor=f"{s.anchor}-en") if s.anchor in taken else s for s in more)
    return replace(section, blocks=(*section.blocks, Block("paragraph", (apart,))))
