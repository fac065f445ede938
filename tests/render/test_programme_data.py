"""The record beside the page of each programme."""

from __future__ import annotations

import json

from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.render.pages.programme import facts_of
from peermap.render.pages.programme_data import record_json


def evidence_of(programme: Programme) -> list[tuple[str, ...]]:
    """Every piece of evidence of a programme, with what it stands for."""
    return [
        (question, placement.option, e.source, e.where, str(e.says), e.quote, e.strength)
        for question, answer in programme.answers.items()
        for placement in answer.placements
        for e in placement.evidence
    ]


def test_the_record_has_every_piece_of_evidence(atlas: Atlas) -> None:
    """Whoever reads the file has the state of every question, every option, and all its evidence
    with source, place and strength.
    """
    for programme in atlas.programmes.values():
        record = json.loads(record_json(atlas, programme, facts_of(atlas, programme)))
        states = {answer["question"]: answer["state"] for answer in record["answers"]}
        assert states == {q: answer.state for q, answer in programme.answers.items()}
        found = [
            (answer["question"], placement["option"],
             *(e[name] for name in ("source", "where", "says", "quote", "strength")))
            for answer in record["answers"]
            for placement in answer["placements"]
            for e in placement["evidence"]
        ]  # fmt: skip
        assert found == evidence_of(programme)
        assert [r["source"] for r in record["read"]] == [r.source for r in programme.read]
