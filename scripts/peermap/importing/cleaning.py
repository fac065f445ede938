"""Text of exports as plain text: entities, markup of titles, control characters, white space."""

from __future__ import annotations

import html
import re
import unicodedata

from peermap.load.characters import without_hidden

TAG = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|u|sc|span|p|jats:\w+|bold|italic)(?:\s[^<>]{0,200})?/?>"
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,10});")
LONGEST = 60_000  # characters of one value: the longest abstract known is far shorter


def clean(words: str) -> str:
    """One line of plain text: ``Peer&nbsp;support <i>works</i>`` → ``Peer support works``."""
    text = words[:LONGEST]
    if "&" in text:
        text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "<" in text:
        text = TAG.sub("", text)
    if not text.isprintable():
        text = without_hidden(" ".join(text.split()))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def without_final_dot(title: str) -> str:
    """PubMed ends each title with a dot, which belongs to its page and not to the title."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def without_brackets(title: str) -> str:
    """PubMed puts translated titles in brackets."""
    bare = title.strip()
    return bare[1:-1].strip() if bare.startswith("[") and bare.endswith("]") else title
