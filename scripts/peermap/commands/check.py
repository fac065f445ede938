"""Say every problem of the sources, with its place and a way out."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from peermap.annotations import GUIDE, OTHERWISE, annotation_report, repository_address
from peermap.place.atlas import Atlas
from peermap.place.translated import only_english, shares
from peermap.problems import Problem, Stop, counted, problem_json, problem_report
from peermap.project import read_project
from peermap.publish.engines import settings_of
from peermap.sources import english_of, in_language

HELP = "every problem of the sources, with its place"
WHOLE = {"page": "the page", "section": "this section, or a claim in it,"}


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--language", help="list what is not said in a language, such as fr")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Say every problem, or what there is when there is none; status 2 where an engine could not
    read its settings.
    """
    faults = list(settings_faults(root))
    for fault in faults:
        print(fault, file=sys.stderr)
    status = sources_checked(root, parsed)
    return 2 if faults else status


def settings_faults(root: Path) -> Iterator[Stop]:
    """Why settings of the engine cannot be read, those of each language."""
    for configuration in sorted(root.glob("mkdocs*.yml")):
        try:
            settings_of(configuration)
        except Stop as fault:
            yield fault


def sources_checked(root: Path, parsed: argparse.Namespace) -> int:
    """Say every problem of the sources; the exit status."""
    project = read_project(root)
    if parsed.language and project.atlas:
        print(language_report(tuple(missing_words(project.atlas, parsed.language)), parsed.format))
        return 0
    if parsed.format == "json":
        print(problem_json(project.problems))
    elif project.problems and parsed.format == "github":
        print(annotation_report(project.problems, repository_address(os.environ)))
    elif project.problems:
        print(problem_report(project.problems))
        print(f"How to mend them: {GUIDE}#{OTHERWISE}")
    elif project.atlas:
        counts = (
            counted(len(project.atlas.references), "reference"),
            counted(len(project.atlas.programmes), "programme"),
            counted(len(project.atlas.labels), "label"),
        )
        print(f"{', '.join(counts)}: no problems")
    if project.atlas and parsed.format == "text":
        for line in language_lines(project.atlas):
            print(line)
    return exit_status(project.problems)


def language_lines(atlas: Atlas) -> Iterator[str]:
    """For each other language how much is said in it, and how to see the rest."""
    for language, found in shares(atlas).items():
        said, every = sum(share.said for share in found), sum(share.of for share in found)
        way = f"; peermap check --language {language} lists the others" if said < every else ""
        yield f"{language}: {said} of {counted(every, 'passage')} are translated{way}"


def language_report(missing: Sequence[Problem], format_: str) -> str:
    """What is not said in a language, in one of the formats; as text it has no sum."""
    if format_ == "json":
        return problem_json(missing)
    if format_ == "github":
        return annotation_report(missing, repository_address(os.environ))
    return "\n".join(map(str, missing))


def missing_words(atlas: Atlas, language: str) -> Iterator[Problem]:
    """What is in English only, each with its place and that of the words to come."""
    for passage in only_english(atlas, language):
        file = in_language(english_of(passage.mark.path), language)
        what = WHOLE.get(passage.field, f"'{passage.field}'")
        says, way_out = f"{what} is in English only", f"Its words belong into {file}."
        yield Problem(passage.mark, says, way_out, "warning")


def exit_status(problems: Sequence[Problem]) -> int:
    """1 when the sources have problems, else 0."""
    return 1 if problems else 0
