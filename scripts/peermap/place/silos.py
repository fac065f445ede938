"""What keeps programmes apart: communities and issues, with the wider terms above them."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.place.vocabulary import with_wider


class Apart:
    """Which programmes stand across silos. What each belongs to is kept as a set of bits, with and
    without the wider terms, so that a pair costs two comparisons.
    """

    def __init__(self, atlas: Atlas) -> None:
        bits: dict[tuple[str, str], int] = {}
        self.own: dict[str, int] = {}
        self.wide: dict[str, int] = {}
        for programme in atlas.programmes.values():
            own, wide = set(), set()
            for kind, ids, shelf in (
                ("community", programme.communities, atlas.communities),
                ("issue", programme.issues, atlas.issues),
            ):
                own |= {(kind, id_) for id_ in ids}
                wide |= {(kind, id_) for id_ in with_wider(ids, shelf)}
            self.own[programme.id] = as_bits(own, bits)
            self.wide[programme.id] = as_bits(wide, bits)

    def is_across(self, first: str, second: str) -> bool:
        """No community and no issue in common, and of each at least one is known (DESIGN §5)."""
        ours, theirs = self.own[first], self.own[second]
        if not ours or not theirs:
            return False
        return not (ours & self.wide[second] or theirs & self.wide[first])


def as_bits(terms: set[tuple[str, str]], bits: dict[tuple[str, str], int]) -> int:
    """A set of terms as a number; a term met for the first time gets the next bit."""
    return sum(1 << bits.setdefault(term, len(bits)) for term in sorted(terms))
