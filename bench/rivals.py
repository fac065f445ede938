"""What a user would take instead, each with a project of the same pages in the way it likes best.

Bodies are ready HTML for all but Sphinx and one project for Hugo, so none of the others pays for
Markdown, templates of records, search or data. No tool has references in its navigation but
Material as it comes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from bench.hugo.project import SETTINGS, write_project
from bench.page import BODY, TITLE, Page
from peermap.project import read_project, with_citations

Writer = Callable[[Path, Sequence[Page], str], None]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Rival:
    """A tool: the ``command`` that builds the project that ``write`` wrote, its folder of
    ``output``, the largest number of references it is given, and how to get it.
    """

    name: str
    command: Sequence[str]
    write: Writer
    output: str
    get: str
    version: Sequence[str]
    most: int = 1_000_000
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_here(self) -> bool:
        program = self.command[0]
        if program == sys.executable:
            return find_spec(self.command[2]) is not None
        return shutil.which(program) is not None


def program(name: str, variable: str) -> str:
    """A program by the environment's variable, else by its name."""
    return os.environ.get(variable) or name


def front(page: Page, **more: str) -> str:
    """Front matter with the title."""
    rows = {"title": page.title} | more
    return "---\n" + "".join(f"{k}: {json.dumps(v)}\n" for k, v in rows.items()) + "---\n"


def write_hugo(root: Path, pages: Sequence[Page], document: str) -> None:
    """Content as HTML and one layout; no lists, feeds or taxonomies."""
    write(root / "hugo.toml", SETTINGS)
    write(root / "config.toml", SETTINGS)
    around = document.replace(TITLE, "{{ .Title }}").replace(BODY, "{{ .Content }}")
    write(root / "layouts/_default/single.html", around)
    for page in pages:
        write(root / f"content/{page.address.rstrip('/')}.html", front(page) + page.body)


def write_hugo_records(root: Path, pages: Sequence[Page], document: str) -> None:
    """The values of each record and layouts for them, from the corpus as it was built; labels and
    further pages of lists as HTML.
    """
    corpus = root.parent / "corpus"
    atlas = with_citations(read_project(corpus), corpus).atlas
    assert atlas is not None
    write_project(root, atlas, corpus / "site")


def write_eleventy(root: Path, pages: Sequence[Page], document: str) -> None:
    """Content as HTML that no template language reads, and one layout."""
    settings = "module.exports = () => ({ htmlTemplateEngine: false, dir: { input: 'pages' } });\n"
    write(root / ".eleventy.js", settings)
    around = document.replace(TITLE, "{{ title }}").replace(BODY, "{{ content | safe }}")
    write(root / "pages/_includes/record.njk", around)
    for page in pages:
        at = f"pages/{page.address.rstrip('/')}.html"
        write(root / at, front(page, layout="record.njk") + page.body)


def write_material(root: Path, pages: Sequence[Page], document: str) -> None:
    """The best configuration we know: records out of navigation, no plugin, nothing in the theme
    that looks at every page.
    """
    lines = ["site_name: bench", "theme:", "  name: material", "  font: false",
             "  features: [navigation.prune]", "plugins: []", "nav: [index.md]",
             "validation: {nav: {omitted_files: ignore}}"]  # fmt: skip
    write(root / "mkdocs.yml", "\n".join(lines) + "\n")
    write_markdown(root, pages)


def write_material_default(root: Path, pages: Sequence[Page], document: str) -> None:
    """As it comes: every page in navigation, its own search."""
    write(root / "mkdocs.yml", "site_name: bench\ntheme: {name: material}\n")
    write_markdown(root, pages)


def write_markdown(root: Path, pages: Sequence[Page]) -> None:
    """A page a record; the ready HTML is one block of Markdown."""
    write(root / "docs/index.md", "# Home\n")
    for page in pages:
        body = re.sub(r"\n{2,}", "\n", page.body)
        text = f"{front(page)}\n<div>\n{body}\n</div>\n"
        write(root / f"docs/{page.address.rstrip('/')}.md", text)


def write_sphinx(root: Path, pages: Sequence[Page], document: str) -> None:
    """A page a reference that cites it, and one bibliography. Records that are no references are
    raw HTML.
    """
    settings = 'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["references.bib"]\n'
    write(root / "conf.py", settings + 'project = "bench"\nhtml_theme = "furo"\n')
    shutil.copy2(root.parent / "corpus/bibliography/references.bib", root / "references.bib")
    known = set(re.findall(r"^@\w+\{([^,\s]+),", (root / "references.bib").read_text(), re.M))
    for page in pages:
        head = f":orphan:\n\n{page.title or page.name}\n{'=' * (len(page.title) + 30)}\n\n"
        key = page.address.split("/")[1]
        cites = f":cite:t:`{key}`\n\n" if page.folder == "references" and key in known else ""
        body = "\n".join(f"   {line}" for line in page.body.splitlines())
        write(root / f"{page.address.rstrip('/')}.rst", f"{head}{cites}.. raw:: html\n\n{body}\n")
    write(root / "index.rst", "Home\n====\n\n.. bibliography::\n   :all:\n")


def write(path: Path, text: str) -> None:
    """A file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


PYTHON = sys.executable
HUGO = program("hugo", "BENCH_HUGO")
ELEVENTY = program("eleventy", "BENCH_ELEVENTY")
SPHINX = program("sphinx-build", "BENCH_SPHINX")
MKDOCS = (PYTHON, "-m", "mkdocs")
RIVALS: Sequence[Rival] = (
    Rival("Hugo, bodies ready", (HUGO, "--quiet"), write_hugo, "public",
          "install Hugo, or name it by BENCH_HUGO", (HUGO, "version")),
    Rival("Hugo, from records", (HUGO, "--quiet"), write_hugo_records, "public",
          "install Hugo, or name it by BENCH_HUGO", (HUGO, "version")),
    Rival("Eleventy", (ELEVENTY, "--quiet"), write_eleventy, "_site",
          "npm install @11ty/eleventy, and name node_modules/.bin/eleventy by BENCH_ELEVENTY",
          (ELEVENTY, "--version")),
    Rival("Zensical", (PYTHON, "-m", "zensical", "build"), write_material, "site",
          "pip install --require-hashes -r requirements-engines.lock",
          (PYTHON, "-m", "zensical", "--version")),
    Rival("Material, best", (*MKDOCS, "build", "-q"), write_material, "site",
          "it comes with peermap", (*MKDOCS, "--version"), environment=QUIET),
    Rival("Material, default", (*MKDOCS, "build", "-q"), write_material_default, "site",
          "it comes with peermap", (*MKDOCS, "--version"), most=2000, environment=QUIET),
    Rival("Sphinx, bibtex", (SPHINX, "-q", "-b", "html", ".", "_build"), write_sphinx, "_build",
          "pip install sphinx sphinxcontrib-bibtex furo, and name sphinx-build by BENCH_SPHINX",
          (SPHINX, "--version"), most=10_000),
)  # fmt: skip
