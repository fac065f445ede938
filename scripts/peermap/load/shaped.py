"""A YAML tree held against its shape: all faults at once, and what is sound is still read."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem, did_you_mean, shown

Shape = TypeVar("Shape", bound=BaseModel)
WHAT = {dict: "a mapping", list: "a list", str: "text"}
MOST_ROUNDS = 200


def shaped(shape: type[Shape], tree: Tree) -> tuple[Shape | None, Tree, list[Problem]]:
    """The tree's value as a ``shape``, the tree of what was read, and every fault as a problem.

    A faulty list item or optional field is left out and the rest is read; None when what is
    required at the top is missing or unreadable.
    """
    problems: list[Problem] = []
    for _ in range(MOST_ROUNDS):
        try:
            return shape.model_validate(tree.value), tree, problems
        except ValidationError as error:
            faults = error.errors(include_url=False)
        problems += [fault_problem(shape, fault, tree) for fault in faults]
        prunings = {pruning(fault["loc"], tree.value) for fault in faults}
        if () in prunings:
            return None, tree, problems
        for path in outermost_last_first(prunings):
            tree = tree.without(path)
    return None, tree, problems


def pruning(loc: Path, value: Any) -> Path:
    """What to leave out so that the rest can be read: the innermost list item, else the top field
    at fault; the empty path when that is the whole.
    """
    steps = list(existing(loc, value))
    for length in range(len(steps), 0, -1):
        if isinstance(steps[length - 1], int):
            return tuple(steps[:length])
    return tuple(steps[:1])


def existing(loc: Path, value: Any) -> Iterator[str | int]:
    """The steps of a location as far as they lead to something."""
    for step in loc:
        if (isinstance(value, dict) and step in value) or (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            value = value[step]
        else:
            return
        yield step


def outermost_last_first(paths: set[Path]) -> list[Path]:
    """Paths to take out one after another: none inside another, later list items before earlier."""
    outer = [p for p in paths if not any(p[:n] in paths for n in range(1, len(p)))]
    return sorted(outer, key=lambda p: [(isinstance(s, int), s) for s in p], reverse=True)


def fault_problem(shape: type[BaseModel], fault: Any, tree: Tree) -> Problem:
    """One of pydantic's faults in our words, at its line and column."""
    loc: Path = tuple(fault["loc"])
    mark = tree.key_mark(loc) if fault["type"] == "extra_forbidden" else tree.mark(loc)
    says, way_out = worded(shape, fault, loc)
    return Problem(mark, says, way_out)


def worded(shape: type[BaseModel], fault: Any, loc: Path) -> tuple[str, str]:
    """What is, and what ought to be, for one fault."""
    name, given = str(loc[-1]) if loc else "the file", fault["input"]
    if isinstance(loc[-1] if loc else None, int):
        name = f"item {int(loc[-1]) + 1} of '{loc[-2] if len(loc) > 1 else 'the list'}'"
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return f"'{name}' is not a field here", did_you_mean(
            name, fields_at(shape, loc[:-1]), kind="fields"
        )
    if kind == "missing":
        return f"'{name}' is missing", NEEDED.get(name, "It is required here.")
    if kind == "literal_error":
        return (
            f"{name} is {shown(given)}",
            f"It ought to be {context['expected'].replace(chr(39), '')}.",
        )
    if kind in {"too_short", "string_too_short"}:
        return f"{name} is empty", NEEDED.get(name, "It ought to have at least one value.")
    if kind == "string_too_long":
        return f"{name} has {len(given)} characters", f"It may have {context['max_length']}."
    if kind == "string_pattern_mismatch":
        return f"{name} is {shown(given)}", f"It ought to match {context['pattern']}."
    if kind in SHAPES:
        return (
            f"{name} is {WHAT.get(type(given), 'a value')} ({shown(given)})",
            f"It ought to be {SHAPES[kind]}.",
        )
    return f"{name} is {shown(given)}", str(context.get("error", fault["msg"])).strip() + "."


SHAPES = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
}
NEEDED = {
    "source": "Name the key of the reference that says it.",
    "where": "Say where in the source: section and paragraph, page, or table.",
    "evidence": "A placement rests on at least one piece of evidence: source, where, says, strength.",
    "strength": "Say stated (of this programme), general (of its kind) or inferred (our reading).",
    "summary": "Two or three plain sentences in our own words.",
}


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
