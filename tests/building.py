"""Copies of the real project, and sites built from them by MkDocs as anyone would build them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from peermap.publish.prepare import is_generated

ROOT = Path(__file__).resolve().parents[1]
NO_SOURCES = shutil.ignore_patterns(".*", "site", "tests", "bench")
LEFT_OUT = shutil.ignore_patterns("_parts", "__pycache__", "*.egg-info", ".*.part")


def copied_project(to: Path, of: Path = ROOT) -> Path:
    """What a fresh clone holds of a project, in the folder ``to``: no page made earlier."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        patterns = NO_SOURCES if Path(folder) == of else LEFT_OUT
        return set(patterns(folder, names)) | generated(Path(folder), names)

    shutil.copytree(of, to, ignore=left_out, dirs_exist_ok=True)
    return to


def in_english(project: Path) -> Path:
    """The project without its other languages, for a site that need not have them."""
    for path in project.glob("mkdocs.*.yml"):
        path.unlink()
        shutil.rmtree(project / "docs" / path.name.split(".")[1], ignore_errors=True)
    return project


def with_few_records(project: Path) -> Path:
    """The project with the records of the ground of the cases, for a site that is soon made."""
    for name in ("bibliography", "synthesis"):
        shutil.rmtree(project / name)
        shutil.copytree(ROOT / "tests/cases/_ground" / name, project / name)
    return project


def with_formatted(project: Path, of: Path) -> Path:
    """The project with the formatted citations that another has already made."""
    cache = Path(".cache/citations")
    if (of / cache).is_dir():
        shutil.copytree(of / cache, project / cache, dirs_exist_ok=True)
    return project


def generated(folder: Path, names: list[str]) -> set[str]:
    """The pages in a folder that an earlier build wrote."""
    return {name for name in names if name.endswith(".md") and is_generated(folder / name)}


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a project; what it says stands in ``stderr``."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def built(project: Path, site: Path, **environment: str) -> Path:
    """The site of a project, built into the folder ``site``."""
    run = mkdocs(project, "build", "-q", "-d", str(site), **environment)
    assert run.returncode == 0, run.stderr
    return site
