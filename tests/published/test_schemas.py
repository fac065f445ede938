"""Every published JSON file against the schema that is published for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from peermap.citing.styles import STYLES
from peermap.codebook.files import DATA_FILES
from peermap.codebook.schemas import source_schemas
from peermap.place.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
OTHER_SCHEMAS = {"datapackage.json", "references.csl.json"}
SHAPED = [file for file in DATA_FILES if file.schema]


def validator(site: Path, name: str) -> Draft202012Validator:
    """The validator of a published schema, which must itself be one."""
    schema = json.loads((site / f"data/schemas/{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(checker: Draft202012Validator, value: Any) -> list[str]:
    """What is wrong with a value, each with its place."""
    return [f"{e.json_path}: {e.message[:200]}" for e in checker.iter_errors(value)]


@pytest.mark.parametrize("file", SHAPED, ids=lambda file: file.name)
def test_a_published_file_is_what_its_schema_says(built_site: Path, file: Any) -> None:
    """The file as it lies on the site, against the schema as it lies on the site."""
    value = json.loads((built_site / "data" / file.name).read_text(encoding="utf-8"))
    assert faults(validator(built_site, file.schema), value) == []


@pytest.mark.parametrize("file", SHAPED, ids=lambda file: file.name)
def test_a_schema_refuses_a_field_that_is_not_its_own(built_site: Path, file: Any) -> None:
    """A schema that takes anything would say nothing."""
    assert faults(validator(built_site, file.schema), {"surprise": 1})


def test_the_record_beside_each_programme_is_what_its_schema_says(built_site: Path) -> None:
    """``record.json`` of every programme."""
    checker = validator(built_site, "programme-page")
    records = sorted((built_site / "programmes").glob("*/record.json"))
    assert records
    for record in records:
        assert faults(checker, json.loads(record.read_text(encoding="utf-8"))) == [], record


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("synonyms", "assets/search/synonyms.json"),
        ("kinds", "pagefind/kinds.json"),
        ("label-names", "pagefind/names/community-health-worker.json"),
        ("citation-index", "data/citations/index.json"),
        ("page-citations", "data/citations/page.json"),
        *(("citation-part", f"data/citations/{style.id}-0.json") for style in STYLES),
    ],
)
def test_what_pages_read_is_what_its_schema_says(built_site: Path, name: str, path: str) -> None:
    """The files of our own beside the search index, and the citations that lists fetch."""
    value = json.loads((built_site / path).read_text(encoding="utf-8"))
    assert faults(validator(built_site, name), value) == []


def test_no_json_of_the_data_is_without_a_schema(built_site: Path) -> None:
    """Linked data, HSDS, CSL and the data package follow the standards of others."""
    known = {file.name for file in DATA_FILES if file.schema} | OTHER_SCHEMAS
    known |= {file.name for file in DATA_FILES if file.name.startswith("hsds/")}
    found = {
        p.relative_to(built_site / "data").as_posix() for p in built_site.glob("data/**/*.json")
    }
    assert {name for name in found if not name.startswith(("schemas/", "citations/"))} == known


def test_the_atlas_holds_every_record(built_site: Path, atlas: Atlas) -> None:
    """Nothing of the synthesis is missing from the one file."""
    whole = json.loads((built_site / "data/atlas.json").read_text(encoding="utf-8"))
    for name in ("programmes", "references", "labels", "communities", "issues", "trends"):
        assert list(whole[name]) == list(getattr(atlas, name)), name
    evidence = sum(
        len(placement["evidence"])
        for programme in whole["programmes"].values()
        for answer in programme["answers"].values()
        for placement in answer["placements"]
    )
    assert evidence == sum(len(uses.placements) for uses in atlas.uses.values())


def test_the_schemas_for_editors_are_those_of_the_code(atlas: Atlas) -> None:
    """Whoever changes a shape or the map runs ``peermap schemas``."""
    folder = ROOT / "schemas"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert kept == source_schemas(atlas.map)


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates and words such as NO stay text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in found if tag.endswith(("int", "null"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def editor_cases() -> list[tuple[str, Path]]:
    """The name of a schema, and a source it is for: English files, and their words in French."""
    pages = {"trend-page": "trends/*.md", "question-page": "questions/*.md"}
    found = []
    for kind, synthesis in ("source", ROOT / "synthesis"), ("translated", ROOT / "synthesis/fr"):
        names = ("map", "labels", "silos", "method", "screening")
        forms = {name: f"{name}.yml" for name in names} | {"programme": "programmes/*.yml"}
        for name, form in (forms | pages | {"guide-page": "coding-guide.md"}).items():
            found += [(f"{kind}-{name}", path) for path in sorted(synthesis.glob(form))]
    return found


def test_an_editor_finds_no_fault_in_the_sources(atlas: Atlas) -> None:
    """Every source of the project is what its schema says, as an editor checks it."""
    schemas = {name: json.loads(text) for name, text in source_schemas(atlas.map).items()}
    assert len(editor_cases()) > 2 * len(atlas.programmes)
    for name, path in editor_cases():
        text = path.read_text(encoding="utf-8")
        text = text.split("\n---\n")[0] if path.suffix == ".md" else text
        value = yaml.load(text, AsEditorsRead)
        assert faults(Draft202012Validator(schemas[f"{name}.schema.json"]), value) == [], path


def test_an_editor_underlines_an_option_of_another_question(atlas: Atlas) -> None:
    """The schema of a programme knows the map."""
    schema = json.loads(source_schemas(atlas.map)["source-programme.schema.json"])
    path = ROOT / "synthesis/programmes/alcoholics-anonymous.yml"
    value = yaml.load(path.read_text(encoding="utf-8"), AsEditorsRead)
    value["placements"]["formality"] = [{"option": "navigation", "evidence": []}]
    assert faults(Draft202012Validator(schema), value)


def test_editors_are_told_of_every_schema_of_yaml() -> None:
    """``.vscode/settings.json`` leads from each YAML source to its schema."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, form in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file(), schema
        assert list(ROOT.glob(form)), form
    yaml_files = set(ROOT.glob("synthesis/**/*.yml"))
    covered = {p for form in settings["yaml.schemas"].values() for p in ROOT.glob(form)}
    assert yaml_files == covered
