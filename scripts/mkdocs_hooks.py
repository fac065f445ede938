"""The adapter to MkDocs: two calls into peermap, and problems as MkDocs warnings."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from peermap.citing.styles import DEFAULT
from peermap.project import Project, read_project, with_citations
from peermap.publish.citations import page_citations
from peermap.publish.engines import ACCOUNT, keep_account
from peermap.publish.finish import finish
from peermap.publish.prepare import prepare

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.hooks.peermap")
projects: dict[str, Project] = {}  # of the build under way, by configuration file
commands: list[str] = []  # the one that MkDocs was started with


def root_of(config: MkDocsConfig) -> Path:
    """The folder of ``mkdocs.yml`` is the project."""
    return Path(config.config_file_path).parent


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which is built again on every change."""
    commands[:] = [command]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A preview runs a script of MkDocs inside the page, which the site's own policy refuses."""
    config.extra["preview"] = "serve" in commands
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the sources and write the pages the engine is to render."""
    project = read_project(root_of(config))
    keep_account(project.problems, os.environ.get(ACCOUNT))
    project = with_citations(project, root_of(config), config.site_url or "")
    if project.atlas is None:
        raise PluginError("\n".join(str(problem) for problem in project.problems))
    problems = [*project.problems, *prepare(project.atlas, Path(config.docs_dir))]
    for problem in sorted(set(problems)):
        log.warning("%s", problem)
    config.extra["page_citation"] = page_citations(project.atlas).get(DEFAULT.id, "")
    projects[config.config_file_path] = project


def on_post_build(config: MkDocsConfig) -> None:
    """Pour the records and write the data."""
    project = projects.pop(config.config_file_path)
    if project.atlas is not None:
        indexed = "serve" not in commands
        finish(
            project.atlas,
            Path(config.site_dir),
            config.site_url or "",
            name=config.site_name,
            description=config.site_description or "",
            indexed=indexed,
        )


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch the sources too."""
    for folder in ("bibliography", "synthesis"):
        server.watch(str(root_of(config) / folder))
    return server
