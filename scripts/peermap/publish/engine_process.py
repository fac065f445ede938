"""An engine run as Python's ``-m`` would run it, in a process that does not take apart at its end
what it has in memory: ``python -m peermap.publish.engine_process mkdocs build``. With ten thousand
references that takes most of a second, and the system does it at once.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys

ENDS = ("SIGTERM", "SIGHUP")  # the second when the terminal is closed; not on every system
WHEN_CALLER_ENDS = 1  # PR_SET_PDEATHSIG in Linux's prctl.h


def end_tidily() -> None:
    """Let what tells this process to end do what Ctrl-C does."""
    for name in ENDS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def end_with_caller() -> None:
    """Be told to end when the process that started this one has ended, also where it could tell
    nobody. Only Linux does that.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(WHEN_CALLER_ENDS, signal.SIGTERM)


def main() -> None:
    """Run the module named first, with the rest of the arguments; ends with its exit status."""
    module, *sys.argv[1:] = sys.argv[1:]
    end_tidily()
    end_with_caller()
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
