"""Where a sentence ends, so that a sentence with citations can stand as a statement."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peermap.problems import Mark
from peermap.records.prose import Passage, Sentence

CITE = "￼"  # stands for a citation, so that offsets can be counted over words alone
END = re.compile(rf"[.!?][\"'’”)\]]*(?:\s*{CITE})?(\s+)(?=[\"'‘“(\[]*[^\W\d_a-zß-ÿ]|[\"'‘“(]*\d)")
ABBREVIATIONS = frozenset(
    {
        "al", "approx", "ca", "cf", "dr", "e.g", "ed", "eds", "etc", "fig", "i.e", "jr", "mr",
        "mrs",
        "ms", "no", "nos", "p", "pp", "st", "u.k", "u.s", "vol", "vs",
    }
)  # fmt: skip
LONGEST_WORD = 20  # characters before a full stop that are looked at


def sentences_of(passages: Sequence[Passage], mark: Mark) -> Iterator[Sentence]:
    """The sentences of one paragraph; each keeps its passages, and the mark where it begins."""
    text = "".join(CITE if p.kind == "cite" else p.text for p in passages)
    for part in parts_of(passages, [*sentence_ends(text), len(text)]):
        sentence = trimmed(part)
        if sentence:
            yield Sentence(sentence, anchor_of(sentence), sentence[0].mark or mark)


def sentence_ends(text: str) -> Iterator[int]:
    """Offsets at which a new sentence begins."""
    for match in END.finditer(text):
        before = text[max(match.start() - LONGEST_WORD, 0) : match.start()]
        if not is_abbreviation(before[before.rfind(" ") + 1 :]):
            yield match.end(1)


def is_abbreviation(word: str) -> bool:
    """Whether the full stop behind a word may belong to the word: *et al.*, *e.g.*, an initial."""
    bare = word.strip("(‘“\"'[").lower()
    return bare in ABBREVIATIONS or (len(bare) == 1 and bare.isalpha())


def parts_of(passages: Sequence[Passage], ends: Sequence[int]) -> Iterator[list[Passage]]:
    """The passages up to each offset in turn; text passages are cut there, citations stay whole."""
    offset, waiting = 0, list(reversed(passages))
    for end in ends:
        part: list[Passage] = []
        while waiting and offset < end:
            passage = waiting.pop()
            length = 1 if passage.kind == "cite" else len(passage.text)
            taken = min(length, end - offset)
            if taken < length:
                waiting.append(replace(passage, text=passage.text[taken:]))
                passage = replace(passage, text=passage.text[:taken])
            part.append(passage)
            offset += taken
        yield part


def trimmed(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Without white space at either end, and without empty text."""
    full = [p for p in passages if p.kind == "cite" or p.text]
    solid = [i for i, p in enumerate(full) if p.kind == "cite" or p.text.strip()]
    kept = full[solid[0] : solid[-1] + 1] if solid else []
    if kept and kept[0].kind == "text":
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and kept[-1].kind == "text":
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def anchor_of(passages: tuple[Passage, ...]) -> str:
    """An anchor that stays as long as the sentence's words stay."""
    words = "".join(p.text for p in passages if p.kind != "cite")
    digest = hashlib.sha256(" ".join(words.split()).encode()).hexdigest()
    return f"s-{digest[:8]}"
