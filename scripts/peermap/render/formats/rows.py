"""JSON that people can read and compare, and that is written fast: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping


def json_rows(value: Iterable[object] | Mapping[str, object]) -> str:
    """An array with one value a line, or an object with one field a line, in UTF-8. Each line is
    written whole, for indenting within it takes ten times as long.
    """
    if isinstance(value, Mapping):
        return lines("{}", [f"{on_line(name)}: {on_line(field)}" for name, field in value.items()])
    return lines("[]", [on_line(one) for one in value])


def lines(brackets: str, found: list[str]) -> str:
    """What stands between brackets, each on a line of its own."""
    return (
        f"{brackets[0]}\n" + ",\n".join(found) + f"\n{brackets[1]}\n" if found else brackets + "\n"
    )


def on_line(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
