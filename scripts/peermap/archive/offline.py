"""A finished site as one that opens from a disk: links name files, scripts are classic ones, and
what scripts fetch stands beside itself as a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from peermap.archive.classic import classic_script, joined

OFFLINE = "assets/offline.js"
LINK = re.compile(r'(?<=[\s])(href|action)="([^"]*)"')
MODULE = re.compile(r'<script type="module" src="([^"]+)">')
PRELOAD = re.compile(r'<link rel="(?:module)?preload"[^>]*>\n')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?', re.IGNORECASE)
FETCHED = re.compile(r"data/.+\.(bib|ris|csv|jsonld)|references/[^/]+/[^/]+\.(bib|ris)")
INDEX = "index.html"
LEFT_OUT = ("404.html",)  # its links start at the root of a server


def offline_site(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site, path → bytes, as they stand in the archive."""
    made = {name: data for name, data in site.items() if name.rpartition("/")[2] not in LEFT_OUT}
    pages = {name: data.decode() for name, data in made.items() if name.endswith(".html")}
    scripts = {name: data.decode() for name, data in made.items() if name.endswith(".js")}
    entries = {entry for name, page in pages.items() for entry in entries_of(name, page)}
    made |= {name: offline_page(name, page).encode() for name, page in pages.items()}
    feeds = {name: data.decode() for name, data in made.items() if is_feed(name)}
    made |= {name: linking_files(feed).encode() for name, feed in feeds.items()}
    made |= {entry: classic_script(scripts, entry).encode() for entry in sorted(entries)}
    made |= {f"{name}.js": carrier(made[name]) for name in made.copy() if is_fetched(name)}
    made[OFFLINE] = files("peermap.archive").joinpath("offline.js").read_bytes()
    return made


def entries_of(name: str, page: str) -> Iterator[str]:
    """The modules that a page starts, by path from the root of the site."""
    return (joined(name, source.partition("?")[0]) for source in MODULE.findall(page))


def offline_page(name: str, page: str) -> str:
    """A page with links to files and classic scripts, and without its policy: a file on a disk
    has no origin, so that a browser would take its own scripts for those of strangers.
    """
    first = f'<script src="{"../" * name.count("/")}{OFFLINE}"></script>\n'
    page = PRELOAD.sub("", POLICY.sub("", page))
    page = MODULE.sub(r'<script defer src="\1">', page)
    return linking_files(page).replace("</head>", f"{first}</head>", 1)


def linking_files(page: str) -> str:
    """A page or feed whose links to folders name the page in them."""
    return LINK.sub(lambda found: f'{found[1]}="{to_file(found[2])}"', page)


def to_file(link: str) -> str:
    """A link of the site that leads to a folder, as one to the page in it."""
    path, rest = re.match(r"([^?#]*)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if ":" in path or path.startswith("/") or not path:
        return link
    if path.endswith("/"):
        return f"{path}{INDEX}{rest}"
    if path.rpartition("/")[2] in {".", ".."}:
        return f"{path}/{INDEX}{rest}"
    return link


def is_fetched(name: str) -> bool:
    """Whether a script may ask for the file. Pagefind is not served from a disk anyway."""
    if name.endswith(".json"):
        return "pagefind/" not in name
    return bool(FETCHED.fullmatch(name))


def is_feed(name: str) -> bool:
    """Whether a file is a feed, of English or of another language."""
    return name.endswith(".xml") and "feeds/" in name


def carrier(data: bytes) -> bytes:
    """A script that hands over the text of a file."""
    return f"peermapFile({json.dumps(data.decode(), ensure_ascii=False)});\n".encode()
