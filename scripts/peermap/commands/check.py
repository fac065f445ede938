"""Say every problem of the sources, with its place and a way out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from peermap.annotations import GUIDE, OTHERWISE, annotation_report, repository_address
from peermap.place.atlas import Atlas
from peermap.place.translated import only_english, shares
from peermap.problems import Problem, counted, problem_json, problem_report
from peermap.project import read_project
from peermap.sources import english_of, in_language

HELP = "every problem of the sources, with its place"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--language", help="list what is not said in a language, such as fr")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Say every problem, or what there is when there is none."""
    project = read_project(root)
    if parsed.language and project.atlas:
        print("\n".join(missing_words(project.atlas, parsed.language)))
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


def missing_words(atlas: Atlas, language: str) -> Iterator[str]:
    """What is in English only, each with its place and that of the words to come."""
    for passage in only_english(atlas, language):
        file = in_language(english_of(passage.mark.path), language)
        what = "the page" if passage.field == "page" else f"'{passage.field}'"
        yield f"{passage.mark}: {what} is in English only\n  Its words belong into {file}."


def exit_status(problems: Sequence[Problem]) -> int:
    """1 when the sources have problems, else 0."""
    return 1 if problems else 0
