"""The schema of a file with the words of another language, made from that of the English file: the
same shape with only the fields that hold words, none of them required, and ``id`` to join by.
"""

from __future__ import annotations

from typing import Any

from peermap.records.worded import IN_LANGUAGES

WORDS = {"type": "string"}


def translated(english: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema under its own name."""
    narrowed = Narrowing(english.get("$defs", {}))
    found = narrowed.part({k: v for k, v in english.items() if k not in ("$defs", "$id")}) or {}
    head = {"$schema": english["$schema"], "$id": f"{name}.schema.json"}
    return head | found | ({"$defs": narrowed.kept} if narrowed.kept else {})


class Narrowing:
    """Cuts a schema down to its words; ``kept`` are the definitions that hold some."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self.definitions = definitions
        self.kept: dict[str, Any] = {}

    def part(self, part: Any) -> dict[str, Any] | None:
        """What is left of a part; nothing where no words are in it."""
        if not isinstance(part, dict):
            return None
        if part.get("anyOf") == IN_LANGUAGES["anyOf"]:
            return WORDS
        if "$ref" in part:
            return self.reference(part["$ref"])
        if "anyOf" in part:
            return next(filter(None, map(self.part, part["anyOf"])), None)
        if "items" in part:
            items = self.part(part["items"])
            return {"type": "array", "items": items} if items else None
        return self.mapping(part)

    def mapping(self, part: dict[str, Any]) -> dict[str, Any] | None:
        """A mapping with those of its fields that hold words."""
        fields = {name: self.part(inside) for name, inside in part.get("properties", {}).items()}
        found = {name: inside for name, inside in fields.items() if inside}
        if not found:
            return None
        own = {"id": part["properties"]["id"]} if "id" in fields else {}
        return {"type": "object", "properties": own | found, "additionalProperties": False}

    def reference(self, to: str) -> dict[str, Any] | None:
        """A reference to a definition that holds words."""
        name = to.rsplit("/", 1)[-1]
        if name not in self.kept and (left := self.part(self.definitions[name])):
            self.kept[name] = left
        return {"$ref": to} if name in self.kept else None
