"""How to read the small rose of a programme: one whole rose for each way a question can stand."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.problems import Mark
from peermap.records.map import Map
from peermap.records.programme import Answer, Evidence, Placement, State, Strength
from peermap.records.text import Text
from peermap.render.pictures.glyph import programme_glyph
from peermap.words import N_, say

NOWHERE = Mark("")
SAMPLES: tuple[tuple[State, Strength, str], ...] = (
    ("placed", "stated", N_("takes the option, on what a source says")),
    ("placed", "inferred", N_("takes it in our reading only")),
    ("not stated", "stated", N_("not stated by the sources read")),
    ("not coded", "stated", N_("not coded yet")),
)


def rose_key(map_: Map) -> Iterator[tuple[str, str]]:
    """Pairs of a sample rose (SVG) and what it means."""
    for state, strength, meaning in SAMPLES:
        answers = {
            q.id: sample(q.id, [o.id for o in q.options], state, strength) for q in map_.questions
        }
        yield programme_glyph(map_, answers, size=36, title=""), say(meaning)


def sample(question: str, options: list[str], state: State, strength: Strength) -> Answer:
    """An answer that takes every option with that strength, or that state."""
    evidence = (Evidence("", Text(""), Text(""), "", strength, NOWHERE),)
    placements = tuple(Placement(option, evidence, NOWHERE) for option in options)
    return Answer(question, state, placements if state == "placed" else (), NOWHERE)
