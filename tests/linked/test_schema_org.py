"""What pages say in schema.org, held against the types that Google generates from schema.org.

An unknown property, a type that does not exist and a value of the wrong kind are faults there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from formats.reading import FOLDER, NO_READERS
from peermap.linked.heads import Heads, SiteFacts
from peermap.place.atlas import Atlas
from peermap.render.addresses import address

GRAPH = "Graph | WithContext<Thing>"  # several things of a page, or one
OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--module", "esnext",
           "--moduleResolution", "bundler", "--pretty", "false")  # fmt: skip


def blocks(atlas: Atlas) -> list[str]:
    """The data blocks of all pages, one of each shape, with the site at an address and without."""
    records = (*atlas.references.values(), *atlas.programmes.values(), *atlas.labels.values())
    concepts = (*atlas.map.questions, *atlas.map.options, *atlas.map.trends)
    pages = ["", "data/", "map/", *map(address, (*concepts, *records))]
    found: dict[str, str] = {}
    for url in ("https://example.org/peers/", ""):
        heads = Heads(atlas, SiteFacts(url, "peermap", "A map"))
        for page in pages:
            _, script, rest = heads.head(page).partition('<script type="application/ld+json">')
            if script:
                block = json.loads(rest.partition("</script>")[0])
                # an annotation of schema.org's actions, and no property of it
                block.get("potentialAction", {}).pop("query-input", None)
                found.setdefault(shape(block), json.dumps(block))
    return list(found.values())


def shape(value: Any) -> str:
    """A block without its words: two of one shape are right or wrong alike."""
    if isinstance(value, dict):
        parts = (f"{key}:{said if key == '@type' else shape(said)}" for key, said in value.items())
        return "{" + ",".join(sorted(parts)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(sorted({shape(part) for part in value})) + "]"
    return type(value).__name__


def faults(found: Iterable[str], folder: Path) -> str:
    """What the compiler says of the blocks."""
    lines = [f"export const block{n}: {GRAPH} = {block};" for n, block in enumerate(found)]
    imports = 'import type { Graph, Thing, WithContext } from "schema-dts";'
    source = folder / "blocks.ts"
    source.write_text("\n".join([imports, *lines, ""]), encoding="utf-8")
    (folder / "node_modules").symlink_to(FOLDER / "node_modules")
    compiler = FOLDER / "node_modules" / "typescript" / "bin" / "tsc"
    command = [str(shutil.which("node")), compiler, *OPTIONS, source]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.fixture(autouse=True)
def compiler() -> None:
    """For tests that need the compiler and the types."""
    if shutil.which("node") is None or not (FOLDER / "node_modules" / "schema-dts").is_dir():
        pytest.skip(NO_READERS)


def test_every_block_is_schema_org(atlas: Atlas, tmp_path: Path) -> None:
    """No page of the site claims a type or property that schema.org does not know."""
    found = blocks(atlas)
    assert len(found) > 20
    assert faults(found, tmp_path) == ""


def test_a_property_that_is_none_is_found(tmp_path: Path) -> None:
    """The check can fail: a property of nothing and a type that does not exist are told."""
    context = '{"@context":"https://schema.org","@graph":'
    wrong = [
        context + '[{"@type":"WebPage","@id":"./","nonsense":3}]}',
        context + '[{"@type":"WebPaper","@id":"./"}]}',
    ]
    assert faults(wrong, tmp_path).count("error TS") == 2
