"""What the printable edition says, as plain values for the typesetter. Every string is text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peermap import __version__
from peermap.alphabet import alphabetical
from peermap.place.atlas import Atlas
from peermap.records.map import Definition, Facet, Option, Question
from peermap.records.programme import Answer, Programme
from peermap.records.prose import Block, Passage, Prose, Sentence
from peermap.records.reference import Reference
from peermap.records.trend import Event, Trend
from peermap.render.links import record
from peermap.render.pages.facts import card
from peermap.render.pages.map import option_counts
from peermap.render.periods import readable_period
from peermap.render.words import STATE_WORDS

Plain = dict[str, Any]


def contents(atlas: Atlas) -> Plain:
    """The whole edition: the map, the questions, the trends, the bibliography, the programmes."""
    return {
        "title": atlas.map.title,
        "version": __version__,
        "source": atlas.map.source,
        "cite": {key: reference.cited_as for key, reference in atlas.references.items()},
        "facets": [facet_part(atlas, facet) for facet in atlas.map.facets],
        "trends": [
            trend_part(atlas, t.name, atlas.trends[t.id])
            for t in atlas.map.trends
            if t.id in atlas.trends
        ],
        "references": [reference_part(r) for r in in_print_order(atlas)],
        "programmes": [programme_part(atlas, p) for p in by_name(atlas)],
    }


def facet_part(atlas: Atlas, facet: Facet) -> Plain:
    """A facet with its questions."""
    return {
        "id": facet.id,
        "name": facet.name,
        "definition": definition(facet.definition),
        "questions": [question_part(atlas, question) for question in facet.questions],
    }


def question_part(atlas: Atlas, question: Question) -> Plain:
    """A question in its exact wording, its options, and its prose where there is some."""
    counts, prose = option_counts(atlas), atlas.questions.get(question.id)
    return {
        "id": question.id,
        "name": question.name,
        "wording": question.wording,
        "definition": definition(question.definition),
        "options": [option_part(o, counts[question.id, o.id]) for o in question.options],
        "sections": sections(atlas, prose) if prose else [],
    }


def option_part(option: Option, count: int) -> Plain:
    """An option and how many programmes take it."""
    return {"name": option.name, "definition": definition(option.definition), "count": count}


def definition(of: Definition) -> Plain:
    """A definition and the works that say so."""
    return {"text": of.text, "keys": of.sources}


def trend_part(atlas: Atlas, name: str, trend: Trend) -> Plain:
    """A trend with its events and prose."""
    return {
        "id": trend.id,
        "name": name,
        "summary": trend.prose.summary,
        "events": [event_part(event) for event in trend.events],
        "sections": sections(atlas, trend.prose),
    }


def event_part(event: Event) -> Plain:
    """An event with its sources."""
    return {
        "when": readable_period(event.when),
        "what": event.what,
        "where": event.where,
        "keys": event.references,
    }


def sections(atlas: Atlas, prose: Prose) -> list[Plain]:
    """The sections of a page of prose."""
    return [
        {
            "heading": section.heading,
            "level": section.level,
            "blocks": [block_part(atlas, block) for block in section.blocks],
        }
        for section in prose.sections
    ]


def block_part(atlas: Atlas, block: Block) -> Plain:
    """A paragraph or a list; each item is a run of passages."""
    items = [[part for s in item for part in sentence_parts(atlas, s)] for item in block.items]
    return {"kind": block.kind, "items": items}


def sentence_parts(atlas: Atlas, sentence: Sentence) -> Iterator[Plain]:
    """The passages of a sentence, with a space behind it."""
    yield from (passage_part(atlas, passage) for passage in sentence.passages)
    yield {"kind": "text", "text": " ", "keys": [], "target": ""}


def passage_part(atlas: Atlas, passage: Passage) -> Plain:
    """A passage; its link leads to a place in the edition, to the web, or nowhere."""
    return {
        "kind": passage.kind,
        "text": passage.text,
        "keys": passage.keys,
        "target": target(atlas, passage.target),
    }


def target(atlas: Atlas, written: str) -> str:
    """Where a link of the sources leads: an address of the web, or the name of a place in the
    edition after ``#``. Other pages of the site are not in it.
    """
    kind, _, name = written.partition(":")
    if kind in {"programme", "trend", "question"} and record(atlas, kind, name) is not None:
        return f"#{kind}-{name}"
    return written if kind in {"http", "https", "mailto"} else ""


def in_print_order(atlas: Atlas) -> list[Reference]:
    """The references as a bibliography sorts them: by names, year and title."""

    def order(reference: Reference) -> tuple[tuple[str, ...], str, str]:
        names = " ".join(name.inverted for name in reference.makers) or reference.title
        return alphabetical(names), reference.year, reference.key

    return sorted(atlas.references.values(), key=order)


def reference_part(reference: Reference) -> Plain:
    """A reference as the parts of one line."""
    cut = reference.authors_cut if reference.authors else reference.editors_cut
    names = [name.inverted for name in reference.makers] + (["and others"] if cut else [])
    return {
        "key": reference.key,
        "language": reference.language,
        "names": "; ".join(names),
        "year": reference.year,
        "title": reference.title.rstrip("."),
        "container": reference.container,
        "place": volume_and_pages(reference),
        "address": reference.address,
    }


def volume_and_pages(reference: Reference) -> str:
    """*27(4), e14034*, as far as it is known."""
    given = reference.fields.get
    number = f"({given('number')})" if given("number") else ""
    volume = f"{given('volume', '')}{number}"
    return ", ".join(part for part in (volume, given("pages", "")) if part)


def by_name(atlas: Atlas) -> list[Programme]:
    """The programmes by name."""
    return sorted(atlas.programmes.values(), key=lambda p: (alphabetical(p.name), p.id))


def programme_part(atlas: Atlas, programme: Programme) -> Plain:
    """A programme: its facts in a line, its summary, and what it answers to each question."""
    return {
        "id": programme.id,
        "name": programme.name,
        "meta": card(atlas, programme).meta,
        "summary": programme.summary,
        "answers": [answer_part(atlas, answer) for answer in programme.answers.values()],
    }


def answer_part(atlas: Atlas, answer: Answer) -> Plain:
    """A question and the options taken, each with its strength and its sources."""
    question = next(q for q in atlas.map.questions if q.id == answer.question)
    return {
        "question": question.name,
        "state": STATE_WORDS[answer.state],
        "options": [
            {
                "name": question.option(placement.option).name,
                "inferred": placement.strength == "inferred",
                "keys": list(dict.fromkeys(e.source for e in placement.evidence)),
            }
            for placement in answer.placements
        ],
    }
