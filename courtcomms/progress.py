"""How far a long piece of work is, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """No error: the user took the wish back; whatever the work has begun is left as it was."""


class Progress:
    """The worker tells where it is; whoever watches may stop it there.

    ``watch`` is called with done and total (units of the worker's own, total 0: unknown); ``cancelled``
    is asked each time.
    """

    def __init__(
        self,
        watch: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._watch = watch
        self._cancelled = cancelled

    def tell(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` units are done.

        Raises:
            Cancelled: the work is no longer wanted.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._watch is not None:
            self._watch(done, total)


#: For work that nobody watches.
SILENT = Progress()
