"""Labels, communities and issues with what they name resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from peermap.place.known import Known, kept
from peermap.place.map import placed_definition
from peermap.problems import Problem, shown
from peermap.records.silo import Label, Silo

Terms = Mapping[str, Label] | Mapping[str, Silo]


def placed_label(label: Label, known: Known) -> tuple[Label, list[Problem]]:
    """The label with the relatives and sources that exist."""
    broader, found = kept("label", label.broader, known, label.mark)
    same_role, more = kept("label", label.same_role, known, label.mark)
    found += more
    if label.id in same_role:
        says = f"{shown(label.id)} has the same role as itself"
        found.append(Problem(label.mark, says, "Take it out of 'same_role'."))
        same_role = tuple(id_ for id_ in same_role if id_ != label.id)
    for source in label.sources:
        found += known.missing("reference", source.source, source.mark)
    definition = label.definition
    if definition:
        definition, missing = placed_definition(definition, known, label.mark)
        found += missing
    sound = replace(
        label,
        broader=broader,
        same_role=same_role,
        sources=tuple(s for s in label.sources if s.source in known.references),
        definition=definition,
    )
    return sound, found


def placed_silo(silo: Silo, known: Known) -> tuple[Silo, list[Problem]]:
    """The community or issue with the wider ones and the sources that exist."""
    broader, found = kept(silo.kind, silo.broader, known, silo.mark)
    sources, more = kept("reference", silo.sources, known, silo.mark)
    return replace(silo, broader=broader, sources=sources), [*found, *more]


def with_wider(ids: Iterable[str], shelf: Terms) -> frozenset[str]:
    """The ids and every wider term above them; a circle of terms does no harm."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += shelf[id_].broader
    return frozenset(found)


def circles(terms: Terms) -> Iterator[Problem]:
    """A problem for each term that stands above itself."""
    for id_, term in terms.items():
        if id_ in with_wider(term.broader, terms):
            says = f"{shown(id_)} is broader than itself"
            way_out = "What is narrower is not 'broader' too: take one of the two out."
            yield Problem(term.mark, says, way_out)
