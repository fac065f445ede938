"""How surely something is among the first five of a ranking, when equals are drawn by lot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peermap.place.likeness import Profile, Scale, joined

FIRST = 5
NOTHING: frozenset[str] = frozenset()
Measure = Callable[[Profile, Profile], float]
"""How alike two profiles are; 0 is nothing in common, and never found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a ranking: what is asked with, and what ought to come first.

    ``pool`` are the profiles to rank, by id; ``wanted`` are the ids that count as found.
    """

    profile: Profile
    pool: Mapping[str, Profile]
    wanted: frozenset[str]


def chances(values: Mapping[str, float], first: int = FIRST) -> dict[str, float]:
    """For each id the probability of standing among the ``first``: 1 or 0, or between the two
    where equals share the last places. What has the value 0 is never there.
    """
    free, chance = float(first), {0.0: 0.0}
    for value, equals in sorted(Counter(values.values()).items(), reverse=True):
        chance[value] = min(free / equals, 1.0) if value > 0 else 0.0
        free = max(free - equals, 0.0)
    return {id_: chance[value] for id_, value in values.items()}


def is_found(asked: Asked, measure: Measure) -> float:
    """The probability that the one wanted is among the first five."""
    chance = chances(values_of(asked, measure))
    return sum(chance[id_] for id_ in asked.wanted)


def share_of_five(asked: Asked, measure: Measure) -> float:
    """The part of the first five that is wanted, as to be expected; 0 to 1."""
    return is_found(asked, measure) / min(FIRST, len(asked.pool))


def values_of(asked: Asked, measure: Measure) -> dict[str, float]:
    """How alike everything in the pool is to what is asked with."""
    return {id_: measure(asked.profile, profile) for id_, profile in asked.pool.items()}


def by_likeness(scale: Scale) -> Measure:
    """The likeness of this site, for profiles instead of programmes."""
    questions = len(scale.map.questions)

    @cache  # a map has few answers, and every pair of programmes asks
    def on(question: str, ours: frozenset[str], theirs: frozenset[str]) -> float:
        return scale.weight(question, ours & theirs) / scale.weight(question, ours | theirs)

    def measure(ours: Profile, theirs: Profile) -> float:
        likeness, shared = 0.0, 0
        for question, taken in ours.items():
            if taken and (others := theirs.get(question)):
                likeness += on(question, taken, others)
                shared += 1
        value = joined(likeness, shared, questions)
        return round(value, 9)  # equals are equal, however added

    return measure


def by_overlap(ours: Profile, theirs: Profile) -> float:
    """Jaccard's index of all options taken: shared ones divided by those of either."""
    shared = 0
    for question, taken in ours.items():
        if taken:
            shared += len(taken & theirs.get(question, NOTHING))
    return shared / (options_in(ours) + options_in(theirs) - shared or 1)


def by_lot(ours: Profile, theirs: Profile) -> float:
    """No order at all: everything equals everything."""
    return 1.0


def options_in(profile: Profile) -> int:
    """How many options a profile has on all its questions."""
    return sum(map(len, profile.values()))


def mean(numbers: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    values: Sequence[float] = list(numbers)
    return sum(values) / len(values) if values else 0.0
