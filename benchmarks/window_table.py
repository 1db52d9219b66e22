"""What every table that is compared can be asked to do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from courtcomms.period import Period


class Table(Protocol):
    """A window with a table that can be searched and switched to a quarter."""

    window: QWidget
    view: QTableView
    line: QLineEdit

    def switch(self, period: Period) -> None:
        """Show one quarter."""

    def ready(self, search: str, period: Period | None) -> bool:
        """Whether what was asked for is there, as far as it is in sight."""

    def counted(self) -> bool:
        """Whether all rows that were asked for are here, and with them their number."""
        return True

    def rest(self) -> None:
        """What goes on between two things that the user does; nobody takes the time."""

    def close(self) -> None:
        """Let everything go."""
