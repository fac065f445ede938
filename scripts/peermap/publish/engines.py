"""The site engines, and the two calls around one that calls nobody (DESIGN §8).

MkDocs and ProperDocs run the hook of ``mkdocs.yml``, which prepares and finishes. Zensical reads
the same file and passes over hooks in silence, so both calls are made here, before and after it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from peermap.citing.styles import default_style
from peermap.place.atlas import Atlas
from peermap.problems import Problem, problem_report
from peermap.project import Project, read_project, with_citations
from peermap.publish.citations import page_citations
from peermap.publish.finish import finish
from peermap.publish.languages import configurations, frame_words, offered
from peermap.publish.prepare import prepare
from peermap.publish.writing import write_file
from peermap.render.addresses import rooted
from peermap.words import ENGLISH, speaking, spoken

QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # Material's banner about another project
ACCOUNT = "PEERMAP_ACCOUNT"  # the environment tells the hook where to write of problems
HOW_TO_GET = "pip install --require-hashes -r requirements-engines.lock"


@dataclass(frozen=True, slots=True)
class Engine:
    """A site engine: the ``module`` that Python runs, and whether it calls the hook."""

    module: str
    calls_hook: bool

    @property
    def is_here(self) -> bool:
        return find_spec(self.module) is not None


ENGINES: Mapping[str, Engine] = {
    "mkdocs": Engine("mkdocs", calls_hook=True),
    "properdocs": Engine("properdocs", calls_hook=True),
    "zensical": Engine("zensical", calls_hook=False),
}


def build_with(engine: Engine, root: Path, account: Path | None = None) -> int:
    """Build the site of a project, from nothing; the exit status of the engine. The number of
    problems of the sources is written into ``account``, so that nobody reads them twice.
    """
    if engine.calls_hook:
        told = {ACCOUNT: str(account)} if account else {}
        return run_engine(engine, root, "build", "--clean", **told)
    return build_around(engine, root, account)


def run_engine(engine: Engine, root: Path, *arguments: str, **environment: str) -> int:
    """Run the engine in the project; its exit status."""
    command = [sys.executable, "-m", engine.module, *arguments]
    environment = {**os.environ, **QUIET, **environment}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def keep_account(problems: Sequence[Problem], account: Path | str | None) -> None:
    """Write how many problems the sources have, for the command that started the engine."""
    if account:
        Path(account).write_text(str(len(problems)), encoding="utf-8")


def build_around(engine: Engine, root: Path, account: Path | None = None) -> int:
    """Prepare, run an engine that knows nothing of us, and finish, for each language in turn; the
    exit status of the engine.
    """
    settings = settings_of(root / "mkdocs.yml")
    project = with_citations(read_project(root), root, settings.get("site_url", ""))
    keep_account(project.problems, account)
    if project.problems:
        print(problem_report(sorted(set(project.problems))), file=sys.stderr)
    if project.atlas is None:
        return 1
    shutil.rmtree(root / settings.get("site_dir", "site"), ignore_errors=True)
    status = 0
    for language, path in {ENGLISH: root / "mkdocs.yml", **configurations(root)}.items():
        with speaking(language):
            status = status or build_language(engine, root, path, project)
    return status


def build_language(engine: Engine, root: Path, configuration: Path, project: Project) -> int:
    """Build the site of the language that is spoken; the exit status of the engine."""
    whole = settings_of(root / "mkdocs.yml")
    settings = {**whole, **settings_of(configuration)}
    atlas = project.in_language(spoken())
    assert atlas is not None
    found = prepare(atlas, root / settings.get("docs_dir", "docs"))
    if found:
        print(problem_report(found), file=sys.stderr)
    status = run_told(
        engine, root, configuration, extra_values(atlas, root, spoken(), whole.get("site_url", ""))
    )
    if status == 0:
        finish(
            atlas,
            root / settings.get("site_dir", "site"),
            whole.get("site_url", ""),
            name=settings.get("site_name", ""),
            description=settings.get("site_description", ""),
        )
    return status


def extra_values(atlas: Atlas, root: Path, language: str, site_url: str = "") -> dict[str, Any]:
    """What the frame around pages needs to know, as ``extra`` values of a configuration: how a page
    is cited, and where the site has several languages, these, the words of its own, and the way up
    to what they share.
    """
    citation = page_citations(atlas).get(default_style(language).id, "")
    values: dict[str, Any] = {"page_citation": citation}
    if languages := offered(root):
        values |= {"languages": languages, "whole": rooted(site_url)}
    if language != ENGLISH:
        values |= {"up": "../", "words": frame_words(language)}
    return values


def run_told(engine: Engine, root: Path, configuration: Path, extra: Mapping[str, Any]) -> int:
    """Build with a configuration that has the values which the hook gives elsewhere."""
    told = root / ".mkdocs.peermap.yml"
    text = configuration.read_text(encoding="utf-8")
    if spoken() != ENGLISH:
        parts = f"docs/{spoken()}/_parts"
        text += extensions_of(root / "mkdocs.yml").replace("docs/_parts", parts)
    write_file(told, with_extra(text, extra))
    try:
        return run_engine(engine, root, "build", "--clean", "--config-file", told.name)
    finally:
        told.unlink()


def extensions_of(configuration: Path) -> str:
    """The lines of a configuration that name the extensions of Markdown."""
    text = configuration.read_text(encoding="utf-8")
    match = re.search(r"^markdown_extensions:\n(?:[ -].*\n)+", text, re.MULTILINE)
    return f"\n{match[0]}" if match else ""


def with_extra(configuration: str, values: Mapping[str, Any]) -> str:
    """The text of a configuration with more among its ``extra`` values."""
    head, found, rest = f"\n{configuration}".partition("\nextra:\n")
    lines = "".join(
        f"  {name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items()
    )
    return f"{head}\nextra:\n{lines}{rest}".lstrip("\n") if found else f"{head}\nextra:\n{lines}"


def settings_of(configuration: Path) -> dict[str, str]:
    """The settings of ``mkdocs.yml`` that are plain text, by name. The rest is the engine's own,
    with tags that only it can read, and is not looked at.
    """
    tree = yaml.compose(configuration.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    return {name.value: value.value for name, value in pairs if isinstance(value, yaml.ScalarNode)}
