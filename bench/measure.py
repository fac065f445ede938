"""What a command costs: time by the clock, processor time, memory at its peak, and its output."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1  # seconds between two looks at memory
INDEXER = "pagefind"  # its memory is reported apart


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and CPU, megabytes of memory at the peak, those of the indexer apart,
    and files and bytes of the output. ``fault`` is empty when the command ended well.
    """

    wall: float
    cpu: float
    memory: float
    indexer: float
    files: int
    output: int
    fault: str = ""


class Watch(threading.Thread):
    """Looks at the memory of a process and all below it, until told to stop.

    Pages of memory that two processes share count once (PSS); the indexer is kept apart. Where
    there is no ``/proc``, both stay 0.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.memory, self.indexer = pid, 0.0, 0.0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(EVERY):
            ours, indexer = 0.0, 0.0
            for pid in family(self.pid):
                name = name_of(pid)  # first, for one that has ended has no size
                size = megabytes(pid)
                if INDEXER in name:
                    indexer += size
                else:
                    ours += size
            self.memory, self.indexer = max(self.memory, ours), max(self.indexer, indexer)


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        below.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found += below.get(one, [])
    return found


def megabytes(pid: int) -> float:
    """The memory of a process, its share of what it shares; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def name_of(pid: int) -> str:
    """The name of a process; empty when it has ended."""
    try:
        return Path(f"/proc/{pid}/comm").read_text()
    except OSError:
        return ""


def cost_of(
    command: Sequence[str],
    root: Path,
    output: Path,
    *,
    longest: float,
    environment: Mapping[str, str],
    well: Sequence[int] = (0,),
) -> Cost:
    """Run a command in a folder; it is ended after ``longest`` seconds, and then has a fault.
    ``well`` are the exit statuses of success.
    """
    log = root / ".bench.log"
    with log.open("wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=root,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | environment,
            start_new_session=True,
        )
        watch, limit = Watch(process.pid), threading.Timer(longest, end, [process.pid])
        watch.start()
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        limit.cancel()
        watch.done.set()
        watch.join()
    fault = "" if process.returncode in well else fault_of(process.returncode, log, wall, longest)
    sizes = [p.stat().st_size for p in output.rglob("*") if p.is_file()]
    memory = watch.memory or usage.ru_maxrss / 1024
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, memory, watch.indexer, len(sizes), sum(sizes), fault)


def end(group: int) -> None:
    """End a command with all that it started."""
    os.killpg(group, 9)


def fault_of(status: int, log: Path, wall: float, longest: float) -> str:
    """Why a command failed, in a few words."""
    if wall >= longest:
        return f"not done after {longest:.0f} s"
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f"status {status}: {lines[-1][:100] if lines else ''}"
