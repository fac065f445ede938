"""Atom feeds (RFC 4287): new references, new programmes, changes, and what is new on a question.

Every date comes from a record: the day a programme's sources were read, the day of a change of the
map, the day on which a reference manager says an entry was added. A reference without any of these
is in no feed, for nobody knows when it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from peermap.alphabet import alphabetical
from peermap.place.atlas import Atlas
from peermap.publish.permanent import permanent_id
from peermap.records.map import Question
from peermap.render.addresses import address, language_folder, rooted, standing, url_from
from peermap.render.feeds import CHANGES, FEED_NAMES, PROGRAMMES, REFERENCES, feed_of, news_of
from peermap.render.news import (
    Entry,
    days_added,
    map_changes,
    new_programmes,
    new_references,
    readings,
)
from peermap.words import spoken

MOST_ENTRIES = 100  # newest first; a feed tells what is new, the lists have everything
NO_DAY = "1970-01-01"  # of a feed with no entry yet, for Atom wants some day


def feeds(atlas: Atlas, site_url: str) -> Mapping[str, str]:
    """Path below the site → feed."""
    added = days_added(atlas)
    changes = [*map_changes(atlas.map), *readings(atlas)]
    found = {
        at: feed(atlas, at, FEED_NAMES[at], entries, site_url)
        for at, entries in (
            (REFERENCES, new_references(atlas)),
            (PROGRAMMES, new_programmes(atlas)),
            (CHANGES, changes),
        )
    }
    for question in atlas.map.questions:
        entries = [*placed_on(atlas, question), *tagged_with(atlas, question, added)]
        at = feed_of(question)
        found[at] = feed(atlas, at, news_of(question), entries, site_url)
    return found


def placed_on(atlas: Atlas, question: Question) -> Iterator[Entry]:
    """Programmes that have a place on the question; the day is that of the last reading of a source
    that says so.
    """
    for programme in atlas.programmes.values():
        answer = programme.answers[question.id]
        keys = {e.source for p in answer.placements for e in p.evidence}
        days = [reading.on for reading in programme.read if reading.source in keys]
        if days:
            names = (str(question.option(p.option).name) for p in answer.placements)
            at = f"{address(programme)}#{question.id}"
            summary = f"{', '.join(names)}. {programme.summary}"
            yield Entry(at, str(programme.name), at, max(days), summary)


def tagged_with(atlas: Atlas, question: Question, added: Mapping[str, str]) -> Iterator[Entry]:
    """References that are tagged with an option of the question."""
    for key, on in added.items():
        reference = atlas.references[key]
        values = {tag.value for tag in reference.tags if tag.namespace == question.id}
        names = [str(option.name) for option in question.options if option.id in values]
        if names:
            summary = f"{reference.cited_as}. {', '.join(names)}."
            at = address(reference)
            yield Entry(f"{question.id} {at}", reference.title, at, on, summary)


def feed(atlas: Atlas, at: str, title: str, entries: Iterable[Entry], site_url: str) -> str:
    """An Atom document with the newest entries first, and those of a day by title. Links are whole
    where the site has an address, else relative; ids are the same in both.
    """
    ordered = sorted(entries, key=lambda e: (alphabetical(e.title), e.name))
    newest = sorted(ordered, key=lambda entry: entry.on, reverse=True)[:MOST_ENTRIES]
    root, relative = rooted(site_url), url_from(at)

    def link(target: str) -> str:
        return quoteattr(root + standing(target) if root else relative(target))

    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="' + spoken() + '">',
        f"<id>urn:uuid:{permanent_id(atlas.map, language_folder() + at)}</id>",
        f"<title>{escape(title)} · {escape(atlas.map.title)}</title>",
        f"<updated>{instant(newest[0].on if newest else NO_DAY)}</updated>",
        f"<author><name>{escape(atlas.map.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={link(at)}/>',
        f'<link rel="alternate" type="text/html" href={link("whats-new/")}/>',
        *(entry_xml(atlas, entry, link(entry.at)) for entry in newest),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def entry_xml(atlas: Atlas, entry: Entry, link: str) -> str:
    """One entry."""
    id_ = permanent_id(atlas.map, f"entry {language_folder()}{entry.name}")
    return (
        f"<entry><id>urn:uuid:{id_}</id>"
        f"<title>{escape(entry.title)}</title><updated>{instant(entry.on)}</updated>"
        f'<link rel="alternate" type="text/html" href={link}/>'
        f"<summary>{escape(entry.summary)}</summary></entry>"
    )


def instant(day: str) -> str:
    """The beginning of a day in universal time."""
    return f"{day}T00:00:00Z"
