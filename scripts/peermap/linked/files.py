"""The files of linked data below ``data/``: the same graphs in two syntaxes."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.linked.graph import Node
from peermap.linked.records import record_nodes, source_nodes
from peermap.linked.scheme import map_nodes
from peermap.linked.syntaxes import ROOT_FROM_DATA, jsonld, turtle
from peermap.linked.vocabularies import label_nodes, silo_nodes
from peermap.place.atlas import Atlas
from peermap.render.addresses import rooted


def concept_nodes(atlas: Atlas) -> list[Node]:
    """The three schemes with their concepts, and the references these rest on."""
    concepts = [*map_nodes(atlas), *label_nodes(atlas), *silo_nodes(atlas)]
    return [*concepts, *source_nodes(atlas, concepts)]


def linked_files(atlas: Atlas, site_url: str) -> Mapping[str, str]:
    """File name → text; addresses are whole where the site has an address, else relative."""
    base = rooted(site_url) or ROOT_FROM_DATA
    map_, records = concept_nodes(atlas), list(record_nodes(atlas))
    return {
        "map.jsonld": jsonld(map_, base),
        "map.ttl": turtle(map_, base),
        "records.jsonld": jsonld(records, base),
        "records.ttl": turtle(records, base),
    }
