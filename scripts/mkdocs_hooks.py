"""The adapter to MkDocs: two calls into peermap, and problems as MkDocs warnings.

When the English site is built, those of the other languages are built into folders of it, each by
a run of the engine with its own configuration (``mkdocs.fr.yml``).
"""

from __future__ import annotations

import logging
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from peermap.project import Project, read_project, with_citations
from peermap.publish.around import extra_values
from peermap.publish.engines import ACCOUNT, keep_account
from peermap.publish.finish import finish
from peermap.publish.languages import configurations, language_of
from peermap.publish.prepare import prepare
from peermap.publish.under_way import builds
from peermap.words import ENGLISH, speaking

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.peermap")
SNIPPETS = "pymdownx.snippets"


def root_of(config: MkDocsConfig) -> Path:
    """The folder of ``mkdocs.yml`` is the project."""
    return Path(config.config_file_path).parent


def language_in(config: MkDocsConfig) -> str:
    """The language of the site that is built."""
    return language_of(Path(config.config_file_path))


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which is built again on every change."""
    builds.is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A preview runs a script of MkDocs inside the page, which the site's own policy refuses. A
    site in another language takes in its own parts, and has its address within the whole one.
    """
    config.extra["preview"] = builds.is_preview
    language = language_in(config)
    if language != ENGLISH:
        config.mdx_configs.setdefault(SNIPPETS, {})["base_path"] = [f"{config.docs_dir}/_parts"]
        if config.site_url:
            config.site_url = f"{config.site_url.rstrip('/')}/{language}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """What is said in other languages belongs to their own sites."""
    if language_in(config) == ENGLISH:
        folders = tuple(f"{language}/" for language in configurations(root_of(config)))
        for file in list(files):
            if folders and file.src_uri.startswith(folders):
                files.remove(file)
    return files


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the sources and write the pages the engine is to render."""
    language = language_in(config)
    project = builds.project or project_of(config)
    atlas = project.in_language(language)
    if atlas is None:
        raise PluginError("\n".join(str(problem) for problem in project.problems))
    with speaking(language):
        problems = prepare(atlas, Path(config.docs_dir))
        address = whole_address(config)
        config.extra.update(extra_values(atlas, root_of(config), language, address))
    for problem in sorted({*problems, *(() if builds.project else project.problems)}):
        log.warning("%s", problem)
    builds.project = project


def project_of(config: MkDocsConfig) -> Project:
    """The sources, read once for all languages."""
    project = read_project(root_of(config))
    keep_account(project.problems, os.environ.get(ACCOUNT))
    return with_citations(project, root_of(config), whole_address(config))


def whole_address(config: MkDocsConfig) -> str:
    """The address of the whole site, whatever the language of this one."""
    address = config.site_url or ""
    language = language_in(config)
    return address if language == ENGLISH else address.removesuffix(f"{language}/")


def on_post_build(config: MkDocsConfig) -> None:
    """Pour the records and write the data; then build the sites in other languages."""
    language, project = language_in(config), builds.project
    atlas = project.in_language(language) if project else None
    if atlas is None:
        return
    with speaking(language):
        finish(
            atlas,
            Path(config.site_dir),
            whole_address(config),
            name=config.site_name,
            description=config.site_description or "",
            indexed=not builds.is_preview,
        )
    if language == ENGLISH:
        for other, path in configurations(root_of(config)).items():
            build_language(config, other, path)
        builds.project = None


def build_language(config: MkDocsConfig, language: str, path: Path) -> None:
    """Build the site of another language with the same engine, into a folder of this one."""
    engine = type(config).__module__.partition(".")[0]
    load = import_module(f"{engine}.config").load_config
    build = import_module(f"{engine}.commands.build").build
    build(load(str(path), site_dir=f"{config.site_dir}/{language}", strict=config.strict))


def on_build_error(error: Exception) -> None:
    """The next build of a preview reads the sources anew."""
    builds.project = None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch the sources too."""
    for folder in ("bibliography", "synthesis"):
        server.watch(str(root_of(config) / folder))
    for path in configurations(root_of(config)).values():
        server.watch(str(path))
    return server
