"""Pagefind's search index of some documents, as files in memory.

Pagefind's own interface for Python takes up at most ten answers a second, and there is one for
every document; so its service is asked here directly, in the same words: messages of JSON in
base64, each ended by a comma. Documents are numbered in the order in which they come, so the same
documents give the same bytes. Filters would not: Pagefind writes their values in a random order.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from subprocess import PIPE, Popen
from typing import Any

from pagefind.service import get_executable

CHUNK = 1 << 20  # bytes read at once


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found: its address from the root of the site, and its HTML."""

    address: str
    html: str


def index_of(
    documents: Iterable[Document], *, root: str, excluded: Sequence[str]
) -> dict[str, bytes]:
    """The files of the index by name. Words are taken from the element ``root``, and from nothing
    that one of the CSS selectors in ``excluded`` names.

    Raises RuntimeError where Pagefind is not here or fails.
    """
    program = get_executable()
    if program is None:
        raise RuntimeError("pagefind_bin is not installed")
    with Popen([program, "--service"], stdin=PIPE, stdout=PIPE) as process:
        config = {"root_selector": root, "exclude_selectors": list(excluded)}
        index = ask(process, type="NewIndex", config=config)["index_id"]
        for document in documents:
            ask(process, type="AddFile", index_id=index, **as_file(document))
        files = ask(process, type="GetFiles", index_id=index)["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def as_file(document: Document) -> dict[str, str | None]:
    """A document in the words of Pagefind's service."""
    return {
        "url": f"/{document.address}",
        "file_path": None,
        "file_contents": document.html,
    }


def ask(process: Popen[bytes], **payload: object) -> dict[str, Any]:
    """Send one message and wait for its answer. Raises RuntimeError where that is a fault."""
    assert process.stdin is not None
    message = json.dumps({"message_id": 0, "payload": payload}).encode()
    process.stdin.write(base64.b64encode(message) + b",")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(base64.b64decode(received(process)))["payload"]
    if answer["type"] == "Error":
        raise RuntimeError(f"Pagefind says: {answer['message']}")
    return answer


def received(process: Popen[bytes]) -> bytes:
    """One answer, up to its comma. Raises RuntimeError where the service ends before it."""
    assert process.stdout is not None
    chunks = [b""]
    while not chunks[-1].endswith(b","):
        chunks.append(process.stdout.read1(CHUNK))  # type: ignore[attr-defined]
        if not chunks[-1]:
            raise RuntimeError("Pagefind ended before it answered")
    return b"".join(chunks)[:-1]
