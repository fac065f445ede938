"""The page of a label: a name used for peers."""

from __future__ import annotations

from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.records.silo import Label
from peermap.render.addresses import address
from peermap.render.html import html
from peermap.render.pages.facts import Card, Fact, Item, card, only_given
from peermap.render.pages.record import RecordPage, shortened

MOST_PROGRAMMES = 60


@dataclass(frozen=True, slots=True)
class View:
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    more: str


def label_page(atlas: Atlas, label: Label) -> RecordPage:
    """The record's page; its definition is the description."""
    at = address(label)
    body = html("label.html", at, atlas=atlas, label=label, view=view_of(atlas, label))
    description = label.definition.text if label.definition else f"{label.name}: a name for peers."
    return RecordPage(at, label.name, shortened(description), body, label.mark.path)


def view_of(atlas: Atlas, label: Label) -> View:
    users = [p for p in atlas.programmes.values() if label.id in p.labels]
    more = len(users) - MOST_PROGRAMMES
    return View(
        facts=facts_of(atlas, label),
        cards=tuple(card(atlas, programme) for programme in users[:MOST_PROGRAMMES]),
        more=f"… and {more} more." if more > 0 else "",
    )


def facts_of(atlas: Atlas, label: Label) -> tuple[Fact, ...]:
    """Spellings, the same role under other names, wider and narrower labels, and translations."""
    shelf = atlas.labels
    same = set(label.same_role) | {o.id for o in shelf.values() if label.id in o.same_role}
    narrower = [other for other in shelf.values() if label.id in other.broader]
    translations = tuple(
        Item(words, language=language) for language, words in sorted(label.name.translations.items())
        if language != "en"
    )  # fmt: skip
    return only_given(
        (
            Fact("Also written", tuple(Item(word) for word in label.also)),
            Fact(
                "Same role, other name", tuple(Item(shelf[i].name, shelf[i]) for i in sorted(same))
            ),
            Fact("Wider", tuple(Item(shelf[i].name, shelf[i]) for i in label.broader)),
            Fact("Narrower", tuple(Item(other.name, other) for other in narrower)),
            Fact("In other languages", translations),
        )
    )
