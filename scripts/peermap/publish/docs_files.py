"""The files below ``docs/`` that an engine takes, in each language, and where its pages find the
parts that they take in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pathspec import GitIgnoreSpec

from peermap.problems import Stop
from peermap.publish.engines import settings_nodes
from peermap.publish.languages import configurations

ALWAYS_LEFT_OUT = (".*", "/templates/")
EXTENSIONS, SNIPPETS = "markdown_extensions", "pymdownx.snippets"
USED = {"docs_dir", "exclude_docs", EXTENSIONS}
KNOWN = {"base_path", "check_paths"}
PARTS = "_parts"


@dataclass(frozen=True, slots=True)
class Docs:
    """The ``docs/`` of one language: its folder, what is left out, the folders of other languages,
    and those from which pages take in parts; None where a part may be missing.
    """

    folder: Path
    left_out: GitIgnoreSpec
    others: frozenset[Path]
    parts: tuple[Path, ...] | None


def all_docs(root: Path) -> Iterator[Docs]:
    """The ``docs/`` of every language whose settings, and those of English, can be read."""
    whole = settings_or_none(root / "mkdocs.yml")
    if whole is None:
        return
    others = {
        language: whole | settings
        for language, path in configurations(root).items()
        if (settings := settings_or_none(path)) is not None
    }
    folders = frozenset(folder_of(root, settings) for settings in others.values())
    parts = part_folders(root, whole)
    yield docs_of(root, whole, folders, parts)
    for settings in others.values():
        own = (folder_of(root, settings) / PARTS,)
        yield docs_of(root, settings, frozenset(), own if parts else None)


def settings_or_none(configuration: Path) -> dict[str, Any] | None:
    """What is used here of an engine's settings; None where they cannot be read, which is told
    elsewhere.
    """
    try:
        nodes = settings_nodes(configuration) if configuration.is_file() else None
    except Stop:
        return None
    return nodes and {name: plain(node) for name, node in nodes.items() if name in USED}


def plain(node: Any) -> Any:
    """The value of a node of YAML, without its tag."""
    if isinstance(node, yaml.MappingNode):
        return {str(name.value): plain(value) for name, value in node.value}
    return (
        [plain(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value
    )


def folder_of(root: Path, settings: Mapping[str, Any]) -> Path:
    """The folder that an engine reads."""
    return root / str(settings.get("docs_dir", "docs"))


def docs_of(
    root: Path,
    settings: Mapping[str, Any],
    others: frozenset[Path],
    parts: tuple[Path, ...] | None,
) -> Docs:
    """The ``docs/`` of settings."""
    patterns = str(settings.get("exclude_docs", "")).split("\n")  # as in a file for git
    left_out = GitIgnoreSpec.from_lines([*ALWAYS_LEFT_OUT, *patterns])
    return Docs(folder_of(root, settings), left_out, others, parts)


def part_folders(root: Path, settings: Mapping[str, Any]) -> tuple[Path, ...] | None:
    """Where pages find the parts that they take in; None where the engine bears it that one is
    missing, or may take it from elsewhere.
    """
    for extension in settings.get(EXTENSIONS, ()):
        options = extension.get(SNIPPETS) if isinstance(extension, Mapping) else None
        if not isinstance(options, Mapping) or not options.keys() <= KNOWN:
            continue
        if options.get("check_paths") == "true":
            given = options.get("base_path", ".")
            paths = [root / each for each in ([given] if isinstance(given, str) else given)]
            return tuple(path.parent if path.is_file() else path for path in paths)
    return None


def taken_files(docs: Docs) -> Iterator[Path]:
    """Every file that the engine takes, sorted; a link to a folder around it, and a folder that
    cannot be read, stand for what is in them.
    """
    if docs.folder.is_dir():
        yield from taken_below(docs, docs.folder)


def taken_below(docs: Docs, folder: Path) -> Iterator[Path]:
    """The same below one folder."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        paths = []
        yield folder
    for path in paths:
        is_folder = os.path.isdir(path)  # unlike Path's, it bears what it may not look at
        at = path.relative_to(docs.folder).as_posix() + ("/" if is_folder else "")
        if path in docs.others or docs.left_out.match_file(at):
            continue
        if is_folder and not leads_around(path):
            yield from taken_below(docs, path)
        else:
            yield path


def leads_around(path: Path) -> bool:
    """Whether a path is a link to a folder in which it lies."""
    return path.is_symlink() and path.parent.resolve().is_relative_to(path.resolve())
