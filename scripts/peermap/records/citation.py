"""A reference as citation styles write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference in one style as HTML: the ``entry`` of a list and the citation in a ``text``.

    Only ``i``, ``b``, ``sup``, ``sub`` and links to the web stand in it. A numbered style cites
    it as number 1, and its entry has no number.
    """

    entry: str
    text: str


Citations = Mapping[str, Mapping[str, Formatted]]  # style → key of a reference → as formatted
