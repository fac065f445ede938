"""Labels, communities and issues with what they name resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from peermap.place.known import Known, kept
from peermap.place.map import placed_definition
from peermap.problems import Problem, shown
from peermap.records.silo import Label, Silo


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


def circles(terms: Mapping[str, Label] | Mapping[str, Silo]) -> Iterator[Problem]:
    """A problem for each term that stands above itself."""
    for id_, term in terms.items():
        above, waiting = set[str](), list(term.broader)
        while waiting and id_ not in above:
            wider = waiting.pop()
            if wider not in above:
                above.add(wider)
                waiting += terms[wider].broader
        if id_ in above:
            says = f"{shown(id_)} is broader than itself"
            way_out = "What is narrower is not 'broader' too: take one of the two out."
            yield Problem(term.mark, says, way_out)
