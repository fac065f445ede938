"""A site that is built beside the one that stands and takes its place when it is whole.

A build that fails leaves everything as it was, and nobody who is served meanwhile meets half a
site.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peermap.publish.writing import as_before, keep_as_before, keeping

STANDING = "PEERMAP_STANDING"  # the environment tells the hook which site will be replaced


def can_be_renewed(site: Path) -> bool:
    """Whether a folder can change places with one beside it. Elsewhere than on POSIX a file that
    somebody reads holds its folder; a link or a mount stays where it is.
    """
    return os.name == "posix" and not site.is_symlink() and not site.is_mount()


def beside(site: Path, what: str) -> Path:
    """A hidden folder beside the site."""
    return site.parent / f".{site.name}.{what}"


@contextmanager
def place_for_next(site: Path) -> Iterator[Path]:
    """A folder for the next site, which is gone in the end: it was put in place, or has failed."""
    folder = beside(site, "next")
    take_away(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def take_away(path: Path) -> None:
    """Remove what an interrupted build may have left, whatever it is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        path.unlink()


def put_in_place(following: Path, site: Path) -> None:
    """Let a finished site take the place of the one that stands, if there is one. Where it cannot,
    that one stays.
    """
    old = beside(site, "old")
    take_away(old)
    if site.exists():
        os.rename(site, old)
    try:
        os.rename(following, site)
    except OSError:
        if old.exists():
            os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def renewing(following: Path, standing: str | None = None) -> Iterator[None]:
    """Within it a file of the ``following`` site that stands in the present one with the same bytes
    is that file, with its date. So who copies the site elsewhere copies what has changed. Which one
    stands, the environment says if nobody else does.
    """
    standing = os.environ.get(STANDING, "") if standing is None else standing
    if os.path.isdir(standing):
        with keeping(str(following), standing):
            yield
    else:
        yield


def keep_what_stands(site: Path) -> None:
    """The same for what an engine has written into a site so far."""
    if as_before(f"{site}/") is None:
        return
    for folder, _, names in os.walk(site):
        for name in names:
            keep_as_before(f"{folder}/{name}")
