"""A YAML tree held against its shape: all faults at once, and what is sound is still read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from peermap.load.periods import PERIOD_FORMS
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Mark, Problem, close_to, did_you_mean, shown

Shape = TypeVar("Shape", bound=BaseModel)
WHAT: dict[type, str] = {dict: "a mapping", list: "a list", str: "text"}
MOST_ROUNDS = 50  # each takes out what is at fault; none of our shapes is deeper


def shaped(shape: type[Shape], tree: Tree) -> tuple[Shape | None, Tree, list[Problem]]:
    """The tree's value as a ``shape``, the tree of what was read, and every fault as a problem.

    The smallest thing at fault is left out, and what cannot be read without it; the rest is read.
    None when that is the whole.
    """
    problems: list[Problem] = []
    told: set[tuple[Mark, str]] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return shape.model_validate(tree.value), tree, problems
        except ValidationError as error:
            faults = without_echoes(error.errors(include_url=False))
        told |= set(misspelt(faults, tree))
        problems += [fault_problem(shape, f, tree) for f in faults if spot(f, tree) not in told]
        gone = {culprit(fault, tree.value) for fault in faults}
        if () in gone:
            break
        told |= {one for path in gone for one in consequences(path, tree)}
        tree = tree.without(*gone)
    return None, tree, problems


def without_echoes(faults: Sequence[Any]) -> list[Any]:
    """The faults less those that call a list too short because its items are at fault."""
    inside = {f["loc"][:n] for f in faults for n in range(len(f["loc"]))}
    return [f for f in faults if f["type"] != "too_short" or f["loc"] not in inside]


def misspelt(faults: Sequence[Any], tree: Tree) -> Iterator[tuple[Mark, str]]:
    """Spots of missing fields that are there under a name much like theirs, which is told."""
    beside: dict[Path, list[str]] = {}
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            beside.setdefault(fault["loc"][:-1], []).append(str(fault["loc"][-1]))
    for fault in faults:
        names = beside.get(fault["loc"][:-1]) if fault["type"] == "missing" else None
        if names and close_to(str(fault["loc"][-1]), names):
            yield spot(fault, tree)


def culprit(fault: Any, value: Any) -> Path:
    """What to leave out: the value at fault, or what lacks a required one; the empty path when
    that is the whole.
    """
    steps = tuple(existing(fault["loc"], value))
    return steps[: len(fault["loc"]) - 1] if fault["type"] == "missing" else steps


def existing(loc: Path, value: Any) -> Iterator[str | int]:
    """The steps of a location as far as they lead to something."""
    for step in loc:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return
        yield step


def spot(fault: Any, tree: Tree) -> tuple[Mark, str]:
    """Where a fault shows: what it stands in, and the field that is missing, if one is."""
    loc = fault["loc"]
    if fault["type"] == "missing":
        return tree.mark(loc[:-1]), str(loc[-1])
    return tree.mark(loc), ""


def consequences(gone: Path, tree: Tree) -> tuple[tuple[Mark, str], ...]:
    """Spots at which faults only follow from ``gone`` being left out, which is told already."""
    around = tree.mark(gone[:-1])
    return (around, ""), (around, str(gone[-1]))


def fault_problem(shape: type[BaseModel], fault: Any, tree: Tree) -> Problem:
    """One of pydantic's faults in our words, at its line and column."""
    loc: Path = tuple(fault["loc"])
    is_of_key = fault["type"] in {"extra_forbidden", "missing"}
    mark = tree.key_mark(loc) if is_of_key else tree.mark(loc)
    says, way_out = worded(shape, fault, loc)
    if fault["type"] == "missing" and loc in tree.keys:
        says = f"'{loc[-1]}' is left empty"
    return Problem(mark, says, way_out)


def worded(shape: type[BaseModel], fault: Any, loc: Path) -> tuple[str, str]:
    """What is, and what ought to be, for one fault."""
    name, given, kind = str(loc[-1]) if loc else "", fault["input"], fault["type"]
    what, context = named(loc), fault.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{what} is not a field here", field_guess(name, fields_at(shape, loc[:-1]))
    if kind == "missing":
        return f"{what} is missing", NEEDED.get(name, "It is required here.")
    if kind == "literal_error":
        wanted = context["expected"].replace("'", "")
        return f"{what} is {shown(given)}", NEEDED.get(name, f"It ought to be {wanted}.")
    if kind in EMPTY:
        return f"{what} is empty", NEEDED.get(name, "It ought to have a value.")
    if kind == "string_too_long":
        way_out = TOO_LONG.get(name, "").format(context["max_length"])
        return (
            f"{what} has {len(given)} characters",
            way_out or f"It may have {context['max_length']}.",
        )
    if kind == "string_pattern_mismatch":
        return f"{what} is {shown(given)}", FORMS.get(
            name, f"It ought to match {context['pattern']}."
        )
    if kind == "greater_than_equal":
        return f"{what} is {shown(given)}", f"It ought to be {context['ge']} or more."
    if kind in SHAPES:
        given_kind = WHAT.get(type(given), "a value")
        field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
        way_out = f"It ought to be {SHAPES[kind]}. {FORMS.get(field, '')}".strip()
        words = f" ({shown(given)})" if isinstance(given, str) else ""
        return f"{what} is {given_kind}{words}", way_out
    return fault["msg"].replace("{what}", what).replace("{given}", shown(given)), context.get(
        "way_out", ""
    )


def named(loc: Path) -> str:
    """A value by its field, or as an item of its list."""
    if not loc:
        return "what stands here"
    if isinstance(loc[-1], int):
        return f"item {loc[-1] + 1} of " + (f"'{loc[-2]}'" if len(loc) > 1 else "the list")
    return f"'{loc[-1]}'"


def field_guess(name: str, fields: Sequence[str]) -> str:
    """The field that was meant, or all that there are."""
    return did_you_mean(name, fields, kind="fields") or f"The fields are: {', '.join(fields)}."


EMPTY = frozenset({"too_short", "string_too_short", "text_empty"})
SHAPES = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
}
NEEDED = {
    "source": "Name the key of the reference that says it.",
    "where": "Say where in the source: section and paragraph, page, or table.",
    "evidence": "A placement rests on evidence: source, where, says, strength.",
    "strength": "Say stated (of this programme), general (of its kind) or inferred (our reading).",
    "summary": "Two or three plain sentences in our own words.",
    "trend": "Name one of the trends of map.yml.",
    "read": "List what was read, and how far: {source: key, what: full text, on: 2026-11-22}.",
    "refs": "Name the keys of the references that say it.",
    "when": "Write 1935, 1845/1863, 1920/.., 1970s or late 19th century.",
    "on": "Write the day on which it was read: 2026-11-22.",
    "definition": "Write {text: …, sources: [keys]}.",
}
FORMS = {
    "id": "An id has small letters, digits and single hyphens: caring-community.",
    "on": "Write the day as 2026-11-22.",
    "years": PERIOD_FORMS,
    "when": PERIOD_FORMS,
    "placements": "Write '- option: …', and 'evidence:' below it.",
    "evidence": "Write '- source: …', and 'where', 'says' and 'strength' below it.",
    "read": "Write {source: key, what: full text, on: 2026-11-22}.",
}
TOO_LONG = {"quote": "It may have {}: say the rest in our own words under 'says'."}


def fields_at(shape: Any, loc: Path) -> list[str]:
    """The field names of the shape that stands at a location inside ``shape``."""
    for step in loc:
        shape = inner(shape) if isinstance(step, int) else field_type(shape, step)
    shape = model_in(shape)
    return [info.alias or name for name, info in shape.model_fields.items()] if shape else []


def field_type(shape: Any, step: str) -> Any:
    """The type of a model's field, or of a mapping's values."""
    model = model_in(shape)
    if model is None:
        return inner(shape)
    for name, info in model.model_fields.items():
        if step in {name, info.alias}:
            return info.annotation
    return None


def inner(shape: Any) -> Any:
    """What a list or a mapping holds."""
    arguments = [a for a in get_args(shape) if a not in {type(None), Ellipsis}]
    return arguments[-1] if arguments else None


def model_in(shape: Any) -> type[BaseModel] | None:
    """The model itself, also out of an optional."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return shape
    if get_origin(shape) in {Union, UnionType}:
        return next((model for a in get_args(shape) if (model := model_in(a))), None)
    return None
