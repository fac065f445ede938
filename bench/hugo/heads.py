"""What stands in the head of a record's page, as data."""

from __future__ import annotations

from html.parser import HTMLParser

from bench.hugo.pieces import Data, given
from peermap.linked.heads import Heads
from peermap.render.feeds import feeds_of
from peermap.render.pages.record import RecordPage


class Elements(HTMLParser):
    """The attributes of each element of a piece of a head, by the element's name."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self.found: dict[str, list[Data]] = {"meta": [], "link": []}
        self.feed(head)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag].append(dict(attrs))


def head_of(page: RecordPage, heads: Heads) -> Data:
    """Tags, links, feeds, and the things that the page tells of to machines."""
    url, elements = heads.url_of(page.address), Elements(page.head).found
    feeds = [{"title": name, "href": url(at)} for at, name in feeds_of(heads.atlas, page.address)]
    things = [*heads.things(page.address, url)]
    return given(
        {"tags": elements["meta"], "links": elements["link"], "feeds": feeds, "things": things}
    )
