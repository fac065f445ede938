"""JSON Schemas: of the published files, and of the sources as people write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from peermap.codebook.files import DATA_FILES
from peermap.codebook.tools import (
    CitationIndex,
    CitationPart,
    KindRow,
    LabelNames,
    PageCitations,
    ProgrammePage,
    SynonymRow,
)
from peermap.codebook.translated import translated
from peermap.load.shapes import (
    GuideShape,
    LabelShape,
    MapShape,
    PlacementShape,
    ProgrammeShape,
    QuestionPageShape,
    SilosShape,
    TrendShape,
)
from peermap.records.map import Map
from peermap.records.method import Method
from peermap.records.screening import NOT_STATED, Screening

DIALECT = "https://json-schema.org/draft/2020-12/schema"
YEARS = {"when", "years"}
PAGE_SHAPES: dict[str, Any] = {
    "programme-page": ProgrammePage,
    "synonyms": list[SynonymRow],
    "kinds": list[KindRow],
    "label-names": LabelNames,
    "citation-index": CitationIndex,
    "citation-part": CitationPart,
    "page-citations": PageCitations,
}
SOURCE_SHAPES: Mapping[str, Any] = {
    "map": MapShape,
    "programme": ProgrammeShape,
    "labels": list[LabelShape],
    "silos": SilosShape,
    "method": Method,
    "screening": Screening,
    "trend-page": TrendShape,
    "question-page": QuestionPageShape,
    "guide-page": GuideShape,
}


def published_schemas() -> dict[str, str]:
    """File name → schema of a published JSON file."""
    shapes = {file.schema: file.shape for file in DATA_FILES if file.schema} | PAGE_SHAPES
    return {f"{name}.schema.json": schema(name, shape) for name, shape in sorted(shapes.items())}


def source_schemas(map_: Map) -> dict[str, str]:
    """File name → schema of a source, for editors that complete and check YAML. Questions, options
    and trends are those of the map; other ids change too often to be listed. Beside each is that of
    the file with the words of another language.
    """
    schemas = {}
    for name, shape in sorted(SOURCE_SHAPES.items()):
        value = schema_value(f"source-{name}", shape)
        allow_numbers(value)
        if name == "programme":
            with_map(value, map_)
        if name == "screening":
            allow_silence(value)
        schemas[f"source-{name}.schema.json"] = as_text(value)
        schemas[f"translated-{name}.schema.json"] = as_text(translated(value, f"translated-{name}"))
    return schemas


def schema(name: str, shape: Any) -> str:
    """The schema of a shape as text."""
    return as_text(schema_value(name, shape))


def schema_value(name: str, shape: Any) -> dict[str, Any]:
    """The schema of a shape, under its own name."""
    found = TypeAdapter(shape).json_schema()
    return {"$schema": DIALECT, "$id": f"{name}.schema.json"} | found


def as_text(value: object) -> str:
    """Readable JSON with a final newline."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def allow_numbers(value: Any) -> None:
    """A year without quotes is a number to an editor, and text to us: both may stand there."""
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict):
            for name in YEARS & part.keys():
                if isinstance(part[name], dict) and part[name].get("type") == "string":
                    part[name]["type"] = ["string", "integer"]
        if isinstance(part, dict | list):
            allow_numbers(part)


def allow_silence(screening: dict[str, Any]) -> None:
    """Where an amount may stand, a bare number or *not stated* may, and for a list *not stated*."""
    for field in screening["$defs"]["Round"]["properties"].values():
        if field.get("$ref") == "#/$defs/Amount":
            number = {"type": "integer", "minimum": 0}
            field["anyOf"] = [number, {"const": NOT_STATED}, {"$ref": field.pop("$ref")}]
        elif field.get("type") == "array":
            several = {"type": field.pop("type"), "items": field.pop("items")}
            field["anyOf"] = [{"const": NOT_STATED}, several]


def with_map(programme: dict[str, Any], map_: Map) -> None:
    """The schema of a programme made exact: its questions, their options, and the trends."""
    states = {"enum": ["not stated", "not coded"]}
    placement = TypeAdapter(PlacementShape).json_schema()
    definitions = placement.pop("$defs")
    questions = {}
    for question in map_.questions:
        option = {"enum": [o.id for o in question.options], "description": str(question.wording)}
        taken = placement | {"properties": placement["properties"] | {"option": option}}
        several = {"type": "array", "minItems": 1, "items": taken}
        wording = str(question.wording)
        questions[question.id] = {"description": wording, "anyOf": [several, states]}
    programme["$defs"] = programme.get("$defs", {}) | definitions
    programme["properties"]["trend"] = {"enum": [trend.id for trend in map_.trends]}
    programme["properties"]["placements"] = {
        "type": "object",
        "properties": questions,
        "additionalProperties": False,
    }
