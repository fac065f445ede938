"""The site's HTML as the standard has it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
NO_JAVA = "Java is not here: apt-get install default-jre-headless"
NO_CHECKER = "the HTML checker is not here: run npm ci in tests/browser"


def test_every_page_is_valid_html(built_site: Path) -> None:
    """Every browser, now and later, reads the pages in the same way: the checker of the HTML
    standard finds no error in any of them.
    """
    if shutil.which("java") is None:
        pytest.skip(NO_JAVA)
    if not CHECKER.is_file():
        pytest.skip(NO_CHECKER)
    check = subprocess.run(
        ["java", "-jar", CHECKER, "--skip-non-html", "--errors-only", built_site],
        capture_output=True,
        text=True,
        check=False,
    )
    errors = check.stderr.replace(f"file:{built_site}/", "")
    assert (check.returncode, errors) == (0, ""), f"\n{errors}"
