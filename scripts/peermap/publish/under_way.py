"""What builds of the same site in several languages share, one after the other in one process."""

from __future__ import annotations

from dataclasses import dataclass

from peermap.project import Project


@dataclass(slots=True)
class Builds:
    """The project, read once for all languages, and whether they are built for a preview."""

    project: Project | None = None
    is_preview: bool = False


builds = Builds()
