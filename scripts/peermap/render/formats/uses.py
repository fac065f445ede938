"""Where each source is used, as data: from a reference to the statements, placements, events,
labels, definitions and records that rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peermap.place.atlas import Atlas
from peermap.place.provenance import DefinitionUse, EventUse, LabelUse, PlacementUse, StatementUse
from peermap.records.prose import Sentence
from peermap.records.reference import Reference
from peermap.records.text import single_spaced
from peermap.render.addresses import address
from peermap.render.formats.rows import json_rows

USE_FIELDS = (
    "reference", "use", "address", "question", "option", "trend", "programme", "label", "when",
    "text", "quote", "where", "strength", "notices",
)  # fmt: skip
Row = dict[str, str]


def use_rows(atlas: Atlas, reference: Reference) -> Iterator[Row]:
    """One row a use, without empty fields. ``use`` says its kind; ``address`` where it stands, from
    the root of the site; ``where`` the place in the source; ``text`` what the site says;
    ``notices`` that the work was retracted or corrected.
    """
    uses = atlas.uses[reference.key]
    rows = (
        *(statement_row(atlas, use) for use in uses.statements),
        *(placement_row(use) for use in uses.placements),
        *(event_row(use) for use in uses.events),
        *(label_row(use) for use in uses.labels),
        *(definition_row(use) for use in uses.definitions),
        *(
            {"use": "read", "address": address(programme) + "#read", "programme": programme.id}
            for programme in uses.read_for
        ),
    )
    for row in rows:
        marked = {**row, "notices": "; ".join(notice.kind for notice in reference.notices)}
        filled = {name: text for name, text in marked.items() if text}
        yield {"reference": reference.key, **filled}


def statement_row(atlas: Atlas, use: StatementUse) -> Row:
    """A statement; ``option`` where it stands in the section of one."""
    section = (use.id, use.section.anchor)
    is_of_option = any((o.question, o.id) == section for o in atlas.map.options)
    return {
        "use": "statement",
        "address": f"{use.page}s/{use.id}/#{use.sentence.anchor}",
        use.page: use.id,
        "option": use.section.anchor if use.page == "question" and is_of_option else "",
        "text": words(use.sentence),
    }


def words(sentence: Sentence) -> str:
    """A sentence as it is read, without its citations."""
    text = "".join(part.text for part in sentence.passages if part.kind != "cite")
    return single_spaced(text).replace(" .", ".")


def placement_row(use: PlacementUse) -> Row:
    """A piece of evidence for a placement."""
    return {
        "use": "placement",
        "address": f"{address(use.programme)}#{use.question}",
        "question": use.question,
        "option": use.placement.option,
        "programme": use.programme.id,
        "text": use.evidence.says,
        "quote": use.evidence.quote,
        "where": use.evidence.where,
        "strength": use.evidence.strength,
    }


def event_row(use: EventUse) -> Row:
    """An event of a trend."""
    return {
        "use": "event",
        "address": address(use.event),
        "trend": use.event.trend,
        "programme": use.event.programme,
        "when": use.event.when.words,
        "text": use.event.what,
    }


def label_row(use: LabelUse) -> Row:
    """A label that the source names."""
    return {
        "use": "label",
        "address": address(use.label) + "#sources",
        "label": use.label.id,
        "text": use.source.says,
        "quote": use.source.quote,
        "where": use.source.where,
    }


def definition_row(use: DefinitionUse) -> Row:
    """A definition of the map."""
    thing = use.option or use.question
    return {
        "use": "definition",
        "address": address(thing),
        "question": use.question.id,
        "option": use.option.id if use.option else "",
        "text": thing.definition.text,
    }


def uses_file(atlas: Atlas, references: Iterable[Reference]) -> str:
    """JSON: for each reference its ``address``, how it is named, and its ``uses``."""
    records = [
        {
            "reference": reference.key,
            "address": address(reference),
            "author_year": reference.author_year,
            "title": reference.title,
            "notices": [notice.kind for notice in reference.notices],
            "uses": [without_key(row) for row in use_rows(atlas, reference)],
        }
        for reference in references
    ]
    return json_rows(records)


def without_key(row: Row) -> Row:
    """A row that stands under its reference already."""
    return {name: text for name, text in row.items() if name != "reference"}
