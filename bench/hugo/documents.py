"""The document around records: the frame of peermap as a base template of Hugo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import escape

from peermap.publish.frames import (
    BODY,
    DESCRIPTION,
    HEAD,
    SOURCE,
    TITLE,
    Frame,
    frame_address,
    frame_of,
)
from peermap.render.pages.record import RecordPage, compact

ACTIONS = {
    "title": "{{ .Title }}",
    "description": "{{ .Description }}",
    "head": '{{ block "head" . }}{{ end }}',
    "body": '{{ block "main" . }}{{ end }}',
    "source": "{{ .Params.source }}",
    "address": "{{ .Params.address }}",
}


def base_template(frame: Frame) -> str:
    """The frame with actions of Hugo where records differ."""
    pieces = [piece.replace("{{", '{{ "{{" }}') for piece in frame.pieces]
    actions = [ACTIONS[name] for name in frame.names]
    return "".join(a + b for a, b in zip(pieces, [*actions, ""], strict=True))


def frame_from(site: Path, pages: Sequence[RecordPage]) -> Frame:
    """The frame of a folder, from one of its built pages. The one with the longest title, for its
    words stand nowhere else.
    """
    page = max(pages, key=lambda p: len(p.title))
    folder = page.address.partition("/")[0]
    text = (site / page.address / "index.html").read_text(encoding="utf-8")
    values = {
        BODY: compact(page.body),
        HEAD: compact(page.head),
        DESCRIPTION: str(escape(page.description)),
        TITLE: str(escape(page.title)),
        SOURCE: str(escape(page.source)),
        frame_address(folder): page.address,
    }
    for sign, value in values.items():
        text = text.replace(value, sign) if value else text
    return frame_of(text, folder)


def fits(frame: Frame, site: Path, page: RecordPage) -> bool:
    """Whether the frame makes the page that was built."""
    built = (site / page.address / "index.html").read_text(encoding="utf-8")
    return frame.poured(page) == built
