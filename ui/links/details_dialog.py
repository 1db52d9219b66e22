"""Everything that is known of one address: where it led, what the server said, and all earlier looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from courtcomms.model import LinkCheck, LinkStatus, Severity
from ui.dialogs import Dialog
from ui.links import words

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink
    from ui.links.queries import History

_SIZE = (640, 420)


class DetailsDialog(Dialog):
    """A text to be read and copied."""

    TOPIC = "links"

    def __init__(self, name: str, link: ReportLink, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Про посилання", "", "Закрити")
        self.findChild(QDialogButtonBox).removeButton(self.cancel)
        self.text = QPlainTextEdit(details(name, link, history), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Усе, що відомо про посилання")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(self.text, 1)
        self.resize(*_SIZE)
        self.action.setFocus()


def details(name: str, link: ReportLink, history: History) -> str:
    """What the dialog says, by paragraphs."""
    parts = [f"{name}\n{words.state(link)}"]
    below = _of_the_word_alone(link.status) if history.confirmation is not None else ""
    parts += ["\n".join(sentence for sentence in words.sentences(link) if sentence != below)]
    if history.checks:
        parts += [_last(history.checks[-1]), _looks(history)]
    if history.confirmation is not None:
        word = history.confirmation
        parts.append(f"Підтверджено {words.moment(word.confirmed_at)}: {word.who}")
    if not history.checks:
        parts.append("Цю адресу ще не перевіряли.")
    return "\n\n".join(part for part in parts if part)


def _of_the_word_alone(status: LinkStatus | None) -> str:
    """The sentence that says no more than that the user has seen the page: that has a line of its own."""
    if status is None or status.confirmation is None or status.severity is not Severity.OK:
        return ""
    return "" if status.last is not None and status.last.good else status.reason


def _last(check: LinkCheck) -> str:
    """The newest look: the server's answer, the page's title, each address on the way."""
    lines = []
    if check.http is not None:
        lines.append(f"Відповідь сервера: {check.http}")
    if check.title:
        lines.append(f"Заголовок сторінки: {check.title}")
    if check.hops:
        lines += ["Куди веде:", *(f"   → {url}" for url in check.chain[1:])]
    if check.repair:
        lines.append(f"Пропонована адреса: {check.repair}")
    return "\n".join(lines)


def _looks(history: History) -> str:
    """All looks, the newest first."""
    lines = [f"   {words.moment(check.checked_at)} — {check.reason}" for check in reversed(history.checks)]
    return "\n".join(["Перевірки:", *lines])
