"""Where a sentence ends, so that a sentence with citations can stand as a statement."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from peermap.problems import Mark
from peermap.records.prose import Passage, Sentence

CITE = "￼"  # stands for a citation, so that offsets can be counted over words alone
END = re.compile(rf"[.!?][\"'’”)\]]*(?:\s*{CITE})?(\s+)(?=[\"'‘“(\[]*[^\W\d_a-zß-ÿ]|[\"'‘“(]*\d)")
ABBREVIATIONS = frozenset(
    [
        "al",
        "e.g",
        "i.e",
        "etc",
        "vs",
        "cf",
        "ca",
        "no",
        "nos",
        "vol",
        "pp",
        "p",
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "u.s",
        "u.k",
        "approx",
        "fig",
        "ed",
        "eds",
        "jr",
    ]
)
LAST_WORD = re.compile(r"(\S+)$")


def sentences_of(passages: tuple[Passage, ...], mark: Mark) -> Iterator[Sentence]:
    """The sentences of one paragraph; each keeps its passages, and the mark where it begins."""
    text = "".join(CITE if p.kind == "cite" else p.text for p in passages)
    start = 0
    for end in [*sentence_ends(text), len(text)]:
        part = trimmed(cut(passages, start, end))
        if part:
            yield Sentence(part, anchor_of(part), part[0].mark or mark)
        start = end


def sentence_ends(text: str) -> Iterator[int]:
    """Offsets at which a new sentence begins."""
    for match in END.finditer(text):
        word = LAST_WORD.search(text[: match.start()])
        if word and is_abbreviation(word[1]):
            continue
        yield match.end(1)


def is_abbreviation(word: str) -> bool:
    """Whether the full stop behind a word may belong to the word: *et al.*, *e.g.*, an initial."""
    bare = word.strip("(‘“\"'[").lower()
    return bare in ABBREVIATIONS or (len(bare) == 1 and bare.isalpha())


def cut(passages: tuple[Passage, ...], start: int, end: int) -> tuple[Passage, ...]:
    """The passages between two offsets; text passages are cut, others stay whole."""
    kept, offset = [], 0
    for passage in passages:
        length = 1 if passage.kind == "cite" else len(passage.text)
        first, last = max(start - offset, 0), min(end - offset, length)
        if first < last and passage.kind == "cite":
            kept.append(passage)
        elif first < last:
            words = passage.text[first:last]
            kept.append(Passage(passage.kind, words, passage.target, mark=passage.mark))
        offset += length
    return tuple(kept)


def trimmed(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Without white space at either end, and without empty text."""
    kept = [p for p in passages if p.kind == "cite" or p.text]
    while kept and kept[0].kind != "cite" and not kept[0].text.strip():
        kept.pop(0)
    while kept and kept[-1].kind != "cite" and not kept[-1].text.strip():
        kept.pop()
    if kept and kept[0].kind == "text":
        kept[0] = Passage("text", kept[0].text.lstrip(), mark=kept[0].mark)
    if kept and kept[-1].kind == "text":
        kept[-1] = Passage("text", kept[-1].text.rstrip(), mark=kept[-1].mark)
    return tuple(kept)


def anchor_of(passages: tuple[Passage, ...]) -> str:
    """An anchor that stays as long as the sentence's words stay."""
    words = "".join(p.text for p in passages if p.kind != "cite")
    digest = hashlib.sha256(" ".join(words.split()).encode()).hexdigest()
    return f"s-{digest[:8]}"
