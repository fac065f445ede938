"""Work shared by processes that are copies of this one, where the machine has more than one core.

A copy has all that was read without reading or sending it again. Each process does every n-th
piece of work and writes its own files, so what is written does not depend on how many there are.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.queues import SimpleQueue

MOST = 2  # a third process would need more memory than it is worth
NUMBER = "PEERMAP_WORKERS"  # the environment's word on how many; 1 for a machine with little memory
WORTH_IT = 2000  # pieces of work below which a copy costs more than it saves


def workers(pieces: int) -> int:
    """How many processes are to share so many pieces of work."""
    if not sys.platform.startswith("linux"):  # elsewhere a copy of a running process is not safe
        return 1
    if given := os.environ.get(NUMBER, ""):
        return max(int(given), 1) if given.isdecimal() else 1
    return min(MOST, len(os.sched_getaffinity(0))) if pieces >= WORTH_IT else 1


def shared(
    work: Callable[[int, int], int], number: int, meanwhile: Callable[[], None] = lambda: None
) -> int:
    """The sum of ``work(share, number)`` for each share, the first of them done here. ``meanwhile``
    may start threads: it is called when all copies are made. Raises RuntimeError where a copy
    fails; it has said why. What the disk refuses to a copy is raised here, as OSError.
    """
    if number == 1:
        meanwhile()
        return work(0, 1)
    context = multiprocessing.get_context("fork")
    done: SimpleQueue[int | OSError] = context.SimpleQueue()

    def work_in_copy(share: int) -> None:
        try:
            done.put(work(share, number))
        except OSError as error:
            done.put(error)

    was_frozen = gc.get_freeze_count() > 0
    gc.freeze()  # so that collecting garbage in a copy touches no memory that both still share
    copies = [context.Process(target=work_in_copy, args=(share,)) for share in range(1, number)]
    for copy in copies:
        copy.start()
    try:
        meanwhile()
        ours = work(0, number)
    finally:
        for copy in copies:
            copy.join()
        if not was_frozen:
            gc.unfreeze()
    if any(copy.exitcode for copy in copies):
        raise RuntimeError("a process that pours pages has failed")
    for answer in (done.get() for _ in copies):
        if isinstance(answer, OSError):
            raise answer
        ours += answer
    return ours
