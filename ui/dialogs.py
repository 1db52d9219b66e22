"""What every dialog of the program has in common."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme


class Dialog(QDialog):
    """Opened, never executed; dies once closed. ``body`` holds its content above the buttons, ``TOPIC``
    names the manual's topic that F1 opens."""

    TOPIC = "window"

    def __init__(self, parent: QWidget | None, title: str, lead: str, action: str, topic: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        explain_by(self, topic or self.TOPIC)
        lead_label = QLabel(lead, self)
        lead_label.setWordWrap(True)
        lead_label.setTextFormat(Qt.TextFormat.PlainText)  # it may tell what the user has typed
        lead_label.setVisible(bool(lead))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GRID)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.cancel: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.action: QPushButton = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.action.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[3 * theme.GRID] * 4)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(lead_label)
        layout.addLayout(self.body)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Where nothing has asked for the keyboard, the first field has it: otherwise a button would, and
        Enter would cancel while the action is not free yet."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._enter()

    def _enter(self) -> None:
        field = self.nextInFocusChain()
        while field is not None and field is not self:
            if field not in (self.cancel, self.action) and _takes_tab(field, self):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field = field.nextInFocusChain()


def _takes_tab(field: QWidget, dialog: QDialog) -> bool:
    tabbed = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and field.window() is dialog and field.isEnabled() and field.isVisibleTo(dialog)


def explain_by(dialog: QDialog, topic: str) -> None:
    """Let F1 open the manual's topic over a dialog: the main window's own key does not reach into it."""
    help_key = QShortcut(QKeySequence(Qt.Key.Key_F1), dialog)
    help_key.activated.connect(_Explanation(dialog, topic).show)


class _Explanation(QObject):
    """Opens the manual as a child of the dialog: whatever the dialog locks, that stays free."""

    def __init__(self, dialog: QDialog, topic: str) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._topic = topic

    def show(self) -> None:
        """Show the topic; a manual that is open over this dialog comes to the front."""
        from ui.help.manual import ManualWindow

        found = self._dialog.findChildren(ManualWindow)
        manual = found[0] if found else ManualWindow(self._topic, self._dialog)
        manual.go(self._topic)
        manual.show()
        manual.activateWindow()
