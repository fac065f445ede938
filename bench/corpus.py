"""A project of any size that looks like the real one: a seeded draw from what is there.

Every synthetic programme takes each of its answers, silos, years and places from some real
programme, one by one and at random. So options, states and silos are as common as they are in the
real records, and no synthetic record is true. Words of names, titles and summaries follow
each other as they do in the real ones. A corpus smaller than the real one keeps the works that are
used most and the programmes that rest on them; where prose speaks of others, peermap says so and
goes on. Command: ``python -m bench.corpus FOLDER`` (see ``-h``).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.records.programme import Answer, Placement, Programme
from peermap.render.formats.uses import use_rows

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
PATHS = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'scripts'}"}  # for commands on a corpus
TAKEN_OVER = ("docs", "overrides", "scripts", "mkdocs.yml", "synthesis", "bibliography")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "_parts")
READ_ON = "2026-01-01"


@dataclass(frozen=True, slots=True)
class Size:
    """How many references and programmes a corpus has in all."""

    references: int
    programmes: int


class Words:
    """Sentences whose every word has followed the one before it in some real text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.following: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            words = text.split()
            for word, following in zip(["", *words], [*words, ""], strict=True):
                self.following[word].append(following)

    def drawn(self, chance: Random, least: int, most: int) -> str:
        """A text of at least and at most so many words; a text that ends early begins again."""
        found: list[str] = []
        word, length = "", chance.randint(least, most)
        while len(found) < length:
            word = chance.choice(self.following[word])
            found += [word] if word else []
        return " ".join(found)


class Corpus:
    """Draws the records of one corpus; the same seed and Atlas give the same texts."""

    def __init__(self, atlas: Atlas, size: Size, seed: int) -> None:
        self.atlas, self.size, self.chance = atlas, size, Random(seed)
        self.real = list(atlas.programmes.values())
        self.names = Words(p.name for p in self.real)
        self.summaries = Words(p.summary for p in self.real)
        self.titles = Words(r.title for r in atlas.references.values())
        self.authors = [n.inverted for r in atlas.references.values() for n in r.authors if n.given]
        wanting = size.references - len(atlas.references)
        self.keys = [f"synthetic{n}" for n in range(1, wanting + 1)]
        self.tags: dict[str, set[str]] = defaultdict(set)

    def programmes(self) -> Iterator[tuple[str, str]]:
        """Id and YAML of every programme. JSON is YAML, and writes much faster."""
        for n in range(1, self.size.programmes - len(self.real) + 1):
            record = self.programme(n)
            yield f"synthetic-{n}", json.dumps(record, ensure_ascii=False, indent=1) + "\n"

    def drawn(self, what: Callable[[Programme], T]) -> T:
        """Something of a real programme, of any."""
        return what(self.chance.choice(self.real))

    def programme(self, number: int) -> dict[str, object]:
        """One programme as its file has it."""
        sources = self.chance.sample(self.keys or list(self.atlas.references), 2)
        words = self.drawn(lambda p: p.years.words if p.years else "")
        return {
            "name": f"{self.names.drawn(self.chance, 2, 6)} {number}",
            "kind": self.drawn(lambda p: p.kind),
            "labels": self.drawn(lambda p: list(p.labels)),
            "trend": self.drawn(lambda p: p.trend),
            "places": self.drawn(lambda p: [name for place in p.places for name in place.names]),
            **({"years": words} if words else {}),
            "communities": self.drawn(lambda p: list(p.communities)),
            "issues": self.drawn(lambda p: list(p.issues)),
            "summary": self.summaries.drawn(self.chance, 40, 70),
            "placements": {q.id: self.answer(q.id, sources) for q in self.atlas.map.questions},
            "read": [{"source": s, "what": "abstract", "on": READ_ON} for s in sources],
        }

    def answer(self, question: str, sources: Sequence[str]) -> object:
        """The answer of some real programme, on evidence from the sources of this one."""
        answer: Answer = self.drawn(lambda p: p.answers[question])
        if not answer.placements:
            return answer.state
        return [
            {"option": p.option, "evidence": [self.evidence(question, p, sources)]}
            for p in answer.placements
        ]

    def evidence(
        self, question: str, placement: Placement, sources: Sequence[str]
    ) -> dict[str, str]:
        """One piece of evidence; its source is tagged for it."""
        source = self.chance.choice(sources)
        self.tags[source].add(f"{question}:{placement.option}")
        says = self.summaries.drawn(self.chance, 8, 16)
        return {"source": source, "where": "Results", "says": says, "strength": placement.strength}

    def bibliography(self) -> Iterator[str]:
        """BibTeX of every reference, tagged for what the programmes use it for."""
        for key in self.keys:
            fields = {
                "author": " and ".join(self.chance.sample(self.authors, self.chance.randint(1, 6))),
                "title": self.titles.drawn(self.chance, 7, 16).translate(NO_BRACES),
                "journal": self.titles.drawn(self.chance, 2, 4).translate(NO_BRACES),
                "year": str(self.chance.randint(1950, 2025)),
                "volume": str(self.chance.randint(1, 90)),
                "pages": f"{(page := self.chance.randint(1, 900))}--{page + 12}",
                "keywords": ", ".join(sorted(self.tags[key])),
            }
            lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
            yield f"@article{{{key},\n{lines}}}\n"


def reduce(to: Path, atlas: Atlas, size: Size) -> None:
    """Take out of a copy of the real project what is more than the size."""
    if size.references >= len(atlas.references) and size.programmes >= len(atlas.programmes):
        return
    used = {key: sum(1 for _ in use_rows(atlas, one)) for key, one in atlas.references.items()}
    works = set(sorted(used, key=lambda key: (-used[key], key))[: size.references])

    def missing(programme: Programme) -> int:
        return len({read.source for read in programme.read} - works)

    programmes = sorted(atlas.programmes.values(), key=lambda one: (missing(one), one.id))
    for programme in programmes[size.programmes :]:
        for path in (to / "synthesis").glob(f"**/programmes/{programme.id}.yml"):
            path.unlink()
    bibliography = to / "bibliography/references.bib"
    blocks = re.split(r"^(?=@)", bibliography.read_text(encoding="utf-8"), flags=re.MULTILINE)
    key_of = re.compile(r"@\w+\{([^,\s]+),")
    kept = [b for b in blocks if not (key := key_of.match(b)) or key[1] in works]
    bibliography.write_text("".join(kept), encoding="utf-8")


NO_BRACES = str.maketrans("", "", "{}\\%&#$_^~")


def write_corpus(to: Path, size: Size, *, seed: int = 1, of: Path = ROOT) -> Path:
    """Write a project of that size into the folder ``to``, which is new or a corpus itself."""
    atlas = read_project(of).atlas
    assert atlas is not None
    for name in TAKEN_OVER:
        if (of / name).is_dir():
            shutil.copytree(of / name, to / name, ignore=LEFT_OUT, dirs_exist_ok=True)
        else:
            shutil.copy2(of / name, to / name)
    reduce(to, atlas, size)
    corpus = Corpus(atlas, size, seed)
    folder = to / "synthesis/programmes"
    folder.mkdir(parents=True, exist_ok=True)
    for id_, text in corpus.programmes():
        (folder / f"{id_}.yml").write_text(text, encoding="utf-8")
    with (to / "bibliography/references.bib").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(corpus.bibliography()))
    return to


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a synthetic project of any size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--references", type=int, default=1000)
    parser.add_argument("--programmes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_corpus(given.folder, Size(given.references, given.programmes), seed=given.seed)


if __name__ == "__main__":
    main()
