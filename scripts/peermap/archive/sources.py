"""What the site is made from, as the archive holds it: what belongs to the project, and nothing
that is built, fetched or private.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from peermap.publish.docs_files import PARTS
from peermap.publish.prepare import is_generated

NO_SOURCES = {"site", "dist", "node_modules", "__pycache__"}
NO_ENDINGS = (".egg-info", ".part", "~")
HIDDEN_SOURCES = {
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".npmrc",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    ".vscode",
    ".zenodo.json",
}
FOLDERS = {"bench", "bibliography", "docs", "overrides", "schemas", "scripts", "synthesis", "tests"}
FILES = (
    *("mkdocs.yml", "mkdocs.*.yml", "pyproject.toml", "requirements*.lock", "Makefile"),
    *("README*", "CHANGELOG*", "CONTRIBUTING*", "LICENSE*", "NOTICE*", "CITATION.cff"),
)


def sources(root: Path) -> Iterator[tuple[str, bytes]]:
    """What git knows of a project; where there is no git, what stands where a project has it."""
    for name in sorted(known_to_git(root) or standing(root)):
        if (root / name).is_file():
            yield name, (root / name).read_bytes()


def known_to_git(root: Path) -> set[str]:
    """The files of a project that git keeps or is to keep, by path from there; none without git."""
    return listed_by_git(root)


def left_at_home(root: Path) -> list[str]:
    """The files that stand where sources stand, and that git neither knows nor ignores: they are
    not packed.
    """
    others = listed_by_git(root, "--others", "--exclude-standard")
    return sorted(others.intersection(standing(root))) if known_to_git(root) else []


def listed_by_git(root: Path, *options: str) -> set[str]:
    """The paths that ``git ls-files`` names; none where there is no git or no repository."""
    command = ["git", "ls-files", "-z", *options]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return set()
    return {os.fsdecode(name) for name in listed.split(b"\0") if name}


def standing(root: Path) -> Iterator[str]:
    """The files of a project that people wrote, as far as names and places tell, by path."""
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = [name for name in folders if is_source(here / name, root)]
        for path in (here / name for name in names):
            generated = path.suffix == ".md" and is_generated(path)
            if is_source(path, root) and not generated:
                yield path.relative_to(root).as_posix()


def is_source(path: Path, root: Path) -> bool:
    """Whether a file or folder was made by people, and belongs to the project."""
    name = path.name
    made = name in NO_SOURCES or name.endswith(NO_ENDINGS)
    part = name == PARTS and root / "docs" in path.parents
    if made or part:
        return False
    if name.startswith("."):
        return name in HIDDEN_SOURCES
    return path.parent != root or name in FOLDERS or any(fnmatch(name, file) for file in FILES)
