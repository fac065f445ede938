"""Programmes as service directories take them, in HSDS 3.0.

The schemas of HSDS are under a share-alike licence and are not part of this repository. So the
test holds what they require and what they allow of the fields we use; the files were also held
against the schemas themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from peermap.place.atlas import Atlas
from peermap.publish.hsds import hsds_files

SITE = "https://example.org/peers/"
REQUIRED = {
    "program": {"id", "name", "description"},
    "service": {"id", "name", "status"},
    "service_area": {"id"},
    "attribute": {"id"},
    "taxonomy_term": {"id", "name", "description"},
}
ALLOWED = {
    "program": {"attributes"},
    "service": {"description", "program", "service_areas", "attributes", "assured_date"},
    "service_area": {"name"},
    "attribute": {"link_type", "link_entity", "value", "taxonomy_term"},
    "taxonomy_term": {"code", "taxonomy", "language", "parent_id", "term_uri"},
}
STATUSES = {"active", "inactive", "defunct", "temporarily closed"}
INSIDE = {
    "attributes": "attribute",
    "taxonomy_term": "taxonomy_term",
    "service_areas": "service_area",
    "program": "program",
}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(atlas: Atlas) -> dict[str, list[Row]]:
    """The rows of each file, by the kind of object in it."""
    files = hsds_files(atlas, SITE)
    names = {"program": "programs", "service": "services", "taxonomy_term": "taxonomy_terms"}
    return {kind: json.loads(files[f"hsds/{name}.json"]) for kind, name in names.items()}


def objects(kind: str, row: Row) -> Iterator[tuple[str, Row]]:
    """An object and all within it, each with its kind."""
    yield kind, row
    for name, inner in INSIDE.items():
        value = row.get(name, [])
        for part in value if isinstance(value, list) else [value]:
            yield from objects(inner, part)


def test_every_object_has_what_hsds_requires_and_nothing_it_does_not_know(
    rows: dict[str, list[Row]],
) -> None:
    """Required fields are there and have words; ids are UUIDs; a status is one of the four."""
    for kind, found in rows.items():
        assert found
        for inner, row in (one for top in found for one in objects(kind, top)):
            assert REQUIRED[inner] <= row.keys() <= REQUIRED[inner] | ALLOWED[inner], row
            assert all(row[name] for name in REQUIRED[inner]), row
            assert str(UUID(row["id"])) == row["id"]
            assert row.get("status", "active") in STATUSES


def test_ids_are_unique_and_lead_somewhere(rows: dict[str, list[Row]]) -> None:
    """No two objects of a file share an id; a term's parent is a term."""
    for kind, found in rows.items():
        ids = [row["id"] for row in found]
        assert len(ids) == len(set(ids)), kind
    terms = {row["id"] for row in rows["taxonomy_term"]}
    assert {row["parent_id"] for row in rows["taxonomy_term"] if "parent_id" in row} <= terms


def test_every_programme_is_a_program_and_nothing_is_invented(
    atlas: Atlas, rows: dict[str, list[Row]]
) -> None:
    """A service only where the years tell its status; our own readings are no attributes."""
    assert len(rows["program"]) == len(atlas.programmes)
    for programme, row in zip(atlas.programmes.values(), rows["program"], strict=True):
        codes = {a["taxonomy_term"]["code"] for a in row["attributes"]}
        for answer in programme.answers.values():
            for placement in answer.placements:
                code = f"{answer.question}:{placement.option}"
                assert (code in codes) == (placement.strength != "inferred"), programme.id
    dated = {str(p.name) for p in atlas.programmes.values() if p.years and "/" in p.years.words}
    assert {row["name"] for row in rows["service"]} <= dated


def test_terms_carry_the_address_of_their_page(rows: dict[str, list[Row]], atlas: Atlas) -> None:
    """With the address of the site a term has its URI; without it there is none, for HSDS wants
    whole addresses.
    """
    uris = {row["code"]: row["term_uri"] for row in rows["taxonomy_term"]}
    assert uris["functions:navigation"] == f"{SITE}questions/functions/navigation/"
    assert "term_uri" not in hsds_files(atlas, "")["hsds/taxonomy_terms.json"]
