"""Pages at the addresses of what is retired: they say what took its place."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from peermap.place.atlas import Atlas
from peermap.place.retired import heirs
from peermap.render.addresses import address, url_from
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.readable import readable_date
from peermap.words import say


def retired_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """A page for each; where one thing alone took its place, the head names that as canonical."""
    known = heirs(atlas.map, atlas.labels)
    for one in atlas.map.retired:
        at, found = address(one), [known[name] for name in one.replaced_by if name in known]
        body = html("retired.html", at, retired=one, heirs=found, day=readable_date(one.on))
        link = url_from(at)(found[0]) if len(found) == 1 else ""
        head = f'<link rel="canonical" href="{escape(link)}">' if link else ""
        title = say("{name} (retired)", name=one.name)
        yield engine_page(at, title, say("This is no longer used."), body, head=head)
