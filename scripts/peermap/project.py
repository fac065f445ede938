"""A project on disk: its sources read and placed, in one call for every adapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from peermap.catalogues import use_project
from peermap.citing.formatting import citations
from peermap.citing.site import site_items
from peermap.load.everything import loaded
from peermap.load.in_language import in_language
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
from peermap.publish.languages import configurations
from peermap.render.formats.csl import csl_item
from peermap.sources import language_of, read_sources
from peermap.translating.faults import catalogue_problems


@dataclass(frozen=True, slots=True)
class Project:
    """The Atlas of a project (None without a readable map), and every problem of its sources."""

    atlas: Atlas | None
    problems: tuple[Problem, ...]
    others: Mapping[str, Atlas] = field(default_factory=dict)
    """The same in each other language that has files of its own."""

    def in_language(self, language: str) -> Atlas | None:
        """The Atlas of a language; the English one where nothing is said in it."""
        return self.others.get(language, self.atlas)


def read_project(root: Path) -> Project:
    """Read, load and place all sources below ``root``."""
    use_project(root.resolve())
    sources = read_sources(root)
    records, problems = loaded(sources)
    if records is None:
        return Project(None, tuple(problems))
    atlas, found = placed(records)
    others = {}
    for language in sources.languages:
        others[language], more = placed(in_language(records, language))
        found += [problem for problem in more if language_of(problem.mark.path) == language]
    for language in configurations(root):
        found += catalogue_problems(root.resolve(), language)
    return Project(atlas, (*problems, *found), others)


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
    others = {name: replace(atlas, citations=made) for name, atlas in project.others.items()}
    atlas = replace(project.atlas, citations=made)
    return Project(atlas, (*project.problems, *problems), others)
