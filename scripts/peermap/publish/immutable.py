"""Names that change with what they name, so that browsers and CDNs keep files for ever.

A finished site is changed in one step before it is put on a server: ``assets/`` becomes
``assets-<hash>/``, at the same depth, so that links between scripts hold as they are.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from peermap.publish.renewing import keep_what_stands
from peermap.publish.writing import write_file

UP = r"(?:\.{1,2}/)*"
FROM_TOP = r"""/(?:[^/"'?#:\s]+/)*?"""  # where a site stands below a path, its 404 page links so
LINK = re.compile(rf'((?:href|src)="(?:{UP}|{FROM_TOP}))assets/(?!words\.js"></script>)')
DATA = "search/synonyms.json"  # fetched by its plain name, and changes with the records
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"  # keep it, and ask each time whether it is still the same
RULES: Sequence[tuple[str, str]] = (
    ("/assets-*", FOR_EVER),
    ("/pagefind/fragment/*", FOR_EVER),
    ("/pagefind/index/*", FOR_EVER),
    ("/*", ASK_AGAIN),
)


def cache_rule(path: str) -> str:
    """What ``Cache-Control`` says of the file at a path that begins with a slash."""
    return next(rule for pattern, rule in RULES if fnmatchcase(path, pattern))


def make_immutable(site: Path) -> str | None:
    """Rename the assets of a finished site and every link to them, and add rules to ``_headers``,
    which some hosts read; the new name, or None where it was done before.
    """
    assets = site / "assets"
    files = sorted(p for p in assets.rglob("*") if p.is_file() and p != assets / DATA)
    if not files:
        return None
    name = f"assets-{digest(assets, files)}"
    shutil.copytree(assets, site / name, ignore=shutil.ignore_patterns(Path(DATA).name))
    keep_what_stands(site / name)
    for path in files:
        path.unlink()
    for page in sorted(site.rglob("*.html")):
        write_file(page, LINK.sub(rf"\g<1>{name}/", page.read_text(encoding="utf-8")))
    rules = site / "_headers"
    before = rules.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if rules.is_file() else ""
    write_file(rules, before + headers())
    return name


def digest(folder: Path, files: Sequence[Path]) -> str:
    """Twelve digits that stand for the names and bytes of all files together."""
    found = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return found.hexdigest()[:12]


def headers() -> str:
    """The rules in the form that some hosts of static sites read. There the most exact comes last
    and takes the place of those before it.
    """
    *exact, every = RULES
    lines = [every[0], f"  Cache-Control: {every[1]}"]
    for pattern, rule in reversed(exact):
        lines += [pattern, "  ! Cache-Control", f"  Cache-Control: {rule}"]
    return "\n".join(lines) + "\n"
