"""`factcheck` and `python -m factcheck`: only what is needed to be stopped cleanly from the first moment on."""

from __future__ import annotations

import gc
import signal
import sys

GARBAGE_OBJECTS = 100_000
"""New objects from which on Python looks for garbage; its own 700 suit programs that run for long.

A check of one claim makes 60 000 that stay: looking through them once would take a tenth of it.
"""


def main() -> None:
    """Run the command line; Ctrl-C is told in a line also while the program is still being loaded.

    A request to end (SIGTERM: a shutdown, `timeout`, a service manager) is taken as Ctrl-C is. A command makes few
    cycles and ends soon: looking for garbage while modules load and at the end took 30 of the 155 ms of a check.
    """
    gc.set_threshold(GARBAGE_OBJECTS)
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from factcheck import cli

        cli.main()
    except KeyboardInterrupt:
        sys.exit(_interrupted())


def _interrupted() -> int:
    """Tell that a person stopped the run, and return the exit status; a second Ctrl-C changes nothing."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    from factcheck import failures

    return failures.interrupted(as_json="--json" in sys.argv)


if __name__ == "__main__":
    main()
