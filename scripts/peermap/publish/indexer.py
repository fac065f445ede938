"""Pagefind's search index of some documents, as files in memory.

Pagefind's own interface for Python takes up at most ten answers a second, and there is one for
every document; so its service is asked here directly, in the same words: messages of JSON in
base64, each ended by a comma. Documents are numbered in the order in which they come, so the same
documents give the same bytes. Filters would not: Pagefind writes their values in a random order.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from subprocess import PIPE, Popen
from typing import Any

from pagefind.service import get_executable

CHUNK = 1 << 20  # bytes read at once
Answer = dict[str, Any]


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
        answers = answers_of(process)
        config = {"root_selector": root, "exclude_selectors": list(excluded)}
        send(process, type="NewIndex", config=config)
        index = next(answers)["index_id"]
        add(process, answers, documents, index)
        send(process, type="GetFiles", index_id=index)
        files = next(answers)["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def add(
    process: Popen[bytes], answers: Iterator[Answer], documents: Iterable[Document], index: int
) -> None:
    """Send all documents, and hear meanwhile what is answered to each."""
    sent: SimpleQueue[bool] = SimpleQueue()

    def hear() -> None:
        while sent.get():
            next(answers)

    with ThreadPoolExecutor(1) as beside:
        heard = beside.submit(hear)
        try:
            for document in documents:
                send(process, type="AddFile", index_id=index, **as_file(document))
                sent.put(True)
        finally:
            sent.put(False)
        heard.result()


def as_file(document: Document) -> dict[str, str | None]:
    """A document in the words of Pagefind's service."""
    return {
        "url": f"/{document.address}",
        "file_path": None,
        "file_contents": document.html,
    }


def send(process: Popen[bytes], **payload: object) -> None:
    """Send one message."""
    assert process.stdin is not None
    message = json.dumps({"message_id": 0, "payload": payload}).encode()
    process.stdin.write(base64.b64encode(message) + b",")
    process.stdin.flush()


def answers_of(process: Popen[bytes]) -> Iterator[Answer]:
    """Every answer, when it is there. Raises RuntimeError where one is a fault or does not come."""
    for message in messages(process):
        answer: Answer = json.loads(base64.b64decode(message))["payload"]
        if answer["type"] == "Error":
            raise RuntimeError(f"Pagefind says: {answer['message']}")
        yield answer
    raise RuntimeError("Pagefind ended before it answered")


def messages(process: Popen[bytes]) -> Iterator[bytes]:
    """What the service writes, message by message: each ends with a comma."""
    assert process.stdout is not None
    begun: list[bytes] = []
    while chunk := process.stdout.read1(CHUNK):  # type: ignore[attr-defined]
        *ends, rest = chunk.split(b",")
        for end in ends:
            yield b"".join([*begun, end])
            begun = []
        begun.append(rest)
