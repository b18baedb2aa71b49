"""Every failure of the command line becomes one clear message on standard error and the right exit status."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Sequence
from typing import Any  # what typer's own signatures hold

import typer
from typer.core import TyperGroup

from factcheck import streams
from factcheck.errors import FactcheckError, UsageError

DONE, FINDINGS, FAILED = 0, 1, 2
INTERRUPTED = 130  # what typer turns Ctrl-C into

# typer keeps the base of its usage errors to itself and exports only this descendant.
_ClickException: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)


class Program(TyperGroup):
    """The program as a whole: every failure becomes one clear message and the right exit status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and exit; `standalone_mode` False returns the status instead."""
        streams.prepare()
        given = list(sys.argv[1:] if args is None else args)
        options = given[: given.index("--") if "--" in given else len(given)]
        if "--debug" in options:  # allowed before and behind the command
            given.remove("--debug")
        status = _guarded(
            lambda: super(Program, self).main(given, prog_name, complete_var, False, windows_expand_args, **extra),
            as_json="--json" in options,
            debug="--debug" in options,
        )
        if standalone_mode:
            sys.exit(status)
        return status


def _guarded(run: Callable[[], object], *, as_json: bool, debug: bool) -> int:
    """Return the exit status of a run, its failure told on standard error."""
    try:
        status = run()
        streams.flush()
    except (streams.ReaderGone, SystemExit):  # typer itself exits only where the reader of its help has gone
        return DONE
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except FactcheckError as error:
        if debug:
            raise
        tell(error, as_json)
        return FAILED
    except _ClickException as error:
        tell(_usage_error(error), as_json)
        return FAILED
    except OSError as error:
        if debug:
            raise
        place = f"{error.filename}: " if error.filename else ""
        hint = "make room and try again" if error.errno == errno.ENOSPC else "check the path and its permissions"
        tell(FactcheckError(f"{place}{error.strerror or error}", hint), as_json)
        return FAILED
    if status == INTERRUPTED:
        return interrupted(as_json)
    return status if isinstance(status, int) else DONE


def interrupted(as_json: bool = False) -> int:
    """Tell that a person stopped the run, and return the exit status."""
    tell(FactcheckError("interrupted", "what was finished is kept; run it again to go on"), as_json)
    return FAILED


def _usage_error(error: Exception) -> UsageError:
    """Return a mistake on the command line as one of ours: what is wrong, and where the options are listed."""
    context = getattr(error, "ctx", None)
    message = str(getattr(error, "format_message", lambda: error)()).strip().rstrip(".")
    command = context.command_path if context is not None else "factcheck"
    hint = f"see how it is used with: {command} --help"
    if "No such option: -" in message and "--" not in message:
        words = getattr(context, "info_name", "")
        if words in ("check", "report", "search"):
            hint = 'put -- before a claim that begins with a hyphen, as in: factcheck check -- "-5 °C was measured"'
    return UsageError(message[:1].lower() + message[1:], hint)


def tell(error: FactcheckError, as_json: bool) -> None:
    """Write an error to standard error."""
    if as_json:
        from factcheck.render.jsonl import error_json

        streams.note(error_json(error))
    else:
        from factcheck.render.terminal import render_error

        is_broken = streams.is_tty(sys.stderr)
        streams.note(render_error(error.message, error.hint, streams.look(sys.stderr), is_broken=is_broken))


def remark(text: str) -> None:
    """Tell a person something that is no result, on standard error."""
    if streams.is_tty(sys.stderr):
        from factcheck.render.terminal import render_remark

        streams.note(render_remark(text, streams.look(sys.stderr)))
        return
    from factcheck.render.text import one_line

    streams.note(one_line(text))
