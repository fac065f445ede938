"""Tags written into the keywords of entries; every other character of the file stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bibtexparser.model import Entry

from peermap.load.bibtex_blocks import Placed, RawEntry, RawField, placed_blocks, raw_entry
from peermap.load.bibtex_tags import KEYWORDS
from peermap.load.keywords import split_keywords


def tagged_text(text: str, tags: Mapping[str, Iterable[str]]) -> str:
    """The bibliography with tags added to the keywords of entries, by key. Tags that an entry has
    stay once. Raises KeyError for a key that no entry has, and ValueError where keywords are no
    single text in braces or quotes.
    """
    entries: dict[str, Placed] = {}
    for placed in placed_blocks(text):
        if isinstance(placed.block, Entry):
            entries.setdefault(placed.block.key, placed)
    pieces, done = [], 0
    for at, words in sorted(
        edit_of(raw_entry(entries[key], text), list(added), text) for key, added in tags.items()
    ):
        pieces += [text[done:at], words]
        done = at
    return "".join([*pieces, text[done:]])


def edit_of(entry: RawEntry, tags: list[str], text: str) -> tuple[int, str]:
    """What is to be put into the file for an entry, and at which offset."""
    field = keywords_field(entry)
    return added_to(field, tags) if field else new_field(entry, tags, text)


def keywords_field(entry: RawEntry) -> RawField | None:
    """The field of the keywords, under whichever of its names: the first, if there are several."""
    found = (f for name in KEYWORDS for f in entry.fields if f.name.lower() == name)
    return next(found, None)


def takes_more(field: RawField) -> bool:
    """Whether words can be put behind the last of a field: it ends in braces or quotes."""
    value = field.value
    return len(value) > 1 and (value[0], value[-1]) in {("{", "}"), ('"', '"')}


def added_to(field: RawField, tags: Iterable[str]) -> tuple[int, str]:
    """Tags put behind the keywords that are there."""
    value = field.value
    if not takes_more(field):
        raise ValueError(value)
    there = [words for words, _ in split_keywords(value[1:-1])]
    new = [tag for tag in dict.fromkeys(tags) if tag not in there]
    inside = value[1:-1].rstrip()
    joint = "" if not inside else " " if inside.endswith((",", ";")) else ", "
    return field.value_at + 1 + len(inside), joint + ", ".join(new) if new else ""


def new_field(entry: RawEntry, tags: list[str], text: str) -> tuple[int, str]:
    """A field of keywords behind the last one, indented as it is."""
    if not entry.fields:
        raise ValueError(entry.key)
    last = entry.fields[-1]
    before = text[text.rfind("\n", 0, last.name_at) + 1 : last.name_at]
    end = "\r\n" if "\r\n" in text else "\n"
    gap = " " if before.strip(" \t") else f"{end}{before}"
    words = ", ".join(dict.fromkeys(tags))
    return last.value_at + len(last.value), f",{gap}keywords = {{{words}}}"
