"""Frames: the engine renders one page of a kind, and every record is poured into it (DESIGN §3).

The frame page holds sentinels where a record differs. It is split at them once; a record costs
one join, whatever the engine and the theme.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import escape

from peermap.render.pages.engine import MARKER, EnginePage
from peermap.render.pages.record import RecordPage, compact

FOLDERS = ("programmes", "references", "labels")
NAME = "frame"  # the frame stands at the depth of the records, so that relative links hold
TITLE, DESCRIPTION, BODY = "PEERMAPTITLE", "PEERMAPDESCRIPTION", "PEERMAPBODY"
SOURCE, HEAD = "PEERMAPSOURCE", "PEERMAPHEAD"


def frame_address(folder: str) -> str:
    """Where the frame of a folder stands while the engine works."""
    return f"{folder}/{NAME}/"


def frame_page(folder: str) -> EnginePage:
    """The page with sentinels that the engine renders for a folder of records."""
    return record_as_page(
        RecordPage(frame_address(folder), TITLE, DESCRIPTION, BODY, SOURCE, head=HEAD)
    )


def record_as_page(record: RecordPage) -> EnginePage:
    """A record as a page that the engine itself can render; frames are held against it."""
    front = [
        "---",
        f"# {MARKER}",
        f"title: {json.dumps(record.title, ensure_ascii=False)}",
        f"description: {json.dumps(record.description, ensure_ascii=False)}",
        "hide: [navigation, toc]",
        f"source: {json.dumps(record.source)}",
        f"head: {json.dumps(compact(record.head), ensure_ascii=False)}",
        "record: true",
        *(["work: true"] if record.address.startswith("references/") else []),
        f"tab: {record.address.partition('/')[0]}/",
        "---",
        "",
    ]
    body = f'<div class="pm-record">\n{compact(record.body)}\n</div>\n'
    return EnginePage(f"{record.address}index.md", "\n".join(front) + body)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered frame: fixed ``pieces`` of text, and between them the sentinels' ``names``, each
    with the ``tags`` around it (before, behind) that go where a record has no such value.
    """

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]

    def poured(self, record: RecordPage) -> str:
        """The page of one record."""
        values = {name: fill(record) for name, fill in FILLINGS.items()}
        parts = [self.pieces[0]]
        for name, tag, piece in zip(self.names, self.tags, self.pieces[1:], strict=True):
            before, behind = tag if values[name] else ("", "")
            parts += [before, values[name], behind, piece]
        return "".join(parts)


def frame_of(rendered: str, folder: str) -> Frame:
    """A rendered frame page, split at its sentinels. The frame's own address is one of them."""
    sentinels = {
        TITLE: "title",
        DESCRIPTION: "description",
        BODY: "body",
        SOURCE: "source",
        HEAD: "head",
        frame_address(folder): "address",
    }
    tag = rf"\n?<meta[^<>]*{DESCRIPTION}[^<>]*>"
    parts = re.split(f"({'|'.join([tag, *map(re.escape, sentinels)])})", rendered)
    found = [DESCRIPTION if DESCRIPTION in part else part for part in parts[1::2]]
    around = [part.partition(name) for part, name in zip(parts[1::2], found, strict=True)]
    return Frame(
        tuple(parts[::2]),
        tuple(sentinels[name] for name in found),
        tuple((before, behind) for before, _, behind in around),
    )


FILLINGS: Mapping[str, Callable[[RecordPage], str]] = {
    "title": lambda record: str(escape(record.title)),
    "description": lambda record: str(escape(record.description)),
    "body": lambda record: compact(record.body),
    "source": lambda record: str(escape(record.source)),
    "head": lambda record: compact(record.head),
    "address": lambda record: record.address,
}
