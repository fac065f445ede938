"""The record of a programme as a file beside its page: what compare reads, and others may too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peermap.place.atlas import Atlas
from peermap.records.map import Question
from peermap.records.programme import Answer, Evidence, Placement, Programme
from peermap.render.addresses import address
from peermap.render.formats.rows import indented
from peermap.render.pages.facts import Fact

FILE = "record.json"


def record_json(atlas: Atlas, programme: Programme, facts: Iterable[Fact]) -> str:
    """JSON: name, summary, ``facts``, ``answers`` with their ``evidence``, and what was ``read``.

    Addresses are from the root of the site.
    """
    record = {
        "id": programme.id,
        "name": programme.name,
        "address": address(programme),
        "summary": programme.summary,
        "summary_language": programme.summary.language,
        "facts": [fact_row(fact) for fact in facts],
        "answers": [answer_row(atlas, q, programme.answers[q.id]) for q in atlas.map.questions],
        "read": [
            {"source": r.source, "author_year": author_year(atlas, r.source)}
            | {"what": r.what, "on": r.on}
            for r in programme.read
        ],
    }  # fmt: skip
    return indented(record) + "\n"


def fact_row(fact: Fact) -> dict[str, Any]:
    """A fact and its values; ``address`` where a value has a page or a list."""
    items = [
        {"words": item.words} | ({"address": address(item.thing)} if item.thing else {})
        for item in fact.items
    ]
    return {"name": fact.name, "kind": fact.kind, "items": items}


def answer_row(atlas: Atlas, question: Question, answer: Answer) -> dict[str, Any]:
    """Where the programme stands on one question."""
    return {
        "question": question.id,
        "state": answer.state,
        "placements": [placement_row(atlas, question, p) for p in answer.placements],
    }


def placement_row(atlas: Atlas, question: Question, placement: Placement) -> dict[str, Any]:
    """An option with its strongest evidence and all of it."""
    return {
        "option": placement.option,
        "name": question.option(placement.option).name,
        "strength": placement.strength,
        "evidence": [evidence_row(atlas, piece) for piece in placement.evidence],
    }


def evidence_row(atlas: Atlas, evidence: Evidence) -> dict[str, str]:
    """One piece of evidence and where it stands."""
    return {
        "source": evidence.source,
        "author_year": author_year(atlas, evidence.source),
        "where": evidence.where,
        "says": evidence.says,
        "quote": evidence.quote,
        "where_language": evidence.where.language,
        "says_language": evidence.says.language,
        "quote_language": atlas.references[evidence.source].language,
        "strength": evidence.strength,
    }


def author_year(atlas: Atlas, key: str) -> str:
    """How a reference is named in a line."""
    return atlas.references[key].cited_as
