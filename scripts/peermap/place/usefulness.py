"""Does likeness find what ought to be found? Three checks with what the records give anyway.

* **Two coders.** The programmes of the double coding: the second coder's record asks, and the
  first coder's record of the same programme, as it was before anything was resolved, ought to be
  among the first five of all programmes.
* **Two sources.** What one source says of a programme asks, and what its other sources say ought
  to be found. The two records have no piece of evidence in common.
* **The same name.** Of the first five, how many use a label in common with the one that asks?
  Labels play no part in likeness.

Each is held against Jaccard's index of all options, and against an order by lot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import eq, ne

from peermap.place.atlas import Atlas
from peermap.place.first_five import (
    Asked,
    Measure,
    by_likeness,
    by_lot,
    by_overlap,
    is_found,
    mean,
    share_of_five,
)
from peermap.place.likeness import Profile, profile, scale_of
from peermap.records.programme import Programme

ENOUGH = 2  # questions on which a source has to place a programme, to ask or to be found
COMPARISONS = 50_000  # for each check at most, so that a large map builds as fast
Score = Callable[[Asked, Measure], float]
Ask = tuple[str, Callable[[], Asked]]
"""The id of a programme, and what makes the question: it holds all programmes, and few are asked.
"""


@dataclass(frozen=True, slots=True)
class Usefulness:
    """One check: how often it was asked, of how many programmes, and the mean score (0 to 1) of
    likeness, of plain overlap and of an order by lot.
    """

    check: str  # "coders", "sources" or "names"
    asked: int
    programmes: int
    likeness: float
    overlap: float
    lot: float


def usefulness(atlas: Atlas) -> list[Usefulness]:
    """Every check for which the records give something to ask."""
    checks: tuple[tuple[str, Sequence[Ask], Score], ...] = (
        ("coders", asked_by_coders(atlas), is_found),
        ("sources", asked_by_sources(atlas), is_found),
        ("names", asked_by_names(atlas), share_of_five),
    )
    return [checked(atlas, name, asked, score) for name, asked, score in checks if asked]


def checked(atlas: Atlas, name: str, asked: Sequence[Ask], score: Score) -> Usefulness:
    """One check, with an even selection of what could be asked where that is too much."""
    kept = asked[:: -(-len(asked) * len(atlas.programmes) // COMPARISONS)]
    likeness = by_likeness(scale_of(atlas.map, atlas.programmes.values()))
    measures = (likeness, by_overlap, by_lot)
    scores = [[score(one, measure) for measure in measures] for one in (make() for _, make in kept)]
    programmes = len({id_ for id_, _ in kept})
    return Usefulness(name, len(kept), programmes, *map(mean, zip(*scores, strict=True)))


def profiles_of(atlas: Atlas) -> dict[str, Profile]:
    """What every programme takes, by id; one that takes nothing is left out."""
    known = {id_: profile(programme) for id_, programme in atlas.programmes.items()}
    return {id_: taken for id_, taken in known.items() if placed_on(taken)}


def placed_on(taken: Profile) -> int:
    """On how many questions a profile is placed."""
    return sum(bool(options) for options in taken.values())


def asked_by_coders(atlas: Atlas) -> list[Ask]:
    """The second coding asks for the first, among all programmes."""
    coding = atlas.double_coding
    if coding is None:
        return []
    both = [id_ for id_ in coding.programmes if id_ in atlas.programmes]
    questions = [question.id for question in atlas.map.questions]
    first, second = (
        {id_: {q: of.get((id_, q), frozenset()) for q in questions} for id_ in both}
        for of in (coding.first, coding.second)
    )
    pool = profiles_of(atlas) | first
    return [
        (i, partial(Asked, second[i], pool, frozenset({i}))) for i in both if placed_on(second[i])
    ]


def asked_by_sources(atlas: Atlas) -> list[Ask]:
    """What one source says of a programme asks for what its other sources say."""
    known = profiles_of(atlas)
    found: list[Ask] = []
    for id_ in known:
        programme = atlas.programmes[id_]
        for source in sources_of(programme):
            alone = profile_from(programme, partial(eq, source))
            rest = profile_from(programme, partial(ne, source))
            if min(placed_on(alone), placed_on(rest)) >= ENOUGH:
                found.append((id_, partial(asked_by_source, id_, alone, rest, known)))
    return found


def asked_by_source(id_: str, alone: Profile, rest: Profile, known: Mapping[str, Profile]) -> Asked:
    """What one source says of a programme, and what the rest says in its place among all."""
    return Asked(alone, {**known, id_: rest}, frozenset({id_}))


def sources_of(programme: Programme) -> list[str]:
    """Keys of the sources of all its evidence, sorted."""
    return sorted(
        {e.source for a in programme.answers.values() for p in a.placements for e in p.evidence}
    )


def profile_from(programme: Programme, counts: Callable[[str], bool]) -> Profile:
    """The options a programme takes by what some of its sources state, alone or of its kind."""
    return {
        question: frozenset(
            placement.option
            for placement in answer.placements
            if any(e.strength != "inferred" and counts(e.source) for e in placement.evidence)
        )
        for question, answer in programme.answers.items()
    }


def asked_by_names(atlas: Atlas) -> list[Ask]:
    """Each programme asks for those that use a label in common with it."""
    known = profiles_of(atlas)
    users = users_of_labels(atlas, known)
    alike = {
        id_: [users[label] for label in atlas.programmes[id_].labels if len(users[label]) > 1]
        for id_ in known
    }
    return [(id_, partial(asked_by_name, id_, known, of)) for id_, of in alike.items() if of]


def asked_by_name(id_: str, known: Mapping[str, Profile], users: Iterable[set[str]]) -> Asked:
    """A programme, all others, and the ``users`` of its labels among them."""
    others = {other: taken for other, taken in known.items() if other != id_}
    return Asked(known[id_], others, frozenset().union(*users) - {id_})


def users_of_labels(atlas: Atlas, ids: Iterable[str]) -> dict[str, set[str]]:
    """Which of some programmes use each label."""
    users: dict[str, set[str]] = {}
    for id_ in ids:
        for label in atlas.programmes[id_].labels:
            users.setdefault(label, set()).add(id_)
    return users
