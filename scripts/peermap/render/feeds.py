"""Where the feeds stand, and which of them a page leads to."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.records.map import Question
from peermap.render.addresses import address
from peermap.words import N_, Words, say

REFERENCES, PROGRAMMES, CHANGES = (
    "feeds/references.xml",
    "feeds/programmes.xml",
    "feeds/changes.xml",
)
FEED_NAMES = Words(
    {
        REFERENCES: N_("New references"),
        PROGRAMMES: N_("New programmes"),
        CHANGES: N_("Changes"),
    }
)
SHOWN_ON = {
    "": (CHANGES, PROGRAMMES, REFERENCES),
    "whats-new/": (CHANGES, PROGRAMMES, REFERENCES),
    "references/": (REFERENCES,),
    "programmes/": (PROGRAMMES,),
    "map/": (CHANGES,),
}


def feed_of(question: Question) -> str:
    """The feed of what is new on a question."""
    return f"feeds/questions/{question.id}.xml"


def feeds_of(atlas: Atlas, page: str) -> Iterator[tuple[str, str]]:
    """The feeds that the page at an address leads to, each with its name."""
    yield from ((at, FEED_NAMES[at]) for at in SHOWN_ON.get(page, ()))
    if not page.startswith("questions/"):
        return
    for question in atlas.map.questions:
        if page.startswith(address(question)):
            yield feed_of(question), news_of(question)


def news_of(question: Question) -> str:
    """The name of the feed of a question."""
    return say("New on: {question}", question=question.name)
