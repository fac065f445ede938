"""A project on disk: its sources read and placed, in one call for every adapter."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from peermap.catalogues import use_project
from peermap.citing.formatting import KeptCitations, citations
from peermap.citing.site import site_items
from peermap.kept import keep_records, records_kept
from peermap.load.everything import loaded
from peermap.load.in_language import in_language
from peermap.load.kept import KeptRecords
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
from peermap.publish.hand_written import hand_written_problems
from peermap.publish.languages import configurations
from peermap.render.formats.csl import csl_item
from peermap.sources import language_of, read_sources
from peermap.translating.faults import catalogue_problems


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it Python looks for no cycles among objects: what is read has hardly any, and looking
    takes longer the more there is.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class Kept:
    """What is kept from one build to the next: what was read, and citations as they were formatted.
    It may stay in memory; ``kept_in`` and ``keep_in`` get it from ``.cache/`` and put it there.
    """

    records: KeptRecords = field(default_factory=KeptRecords)
    citations: KeptCitations = field(default_factory=KeptCitations)


def kept_in(root: Path) -> Kept:
    """What an earlier build below ``root`` kept."""
    with uncollected():
        return Kept(records_kept(root))


def keep_in(root: Path, kept: Kept) -> None:
    """Keep the records for the next build; citations are kept as soon as they are formatted."""
    with uncollected():
        keep_records(root, kept.records)


@dataclass(frozen=True, slots=True)
class Project:
    """The Atlas of a project (None without a readable map), and every problem of its sources."""

    atlas: Atlas | None
    problems: tuple[Problem, ...]
    others: Mapping[str, Atlas] = field(default_factory=dict)
    """The same in each other language that has files of its own."""
    of_pages: tuple[Problem, ...] = ()
    """Those of the problems that are in hand-written pages."""

    @property
    def can_be_built(self) -> bool:
        """Whether an engine comes to its end with it."""
        return self.atlas is not None and all(p.severity != "error" for p in self.of_pages)

    def in_language(self, language: str) -> Atlas | None:
        """The Atlas of a language; the English one where nothing is said in it."""
        return self.others.get(language, self.atlas)


def read_project(root: Path, kept: Kept | None = None) -> Project:
    """Read, load and place all sources below ``root``. What ``kept`` has of an earlier reading is
    not read again, and it has this one afterwards.
    """
    with uncollected():
        return whole_project(root, kept or Kept())


def whole_project(root: Path, kept: Kept) -> Project:
    """The same."""
    use_project(root.resolve())
    sources = read_sources(root)
    records, problems = loaded(sources, kept.records)
    of_pages = tuple(hand_written_problems(root))
    if records is None:
        return Project(None, (*problems, *of_pages), of_pages=of_pages)
    atlas, found = placed(records)
    others = {}
    for language in sources.languages:
        others[language], more = placed(in_language(records, language))
        found += [problem for problem in more if language_of(problem.mark.path) == language]
    for language in configurations(root):
        found += catalogue_problems(root.resolve(), language)
    return Project(atlas, (*problems, *found, *of_pages), others, of_pages)


def with_citations(
    project: Project, root: Path, site_url: str = "", kept: Kept | None = None
) -> Project:
    """The project with every reference, and the site itself, in every style. Results are kept in
    ``.cache/`` below ``root``, and in ``kept``.
    """
    with uncollected():
        return cited_project(project, root, site_url, kept or Kept())


def cited_project(project: Project, root: Path, site_url: str, kept: Kept) -> Project:
    """The same."""
    if project.atlas is None:
        return project
    items = [csl_item(reference) for reference in project.atlas.references.values()]
    items += site_items(root, site_url)
    made, problems = citations(items, root / ".cache" / "citations", kept.citations)
    others = {name: replace(atlas, citations=made) for name, atlas in project.others.items()}
    atlas = replace(project.atlas, citations=made)
    all_of_them = (*project.problems, *problems)
    return replace(project, atlas=atlas, problems=all_of_them, others=others)
