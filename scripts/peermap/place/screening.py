"""The log of screening with the works that tell of its rounds resolved, and its flow of works."""

from __future__ import annotations

from peermap.load.named import mark_of
from peermap.place.known import Known
from peermap.problems import Mark, Problem
from peermap.records.screening import Screening

FILE = Mark("synthesis/screening.yml")


def placed_screening(
    screening: Screening | None, known: Known
) -> tuple[Screening | None, list[Problem]]:
    """The log less the rounds of works that are not there; None when nothing is left."""
    if screening is None:
        return None, []
    named = [one for one in screening.log if one.by]
    found = [p for one in named for p in known.missing("reference", one.by, mark_of(one.by, FILE))]
    sound = tuple(one for one in screening.log if not one.by or one.by in known.references)
    return (Screening.model_construct(log=sound) if sound else None), found
