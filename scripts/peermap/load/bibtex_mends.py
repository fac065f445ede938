"""Slips that make the Splitter give up an entry, mended so that the entry can still be read.

A mend puts one character in the place of another, so that every offset stays true.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from peermap.load.bibtex_blocks import Placed, placed_blocks
from peermap.problems import shown

MOST_MENDS = 20
KEY_WITHOUT_COMMA = re.compile(r"@\w*[ \t]*[{(]\s*([^\s,={}()\"#%]+)(\s)\s*[A-Za-z][\w-]*\s*=")
UNVALUED = re.compile(r",([^,{}\"=]*)\Z")
SPLIT_START = re.compile(r"@(\w+)[^\S\n]*\n\s*(?:(?=\{)|(?=\(\s*[^\s,{}()]+\s*,))")
SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Mend:
    """A text with one slip less: ``at`` is the slip's offset in it."""

    text: str
    at: int
    says: str
    way_out: str


def mended(region: str) -> tuple[str, tuple[Mend, ...]] | None:
    """The region with its first block readable, and the mends it took; None if there is no way."""
    mends: list[Mend] = []
    for _ in range(MOST_MENDS):
        first = placed_blocks(region)[0]
        if not first.is_failed:
            return region, tuple(mends)
        mend = next(found_mends(region, first), None)
        if mend is None:
            return None
        mends.append(mend)
        region = mend.text
    return None


def found_mends(region: str, first: Placed) -> Iterator[Mend]:
    """What may be done about the first block of the region, the likeliest first."""
    kinds: Iterable[Callable[[str, str], Mend | None]] = (
        comma_behind_key,
        field_without_value,
        field_without_equals,
        last_field_without_value,
    )
    return (mend for kind in kinds if (mend := kind(region, first.raw)))


def comma_behind_key(region: str, raw: str) -> Mend | None:
    """``@article{key`` newline ``title = …``."""
    match = KEY_WITHOUT_COMMA.match(raw)
    if match is None:
        return None
    text = put(region, match.start(2), ",")
    says = f"no comma stands behind the key {shown(match[1])}"
    return Mend(text, match.start(2), says, f"Write '{match[1]},'.")


def field_without_value(region: str, raw: str) -> Mend | None:
    """Two commas in a row, or a field's name alone between commas."""
    match = UNVALUED.search(raw)
    if match is None or region[len(raw) : len(raw) + 1] != ",":
        return None
    text = put(region, match.start(1), " " * (len(match[1]) + 1))
    if not match[1].strip():
        return Mend(text, len(raw), "two commas stand in a row", "Take one out.")
    return Mend(text, at_word(match), *no_value(match[1]))


def field_without_equals(region: str, raw: str) -> Mend | None:
    """``author {Sokol, R.}``: the space before the value becomes the sign."""
    match = UNVALUED.search(raw)
    value_follows = region[len(raw) : len(raw) + 1] in {"{", '"'}
    if match is None or not value_follows or not match[1].strip() or not SPACE.match(raw[-1]):
        return None
    says = f"no '=' stands between {shown(match[1].strip())} and its value"
    way_out = f"Write {match[1].strip()} = {{…}}."
    return Mend(put(region, len(raw) - 1, "="), at_word(match), says, way_out)


def last_field_without_value(region: str, raw: str) -> Mend | None:
    """``…, doi }``."""
    match = UNVALUED.search(raw[:-1])
    if match is None or raw[-1] not in "})" or not match[1].strip():
        return None
    text = put(region, match.start(1), " " * len(match[1]))
    return Mend(text, at_word(match), *no_value(match[1]))


def no_value(words: str) -> tuple[str, str]:
    """The wording for a name that stands alone."""
    name = " ".join(words.split())
    return f"{shown(name)} has no value", f"Write {name} = {{…}}, or take it out."


def at_word(match: re.Match[str]) -> int:
    """The offset of the first character of group 1 that is no space."""
    return match.start(1) + len(match[1]) - len(match[1].lstrip())


def put(text: str, at: int, words: str) -> str:
    """The text with ``words`` in the place of as many characters."""
    return text[:at] + words + text[at + len(words) :]


def rejoined_starts(text: str) -> tuple[str, tuple[Mend, ...]]:
    """The text with ``@article`` and its ``{`` on one line wherever they stand on two."""
    mends: list[Mend] = []
    for _ in range(5):
        spans = list(split_starts(text))
        if not spans:
            break
        for start, end in spans:
            word = text[start:end].split()[0]
            says = f"{shown(word)} and its bracket stand on different lines"
            mends.append(Mend("", start, says, f"Write '{word}{{key,' on one line."))
        text = on_one_line(text, spans)
    return text, tuple(mends)


def split_starts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such starts outside of sound blocks, where the Splitter passes them over."""
    matches = list(SPLIT_START.finditer(text))
    blocks = placed_blocks(text) if matches else []
    sound = [block for block in blocks if not (block.is_between or block.is_failed)]
    starts = [block.at for block in sound]
    for match in matches:
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or sound[before].end <= match.start():
            yield match.span()


def on_one_line(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces for the newlines inside the spans."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], text[start:end].replace("\n", " ")]
        done = end
    return "".join([*pieces, text[done:]])
