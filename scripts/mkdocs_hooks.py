"""The adapter to MkDocs: two calls into peermap, and problems as MkDocs warnings.

When the English site is built, those of the other languages are built into folders of it, each by
a run of the engine with its own configuration (``mkdocs.fr.yml``).
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, PluginError

from peermap.linked.heads import SiteFacts
from peermap.problems import Problem, problem_report
from peermap.project import Project, keep_in, kept_in, read_project, with_citations
from peermap.publish.around import extra_values
from peermap.publish.engine_process import end_tidily
from peermap.publish.engines import ACCOUNT, ENGINES, PREVIEW, add_to_account, run_behind
from peermap.publish.finish import finish
from peermap.publish.languages import configurations, language_of
from peermap.publish.prepare import prepare
from peermap.publish.preview import Preview
from peermap.publish.renewing import keep_what_stands, renewing
from peermap.publish.saved import saved
from peermap.publish.under_way import builds
from peermap.publish.writing import refused
from peermap.words import ENGLISH, speaking

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.peermap")
SNIPPETS = "pymdownx.snippets"
FEW = 5  # lines of what an engine says when it fails


def root_of(config: MkDocsConfig) -> Path:
    """The folder of ``mkdocs.yml`` is the project."""
    return Path(config.config_file_path).parent


def language_in(config: MkDocsConfig) -> str:
    """The language of the site that is built."""
    return language_of(Path(config.config_file_path))


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which is built again on every change. One that is told to
    end tidies up as after Ctrl-C.
    """
    builds.is_preview = command == "serve" or PREVIEW in os.environ
    if command == "serve":
        end_tidily()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A preview runs a script of MkDocs inside the page, which the site's own policy refuses. A
    site in another language takes in its own parts, and has its address within the whole one.
    """
    config.extra["preview"] = builds.is_preview
    if builds.is_preview and builds.seen is None:
        builds.seen = saved(root_of(config))
    language = language_in(config)
    if language == ENGLISH:
        config.site_url = os.environ.get(PREVIEW, config.site_url)
    else:
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
    if atlas is None or not project.can_be_built:
        raise PluginError(problem_report(project.problems))
    with speaking(language):
        problems = prepare(atlas, root_of(config), Path(config.docs_dir))
        add_to_account(problems, os.environ.get(ACCOUNT))
        address = whole_address(config)
        config.extra.update(extra_values(atlas, root_of(config), language, address))
    tell({*problems, *(() if builds.project else project.problems)})
    builds.project = project


def tell(problems: Iterable[Problem]) -> None:
    """Say problems as warnings of the engine."""
    for problem in sorted(set(problems)):
        log.warning("%s", problem)


def project_of(config: MkDocsConfig) -> Project:
    """The sources, read once for all languages; a preview keeps what it read for its next build."""
    root = root_of(config)
    if builds.is_preview and builds.kept is None:
        builds.kept = kept_in(root)
    project = read_project(root, builds.kept)
    if builds.kept:
        keep_in(root, builds.kept)
    project = with_citations(project, root, whole_address(config), builds.kept)
    add_to_account(project.problems, os.environ.get(ACCOUNT))
    if not builds.is_preview:
        gc.freeze()  # what was read stays to the end, and need not be looked through for garbage
    return project


def whole_address(config: MkDocsConfig) -> str:
    """The address of the whole site, whatever the language of this one."""
    address = config.site_url or ""
    language = language_in(config)
    return address if language == ENGLISH else address.removesuffix(f"{language}/")


def on_post_build(config: MkDocsConfig) -> None:
    """Pour the records and write the data; then build the sites in other languages."""
    is_whole = language_in(config) == ENGLISH  # the others are built within it
    with renewing(Path(config.site_dir)) if is_whole else nullcontext():
        finish_site(config)


def finish_site(config: MkDocsConfig) -> None:
    """The same, where it is known which site will be replaced."""
    language, project = language_in(config), builds.project
    atlas = project.in_language(language) if project else None
    if atlas is None:
        return
    facts = SiteFacts(whole_address(config), config.site_name, config.site_description or "")
    with speaking(language):
        docs, site = Path(config.docs_dir), Path(config.site_dir)
        keep_what_stands(site)
        pouring = finish(atlas, docs, site, facts, indexed=not builds.is_preview)
    if builds.is_preview:
        builds.pourings[language] = pouring
    if language == ENGLISH:
        for other, path in configurations(root_of(config)).items():
            build_language(config, other, path)
        builds.shown, builds.project = builds.project, None
        gc.unfreeze()


def build_language(config: MkDocsConfig, language: str, path: Path) -> None:
    """Build the site of another language with the same engine, into a folder of this one."""
    load, build = engine_of(config)
    build(load(str(path), site_dir=f"{config.site_dir}/{language}", strict=config.strict))


def engine_of(config: MkDocsConfig) -> tuple[Callable[..., MkDocsConfig], Callable[..., None]]:
    """How the engine at work, MkDocs or a fork of it, loads a configuration and builds a site."""
    engine = engine_name(config)
    load = import_module(f"{engine}.config").load_config
    return load, import_module(f"{engine}.commands.build").build


def engine_name(config: MkDocsConfig) -> str:
    """The module of the engine at work."""
    return type(config).__module__.partition(".")[0]


def on_build_error(error: Exception) -> None:
    """The next build of a preview reads the sources anew. What the disk refuses is told in a line;
    ``--verbose`` says where it came up.
    """
    builds.project = None
    if isinstance(error, OSError):
        log.debug("Refused by the disk:", exc_info=error)
        log.error("%s", refused(error))
        raise Abort("The site is not built.") from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch the sources too, and show an edited record at once; also what was saved during the
    first build, of which nobody tells.
    """
    for folder in ("bibliography", "synthesis"):
        server.watch(str(root_of(config) / folder))
    for path in configurations(root_of(config)).values():
        server.watch(str(path))
    folders = (Path(config.site_dir), Path(mkdtemp(prefix="mkdocs_")))
    builds.to_remove = folders[1]
    assert builds.seen is not None
    preview = Preview(
        root_of(config),
        builds,
        folders,
        build=partial(build_whole, config),
        build_apart=partial(build_apart, config),
        show=partial(show, server),
        tell=lambda project: tell(project.problems),
        seen=builds.seen,
    )
    server._want_rebuild = preview.is_late
    server.builder = partial(change, preview)
    return server


def change(preview: Preview) -> None:
    """Show what it makes that some file has changed, or say what the disk refuses."""
    try:
        preview.change()
    except OSError as error:
        raise Abort(refused(error)) from None


def build_whole(config: MkDocsConfig, folder: Path) -> None:
    """Build the site of a preview, in all languages, into a folder."""
    load, build = engine_of(config)
    whole = load(config.config_file_path, site_dir=str(folder), strict=config.strict)
    whole.site_url = config.site_url
    build(whole, serve_url=config.site_url)


def build_apart(config: MkDocsConfig, folder: Path) -> bool:
    """The same in a process of its own, which leaves the processor to this one; whether it did."""
    engine = ENGINES[engine_name(config)]
    arguments = ("build", "-q", "-f", str(config.config_file_path), "-d", str(folder))
    told = {PREVIEW: config.site_url or ""}
    started = partial(setattr, builds, "behind")
    status, said = run_behind(engine, root_of(config), *arguments, started=started, **told)
    if status > 0:  # below 0 it was told to end
        last = "\n".join(said.rstrip().splitlines()[-FEW:])
        log.warning("Lists and pages that the edit does not reach stay as they were:\n%s", last)
    return status == 0


def show(server: LiveReloadServer, folder: Path) -> None:
    """Serve a folder from now on, and let browsers load their page again."""
    server.root = str(folder)
    with server._epoch_cond:
        if server._visible_epoch == server._wanted_epoch:  # else the server is about to do it
            server._visible_epoch = server._wanted_epoch = server._visible_epoch + 1
            server._epoch_cond.notify_all()


def on_shutdown() -> None:
    """End what follows a preview and remove its folder; the first is the engine's."""
    if builds.behind:
        builds.behind.terminate()
        builds.behind.wait()
    if builds.to_remove:
        shutil.rmtree(builds.to_remove, ignore_errors=True)
