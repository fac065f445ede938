"""Problems as annotations of a pull request, and where the guide says how to mend each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peermap.problems import Problem

GUIDE = "CONTRIBUTING.md"
SECTIONS = (
    ("bibliography/", "add-a-reference"),
    ("synthesis/programmes/", "add-a-programme"),
)
OTHERWISE = "read-the-messages"
IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def guide_link(problem: Problem, repository: str = "") -> str:
    """The section of the guide for a problem: as a path, or below a repository's web address."""
    path = problem.mark.path
    section = next((name for start, name in SECTIONS if path.startswith(start)), OTHERWISE)
    return f"{repository}/blob/HEAD/{GUIDE}#{section}" if repository else f"{GUIDE}#{section}"


def repository_address(environment: Mapping[str, str]) -> str:
    """The repository's web address, as the workflow's environment tells it; empty elsewhere."""
    server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else ""


def annotation_report(problems: Iterable[Problem], repository: str = "") -> str:
    """GitHub's workflow commands, a line for each problem, sorted and once each."""
    return "\n".join(annotation(problem, repository) for problem in sorted(set(problems)))


def annotation(problem: Problem, repository: str = "") -> str:
    """One command. Whatever a source says cannot end it or begin another."""
    mark = problem.mark
    places = {"file": mark.path, "line": mark.line, "col": mark.column}
    where = ",".join(f"{k}={str(v).translate(IN_PROPERTY)}" for k, v in places.items() if v)
    words = [problem.says, problem.way_out, f"Guide: {guide_link(problem, repository)}"]
    text = "\n".join(line for line in words if line)
    return f"::{problem.severity} {where}::{text.translate(IN_DATA)}"
