"""The command line: everything but looking, without Qt.

JSON goes to stdout and is stable, messages to stderr. Exit codes: 0 done, 1 findings of severity error,
2 bad input or usage, with one sentence and nothing written.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import TextIO

from courtcomms.commands.grammar import build_parser
from courtcomms.errors import CourtcommsError

__all__ = ["build_parser", "main"]

log = logging.getLogger(__name__)

_UNEXPECTED = (
    "Сталася помилка, якої програма не передбачила: команду не виконано до кінця. Подробиці в журналі "
    "courtcomms.log у теці даних; надішліть його розробникам.\n"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    try:
        options = build_parser().parse_args(arguments)
        code: int = options.run(options)
    except CourtcommsError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:
        # The one place that catches everything: a traceback is for the log, not for the user.
        log.exception("uncaught")
        sys.stderr.write(_UNEXPECTED)
        return 2
    return code


def _speak_utf8(stream: TextIO) -> None:
    """A Windows console's own code page cannot hold Ukrainian and «»."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
