"""The data package: what programs read to understand the files."""

from __future__ import annotations

import json
from pathlib import Path

from frictionless import Package, system

from peermap.codebook.files import DATA_FILES

AT_HOME = {"datapackage.json", "index.html", "queries/index.html"}
NO_DATA = ("schemas/", "citations/")  # what explains the files, and what lists of sources fetch


def test_the_package_and_its_tables_are_sound(built_site: Path) -> None:
    """Frictionless finds every column, value, key and link between tables as the package says;
    Parquet, which it reads with a further library only, has tests of its own.
    """
    with system.use_context(trusted=True):
        package = Package(str(built_site / "data/datapackage.json"))
        for name in [r.name for r in package.resources if r.path and r.path.endswith(".parquet")]:
            package.remove_resource(name)
        report = package.validate()
    assert report.valid, report.to_summary()


def test_the_package_names_every_file(built_site: Path) -> None:
    """No file of the data stands outside, and none is named that is not there."""
    data = built_site / "data"
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    named = [resource["path"] for resource in package["resources"]]
    found = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file()}
    assert named == [file.name for file in DATA_FILES]
    assert set(named) == {name for name in found - AT_HOME if not name.startswith(NO_DATA)}


def test_every_file_and_column_is_explained(built_site: Path) -> None:
    """A codebook without words is none."""
    package = json.loads((built_site / "data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert len(resource["description"]) > 15, resource["name"]
        for field in resource.get("schema", {}).get("fields", ()):
            assert len(field["description"]) > 10, (resource["name"], field["name"])


def test_the_page_of_data_shows_every_file_and_column(built_site: Path) -> None:
    """What programs read in the package, people read on the page."""
    page = (built_site / "data/index.html").read_text(encoding="utf-8")
    package = json.loads((built_site / "data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert f'href="{resource["path"]}"' in page
        for field in resource.get("schema", {}).get("fields", ()):
            assert f"<code>{field['name']}</code>" in page, (resource["name"], field["name"])
