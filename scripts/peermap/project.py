"""A project on disk: its sources read and placed, in one call for every adapter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from peermap.citing.formatting import citations
from peermap.citing.site import site_items
from peermap.load.everything import loaded
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
from peermap.render.formats.csl import csl_item
from peermap.sources import read_sources


@dataclass(frozen=True, slots=True)
class Project:
    """The Atlas of a project (None without a readable map), and every problem of its sources."""

    atlas: Atlas | None
    problems: tuple[Problem, ...]


def read_project(root: Path) -> Project:
    """Read, load and place all sources below ``root``."""
    records, problems = loaded(read_sources(root))
    if records is None:
        return Project(None, tuple(problems))
    atlas, more = placed(records)
    return Project(atlas, (*problems, *more))


def with_citations(project: Project, root: Path, site_url: str = "") -> Project:
    """The project with every reference, and the site itself, in every style; results are
    kept in ``.cache/`` below
    ``root``.
    """
    if project.atlas is None:
        return project
    items = [csl_item(reference) for reference in project.atlas.references.values()]
    items += site_items(root, site_url)
    made, problems = citations(items, root / ".cache" / "citations")
    return Project(replace(project.atlas, citations=made), (*project.problems, *problems))
