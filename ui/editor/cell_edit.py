"""The field for one cell's text: several lines, nothing of the text changed by looking at it.

Qt's ``toPlainText`` turns a no-break space into a blank; ``toRawText`` does not. Copying and cutting
would lose it too, so the clipboard gets the raw text as well.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.utf16 import letters_of, units_of

_PARAGRAPH = "\u2029"
PASTE_AS_IS = QKeySequence("Ctrl+Shift+V")


class Helper(Protocol):
    """Something that helps typing and has keys of its own while it is at hand."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is the helper's, not the field's."""

    def take(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""


class CellEdit(QPlainTextEdit):
    """A growing plain-text field. ``edited`` comes for the user's own changes only, ``entered`` and ``left``
    as the keyboard comes and goes; ``listed`` tells of so many links pasted one a line, ``menu_wanted`` hands
    the menu out before it is shown.

    With ``links`` several addresses pasted at once become several lines.
    """

    edited = Signal()
    entered = Signal()
    left = Signal()
    listed = Signal(int)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = 9, links: bool = False) -> None:
        super().__init__(parent)
        self.links = links
        self._helpers: list[Helper] = []
        self._as_is = False
        self._most_lines = most_lines
        self._loading = False
        self._growing = False
        self._loaded = ""
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.textChanged.connect(self._announce)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def load(self, text: str) -> None:
        """Show a text; its own undo begins anew."""
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self._loaded = text

    def text(self) -> str:
        """The text as it stands; untouched, it is the loaded one to the last sign."""
        if not self.document().isModified():
            return self._loaded
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width() // 2, self._wanted_height())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return data

    def put(self, text: str, start: int | None = None, end: int | None = None) -> None:
        """Write a text at the cursor, over what is selected or over ``text()[start:end]``: one edit of the
        field's own undo."""
        cursor = self.textCursor()
        if start is not None and end is not None:
            cursor.setPosition(self.position_of(start))
            cursor.setPosition(self.position_of(end), cursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    @property
    def cursor_index(self) -> int:
        """Where the cursor stands in :meth:`text`, in letters (Qt counts UTF-16 units)."""
        return letters_of(self.text(), self.textCursor().position())

    def position_of(self, index: int) -> int:
        """Where Qt counts the letter ``text()[index]``."""
        return units_of(self.text()[:index])

    def paste_as_is(self) -> None:
        """Paste the words of the clipboard, whatever they are."""
        self._as_is = True
        self.paste()
        self._as_is = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Nothing but addresses, and several of them: each gets a line, away from what stands around."""
        lines = _lines_of(source) if self.links and not self._as_is else ()
        if not lines:
            super().insertFromMimeData(source)
            return
        self.put("\n".join(lines).join(self._line_ends()))
        self.ensureCursorVisible()
        self.listed.emit(len(lines))

    def _line_ends(self) -> tuple[str, str]:
        """What sets a text inserted at the cursor apart from its neighbours on the same line."""
        cursor, text = self.textCursor(), self.text()
        before = text[: letters_of(text, cursor.selectionStart())][-1:]
        after = text[letters_of(text, cursor.selectionEnd()) :][:1]
        return "\n" if before.strip() else "", "\n" if after.strip() else ""

    def help_with(self, helper: Helper) -> None:
        """Let a helper have its keys before the field and before the program."""
        self._helpers.append(helper)

    def take_key(self, event: QKeyEvent) -> bool:
        """Hand a key to the helper that wants it; false where none does. Whoever filters this field's keys
        asks this first."""
        for helper in self._helpers:
            if helper.wants(event):
                helper.take(event)
                return True
        return False

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the program once the field's own steps are used up; keep Ctrl+Del,
        which deletes a word here and an event in the table, and the keys of helpers."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                claimed = self._claims(event)
                if claimed is not None:
                    event.setAccepted(claimed)
                    return claimed
            elif event.type() == QEvent.Type.KeyPress and self.take_key(event):
                return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool | None:
        """Whether a key is the field's before it is the program's; ``None`` leaves it to Qt."""
        document, standard = self.document(), QKeySequence.StandardKey
        if event.matches(standard.Undo) and not document.isUndoAvailable():
            return False
        if event.matches(standard.Redo) and not document.isRedoAvailable():
            return False
        own = event.matches(standard.DeleteEndOfWord) or _is(event, PASTE_AS_IS)
        return True if own or any(helper.wants(event) for helper in self._helpers) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is(event, PASTE_AS_IS):
            self.paste_as_is()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu with what belongs to this field; it opens and dies by itself."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Дії з клітинкою")
        self.menu_wanted.emit(menu)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _announce(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _grow(self) -> None:
        """Ask for the room of the lines there are. A bar narrows the text, and a narrower text with long
        addresses may take fewer lines: a bar that is there stays until the text is shorter than its room."""
        if self._growing:
            return
        policy, lines = Qt.ScrollBarPolicy, self.document().size().height()
        barred = self.verticalScrollBarPolicy() == policy.ScrollBarAlwaysOn
        fits = lines < self._most_lines if barred else lines <= self._most_lines
        self._growing = True
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn)
        self._growing = False
        self.updateGeometry()

    def _wanted_height(self) -> int:
        """Room for the lines there are; documentSize counts lines here, not pixels."""
        lines = min(max(int(self.document().size().height()), 1), self._most_lines)
        margins = 2 * (self.document().documentMargin() + self.frameWidth())
        return round(lines * QFontMetricsF(self.font()).lineSpacing() + margins) + 4


def _is(event: QKeyEvent, keys: QKeySequence) -> bool:
    return QKeySequence(event.keyCombination()) == keys


def _lines_of(source: QMimeData) -> tuple[str, ...]:
    from ui.editor.links_paste import link_lines

    return link_lines(source.text(), source.html())
