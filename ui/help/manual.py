"""The manual's window: topics on the left, the chosen one on the right; the program works on beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.help.topics import Topic, manual_dir, topics
from ui.icons import icon

_TOPIC = Qt.ItemDataRole.UserRole
_SIZE = QSize(980, 680)
_LEFT = 250


class ManualWindow(QDialog):
    """Opened beside the main window, dies once closed."""

    def __init__(self, topic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle("Посібник")
        self._search = QLineEdit(self)
        self._list = QListWidget(self)
        self._nothing = QLabel("Такого в посібнику немає: спробуйте інше слово.", self)
        self.page = _Page(self)
        self._build()
        self._fill("")
        self.go(topic)

    def _build(self) -> None:
        self._search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.setPlaceholderText("Пошук у посібнику")
        self._search.setAccessibleName("Пошук у посібнику")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._list.setAccessibleName("Теми посібника")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setSpacing(theme.GRID // 4)
        self._list.currentItemChanged.connect(self._show)
        self._nothing.setWordWrap(True)
        theme.quiet(self._nothing)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.GRID, theme.GRID, 0, theme.GRID)
        for widget in (self._search, self._nothing, self._list):
            column.addWidget(widget)
        splitter = QSplitter(self)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_LEFT, _SIZE.width() - _LEFT])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        self.page.followed.connect(self.go)
        self.resize(_SIZE)
        self._list.setFocus()

    @property
    def titles(self) -> list[str]:
        """The topics in the list."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def go(self, topic: str) -> None:
        """Show a topic by its id; an unknown one leaves the first."""
        for row in range(self._list.count()):
            if self._list.item(row).data(_TOPIC).id == topic:
                self._list.setCurrentRow(row)
                return
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _fill(self, words: str) -> None:
        shown = self._list.currentItem().data(_TOPIC).id if self._list.currentItem() else ""
        self._list.clear()
        for topic in topics():
            if topic.speaks_of(words):
                item = QListWidgetItem(topic.title, self._list)
                item.setData(_TOPIC, topic)
        self._nothing.setVisible(self._list.count() == 0)
        self.go(shown)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page.show_topic(item.data(_TOPIC), self._search.text())


class _Page(QTextBrowser):
    """One topic; pictures are made to fit. ``followed`` comes with the id of a topic that a link names."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic: Topic | None = None
        self.setAccessibleName("Текст посібника")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # Pictures are as wide as the page: it must not become narrower once they are in it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(3 * theme.GRID)
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: Topic, words: str = "") -> None:
        """Show a topic from its beginning, or from the first of the words looked for."""
        self._topic = topic
        self.setMarkdown(topic.text)
        if words.strip():
            self.find(words.split()[0])

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """Pictures of the manual, no wider than the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        ratio = self.devicePixelRatioF()
        image = QImage(str(manual_dir() / name.path()))
        room = round((self.viewport().width() - 7 * theme.GRID) * ratio)
        if image.width() > room > 0:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._topic is not None and event.oldSize().width() != event.size().width():
            place = self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1)
            self.setMarkdown(self._topic.text)
            self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        else:
            self.followed.emit(link.path().removesuffix(".md").partition("_")[2])
