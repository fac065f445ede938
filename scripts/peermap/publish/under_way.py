"""What builds of the same site in several languages share, one after the other in one process, and
what a preview remembers of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from peermap.project import Kept, Project
from peermap.publish.pouring import Pouring
from peermap.publish.saved import Saved


@dataclass(slots=True)
class Builds:
    """The project, read once for all languages, and whether they are built for a preview. Then
    also what was saved when the first build began, what was read before, how each language is
    poured, which project was last built to the end, the process that builds what follows, and a
    folder that is to be removed in the end.
    """

    project: Project | None = None
    is_preview: bool = False
    seen: Saved | None = None
    kept: Kept | None = None
    pourings: dict[str, Pouring] = field(default_factory=dict)
    shown: Project | None = None
    behind: Popen[str] | None = None
    to_remove: Path | None = None


builds = Builds()
