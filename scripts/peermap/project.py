"""A project on disk: its sources read and placed, in one call for every adapter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from peermap.load.everything import loaded
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
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
