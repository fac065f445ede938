"""The page of a label: a name used for peers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.problems import counted
from peermap.records.silo import Label
from peermap.render.addresses import further_page
from peermap.render.html import html
from peermap.render.pages.citing import MOST_OF_RECORD, bibliography_part
from peermap.render.pages.facts import Card, Fact, Item, card, only_given
from peermap.render.pages.record import RecordPage, shortened
from peermap.render.pages.sheet import Sheet

MOST_PROGRAMMES = 20  # on one page, so that a page of a common label stays small


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows beside the record itself."""

    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    total: str


def label_pages(atlas: Atlas, label: Label) -> Iterator[RecordPage]:
    """The record's page; programmes beyond twenty go on further pages."""
    users = [p for p in atlas.programmes.values() if label.id in p.labels]
    parts = [users[i : i + MOST_PROGRAMMES] for i in range(0, len(users), MOST_PROGRAMMES)] or [[]]
    addresses = [further_page(label, number) for number in range(1, len(parts) + 1)]
    definition = label.definition.text if label.definition else f"{label.name}: a name for peers."
    for number, (at, part) in enumerate(zip(addresses, parts, strict=True), start=1):
        view = View(
            facts=facts_of(atlas, label),
            cards=tuple(card(atlas, programme) for programme in part),
            total=counted(len(users), "programme"),
        )
        sheet = Sheet(number, len(parts), tuple(enumerate(addresses, start=1)))
        body = html("label.html", at, atlas=atlas, label=label, view=view, sheet=sheet)
        if number == 1:
            sources = {source.source for source in label.sources}
            named = [atlas.references[key] for key in sorted(sources)]
            body += bibliography_part(atlas, named, at, most=MOST_OF_RECORD)
        title = str(label.name) if number == 1 else f"{label.name}, programmes {number}"
        yield RecordPage(at, title, shortened(definition), body, label.mark.path)


def facts_of(atlas: Atlas, label: Label) -> tuple[Fact, ...]:
    """Spellings, the same role under other names, wider and narrower labels, and translations."""
    shelf = atlas.labels
    same = set(label.same_role) | {o.id for o in shelf.values() if label.id in o.same_role}
    narrower = [other for other in shelf.values() if label.id in other.broader]
    translations = tuple(
        Item(words, language=language)
        for language, words in sorted(label.name.translations.items())
        if language != "en"
    )
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
