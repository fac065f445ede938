"""How long an import takes, and how much memory: python bench/importing.py [NUMBER] [DIALECT …].

Each dialect is imported by the command itself into a bibliography of half as many works, a third of
the entries being known already. Prints seconds of wall and CPU time and the peak of memory. Without
arguments these are 10,000 entries in the dialects that are most in use; a dialect is named by its
first letters: ``"EndNote X" Zotero``.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from importing.dialects import DIALECTS  # type: ignore[import-not-found]  # noqa: E402
from peermap.load.bibtex import read_references  # noqa: E402
from peermap.records.reference import Name, Reference  # noqa: E402

WANTED = (
    "Zotero RIS",
    "PubMed nbib",
    "PubMed XML",
    "EndNote XML",
    "Zotero CSL JSON",
    "Zotero BibTeX",
)


def many(number: int) -> list[Reference]:
    """Works made of the words of the real ones; the same each time."""
    path = ROOT / "bibliography" / "references.bib"
    real, _ = read_references("references.bib", path.read_text(encoding="utf-8"))
    chance = random.Random(6)
    words = sorted({word for reference in real for word in reference.title.split()})
    families = sorted({name.family for r in real for name in r.authors if name.family})
    found = []
    for at in range(number):
        source = real[at % len(real)]
        title = " ".join(chance.choices(words, k=12))
        authors = tuple(Name(family=chance.choice(families), given="A. B.") for _ in range(5))
        fields = {**source.fields, "doi": f"10.5555/bench.{at}"} if at % 3 else {"journal": "B"}
        fields.pop("pmid", None)
        key = f"bench{at}"
        found.append(replace(source, key=key, title=title, authors=authors, fields=fields))
    return found


def measured(root: Path, export: str, before: bytes) -> tuple[float, float, float, str]:
    """Wall and CPU seconds, megabytes, and the last line of one import in a process of its own."""
    (root / "bibliography" / "references.bib").write_bytes(before)
    (root / "export").write_text(export, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "peermap",
        "--project",
        str(root),
        "import",
        str(root / "export"),
    ]
    start = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        out.seek(0)
        last = out.read().decode().rstrip().rpartition("\n")[2]
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, last


def chosen(starts: Sequence[str]) -> list[str]:
    """The dialects whose names begin so; those most in use where none is named."""
    return [name for name in DIALECTS if name.startswith(tuple(starts))] if starts else [*WANTED]


def bench(number: int, dialects: Sequence[str]) -> None:
    """One line a dialect."""
    works = many(number + number // 6)
    known, new = works[: number // 2], works[number // 6 : number + number // 6]
    before = DIALECTS["JabRef BibLaTeX"](known).replace("@Comment", "%").encode()
    before = before.lower()  # JabRef writes keys as they come; ours are in small letters
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "bibliography").mkdir()
        (root / "mkdocs.yml").touch()
        for dialect in dialects:
            wall, cpu, memory, last = measured(root, DIALECTS[dialect](new), before)
            print(f"{dialect:<16} {wall:5.1f} s  {cpu:5.1f} CPU s  {memory:5.0f} MB  {last}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdecimal() else 10_000
    bench(number, chosen(given))
