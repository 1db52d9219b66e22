"""The program's entry: with a command the command line, without one the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

#: Options that stand before a command and take a value.
_WITH_VALUE = ("--data-dir", "--database")
#: The frozen program is its own reader of strangers' documents (importing.isolation starts it so).
_READER = "--read-document"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code.

    Only the window needs Qt, so it is imported for that alone.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [_READER]:
        from courtcomms.importing.isolation.worker import main as read_document

        return read_document()
    if _opens_window(words):
        from ui.app import run

        return run(words)
    if words == ["--selftest"]:
        from ui.selftest import selftest

        return selftest()
    _offer_pdf(words)
    from courtcomms.cli import main as command_line

    return command_line(words)


def _offer_pdf(words: Sequence[str]) -> None:
    """A PDF is made by the window's own libraries: they are loaded where one is asked for."""
    if any(word.lower().endswith(".pdf") for word in words):
        from ui.pages.renderer import offer_pdf

        offer_pdf()


def _opens_window(words: Sequence[str]) -> bool:
    """Whether nothing but the place of the data is given."""
    rest = iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            if next(rest, None) is None:
                return False
        elif not word.startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            return False
    return True


if __name__ == "__main__":
    raise SystemExit(main())
