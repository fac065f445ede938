"""An entry of a BibTeX file without some of its fields, all else as it stands."""

from __future__ import annotations

import re
from collections.abc import Collection

from bibtexparser.model import Entry

from peermap.load.bibtex_blocks import placed_blocks, raw_entry

BEFORE = re.compile(r",?\s*\Z")
COMMA = re.compile(r"\s*,")


def without_fields(raw: str, names: Collection[str]) -> str:
    """The entry without the fields of these names. An entry that cannot be cut for certain, such as
    one that was mended to be read, is left with its first line only.
    """
    blocks = [placed for placed in placed_blocks(raw) if isinstance(placed.block, Entry)]
    if len(blocks) != 1 or blocks[0].is_failed:
        return raw.partition("\n")[0].rstrip(", ") + "\n}" if "\n" in raw else ""
    entry = raw_entry(blocks[0], raw)
    text, fields = raw, entry.fields
    for field in reversed(fields):
        if field.name.lower() in names:
            end = field.value_at + len(field.value)
            before = BEFORE.search(text[: field.name_at])
            start = before.start() if before else field.name_at
            comma = COMMA.match(text, end)
            kept = "," if comma or field is not fields[-1] else ""
            text = text[:start] + kept + text[comma.end() if comma else end :]
    return text
