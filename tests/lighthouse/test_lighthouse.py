"""What Lighthouse says of a page of every kind that readers come to, and what each weighs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from browser.serving import served
from lighthouse.lighthouse import HELD, Verdict, verdict, weight

pytestmark = [pytest.mark.browser, pytest.mark.long]

KB = 1000
# page, the most it may weigh compressed with all it asks for, and the most files it may ask for
PAGES = {
    "home": ("", 200 * KB, 20),
    "a question": ("questions/functions/", 120 * KB, 20),
    "a programme": ("programmes/caring-community/", 100 * KB, 20),
    "a reference": ("references/sokol2016/", 100 * KB, 20),
    "the finder": ("programmes/", 120 * KB, 38),
    "the library": ("references/", 120 * KB, 38),
}
RUNS = 5


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """Where the real site is served, ending in a slash."""
    with served(built_site) as address:
        yield address


@pytest.mark.parametrize("kind", PAGES)
def test_scores_and_weight(kind: str, address: str, built_site: Path) -> None:
    """Accessibility, best practices and SEO are 100, and the page with all it asks for stays
    within its weight and number of files.
    """
    page, most_bytes, most_files = PAGES[kind]
    found = verdict(address + page)
    assert found.faults == ()
    assert {name: found.scores[name] for name in HELD} == dict.fromkeys(HELD, 100)
    assert weight(built_site, found.asked) <= most_bytes
    assert 1 < len(found.asked) <= most_files


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_performance_is_told(kind: str, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The median of five runs at a desk and one on a phone are printed; they depend on the machine
    and its load, and hold no one up.
    """
    url = address + PAGES[kind][0]
    runs = [
        performance(verdict(url, "--preset=desktop", categories=("performance",)))
        for _ in range(RUNS)
    ]
    phone = performance(verdict(url, categories=("performance",)))
    with capsys.disabled():
        print(f"\n{kind}: performance at a desk {median(runs):.0f} (of {runs}), on a phone {phone}")
    assert all(0 < score <= 100 for score in runs)


def performance(found: Verdict) -> int:
    """The score of performance."""
    return found.scores["performance"]
