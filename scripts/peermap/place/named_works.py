"""Works that running text names by their keys in the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from peermap.records.reference import Reference
from peermap.records.text import Text

ADDRESS_OR_WORD = re.compile(r"""\S*[/@]\S*|[^\s()\[\]{}<>,;"“”„«»'‘’]+""")
ENDS = ".:!?…"


def named_works(text: Text, references: Mapping[str, Reference]) -> Iterator[Text | Reference]:
    """The text in order, with a reference for each word that is the key of one. What is part of an
    address stays, and a word without a figure: *who* may be a key, and is a word as well.
    """
    at = 0
    for found in ADDRESS_OR_WORD.finditer(text):
        word = found[0].rstrip(ENDS)
        if word in references and is_no_common_word(word):
            if before := text[at : found.start()]:
                yield Text(before, language=text.language)
            yield references[word]
            at = found.start() + len(word)
    if rest := text[at:]:
        yield Text(rest, language=text.language)


def is_no_common_word(key: str) -> bool:
    """Whether a key has letters and figures, as keys of author and year do."""
    return not key.isdigit() and any(sign.isdigit() for sign in key)
