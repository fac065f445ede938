"""A build around an engine that calls nobody: prepare and finish are called here, before and after
it, for each language in turn.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from peermap.citing.styles import default_style
from peermap.linked.heads import SiteFacts
from peermap.place.atlas import Atlas
from peermap.problems import problem_report
from peermap.project import Project, read_project, with_citations
from peermap.publish.citations import page_citations
from peermap.publish.engines import Engine, add_to_account, run_heard, settings_of
from peermap.publish.finish import finish
from peermap.publish.languages import configurations, frame_words, offered
from peermap.publish.prepare import prepare
from peermap.publish.writing import write_file
from peermap.render.addresses import rooted
from peermap.words import ENGLISH, speaking, spoken

ListPlace = tuple[tuple[str, ...], int, int]
"""The names that lead to a list, the line where it begins, and the line behind it."""
EXTENSIONS = ("markdown_extensions",)
TRACEBACK = re.compile(r"^Traceback \(.*\n(?:[ \t].*\n|\n)*(?:[\w.]+: )?", re.M)


def build_around(engine: Engine, root: Path, account: Path | None = None) -> int:
    """Prepare, run an engine that knows nothing of us, and finish, for each language in turn; the
    exit status of the engine.
    """
    settings = settings_of(root / "mkdocs.yml")
    project = with_citations(read_project(root), root, settings.get("site_url", ""))
    add_to_account(project.problems, account)
    if project.problems:
        print(problem_report(sorted(set(project.problems))), file=sys.stderr)
    if not project.can_be_built:
        return 1
    shutil.rmtree(root / settings.get("site_dir", "site"), ignore_errors=True)
    status = 0
    for language, path in {ENGLISH: root / "mkdocs.yml", **configurations(root)}.items():
        with speaking(language):
            status = status or build_language(engine, root, path, project, account)
    return status


def build_language(
    engine: Engine, root: Path, configuration: Path, project: Project, account: Path | None
) -> int:
    """Build the site of the language that is spoken; the exit status of the engine."""
    whole = settings_of(root / "mkdocs.yml")
    settings = {**whole, **settings_of(configuration)}
    atlas = project.in_language(spoken())
    assert atlas is not None
    found = prepare(atlas, root, root / settings.get("docs_dir", "docs"))
    add_to_account(found, account)
    if found:
        print(problem_report(found), file=sys.stderr)
    status = run_told(
        engine, root, configuration, extra_values(atlas, root, spoken(), whole.get("site_url", ""))
    )
    if status == 0:
        facts = SiteFacts(
            whole.get("site_url", ""),
            settings.get("site_name", ""),
            settings.get("site_description", ""),
        )
        docs, site = (root / settings.get(name, name[:-4]) for name in ("docs_dir", "site_dir"))
        finish(atlas, docs, site, facts)
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
    told, parent = root / ".mkdocs.peermap.yml", root / ".mkdocs.peermap.parent.yml"
    text = configuration.read_text(encoding="utf-8")
    if spoken() != ENGLISH:
        whole = (root / "mkdocs.yml").read_text(encoding="utf-8")
        text += extensions_of(whole).replace("docs/_parts", f"docs/{spoken()}/_parts")
        text = text.replace("INHERIT: mkdocs.yml", f"INHERIT: {parent.name}")
        write_file(parent, without_lists_of(text, whole))
    write_file(told, with_extra(text, extra))
    try:
        status, said = run_heard(engine, root, "build", "--clean", "--config-file", told.name)
        sys.stderr.write(TRACEBACK.sub("", said))
        return status
    finally:
        told.unlink()
        parent.unlink(missing_ok=True)


def extensions_of(configuration: str) -> str:
    """The lines of a configuration that name the extensions of Markdown."""
    lines = configuration.split("\n")
    named = (lines[a:b] for path, a, b in lists_in(configuration) if path == EXTENSIONS)
    return "\n" + "\n".join(line for found in named for line in found) + "\n"


def without_lists_of(child: str, parent: str) -> str:
    """A configuration without the lists that another has too. Zensical joins a list to the one it
    inherits, where MkDocs replaces it: the menu would stand there in both languages.
    """
    lines = parent.split("\n")
    own = {path for path, _, _ in lists_in(child)}
    for path, first, after in reversed(lists_in(parent)):
        if path in own:
            del lines[first:after]
    return "\n".join(lines)


def lists_in(configuration: str) -> list[ListPlace]:
    """The lists of a configuration."""
    tree = yaml.compose(configuration, Loader=yaml.SafeLoader)
    return list(lists_within(tree, ())) if tree else []


def lists_within(node: yaml.Node, path: tuple[str, ...]) -> Iterator[ListPlace]:
    """The lists among the values of a mapping, at any depth."""
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.SequenceNode) and not value.flow_style:
            yield (*path, name.value), name.start_mark.line, value.end_mark.line
        else:
            yield from lists_within(value, (*path, name.value))


def with_extra(configuration: str, values: Mapping[str, Any]) -> str:
    """The text of a configuration with more among its ``extra`` values, laid out as those are."""
    given = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    tree = yaml.compose(configuration, Loader=yaml.SafeLoader)
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else ()
    extra = next((value for name, value in pairs if name.value == "extra"), None)
    if not isinstance(extra, yaml.MappingNode):
        return "\n".join([f"{configuration}\nextra:", *(f"  {one}" for one in given), ""])
    at, indent = extra.start_mark.index, " " * extra.start_mark.column
    if extra.flow_style:
        return f"{configuration[: at + 1]}{', '.join([*given, ''])}{configuration[at + 1 :]}"
    return configuration[:at] + "".join(f"{one}\n{indent}" for one in given) + configuration[at:]
