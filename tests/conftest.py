"""For all tests: one build of the real site, slow tests on demand, and an account of skips.

Where ``PEERMAP_NO_SKIPS=1`` is set, as in ``.ci/run``, a test that is skipped is a failure.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from building import built, copied_project, with_formatted
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.publish.one_at_a_time import one_at_a_time

settings.register_profile("usual", deadline=None)  # how long a draw takes depends on what else runs
settings.load_profile("usual")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project; it is not to be changed."""
    return copied_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def atlas(project: Path) -> Atlas:
    """The records of the real project."""
    atlas = read_project(project).atlas
    assert atlas is not None
    return atlas


@pytest.fixture(scope="session")
def built_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by whichever process of the run needs it first; it is not to be
    changed. The citations formatted for it are in the project of each.
    """
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    with one_at_a_time(common):
        if not (common / "site").is_dir():
            built(project, common / "site")
            with_formatted(common, project)
    with_formatted(project, common)
    return common / "site"


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, for half of the tests wait for a browser."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes what is found into the ``expected/`` folders of ``tests/cases``."""
    parser.addoption("--update", action="store_true", help="rewrite expected/ of the cases")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Files that take long begin first, so that no process is left alone with one in the end. Slow
    tests run only when they are asked for: ``-m slow``, or by name.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    if config.option.markexpr or any("::" in argument for argument in config.args):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


def skipped(config: pytest.Config) -> Counter[str]:
    """Why tests were skipped, and how many for each reason."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)


def no_skips() -> bool:
    """Whether every test must run here."""
    return os.environ.get("PEERMAP_NO_SKIPS", "") not in {"", "0"}


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where no test may be skipped, a skipped one makes the run fail."""
    if no_skips() and exitstatus == pytest.ExitCode.OK and skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """One line for each thing that is missing here: how many tests wait for it, and the way out."""
    word = "FAILED as skipped" if no_skips() else "skipped"
    for reason, number in sorted(skipped(config).items()):
        terminalreporter.write_line(f"{word}: {number} × {reason}")
