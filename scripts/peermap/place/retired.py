"""What is retired: gone from the map, and replaced by what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from peermap.load.named import mark_of
from peermap.problems import Problem, did_you_mean, shown
from peermap.records.map import Map, Option, Question, Retired, TrendKind
from peermap.records.silo import Label

Heir = Question | Option | TrendKind | Label
NOTATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?")


def heirs(map_: Map, labels: Mapping[str, Label]) -> dict[str, Heir]:
    """By notation everything that has a page and can take the place of something."""
    things: dict[str, Heir] = {q.notation: q for q in map_.questions}
    things |= {o.notation: o for o in map_.options} | {t.notation: t for t in map_.trends}
    return things | {f"label:{label.id}": label for label in labels.values()}


def placed_retired(
    map_: Map, labels: Mapping[str, Label], found: list[Problem]
) -> tuple[Retired, ...]:
    """The retired less what is still there, stands twice or has a notation of nothing."""
    known, sound = heirs(map_, labels), dict[str, Retired]()
    for one in map_.retired:
        fault = fault_of(one, known, sound)
        if fault:
            found.append(Problem(one.mark, *fault))
        else:
            sound[one.was] = one
            found += unknown_heirs(one, known)
    return tuple(sound.values())


def fault_of(
    one: Retired, known: Iterable[str], sound: Mapping[str, Retired]
) -> tuple[str, str] | None:
    """Why something cannot be retired so."""
    if not NOTATION.fullmatch(one.was):
        return f"'was' is {shown(one.was)}", "Write functions, functions:navigation or label:peer."
    if one.was in known:
        return f"{shown(one.was)} is retired and still there", "Take one of the two out."
    if one.was in sound:
        return f"{shown(one.was)} is retired twice", "Take one of the two out."
    return None


def unknown_heirs(one: Retired, known: Iterable[str]) -> Iterable[Problem]:
    """What is to take the place and is not there; the page leads only to what is."""
    for name in one.replaced_by:
        if name not in known:
            way_out = did_you_mean(name, list(known), kind="names")
            says = f"{shown(name)} is nothing of map.yml or labels.yml"
            yield Problem(mark_of(name, one.mark), says, way_out)
