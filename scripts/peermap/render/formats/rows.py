"""JSON that people can read and compare, and that is written fast: one record a line; and JSON
without spaces, for scripts of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json import JSONEncoder

on_line = JSONEncoder(ensure_ascii=False).encode
"""JSON on one line."""
TIGHT = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_rows(value: Iterable[object] | Mapping[str, object]) -> str:
    """An array with one value a line, or an object with one field a line, in UTF-8. Each line is
    written whole, for indenting within it takes ten times as long.
    """
    if isinstance(value, Mapping):
        return lines("{}", [f"{on_line(name)}: {on_line(field)}" for name, field in value.items()])
    return lines("[]", [on_line(one) for one in value])


def compact_json(value: object) -> str:
    """JSON on one line without spaces, for what a page fetches before it can show anything."""
    return TIGHT.encode(value) + "\n"


def indented(value: object, margin: str = "\n") -> str:
    """JSON with each value on a line of its own, by one blank a level: what ``json.dumps`` writes
    with ``indent=1``, some five times as fast.
    """
    deeper = f"{margin} "
    if isinstance(value, dict) and value:
        found = (f"{on_line(name)}: {indented(field, deeper)}" for name, field in value.items())
        return f"{{{deeper}{f',{deeper}'.join(found)}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{deeper}{f',{deeper}'.join(indented(one, deeper) for one in value)}{margin}]"
    return on_line(value)


def lines(brackets: str, found: list[str]) -> str:
    """What stands between brackets, each on a line of its own."""
    return (
        f"{brackets[0]}\n" + ",\n".join(found) + f"\n{brackets[1]}\n" if found else brackets + "\n"
    )
