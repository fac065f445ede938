"""The programmes most like one, for a terminal and for a machine; the same as on its page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peermap.place.atlas import Atlas
from peermap.place.likeness import Shared
from peermap.place.neighbours import Neighbour, Neighbours
from peermap.problems import did_you_mean, shown
from peermap.records.map import Map
from peermap.records.programme import Programme
from peermap.render.addresses import address
from peermap.render.pages.alike import Reason, basis, percent, reasons

KINDS = {"same": "Same", "differs": "Differs", "not known": "Not known of both"}
NOBODY = "  none"


def unknown_programme(atlas: Atlas, id_: str) -> str:
    """What to say of an id that no programme has, with a guess at the one that was meant."""
    guess = did_you_mean(id_, atlas.programmes, kind="programmes")
    way_out = guess or "Each file below synthesis/programmes/ has the id of its programme as name."
    return f"{shown(id_)} is no programme of this project\n  {way_out}"


def similar_text(atlas: Atlas, programme: Programme, most: int) -> str:
    """Both lists, explained, in lines to read."""
    near, elsewhere = Neighbours(atlas).nearest(programme, most)
    lines = [
        f"{programme.name} ({programme.id})",
        "",
        "Most alike, on the questions of the map alone:",
        *neighbour_lines(atlas.map, near),
        "",
        "Alike, but elsewhere (further ones, with no community and no issue in common):",
        *neighbour_lines(atlas.map, elsewhere),
    ]
    return "\n".join(lines)


def neighbour_lines(map_: Map, neighbours: Iterable[Neighbour]) -> list[str]:
    """The neighbours one after the other, or a word where there is none."""
    return [line for n in neighbours for line in lines_of(map_, n)] or [NOBODY]


def lines_of(map_: Map, neighbour: Neighbour) -> Iterator[str]:
    """One neighbour: how alike of hundred, its name, on how many questions, and why."""
    programme, likeness = neighbour.programme, neighbour.likeness
    across = "; other community, other issue" if neighbour.is_across else ""
    yield f"{percent(likeness):>5}  {programme.name} ({programme.id})"
    yield f"       on {basis(likeness, map_)} questions{across}"
    yield from (f"       {reason_words(reason)}" for reason in reasons(map_, likeness))


def reason_words(reason: Reason) -> str:
    """*Same · Functions: navigation*."""
    name = f" · {reason.name}" if reason.name else ""
    return f"{KINDS[reason.kind]}{name}: {reason.words}"


def similar_json(atlas: Atlas, programme: Programme, most: int) -> str:
    """Both lists as JSON: ``likeness`` between 0 and 1, and the computation by question."""
    near, elsewhere = Neighbours(atlas).nearest(programme, most)
    found = {
        "programme": programme.id,
        "most_alike": [neighbour_row(n) for n in near],
        "elsewhere": [neighbour_row(n) for n in elsewhere],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def neighbour_row(neighbour: Neighbour) -> dict[str, Any]:
    """A neighbour as plain values."""
    programme, likeness = neighbour.programme, neighbour.likeness
    return {
        "id": programme.id,
        "name": programme.name,
        "address": address(programme),
        "likeness": likeness.value,
        "percent": percent(likeness),
        "questions": likeness.rests_on,
        "across_silos": neighbour.is_across,
        "shared": [shared_row(shared) for shared in likeness.shared],
        "not_known": list(likeness.not_known),
    }


def shared_row(shared: Shared) -> dict[str, Any]:
    """One question on which both are placed."""
    return {
        "question": shared.question,
        "likeness": shared.likeness,
        "same": list(shared.same),
        "only_here": list(shared.only_first),
        "only_there": list(shared.only_second),
    }
