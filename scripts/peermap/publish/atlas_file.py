"""``data/atlas.json``: everything the synthesis holds, in one file with a versioned format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from peermap.linked.guidance import plain_sentence
from peermap.place.atlas import Atlas
from peermap.publish.data import programme_row
from peermap.records.map import Definition, Facet, Map, Option, Question, TrendKind
from peermap.records.programme import Programme
from peermap.records.prose import Prose
from peermap.records.reference import Name, Reference
from peermap.records.silo import Label, Silo
from peermap.records.text import Text
from peermap.records.trend import Event
from peermap.render.addresses import address
from peermap.render.formats.rows import on_line

FORMAT, VERSION = "peermap-atlas", "1.0.0"  # a field that goes or changes is a new major version
Row = dict[str, Any]
NAME_PARTS = tuple(field.name for field in fields(Name))


def atlas_file(atlas: Atlas) -> str:
    """JSON with one record a line, so that two versions can be compared."""
    head = {"$schema": "schemas/atlas.schema.json", "format": FORMAT, "version": VERSION}
    parts: Mapping[str, Any] = {
        "map": map_row(atlas.map),
        "questions": {id_: statements(prose) for id_, prose in atlas.questions.items()},
        "trends": {
            id_: {"events": [event_row(e) for e in t.events], "statements": statements(t.prose)}
            for id_, t in atlas.trends.items()
        },
        "programmes": ((id_, full_programme(p)) for id_, p in atlas.programmes.items()),
        "references": ((key, reference_row(r)) for key, r in atlas.references.items()),
        "labels": {id_: label_row(label) for id_, label in atlas.labels.items()},
        "communities": {id_: silo_row(silo) for id_, silo in atlas.communities.items()},
        "issues": {id_: silo_row(silo) for id_, silo in atlas.issues.items()},
        "method": atlas.method.model_dump(mode="json") if atlas.method else None,
        "screening": atlas.screening.model_dump(mode="json") if atlas.screening else None,
    }
    lines = [f"{on_line(name)}: {on_line(value)}" for name, value in head.items()]
    lines += [f"{on_line(name)}: {on_lines(value)}" for name, value in parts.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def on_lines(value: object) -> str:
    """A mapping with one entry a line; of records, which come as pairs, one is held at a time."""
    pairs = value.items() if isinstance(value, dict) else value
    if not isinstance(pairs, Iterable):
        return on_line(value)
    lines = ",\n".join(f" {on_line(name)}: {on_line(row)}" for name, row in pairs)
    return "{\n" + lines + "\n}" if lines else "{}"


def in_all_languages(text: Text) -> str | Mapping[str, str]:
    """The text, or a mapping of languages where it is translated."""
    return {"en": str(text)} | dict(text.translations) if text.translations else str(text)


def map_row(map_: Map) -> Row:
    """The map with all it holds."""
    return {
        "title": in_all_languages(map_.title),
        "source": map_.source,
        "facets": [
            thing_row(f) | {"questions": [question_row(q) for q in f.questions]}
            for f in map_.facets
        ],
        "trends": [thing_row(trend) for trend in map_.trends],
        "changes": [
            {"on": c.on, "what": in_all_languages(c.what), "about": list(c.about)}
            for c in map_.changes
        ],
    }


def question_row(question: Question) -> Row:
    """A question with its options."""
    options = [thing_row(option) for option in question.options]
    return thing_row(question) | {
        "wording": in_all_languages(question.wording),
        "options": options,
    }


def thing_row(thing: Facet | Question | Option | TrendKind) -> Row:
    """What all things of the map have."""
    return {
        "id": thing.id,
        "address": address(thing),
        "notation": thing.notation,
        "name": in_all_languages(thing.name),
        "definition": definition_row(thing.definition),
    }


def definition_row(definition: Definition) -> Row:
    """A meaning and its sources."""
    return {"text": in_all_languages(definition.text), "sources": list(definition.sources)}


def statements(prose: Prose) -> list[Row]:
    """The sentences of a page that rest on references."""
    return [
        {
            "anchor": sentence.anchor,
            "section": section.anchor,
            "text": plain_sentence(sentence),
            "references": list(sentence.references),
        }
        for section in prose.sections
        for sentence in section.sentences
        if sentence.is_statement
    ]


def event_row(event: Event) -> Row:
    """An event of a trend."""
    return {
        "anchor": event.anchor,
        "when": event.when.words,
        "first": event.when.first,
        "last": event.when.last,
        "what": in_all_languages(event.what),
        "where": in_all_languages(event.where),
        "references": list(event.references),
        "programme": event.programme,
        "note": in_all_languages(event.note),
    }


def full_programme(programme: Programme) -> Row:
    """A programme with all its evidence."""
    answers = {
        question: {
            "state": answer.state,
            "placements": [
                {
                    "option": placement.option,
                    "evidence": [
                        {
                            "source": e.source,
                            "where": e.where,
                            "says": e.says,
                            "quote": e.quote,
                            "strength": e.strength,
                        }
                        for e in placement.evidence
                    ],
                }
                for placement in answer.placements
            ],
        }
        for question, answer in programme.answers.items()
    }
    return programme_row(programme) | {"answers": answers}


def reference_row(reference: Reference) -> Row:
    """A reference with its parts; what it rests on BibTeX for stays under BibTeX's names."""
    lists: dict[str, list[int]] = {}
    for position in reference.lists:
        lists.setdefault(position.list_key, []).append(position.number)
    return {
        "key": reference.key,
        "address": address(reference),
        "type": reference.type,
        "title": reference.title,
        "authors": [name_row(name) for name in reference.authors],
        "authors_cut": reference.authors_cut,
        "editors": [name_row(name) for name in reference.editors],
        "editors_cut": reference.editors_cut,
        "issued": str(reference.issued) if reference.issued else None,
        "fields": dict(reference.fields),
        "keywords": list(reference.keywords),
        "tags": [str(tag) for tag in reference.tags],
        "lists": lists,
        "notices": [notice.kind for notice in reference.notices],
    }


def name_row(name: Name) -> Row:
    """A name with all its parts, the empty ones too."""
    return {part: getattr(name, part) for part in NAME_PARTS}


def label_row(label: Label) -> Row:
    """A name used for peers."""
    return {
        "id": label.id,
        "address": address(label),
        "name": in_all_languages(label.name),
        "also": list(label.also),
        "broader": list(label.broader),
        "same_role": list(label.same_role),
        "definition": definition_row(label.definition) if label.definition else None,
        "note": in_all_languages(label.note),
        "sources": [
            {"source": s.source, "where": s.where, "says": s.says, "quote": s.quote}
            for s in label.sources
        ],
    }


def silo_row(silo: Silo) -> Row:
    """A community or an issue."""
    return {
        "id": silo.id,
        "address": address(silo),
        "name": in_all_languages(silo.name),
        "definition": definition_row(Definition(silo.definition, silo.sources)),
        "broader": list(silo.broader),
    }
