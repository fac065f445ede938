"""Identifiers that stay when the site moves to another address."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from peermap.records.map import Map

NAMESPACE = uuid5(NAMESPACE_OID, "peermap")


def permanent_id(map_: Map, name: str) -> str:
    """A UUID (RFC 9562, version 5) of something on the site of a map: the same in every build."""
    return str(uuid5(NAMESPACE, f"{map_.source} {name}"))
