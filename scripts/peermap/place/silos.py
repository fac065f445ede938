"""What keeps programmes apart: communities and issues, with the wider terms above them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.records.silo import Silo


def with_wider(ids: Iterable[str], shelf: Mapping[str, Silo]) -> frozenset[str]:
    """The ids and every wider term above them; a circle of terms does no harm."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += shelf[id_].broader
    return frozenset(found)


def in_common(first: Iterable[str], second: Iterable[str], shelf: Mapping[str, Silo]) -> bool:
    """Whether two lists share a term, or one has a term that is wider than one of the other."""
    ours, theirs = frozenset(first), frozenset(second)
    return bool(ours & with_wider(theirs, shelf) or theirs & with_wider(ours, shelf))


def is_across_silos(atlas: Atlas, first: Programme, second: Programme) -> bool:
    """No community and no issue in common, and of each at least one is known (DESIGN §5)."""
    if not all(p.communities or p.issues for p in (first, second)):
        return False
    return not (
        in_common(first.communities, second.communities, atlas.communities)
        or in_common(first.issues, second.issues, atlas.issues)
    )
