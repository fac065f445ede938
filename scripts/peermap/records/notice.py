"""A notice about a work after it appeared: that it was retracted, or corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["retracted", "corrected"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What was done to a work; ``on`` is the day as far as known, ``address`` that of the notice,
    ``words`` what the source says beside them. Any of the three may be empty.
    """

    kind: Kind
    on: str = ""
    address: str = ""
    words: str = ""
