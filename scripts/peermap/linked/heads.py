"""What stands in the heads of pages for machines: data blocks of schema.org, and links to feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from json import JSONEncoder

from peermap import __version__
from peermap.linked.schema_org import (
    Thing,
    Url,
    breadcrumbs,
    dataset,
    label_term,
    programme_thing,
    reference_thing,
    term,
    term_set,
    website,
)
from peermap.linked.scheme import Concept
from peermap.place.atlas import Atlas
from peermap.records.map import Option
from peermap.render.addresses import address, rooted, standing, url_from
from peermap.render.feeds import feeds_of
from peermap.words import N_, Words

SECTIONS = Words(
    {
        "questions": N_("Questions"),
        "trends": N_("Trends"),
        "programmes": N_("Programmes"),
        "labels": N_("Labels"),
        "references": N_("References"),
    }
)
TIGHT = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The site as its configuration tells of it; ``url`` is empty where it has no address yet."""

    url: str = ""
    name: str = "peermap"
    description: str = ""


class Heads:
    """For the page at an address, the HTML that its head has beside what the engine wrote."""

    def __init__(self, atlas: Atlas, site: SiteFacts) -> None:
        self.atlas = atlas
        self.site = site
        map_ = atlas.map
        concepts: list[Concept] = [*map_.questions, *map_.options, *map_.trends]
        self.concepts = {address(concept): concept for concept in concepts}

    def head(self, page: str) -> str:
        """One data block where something is known of the page, and a link to each of its feeds."""
        url = self.url_of(page)
        things = [*self.things(page, url)]
        lines = [data_block(things)] if things else []
        lines += [feed_link(url(at), name) for at, name in feeds_of(self.atlas, page)]
        return "\n".join(lines)

    def url_of(self, page: str) -> Url:
        """Addresses as that page is to give them: whole, or relative to it."""
        root, relative = rooted(self.site.url), url_from(page)
        return (lambda at: root + standing(at)) if root else relative

    def things(self, page: str, url: Url) -> Iterator[Thing]:
        """What the page is about, and the way to it."""
        if page == "":
            name, description = self.site.name, self.site.description
            whole = bool(self.site.url)
            yield website(self.atlas, name, description, url, whole=whole)
        elif page == "data/":
            yield dataset(self.atlas, __version__, url)
        elif page == "map/":
            yield term_set(self.atlas, url)
        elif page in self.concepts:
            yield term(self.concepts[page], url)
            yield breadcrumbs(self.way(page, str(self.concepts[page].name)), url)
        else:
            yield from self.of_record(page, url)

    def of_record(self, page: str, url: Url) -> Iterator[Thing]:
        """The record whose first page this is, if it is one."""
        folder, _, id_ = page.rstrip("/").partition("/")
        if folder == "references" and id_ in self.atlas.references:
            reference = self.atlas.references[id_]
            yield reference_thing(self.atlas, reference, url)
            yield breadcrumbs(self.way(page, reference.author_year), url)
        elif folder == "programmes" and id_ in self.atlas.programmes:
            programme = self.atlas.programmes[id_]
            yield programme_thing(self.atlas, programme, url)
            yield breadcrumbs(self.way(page, str(programme.name)), url)
        elif folder == "labels" and id_ in self.atlas.labels:
            label = self.atlas.labels[id_]
            yield label_term(label, url)
            yield breadcrumbs(self.way(page, str(label.name)), url)

    def way(self, page: str, name: str) -> Iterator[tuple[str, str]]:
        """From the home page over the list, and the question of an option, to the page."""
        yield self.site.name, ""
        folder = page.partition("/")[0]
        yield SECTIONS[folder], f"{folder}/"
        concept = self.concepts.get(page)
        if isinstance(concept, Option):
            at = f"questions/{concept.question}/"
            yield str(self.concepts[at].name), at
        yield name, page


def data_block(things: list[Thing]) -> str:
    """A block of JSON-LD that nothing in it can close."""
    value: Mapping[str, object] = {"@context": "https://schema.org"}
    value = {**value, **things[0]} if len(things) == 1 else {**value, "@graph": things}
    text = TIGHT.encode(value)
    for sign, escaped in UNSAFE.items():
        text = text.replace(sign, escaped)
    return f'<script type="application/ld+json">{text}</script>'


def feed_link(href: str, name: str) -> str:
    """A link to a feed."""
    title, at = escape(name), escape(href)
    return f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{at}">'


def with_head(html: str, head: str) -> str:
    """A finished page with more in its head."""
    return html.replace("</head>", f"{head}\n</head>", 1) if head else html
