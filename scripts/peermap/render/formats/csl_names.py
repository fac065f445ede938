"""Names as CSL-JSON has them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from peermap.records.reference import Name

ELIDED = re.compile(r"((?:d|l|dell|dall|all|nell|sull)['’])(?=[A-ZÀ-Þ])")
TRAILING = re.compile(
    r"(.+?)((?:\s+(?:af|av|d['’]|da|das|de|del|della|den|der|des|di|do|dos|du|el|la|las|le|los|ten"
    r"|ter|van|von|vom|y|zu|zum|zur))+)"
)


def csl_names(names: Iterable[Name]) -> list[dict[str, str]]:
    """The names in order, and nobody else: that a list is cut is said apart from it."""
    return [csl_name(name) for name in names]


def csl_name(name: Name) -> dict[str, str]:
    """One name, without empty parts.

    A particle before the family name (*van den Berg*, *d'Alembert*, *de La Fontaine*) belongs to
    it when the name is cited, and is non-dropping; one that the source puts behind the given name
    (*Humboldt, Alexander von*) drops.
    """
    if name.literal:
        return {"literal": name.literal}
    given, dropping = without_trailing_particle(name.given)
    particle, family = with_elided_particle(name.particle, name.family)
    parts = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "dropping-particle": dropping,
        "suffix": name.suffix,
    }
    return {part: words for part, words in parts.items() if words}


def with_elided_particle(particle: str, family: str) -> tuple[str, str]:
    """*d'* as a particle, which BibTeX takes for the start of the family name."""
    match = ELIDED.match(family)
    if not match:
        return particle, family
    return f"{particle} {match[1]}".strip(), family[match.end() :]


def without_trailing_particle(given: str) -> tuple[str, str]:
    """Given names, and the particle in small letters that stands behind them."""
    match = TRAILING.fullmatch(given)
    return (match[1], match[2].strip()) if match else (given, "")
