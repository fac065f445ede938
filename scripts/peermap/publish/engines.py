"""The site engines, and the two calls around one that calls nobody (DESIGN §8).

MkDocs and ProperDocs run the hook of ``mkdocs.yml``, which prepares and finishes. Zensical reads
the same file and passes over hooks in silence, so both calls are made here, before and after it.
What they need is imported in the functions: the process that waits for MkDocs stays small.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from peermap.citing.styles import DEFAULT
from peermap.publish.writing import write_file

if TYPE_CHECKING:
    from peermap.place.atlas import Atlas
    from peermap.problems import Problem

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
    """Prepare, run an engine that knows nothing of us, and finish; its exit status."""
    from peermap.problems import problem_report
    from peermap.project import read_project, with_citations
    from peermap.publish.finish import finish
    from peermap.publish.prepare import prepare

    settings = settings_of(root / "mkdocs.yml")
    docs, site = root / settings.get("docs_dir", "docs"), root / settings.get("site_dir", "site")
    project = with_citations(read_project(root), root, settings.get("site_url", ""))
    keep_account(project.problems, account)
    problems = list(project.problems)
    if project.atlas is not None:
        problems += prepare(project.atlas, docs)
    if problems:
        print(problem_report(sorted(set(problems))), file=sys.stderr)
    if project.atlas is None:
        return 1
    shutil.rmtree(site, ignore_errors=True)
    status = run_told(engine, root, project.atlas)
    if status == 0:
        finish(
            project.atlas,
            site,
            settings.get("site_url", ""),
            name=settings.get("site_name", ""),
            description=settings.get("site_description", ""),
        )
    return status


def run_told(engine: Engine, root: Path, atlas: Atlas) -> int:
    """Build with a configuration that says how a page is cited, which the hook says elsewhere."""
    configuration = root / ".mkdocs.peermap.yml"
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write_file(configuration, with_page_citation(text, atlas))
    try:
        return run_engine(engine, root, "build", "--clean", "--config-file", configuration.name)
    finally:
        configuration.unlink()


def with_page_citation(configuration: str, atlas: Atlas) -> str:
    """The text of a configuration, with the citation of a page among its ``extra`` values."""
    from peermap.publish.citations import page_citations

    citation = page_citations(atlas).get(DEFAULT.id, "")
    head, found, rest = f"\n{configuration}".partition("\nextra:\n")
    line = f"  page_citation: {json.dumps(citation)}\n"
    return f"{head}\nextra:\n{line}{rest}".lstrip("\n") if found else f"{head}\nextra:\n{line}"


def settings_of(configuration: Path) -> dict[str, str]:
    """The settings of ``mkdocs.yml`` that are plain text, by name. The rest is the engine's own,
    with tags that only it can read, and is not looked at.
    """
    tree = yaml.compose(configuration.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    return {name.value: value.value for name, value in pairs if isinstance(value, yaml.ScalarNode)}
