"""Random small atlases for properties: few programmes on a map of six questions, with silos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from hypothesis import strategies as st

from peermap.place.atlas import Atlas
from peermap.problems import Mark
from peermap.records.date import Period
from peermap.records.map import Definition, Facet, Map, Option, Question, TrendKind
from peermap.records.programme import (
    Answer,
    Evidence,
    Place,
    Placement,
    Programme,
    Strength,
)
from peermap.records.silo import Silo
from peermap.records.text import Text

NOWHERE = Mark("")
MEANT = Definition(Text(""), ())
SHAPE = {"roles": (("q1", 5), ("q2", 2)), "pathways": (("q3", 3), ("q4", 3)),
         "settings": (("q5", 3), ("q6", 2))}  # fmt: skip
COMMUNITIES = {"c1": (), "c2": ("c1",), "c3": ("c1",), "c4": (), "c5": ("c2",)}  # with wider terms
ISSUES = {"i1": (), "i2": ("i1",), "i3": ("i2",), "i4": ()}


def question(facet: str, id_: str, size: int) -> Question:
    """A question with options ``o1``, ``o2``, …"""
    options = tuple(
        Option(f"o{n}", id_, Text(f"Option {n}"), MEANT, NOWHERE) for n in range(1, size + 1)
    )
    return Question(id_, facet, Text(id_), Text(f"What of {id_}?"), MEANT, options, NOWHERE)


MAP = Map(
    title=Text("A map"),
    source="",
    facets=tuple(
        Facet(id_, Text(id_), MEANT, tuple(question(id_, q, n) for q, n in questions), NOWHERE)
        for id_, questions in SHAPE.items()
    ),
    trends=tuple(TrendKind(id_, Text(id_), MEANT, NOWHERE) for id_ in ("t1", "t2")),
)


def silos(kind: str, terms: Mapping[str, tuple[str, ...]]) -> dict[str, Silo]:
    """Communities or issues with their wider terms."""
    known = "community" if kind == "community" else "issue"
    return {
        id_: Silo(id_, known, Text(id_), Text(""), broader, NOWHERE)  # type: ignore[arg-type]
        for id_, broader in terms.items()
    }


def placement(option: str, strength: Strength) -> Placement:
    """A placement on one piece of evidence."""
    return Placement(
        option, (Evidence("s", Text("p. 1"), Text("It says so."), "", strength, NOWHERE),), NOWHERE
    )


def every_answer(question: Question) -> list[Answer]:
    """All ways to answer a question: the two states, and each option taken on a source, in our
    own reading, or not at all.
    """
    found: list[Answer] = [
        Answer(question.id, "not stated", (), NOWHERE),
        Answer(question.id, "not coded", (), NOWHERE),
    ]
    for strengths in product((None, "general", "stated", "inferred"), repeat=len(question.options)):
        placements = tuple(
            placement(option.id, strength)
            for option, strength in zip(question.options, strengths, strict=True)
            if strength
        )
        if placements:
            found.append(Answer(question.id, "placed", placements, NOWHERE))
    return found


def some(ids: Mapping[str, object]) -> st.SearchStrategy[tuple[str, ...]]:
    """None, one or two of some ids."""
    return st.sampled_from([few for n in range(3) for few in combinations(sorted(ids), n)])


def some_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer, and often the same one, so that programmes are alike now and then."""
    common = Answer(question.id, "placed", (placement("o1", "stated"),), NOWHERE)
    rest = every_answer(question)
    return st.sampled_from([*[common] * 2 * len(rest), *rest])


ANSWERS = [some_answer(question) for question in MAP.questions]
PLACES = {(): (), ("Canada",): (Place(("Canada",)),), ("India",): (Place(("India",)),)}


def programme(
    id_: str,
    answers: Sequence[Answer],
    communities: tuple[str, ...] = (),
    issues: tuple[str, ...] = (),
    trend: str = "t1",
    place: tuple[str, ...] = (),
    year: int | None = None,
) -> Programme:
    """A programme of those answers and silos."""
    return Programme(
        id=id_,
        name=Text(f"Programme {id_}"),
        kind="programme",
        summary=Text("Peers help."),
        trend=trend,
        labels=(),
        places=PLACES[place],
        years=Period(f"{year}/..", year, None) if year else None,
        communities=communities,
        issues=issues,
        answers={answer.question: answer for answer in answers},
        read=(),
        notes=Text(""),
        mark=NOWHERE,
    )


def programmes(id_: str = "p") -> st.SearchStrategy[Programme]:
    """A programme anywhere on the map."""
    return st.builds(
        programme,
        st.just(id_),
        st.tuples(*ANSWERS),
        some(COMMUNITIES),
        some(ISSUES),
        st.sampled_from(["t1", "t2"]),
        st.sampled_from(sorted(PLACES)),
        st.sampled_from([None, 1890, 1975, 2015]),
    )


def atlas_of(found: list[Programme]) -> Atlas:
    """An atlas of some programmes and nothing else."""
    return Atlas(
        map=MAP,
        references={},
        programmes={p.id: p for p in sorted(found, key=lambda p: p.id)},
        questions={},
        trends={},
        labels={},
        communities=silos("community", COMMUNITIES),
        issues=silos("issue", ISSUES),
        method=None,
        guide=None,
        double_coding=None,
        uses={},
    )


def atlases(least: int = 2, most: int = 6) -> st.SearchStrategy[Atlas]:
    """An atlas of a few programmes ``p1``, ``p2``, …"""
    whole = st.tuples(*(programmes(f"p{n}") for n in range(1, most + 1)))
    return st.builds(lambda found, n: atlas_of(list(found[:n])), whole, st.integers(least, most))


def taking(programme: Programme, options: Mapping[str, set[str]]) -> Programme:
    """The programme with these options on a source, by question; the others not stated."""
    given = {
        q.id: Answer(
            q.id,
            "placed" if options.get(q.id) else "not stated",
            tuple(placement(id_, "stated") for id_ in sorted(options.get(q.id, ()))),
            NOWHERE,
        )
        for q in MAP.questions
    }
    return replace(programme, answers=given)
