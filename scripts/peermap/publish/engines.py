"""The site engines, and the two calls around one that calls nobody (DESIGN §8).

MkDocs and ProperDocs run the hook of ``mkdocs.yml``, which prepares and finishes. Zensical reads
the same file and passes over hooks in silence, so both calls are made in ``around.py``, which is
imported only then: the process that waits for MkDocs stays small.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from peermap.problems import Problem, Stop
from peermap.publish.engine_process import ENDS
from peermap.publish.renewing import (
    STANDING,
    can_be_renewed,
    place_for_next,
    put_in_place,
    renewing,
)
from peermap.publish.writing import refusals_told

Step = Callable[[Path], object]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # Material's banner about another project
LEAN = {"MALLOC_ARENA_MAX": "1"}  # threads share their memory, which spares some 25 MB
ACCOUNT = "PEERMAP_ACCOUNT"  # the environment tells the hook where to write of problems
PREVIEW = "PEERMAP_PREVIEW"  # the same tells that a build is for a preview at this address
ENDS_AT_ONCE = ("-m", "peermap.publish.engine_process")
HOW_TO_GET = ".venv/bin/pip install --require-hashes -r requirements-engines.lock"
GENTLE = 10  # of 19; a process that others may pass


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


def build_with(
    engine: Engine, root: Path, account: Path | None = None, last: Step | None = None
) -> int:
    """Build the site of a project, from nothing; the exit status of the engine. The number of
    problems of the sources is written into ``account``, so that nobody reads them twice. A ``last``
    step changes the site before it takes the place of the one that stands.
    """
    told = {ACCOUNT: str(account)} if account else {}
    command = [*ENDS_AT_ONCE, engine.module, "build", "--clean"]
    site = site_of(root).absolute()  # the engine works in the folder of the project
    if os.path.lexists(site) and not site.is_dir():
        raise Stop(f"{site}: the site is to be here, and this is no folder; rename or delete it")
    if engine.calls_hook and can_be_renewed(site):
        return renew(command, root, site, last, **told)
    if engine.calls_hook:
        status = run(command, root, **told)
    else:
        from peermap.publish.around import build_around

        status = build_around(engine, root, account)
    if last and status == 0:
        last(site)
    return status


def build_and_tell(engine: Engine, root: Path, last: Step | None = None) -> tuple[int, bool]:
    """Build the site of a project: the exit status of the engine, and whether there are problems
    of the sources, which the engine has said. Raises Stop where the disk refuses.
    """
    with refusals_told(), TemporaryDirectory() as folder:
        account = Path(folder) / "problems"
        status = build_with(engine, root, account, last)
        return status, account.is_file() and account.read_text(encoding="utf-8") != "0"


def renew(command: Sequence[str], root: Path, site: Path, last: Step | None, **told: str) -> int:
    """Build the site beside the one that stands, and put it in its place; the exit status."""
    told[STANDING] = str(site)
    with place_for_next(site) as following:
        status = run([*command, "--site-dir", str(following)], root, **told)
        if status == 0:
            if last:
                with renewing(following, str(site)):
                    last(following)
            put_in_place(following, site)
    return status


def run_engine(engine: Engine, root: Path, *arguments: str, **environment: str) -> int:
    """Run the engine in the project; its exit status."""
    return run(["-m", engine.module, *arguments], root, **environment)


def run_heard(engine: Engine, root: Path, *arguments: str) -> tuple[int, str]:
    """Run the engine in the project; the exit status, and what it says of faults."""
    return waited_for(["-m", engine.module, *arguments], root, {}, faults=subprocess.PIPE)


def run(arguments: Sequence[str], root: Path, **environment: str) -> int:
    """Run Python in the project, as an engine likes it; the exit status."""
    return waited_for(arguments, root, environment)[0]


def waited_for(
    arguments: Sequence[str], root: Path, environment: Mapping[str, str], faults: int | None = None
) -> tuple[int, str]:
    """Run Python in the project, as an engine likes it; the exit status, and what it says of faults
    where they go into a pipe. Whoever ends this process ends the engine.
    """
    command, around = [sys.executable, *arguments], {**surroundings(), **environment}
    with (
        subprocess.Popen(command, cwd=root, env=around, stderr=faults, text=True) as process,
        passing_on_to(process),
    ):
        try:
            said = process.communicate()[1]
        except BaseException:
            process.kill()
            raise
    return process.returncode, said or ""


def surroundings() -> dict[str, str]:
    """The environment that an engine likes."""
    return {**LEAN, **os.environ, **QUIET}


@contextmanager
def passing_on_to(process: subprocess.Popen[str]) -> Iterator[None]:
    """Within it what tells this process to end tells the other one, which tidies up."""
    signals = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        signals = []  # only the main thread may
    before = {number: signal.signal(number, lambda *_: process.terminate()) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def become_engine(engine: Engine, root: Path, *arguments: str) -> int:
    """Run the engine in place of this process where the system can, so that whoever ends this one
    ends the engine; elsewhere beside it.
    """
    if os.name == "posix":
        os.chdir(root)
        sys.stdout.flush()
        command = [sys.executable, "-m", engine.module, *arguments]
        os.execve(sys.executable, command, surroundings())
    return run_engine(engine, root, *arguments)


def run_behind(
    engine: Engine,
    root: Path,
    *arguments: str,
    started: Callable[[subprocess.Popen[str]], object] = lambda process: None,
    **environment: str,
) -> tuple[int, str]:
    """Run the engine where it can be with little claim on the processor; the exit status, and what
    it says of faults, or why it does not start. ``started`` is told of the process.
    """
    command = [sys.executable, "-m", engine.module, *arguments]
    environment = {**os.environ, **QUIET, **environment}
    try:
        with subprocess.Popen(
            command, cwd=root, env=environment, stderr=subprocess.PIPE, text=True
        ) as process:
            if hasattr(os, "setpriority"):
                os.setpriority(os.PRIO_PROCESS, process.pid, GENTLE)
            started(process)
            said = process.communicate()[1]
            return process.returncode, said
    except OSError as reason:
        return 1, str(reason)


def add_to_account(problems: Sequence[Problem], account: Path | str | None) -> None:
    """Write how many problems there are, with those before, for the command that started the
    engine.
    """
    if account:
        path = Path(account)
        before = int(path.read_text(encoding="utf-8")) if path.is_file() else 0
        path.write_text(str(before + len(problems)), encoding="utf-8")


def site_of(root: Path) -> Path:
    """The folder of the finished site."""
    return root / settings_of(root / "mkdocs.yml").get("site_dir", "site")


def settings_of(configuration: Path) -> dict[str, str]:
    """The settings of ``mkdocs.yml`` that are plain text, by name. The rest is the engine's own,
    with tags that only it can read, and is not looked at. Raises Stop where it cannot be read.
    """
    found = settings_nodes(configuration)
    return {name: node.value for name, node in found.items() if isinstance(node, yaml.ScalarNode)}


def settings_nodes(configuration: Path) -> dict[str, yaml.Node]:
    """All settings of ``mkdocs.yml`` as they stand there. Raises Stop where it cannot be read."""
    with refusals_told():
        text = configuration.read_text(encoding="utf-8", errors="replace")
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        from peermap.load.yaml_words import syntax_problem

        raise Stop(syntax_problem(configuration.name, text, fault, first_line=1)) from None
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    return {name.value: value for name, value in pairs if isinstance(name, yaml.ScalarNode)}
