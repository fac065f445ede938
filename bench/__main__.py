"""peermap beside what a user would take instead, in one run: make bench, or python -m bench -h.

For each size a corpus is written and every tool builds it in turn, round after round, so that what
else the machine does disturbs all alike. Prints tables of Markdown, machine and versions with them.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpus import PATHS, Size, write_corpus
from bench.measure import Cost, cost_of
from bench.page import Page, write_pages
from bench.pages import document_of, pages_of
from bench.rivals import RIVALS, Rival
from bench.table import Costs, growth, table

COLD = "peermap, cold"
ANEW = "peermap, every citation anew"
EDITED = "peermap, one record edited"
POURED = "peermap, pouring alone"
BUILD = (sys.executable, "-m", "peermap", "build")
REAL_REFERENCES, REAL_PROGRAMMES, FEWEST_PROGRAMMES = 354, 176, 50
DONE = (0, 1)  # peermap ends with 1 where the sources have problems, as drawn ones do


class Run:
    """One size: where its corpus and the projects of all tools stand."""

    def __init__(self, folder: Path, size: Size, longest: float) -> None:
        self.folder, self.longest = folder, longest
        self.corpus = write_corpus(folder / "corpus", size)
        self.size = size
        self.costs: dict[str, list[Cost]] = {}

    def peermap(self, name: str, *, clean: bool) -> None:
        """Build the corpus with peermap."""
        if clean:
            shutil.rmtree(self.corpus / "site", ignore_errors=True)
        self.told(name, self.cost(BUILD, self.corpus, "site", well=DONE))

    def pouring(self) -> None:
        """Pour the pages alone."""
        shutil.rmtree(self.folder / "poured", ignore_errors=True)
        files = [str(self.folder / name) for name in ("pages.jsonl", "document.html", "poured")]
        command = (sys.executable, "-m", "bench.pouring", *files)
        self.told(POURED, self.cost(command, self.folder, "poured"))

    def rival(self, rival: Rival, pages: Sequence[Page], document: str) -> None:
        """Build the same pages with another tool, from nothing."""
        root = self.folder / rival.name.replace(", ", "-").lower()
        if not root.is_dir():
            root.mkdir()
            rival.write(root, pages, document)
        for left in (rival.output, ".cache", "resources", "_build"):
            shutil.rmtree(root / left, ignore_errors=True)
        self.told(
            rival.name,
            self.cost(rival.command, root, rival.output, environment=rival.environment),
        )

    def cost(
        self,
        command: Sequence[str],
        root: Path,
        output: str,
        *,
        well: Sequence[int] = (0,),
        environment: Mapping[str, str] | None = None,
    ) -> Cost:
        return cost_of(
            command,
            root,
            root / output,
            longest=self.longest,
            environment=PATHS | {**(environment or {})},
            well=well,
        )

    def told(self, name: str, cost: Cost) -> None:
        """Keep a cost, and say it at once: a long run may be stopped."""
        self.costs.setdefault(name, []).append(cost)
        said = cost.fault or f"{cost.wall:.1f} s, {cost.cpu:.1f} CPU s, {cost.memory:.0f} MB"
        print(
            f"  {self.size.references} {name}: {said} (load {os.getloadavg()[0]:.1f})", flush=True
        )

    def edit(self, number: int) -> None:
        """Change the title of one reference."""
        path = self.corpus / "bibliography/references.bib"
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.rpartition("  title = {")
        path.write_text(f"{head}  title = {{Edited {number} {rest}", encoding="utf-8")


def measured(run: Run, rounds: int, wanted: Callable[[Rival], bool]) -> Costs:
    """Every tool that is here and wanted, round after round."""
    run.peermap(ANEW, clean=True)
    pages = write_pages(pages_of(run.corpus), run.folder / "pages.jsonl")
    document = document_of(run.corpus / "site", pages[0])
    (run.folder / "document.html").write_text(document, encoding="utf-8")
    for number in range(rounds):
        run.peermap(COLD, clean=True)
        run.edit(number)
        run.peermap(EDITED, clean=False)
        run.pouring()
        for rival in RIVALS:
            if rival.is_here and wanted(rival) and run.size.references <= rival.most:
                run.rival(rival, pages, document)
    return run.costs


def machine() -> str:
    """What it ran on, in one line."""
    model = "processor not known"
    if (info := Path("/proc/cpuinfo")).is_file():
        lines = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = lines[0].partition(": ")[2] if lines else model
    waiting = f"load at the start {os.getloadavg()[0]:.1f}"
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {waiting}"  # noqa: E501


def versions() -> list[str]:
    """Each tool with its version, or how to get it."""
    found = []
    for rival in RIVALS:
        if rival.is_here:
            done = subprocess.run(rival.version, capture_output=True, text=True, check=False)
            said = (done.stdout or done.stderr).strip().splitlines() or [""]
            found.append(f"{rival.name}: {said[0].split(' from ')[0][:60]}")
        else:
            found.append(f"{rival.name}: not here; {rival.get}")
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="bench", description="peermap beside other generators.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 1000], help="references")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="beginnings of names of other tools")
    parser.add_argument("--longest", type=float, default=1800, help="seconds for one build")
    parser.add_argument("--keep", type=Path, help="a folder for all that is written")
    given = parser.parse_args()

    only = None if given.only is None else tuple(name.lower() for name in given.only)

    def wanted(rival: Rival) -> bool:
        return only is None or rival.name.lower().startswith(only)

    print(machine(), *versions(), sep="\n", flush=True)
    with TemporaryDirectory() as temporary:
        found: dict[int, Costs] = {}
        for size in sorted(given.sizes):
            folder = (given.keep or Path(temporary)) / str(size)
            if folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
            least = REAL_PROGRAMMES if size >= REAL_REFERENCES else FEWEST_PROGRAMMES
            run = Run(folder, Size(size, max(size // 10, least)), given.longest)
            found[size] = measured(run, given.rounds, wanted)
            print(f"\n{size} references\n\n{table(found[size], COLD)}\n", flush=True)
        sizes = list(found)
        for small, large in pairwise(sizes):
            print(f"From {small} to {large} references\n\n{growth(found[small], found[large])}\n")


if __name__ == "__main__":
    main()
