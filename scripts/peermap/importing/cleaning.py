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
SHORT_RANGE = re.compile(r"\b([A-Za-z]{0,3})(\d{1,9})–([A-Za-z]{0,3})(\d{1,9})\b")
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


def whole_ranges(pages: str) -> str:
    """Ranges of pages whose last page has all its digits: PubMed's ``112–9`` ends on 119. Styles
    shorten by themselves, and readers of other files take what stands there.
    """
    return SHORT_RANGE.sub(whole_range, pages)


def whole_range(match: re.Match[str]) -> str:
    """A range as it is, or with the digits that its last page takes from the first."""
    letters, first, others, last = match.groups()
    whole = first[: max(len(first) - len(last), 0)] + last
    if others not in {"", letters} or len(last) >= len(first) or int(whole) <= int(first):
        return match[0]
    return f"{letters}{first}–{letters}{whole}"
