"""Lists of records: programmes, references, labels. A long one is cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from peermap.alphabet import alphabetical
from peermap.load.characters import without_accents
from peermap.place.atlas import Atlas
from peermap.records.map import Question
from peermap.records.programme import STATES, State
from peermap.records.reference import Reference
from peermap.render.addresses import LIST_SIZE, REFERENCES_SIZE, list_page
from peermap.render.formats.coins import coins
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.pages.facts import card
from peermap.render.pages.question import by_author
from peermap.render.pages.record import RecordPage
from peermap.render.pages.sheet import Sheet, sheet_of
from peermap.words import N_, many, say


def sheets(records: Sequence[Any], folder: str, heading: Any, size: int) -> Iterator[Sheet]:
    """The records cut into pages of that size, and each page into groups of one heading."""
    parts = [records[i : i + size] for i in range(0, len(records), size)] or [[]]
    pages = tuple((number, list_page(folder, number)) for number in range(1, len(parts) + 1))
    for number, part in enumerate(parts, start=1):
        groups = tuple((name, tuple(group)) for name, group in groupby(part, key=heading))
        yield sheet_of(number, pages, groups)


def first_list_pages(atlas: Atlas) -> Iterator[EnginePage | RecordPage]:
    """The first page of each list, without a look at the others."""
    yield next(programmes_list(atlas))
    yield next(references_list(atlas))
    yield labels_list(atlas)


def list_pages(atlas: Atlas, share: int = 0, shares: int = 1) -> Iterator[EnginePage | RecordPage]:
    """The first page of each list for the engine, the others to be poured; or those of one of
    several shares.
    """
    yield from programmes_list(atlas, share, shares)
    yield from references_list(atlas, share, shares)
    if share == 0:
        yield labels_list(atlas)


def programmes_list(
    atlas: Atlas, share: int = 0, shares: int = 1
) -> Iterator[EnginePage | RecordPage]:
    """All programmes by trend and name, with how each stands on the map."""
    order = {trend.id: (n, str(trend.name)) for n, trend in enumerate(atlas.map.trends)}
    ordered = sorted(
        atlas.programmes.values(), key=lambda p: (order[p.trend][0], alphabetical(p.name), p.id)
    )
    cards = [card(atlas, programme) for programme in ordered]
    parts = sheets(cards, "programmes", lambda c: order[c.programme.trend][1], LIST_SIZE)
    view = {
        "total": many(len(cards), "{n} programme", "{n} programmes"),
        "coverage": coverage(atlas),
    }
    for sheet in islice(parts, share, None, shares):
        title, told = say("Programmes"), say(PROGRAMMES)
        yield list_sheet("programmes", title, told, sheet, atlas=atlas, **view)


def references_list(
    atlas: Atlas, share: int = 0, shares: int = 1
) -> Iterator[EnginePage | RecordPage]:
    """All references by author and year, under their first letter."""
    ordered = by_author(atlas.references.values())
    letters = tuple(letter_starts(ordered))
    fixed = {
        "total": many(len(ordered), "{n} reference", "{n} references"),
        "uses": {key: len(found) for key, found in atlas.uses.items()},
        "letters": [(letter, f"{at}#{anchor}") for letter, at, anchor in letters],
        "anchors": {letter: anchor for letter, _, anchor in letters},
    }
    parts = sheets(ordered, "references", first_letter, REFERENCES_SIZE)
    for sheet in islice(parts, share, None, shares):
        shown = [reference for _, group in sheet.groups for reference in group]
        view = {**fixed, "coins": coins(shown)}
        title, told = say("References"), say(REFERENCES)
        yield list_sheet("references", title, told, sheet, atlas=atlas, **view)


PROGRAMMES = N_(
    "Programmes, movements, groups and settings, each placed on the map with its evidence."
)
REFERENCES = N_("All works of the bibliography, and where each is used.")
LABELS = N_(
    "The many names for people who do related work, who uses them, and which mean the same."
)


def list_sheet(
    folder: str, title: str, description: str, sheet: Sheet, **view: Any
) -> EnginePage | RecordPage:
    """A page of a list: the first goes through the engine, the others into the records' frame."""
    at = list_page(folder, sheet.number)
    body = html(f"list_{folder}.html", at, sheet=sheet, **view)
    if sheet.number == 1:
        return engine_page(at, title, description, body)
    later = say("{title}, page {n}", title=title, n=sheet.number)
    return RecordPage(at, later, description, body, "")


def labels_list(atlas: Atlas) -> EnginePage:
    """All labels by name; vocabularies stay small, so one page holds them."""
    users = {id_: sum(id_ in p.labels for p in atlas.programmes.values()) for id_ in atlas.labels}
    ordered = sorted(atlas.labels.values(), key=lambda label: alphabetical(label.name))
    body = html("list_labels.html", "labels/", atlas=atlas, labels=ordered, users=users)
    return engine_page("labels/", say("Labels"), say(LABELS), body)


def letter_starts(ordered: Sequence[Reference]) -> Iterator[tuple[str, str, str]]:
    """Each letter of a list, the page on which it begins, and its anchor there."""
    known = {"#"}
    for n, reference in enumerate(ordered):
        letter = first_letter(reference)
        if letter not in known:
            known.add(letter)
            name = letter.lower() if letter.isascii() else f"{ord(letter[0]):x}"
            yield letter, list_page("references", n // REFERENCES_SIZE + 1), f"letter-{name}"


def first_letter(reference: Any) -> str:
    """The letter under which a list of references shows a work."""
    letter = without_accents(reference.short_author)[:1].upper()
    return letter if letter.isalpha() else "#"


def coverage(atlas: Atlas) -> list[tuple[Question, dict[State, int]]]:
    """For each question, how many programmes stand in each of the three states."""
    rows = []
    for question in atlas.map.questions:
        states = [p.answers[question.id].state for p in atlas.programmes.values()]
        rows.append((question, {state: states.count(state) for state in STATES}))
    return rows
