"""pandoc's page of citations, cut into the entry and the in-text citation of each item."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping

from markupsafe import escape

from peermap.citing.quotes import requoted, restored
from peermap.citing.styles import Style
from peermap.records.citation import Formatted

KEPT = {"em": "i", "i": "i", "strong": "b", "b": "b", "sup": "sup", "sub": "sub"}
NUMBER = re.compile(r"\d+")
# Between the first names and the last one stands an ellipsis; pandoc takes the style's own et al.
BEFORE_LAST = re.compile(r", <i>et al\.</i>(?=\w)")


def formatted_entries(page: str, style: Style) -> Mapping[str, Formatted]:
    """Id → entry and citation, for every item that pandoc wrote. Raises ElementTree.ParseError."""
    root = ElementTree.fromstring(f"<page>{page}</page>")
    entries, citations = {}, {}
    for part in root.iter("div"):
        kind, _, id_ = part.get("id", "").partition("-")
        if kind == "ref":
            entries[id_] = finished(entry_html(part), style)
        elif kind == "c":
            text = finished("".join(inner(p) for p in part), style)
            citations[id_] = NUMBER.sub("1", text) if style.numbered else text
    return {id_: Formatted(entry, citations[id_]) for id_, entry in entries.items()}


def entry_html(part: ElementTree.Element) -> str:
    """An entry of the list; where its number stands apart, without the number."""
    right = [div for div in part.iter("div") if div.get("class") == "csl-right-inline"]
    return inner(right[0] if right else part)


def inner(element: ElementTree.Element) -> str:
    """What stands in an element, as HTML with few tags."""
    return text_html(element.text) + "".join(
        tagged(child) + text_html(child.tail) for child in element
    )


def tagged(element: ElementTree.Element) -> str:
    """An element as HTML: emphasis and links stay, of all others only what is in them."""
    link = element.get("href", "")
    if element.tag == "a" and link.startswith(("https://", "http://")):
        return f'<a href="{escape(restored(link))}">{inner(element)}</a>'
    if tag := KEPT.get(element.tag):
        return f"<{tag}>{inner(element)}</{tag}>"
    return inner(element)


def text_html(text: str | None) -> str:
    """Plain text with its own characters again, escaped where HTML needs it."""
    return str(escape(restored(text or ""))).replace("&#39;", "'").replace("&#34;", '"')


def finished(html: str, style: Style) -> str:
    """On one line, with the quotation marks of its texts; no-break spaces stay."""
    line = BEFORE_LAST.sub(", … ", re.sub(r"[ \n]+", " ", html).strip(" "))
    return requoted(line, inward=style.locale == "en-US")
