"""A project of 5,000 references: pages do not grow with the number of records."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from building import built, copied_project, in_english, with_formatted

pytestmark = pytest.mark.long

MOST_BYTES = 40 * 1024
ENTRY = """
@article{{{key},
  author = {{{family}, Maya and Tremblay, Alex and Okafor, Ngozi}},
  title = {{{theme} of peers in {place}: a study of what they do, with whom and how, no. {number}}},
  journal = {{Journal of Peers in {place}}},
  year = {{{year}}},
  volume = {{{volume}}},
  pages = {{{number}--{last}}},
  doi = {{10.5555/peers.{number}}},
  keywords = {{functions:navigation, trend:peer-support}},
}}
"""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
THEMES = ("Support", "Work", "Training", "Paths", "Places")
PLACES = ("care", "clinics", "homes", "streets", "schools", "prisons", "villages")


def made_up(number: int) -> str:
    """A reference of usual length that is like no other; its authors go through the alphabet."""
    theme, place = list(product(THEMES, PLACES))[number % 35]
    family = f"{LETTERS[number % 26]}{'aeiou'[number // 26 % 5]}berg"
    return ENTRY.format(
        key=f"{family.lower()}{1980 + number % 40}n{number:05}",
        family=family,
        theme=theme,
        place=place,
        number=10_000 + number,
        last=10_009 + number,
        year=1980 + number % 40,
        volume=number % 60 + 1,
    )


def site_of(real: Path, folder: Path, references: int) -> Path:
    """The site of the real project with made-up references beside its own, up to that number."""
    project = in_english(copied_project(folder / "project", of=real))
    with_formatted(project, real)
    bibliography = project / "bibliography/references.bib"
    text = bibliography.read_text(encoding="utf-8")
    entries = sum(line.startswith("@") for line in text.splitlines())
    more = "".join(made_up(number) for number in range(references - entries))
    bibliography.write_text(text + more, encoding="utf-8")
    return built(project, folder / "site")


@pytest.fixture(scope="module")
def of_500(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with 500 references."""
    return site_of(project, tmp_path_factory.mktemp("references-500"), 500)


@pytest.fixture(scope="module")
def of_5000(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with 5,000 references."""
    return site_of(project, tmp_path_factory.mktemp("references-5000"), 5_000)


def sizes(site: Path, pattern: str) -> dict[str, int]:
    """Bytes of HTML by page."""
    return {
        path.parent.relative_to(site).as_posix(): path.stat().st_size
        for path in sorted(site.glob(f"{pattern}/index.html"))
    }


def test_each_of_many_references_has_a_small_page(of_5000: Path) -> None:
    """With 5,000 references each has its page, and none has more than 40 KB of HTML."""
    pages = {page: size for page, size in sizes(of_5000, "references/*").items() if is_record(page)}
    assert len(pages) >= 4_990
    assert {page: size for page, size in pages.items() if size > MOST_BYTES} == {}


def test_a_page_of_the_list_does_not_grow(of_500: Path, of_5000: Path) -> None:
    """A page of the list of references is as long with 5,000 of them as with 500: there are more
    pages, not longer ones.
    """
    few, many = list_pages(of_500), list_pages(of_5000)
    assert len(many) > len(few)
    assert max(many.values()) <= 1.1 * max(few.values())


def list_pages(site: Path) -> dict[str, int]:
    """Bytes of each page of the list of references."""
    later = {page: n for page, n in sizes(site, "references/*").items() if not is_record(page)}
    return later | sizes(site, "references")


def is_record(page: str) -> bool:
    """Whether a page below ``references/`` is a reference, and not a later page of the list."""
    return not page.startswith("references/page-")


def test_no_other_page_grows_with_references(of_500: Path, of_5000: Path) -> None:
    """More references leave all other pages as long as they are, once their lists are full: those
    of the options that most of them are tagged with, too, and the forms.
    """
    few, many = (other_pages(site) for site in (of_500, of_5000))
    assert few.keys() == many.keys()
    assert {page: (few[page], n) for page, n in many.items() if n > 1.1 * few[page]} == {}


def other_pages(site: Path) -> dict[str, int]:
    """Bytes of each page that is neither a reference nor a list of them."""
    pages = sizes(site, "**")
    return {page: n for page, n in pages.items() if not page.startswith("references")}
