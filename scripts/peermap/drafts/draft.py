"""A draft of a programme, and the text of its record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from peermap.load.characters import without_hidden
from peermap.load.ids import TAKEN, as_id

MOST_ID = 80


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as someone gave it."""

    source: str
    where: str
    says: str
    strength: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a programme so far. ``answers`` has *not stated* or the evidence by option;
    ``read`` has source, depth and day; ``comments`` are for whoever takes the record in.
    """

    name: str
    kind: str = "programme"
    trend: str = ""
    labels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: str = ""
    communities: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    summary: str = ""
    answers: Mapping[str, str | Mapping[str, tuple[Piece, ...]]] = field(default_factory=dict)
    read: tuple[tuple[str, str, str], ...] = ()
    notes: str = ""
    comments: tuple[str, ...] = ()


class OnOneLine(list[str]):
    """A list that YAML writes as ``[a, b]``."""


class Writer(yaml.SafeDumper):
    """YAML as the records of the project are written; every value is text."""

    def ignore_aliases(self, data: object) -> bool:
        return True


Writer.add_representer(
    OnOneLine,
    lambda writer, data: writer.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True),
)


def one_line(text: str) -> str:
    """Text with single spaces, without what nobody sees and what no file can hold."""
    return " ".join(without_hidden(text).split())


def record_text(draft: Draft) -> str:
    """The record as YAML, which reads back as the very same words."""
    facts = {
        "name": one_line(draft.name),
        "kind": draft.kind,
        "labels": OnOneLine(draft.labels),
        "trend": draft.trend,
        "places": OnOneLine(one_line(name) for name in draft.places),
        "years": one_line(draft.years),
        "communities": OnOneLine(draft.communities),
        "issues": OnOneLine(draft.issues),
        "summary": one_line(draft.summary),
        "placements": {question: answer_row(a) for question, a in draft.answers.items()},
        "read": [
            {"source": source, "what": what, "on": one_line(on)} for source, what, on in draft.read
        ],
        "notes": one_line(draft.notes),
    }
    given = {name: value for name, value in facts.items() if value or name in ("trend", "summary")}
    text = yaml.dump(given, Dumper=Writer, sort_keys=False, allow_unicode=True, width=98)
    return "".join(f"# {one_line(line)}\n" for line in draft.comments) + text


def answer_row(answer: str | Mapping[str, Iterable[Piece]]) -> object:
    """An answer as the record has it."""
    if isinstance(answer, str):
        return answer
    return [
        {"option": option, "evidence": [piece_row(piece) for piece in pieces]}
        for option, pieces in answer.items()
    ]


def piece_row(piece: Piece) -> dict[str, str]:
    """A piece of evidence as the record has it."""
    fields = ("source", "where", "says", "strength")
    return {name: one_line(getattr(piece, name)) for name in fields}


def free_id(name: str, taken: Collection[str]) -> str:
    """An id for a record of that name which no other record has."""
    id_ = id_of(name)
    numbered = (id_ if n == 1 else f"{id_}-{n}" for n in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def id_of(name: str) -> str:
    """The id for a record of that name, which another record may have."""
    id_ = as_id(one_line(name))[:MOST_ID].strip("-") or "programme"
    return f"the-{id_}" if TAKEN.fullmatch(id_) else id_
