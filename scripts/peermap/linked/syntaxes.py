"""A graph as text, in Turtle and in JSON-LD. Both have the same triples in the same order.

Two writers of thirty lines stand here instead of a library: a graph without blank nodes needs no
more, the order stays ours, and ten thousand references take a second. The tests read both with
rdflib.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peermap.linked.graph import PREFIXES, Kind, Link, Node, Object
from peermap.render.formats.rows import on_line

ROOT_FROM_DATA = "../"
"""Where the root of the site lies, as seen from ``data/``. It is the base of a site whose address
is not known: links are then read against the place where the file was found.
"""


def turtle(nodes: Iterable[Node], base: str) -> str:
    """The graph in Turtle; ``base`` is the address of the site, or the way to its root."""
    lines = [f"@base <{base}> ."]
    lines += [f"@prefix {prefix}: <{space}> ." for prefix, space in PREFIXES.items()]
    return "\n".join([*lines, *(turtle_node(node) for node in nodes)]) + "\n"


def turtle_node(node: Node) -> str:
    """One node as a paragraph."""
    said = " ;\n".join(f"  {name} {turtle_object(value)}" for name, value in node.statements)
    return f"\n<{node.link.iri}>\n{said} ."


def turtle_object(value: Object) -> str:
    """A value; the escapes of JSON are escapes of Turtle too."""
    if isinstance(value, Link):
        return f"<{value.iri}>"
    if isinstance(value, Kind):
        return value.name
    text = on_line(value.text)
    if value.type:
        return f"{text}^^{value.type}"
    return f"{text}@{value.language}" if value.language else text


def jsonld(nodes: Iterable[Node], base: str) -> str:
    """The graph in JSON-LD, a node a line. The context stands in the file, so that nothing has to
    be fetched to read it.
    """
    context = json.dumps({"@base": base} | PREFIXES, indent=1)
    lines = ",\n".join(on_line(jsonld_node(n)) for n in nodes)
    return f'{{"@context": {context},\n"@graph": [\n{lines}\n]}}\n'


def jsonld_node(node: Node) -> dict[str, Any]:
    """One node; a property with several values has a list."""
    found: dict[str, list[Any]] = {}
    for name, value in node.statements:
        key = "@type" if name == "a" else name
        found.setdefault(key, []).append(jsonld_object(value))
    return {"@id": node.link.iri} | dict(only_values(found))


def only_values(found: dict[str, list[Any]]) -> Iterator[tuple[str, Any]]:
    """Lists of one value as that value."""
    for name, values in found.items():
        yield name, values[0] if len(values) == 1 else values


def jsonld_object(value: Object) -> Any:
    """A value: a link, the name of a class, or a literal."""
    if isinstance(value, Link):
        return {"@id": value.iri}
    if isinstance(value, Kind):
        return value.name
    if value.type:
        return {"@value": value.text, "@type": value.type}
    return {"@value": value.text, "@language": value.language} if value.language else value.text
