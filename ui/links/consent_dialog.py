"""What the very first check says before it asks the network."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs import Dialog

_WIDTH = 460


class ConsentDialog(Dialog):
    """One calm sentence; accepted once and for all."""

    TOPIC = "links"

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = (
            "Програма запитає кожну адресу через інтернет, як це робить браузер, і нічого іншого "
            "не надсилатиме; так буде лише тоді, коли Ви самі оберете перевірку."
        )
        super().__init__(parent, "Перевірка посилань", lead, "Перевірити")
        self.setMinimumWidth(_WIDTH)
        self.action.setFocus()
