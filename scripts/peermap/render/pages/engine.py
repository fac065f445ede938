"""Pages for the site engine: Markdown with front matter, whose blocks are ready HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape

from peermap.records.text import Text, single_spaced
from peermap.words import spoken

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+.!-])")
MARKER = "generated_by: peermap"


@dataclass(frozen=True, slots=True)
class EnginePage:
    """A Markdown file below ``docs/`` at ``path``."""

    path: str
    text: str


def engine_page(
    address: str,
    title: str,
    description: str,
    body: str,
    *,
    hide: tuple[str, ...] = ("navigation", "toc"),
    source: str = "",
    tab: str = "",
    head: str = "",
) -> EnginePage:
    """The page at an address (``questions/functions/``). ``tab`` is the address of the tab it
    stands under, when that is not the first part of its own; ``head`` is HTML for the document's
    head.
    """
    front = [
        "---",
        f"# {MARKER} from {source or 'the synthesis'}; changes here are overwritten",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"description: {json.dumps(description, ensure_ascii=False)}",
        *(["hide: [" + ", ".join(hide) + "]"] if hide else []),
        *([f"source: {json.dumps(source)}"] if source else []),
        *([f"head: {json.dumps(head, ensure_ascii=False)}"] if head else []),
        f"tab: {tab or address.partition('/')[0] + '/'}",
        "---",
        "",
    ]
    return EnginePage(f"{address}index.md", "\n".join(front) + without_blank_lines(body) + "\n")


def heading(words: str, anchor: str, *, level: int = 2, facet: str = "") -> str:
    """A Markdown heading that shows its words as they are, whatever signs are in them."""
    shown = MARKDOWN_SIGNS.sub(r"\\\1", escape(single_spaced(words), quote=False))
    colour = f" data-facet={facet}" if facet else ""
    given = words.language if isinstance(words, Text) else spoken()
    language = f" lang={given}" if given != spoken() else ""
    return f"{'#' * level} {shown} {{: #{anchor}{colour}{language} }}"


def without_blank_lines(body: str) -> str:
    """Blank lines taken out between tags, where Markdown would end an HTML block; headings keep
    theirs.
    """
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    return "\n".join(f"\n{line}\n" if line.startswith("#") else line for line in lines)
