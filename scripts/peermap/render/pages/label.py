"""The page of a label: a name used for peers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.place.spread import Spread, spread_of
from peermap.records.silo import Label
from peermap.render.addresses import further_page
from peermap.render.html import html
from peermap.render.pages.citing import MOST_OF_RECORD, bibliography_part
from peermap.render.pages.facts import Card, Fact, Item, card, only_given
from peermap.render.pages.record import RecordPage, shortened
from peermap.render.pages.sheet import sheet_of
from peermap.render.pictures.share_rose import share_rose
from peermap.words import many, say

MOST_PROGRAMMES = 9  # on one page, so that a page of a common label stays small


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows beside the record itself."""

    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    total: str
    spread: tuple[Spread, ...]
    rose: str
    others: tuple[tuple[Label, str], ...]
    """Other names for the same role, each with how many programmes use it."""


def label_pages(atlas: Atlas, label: Label) -> Iterator[RecordPage]:
    """The record's page; programmes beyond ``MOST_PROGRAMMES`` go on further pages."""
    users = [p for p in atlas.programmes.values() if label.id in p.labels]
    parts = [users[i : i + MOST_PROGRAMMES] for i in range(0, len(users), MOST_PROGRAMMES)] or [[]]
    spread = spread_of(atlas.map, users)
    rose = rose_of(atlas, label, spread) if users else ""
    pages = tuple((number, further_page(label, number)) for number in range(1, len(parts) + 1))
    facts = facts_of(atlas, label)
    others = tuple((other, used(atlas, other)) for other in same_role(atlas, label))
    definition = label.definition.text if label.definition else nothing_told(label)
    for (number, at), part in zip(pages, parts, strict=True):
        view = View(
            facts=facts,
            cards=tuple(card(atlas, programme) for programme in part),
            total=many(len(users), "{n} programme", "{n} programmes"),
            spread=spread if users else (),
            rose=rose,
            others=others,
        )
        sheet = sheet_of(number, pages)
        body = html("label.html", at, atlas=atlas, label=label, view=view, sheet=sheet)
        if number == 1:
            sources = {source.source for source in label.sources}
            named = [atlas.references[key] for key in sorted(sources)]
            body += bibliography_part(atlas, named, at, most=MOST_OF_RECORD)
        later = say("{name}, programmes {n}", name=label.name, n=number)
        title = str(label.name) if number == 1 else later
        yield RecordPage(at, title, shortened(definition), body, label.mark.path)


def nothing_told(label: Label) -> str:
    """What is said of a label that nobody has defined."""
    return say("{name}: a name for peers.", name=label.name)


def rose_of(atlas: Atlas, label: Label, spread: tuple[Spread, ...]) -> str:
    """The rose of all programmes that use the label."""
    shares = {
        (one.question.id, option.id): number / one.of
        for one in spread
        for option, number in zip(one.question.options, one.takes, strict=True)
    }
    title = say(
        "How programmes of {name} spread over the map; the table says the same", name=label.name
    )
    return share_rose(atlas.map, shares, title=title)


def same_role(atlas: Atlas, label: Label) -> list[Label]:
    """Other names for the same role, in either direction, sorted by id."""
    ids = set(label.same_role) | {o.id for o in atlas.labels.values() if label.id in o.same_role}
    return [atlas.labels[id_] for id_ in sorted(ids - {label.id})]


def used(atlas: Atlas, label: Label) -> str:
    """How many programmes use a label, in words."""
    number = sum(label.id in p.labels for p in atlas.programmes.values())
    return many(number, "{n} programme", "{n} programmes")


def facts_of(atlas: Atlas, label: Label) -> tuple[Fact, ...]:
    """Spellings, wider and narrower labels, and translations."""
    shelf = atlas.labels
    narrower = [other for other in shelf.values() if label.id in other.broader]
    printed, ours = names_in_languages(label)
    return only_given(
        (
            Fact(say("Also written"), tuple(Item(word) for word in label.also)),
            Fact(say("Wider"), tuple(Item(shelf[i].name, shelf[i]) for i in label.broader)),
            Fact(say("Narrower"), tuple(Item(other.name, other) for other in narrower)),
            Fact(say("In other languages"), printed),
            Fact(say("In our own translation"), ours),
        )
    )


def names_in_languages(label: Label) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The name in other languages: as sources print it, and as only this site translates it; the
    name at the head of the page is among the latter where it is ours.
    """
    names = dict(label.name.translations) | {label.name.language: str(label.name)}
    theirs = {"en", *label.printed_in}
    items = {code: Item(words, language=code) for code, words in sorted(names.items())}
    here = label.name.language
    return (
        tuple(item for code, item in items.items() if code in theirs and code != here),
        tuple(item for code, item in items.items() if code not in theirs),
    )
