"""The account of the method with the references it names resolved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from peermap.load.named import Named
from peermap.place.known import Known
from peermap.problems import Problem
from peermap.records.method import Method


def placed_method(
    method: Method | None, names: Iterable[Named], known: Known
) -> tuple[Method | None, list[Problem]]:
    """The account less what rests on a reference that is not there; None when that is the whole."""
    found = [p for name in names for p in known.missing("reference", name, name.mark)]
    if method is None or set(method.sources) <= set(known.references):
        return method, found
    if method.source not in known.references:
        return None, found
    told = resolved(method.model_dump(), known.references)
    told["disagreements"] = [one for one in told["disagreements"] if one["readings"]]
    return Method.model_validate(told), found


def resolved(value: Any, keys: Collection[str]) -> Any:
    """A part of the account without items whose source is not among the keys."""
    if isinstance(value, dict):
        kept = {name: resolved(inner, keys) for name, inner in value.items()}
        return kept | ({"refs": [k for k in value["refs"] if k in keys]} if "refs" in value else {})
    if isinstance(value, list | tuple):
        return [resolved(item, keys) for item in value if is_sound(item, keys)]
    return value


def is_sound(item: Any, keys: Collection[str]) -> bool:
    """Whether an item names no source, or one that is there."""
    return not isinstance(item, dict) or not item.get("source") or item["source"] in keys
