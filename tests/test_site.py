"""The built site as files: its size, its sameness, and poured pages against rendered ones."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from building import built, copied_project, mkdocs, with_formatted
from peermap.place.atlas import Atlas
from peermap.project import read_project, with_citations
from peermap.publish.around import extra_values, with_extra
from peermap.publish.frames import record_as_page
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import prepare
from peermap.publish.writing import write_file
from peermap.render.addresses import address
from peermap.render.pages.record import RecordPage

pytestmark = pytest.mark.long

MOST_BYTES = 40 * 1024


def test_a_record_page_stays_small(built_site: Path, atlas: Atlas) -> None:
    """The page of a record has at most 40 KB of HTML, its head and what surrounds it included, so
    that it opens on a slow line.
    """
    sizes = {
        page.address: (built_site / page.address / "index.html").stat().st_size
        for page in record_pages(atlas)
        if not is_list(page.address)
    }
    assert {at: size for at, size in sizes.items() if size > MOST_BYTES} == {}


def is_list(page: str) -> bool:
    """Whether an address is a later page of a list, ``references/page-2/``."""
    return page.split("/")[1].startswith("page-")


def test_two_builds_are_the_same(built_site: Path, project: Path, tmp_path: Path) -> None:
    """The same sources give the same bytes, wherever and whenever they are built, also where
    pages of an earlier build still lie about, and whether one process pours them or two.
    """
    again = built(project, tmp_path / "again", PYTHONHASHSEED="12345", PEERMAP_WORKERS="2")
    elsewhere = built(copied_project(tmp_path / "project", of=project), tmp_path / "elsewhere")
    first = files_of(built_site)
    for other in (files_of(again), files_of(elsewhere)):
        assert sorted(first) == sorted(other)
        assert [name for name in first if first[name] != other[name]] == []


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


RECORDS = (
    "programmes/caring-community/",
    "references/panaite2024/",
    "references/sokol2016/",
    "labels/promotora/",
)
MARKS = "&'\"<>"  # characters that HTML writes in another way


def rendered_too(atlas: Atlas) -> Iterator[RecordPage]:
    """The records that MkDocs renders as well: one of each kind, and for each mark one that has
    it in its title and one that has it in its description.
    """
    met: set[tuple[str, str]] = set()
    for record in record_pages(atlas):
        marks = {("title", mark) for mark in MARKS if mark in record.title}
        marks |= {("description", mark) for mark in MARKS if mark in record.description}
        if record.address in RECORDS or marks - met:
            yield record
        met |= marks


@pytest.fixture(scope="module")
def atlas(project: Path) -> Atlas:
    """The records of the real project, with their citations."""
    cited = with_citations(read_project(project), project).atlas
    assert cited is not None
    return cited


@pytest.fixture(scope="module")
def engine_site(project: Path, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site where MkDocs itself rendered some records, and nothing was poured."""
    copy = copied_project(tmp_path_factory.mktemp("rendered"), of=project)
    with_formatted(copy, project)
    configuration = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    without_hooks = configuration.replace("hooks:\n  - scripts/mkdocs_hooks.py\n", "")
    without_hooks = with_extra(without_hooks, extra_values(atlas, copy, "en"))
    assert "hooks:" not in without_hooks
    (copy / "mkdocs.yml").write_text(without_hooks, encoding="utf-8")
    assert prepare(atlas, copy, copy / "docs") == []
    for record in rendered_too(atlas):
        page = record_as_page(record)
        write_file(copy / "docs" / page.path, page.text)
    return built(copy, tmp_path_factory.mktemp("rendered-site"))


def test_a_poured_page_is_the_page_the_engine_makes(
    built_site: Path, engine_site: Path, atlas: Atlas
) -> None:
    """A record poured into its frame is, byte for byte, what MkDocs renders from a page of its
    own.
    """
    pages = [f"{record.address}index.html" for record in rendered_too(atlas)]
    assert len(pages) > len(RECORDS)
    unlike = [fault for page in pages for fault in differences(built_site, engine_site, page)]
    assert not unlike, "\n" + "\n".join(unlike)


def differences(poured: Path, rendered: Path, page: str) -> list[str]:
    """The lines in which a page differs between two sites, after the page's own name."""
    texts = [(site / page).read_bytes().decode().split("\n") for site in (poured, rendered)]
    lines = list(unified_diff(*texts, "poured", "rendered", n=0, lineterm=""))
    return [page, *lines] if lines else []


def test_every_record_has_its_page(built_site: Path, atlas: Atlas) -> None:
    """Every programme, reference and label has a page at its address."""
    records = (*atlas.programmes.values(), *atlas.references.values(), *atlas.labels.values())
    missing = [r for r in map(address, records) if not (built_site / r / "index.html").is_file()]
    assert missing == []


def test_a_strict_build_succeeds(project: Path, tmp_path: Path) -> None:
    """``mkdocs build --strict`` finds nothing to warn of."""
    run = mkdocs(project, "build", "--strict", "-d", str(tmp_path))
    assert [line for line in run.stderr.splitlines() if line.startswith("WARNING")] == []
    assert run.returncode == 0, run.stderr
