"""«Видання за адресою»: the directory from which names are offered for addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from courtcomms.model import Changes
from ui import theme, wording
from ui.dialogs import Dialog
from ui.messages import sentence
from ui.register.desk import Outcome
from ui.register.service import RegisterService
from ui.settings.outlets_model import NAME, OutletModel

if TYPE_CHECKING:
    from courtcomms.store import Outlet, Register

_LEAD = (
    "Коли в «Публікаціях у ЗМІ» стоїть адреса без назви, програма запропонує назву звідси. "
    "Назви вона вичитує з ваших клітинок; вписана тут має перевагу."
)


class OutletsDialog(Dialog):
    """Each change is saved at once and can be undone; the table follows the register."""

    TOPIC = "event"

    def __init__(self, service: RegisterService, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Видання за адресою", _LEAD, "Закрити")
        self._service = service
        self._awaited = ""
        self.model = OutletModel(self)
        self.table = QTableView(self)
        self.search = QLineEdit(self)
        self.domain = QLineEdit(self)
        self.name = QLineEdit(self)
        self.adding = QPushButton("&Додати", self)
        self.removing = QPushButton("&Вилучити", self)
        self.note = QLabel(self)
        self._build()
        self._connect()
        self._look()
        self._ask()

    def _connect(self) -> None:
        self.model.renamed.connect(self._rename)
        self.search.textChanged.connect(self.model.look_for)
        self.domain.textChanged.connect(self._look)
        self.name.textChanged.connect(self._look)
        self.adding.clicked.connect(self._add)
        self.removing.clicked.connect(self._remove)
        self.table.selectionModel().currentChanged.connect(self._look)
        self.model.modelReset.connect(self._look)
        self._service.changed.connect(self._ask)

    def _build(self) -> None:
        self.cancel.hide()
        for button in (self.action, self.adding, self.removing):
            button.setAutoDefault(False)
        self.action.setDefault(False)
        for line, words in (
            (self.search, "Знайти адресу або назву"),
            (self.domain, "Адреса сайту"),
            (self.name, "Назва видання"),
        ):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        self.search.setClearButtonEnabled(True)
        self._set_table()
        self.note.setWordWrap(True)
        theme.quiet(self.note)
        adding = QHBoxLayout()
        adding.addWidget(self.domain, 1)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.adding)
        adding.addWidget(self.removing)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(adding)
        self.body.addWidget(self.note)
        self.resize(760, 560)

    def _set_table(self) -> None:
        table, mode = self.table, QHeaderView.ResizeMode
        table.setModel(self.model)
        table.setAccessibleName("Довідник видань")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setAccessibleName("Заголовки довідника")
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for section, how in enumerate(
            (mode.Stretch, mode.Stretch, mode.ResizeToContents, mode.ResizeToContents)
        ):
            header.setSectionResizeMode(section, how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the two lines adds; elsewhere it does not close the dialog by surprise."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.focusWidget() in (self.domain, self.name):
                self._add()
            elif isinstance(button := self.focusWidget(), QPushButton):
                button.click()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        domain, name = self.domain.text().strip(), self.name.text().strip()
        if not (domain and name):
            self._say("Впишіть адресу і назву видання.")
            return
        self._awaited = domain
        self._service.act(set_outlet, domain, name, done=self._added, failed=self._refuse)

    def _rename(self, domain: str, name: str) -> None:
        self._awaited = domain
        self._service.act(set_outlet, domain, name, done=self._saved, failed=self._refuse)

    def _remove(self) -> None:
        outlet = self.model.outlet(self.table.currentIndex().row())
        if outlet is not None:
            self._service.act(remove_outlet, outlet.domain, done=self._removed, failed=self._refuse)

    def _added(self, _outcome: Outcome) -> None:
        self.domain.clear()
        self.name.clear()
        self.domain.setFocus()
        self._say("Збережено.")

    def _saved(self, _outcome: Outcome) -> None:
        self._say("Збережено.")

    def _removed(self, _outcome: Outcome) -> None:
        self._say("Вилучено. Повернути можна дією «Скасувати» (Ctrl+Z) після закриття цього вікна.")

    def _refuse(self, error: BaseException) -> None:
        self._say(sentence(error))

    def _ask(self) -> None:
        self._service.ask(read_outlets, done=self._take, key="outlets")

    def _take(self, outlets: tuple[Outlet, ...]) -> None:
        current = self.model.outlet(self.table.currentIndex().row())
        self.model.take(outlets)
        row = self.model.row_of(self._awaited or (current.domain if current else ""))
        self._awaited = ""
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, NAME))
        if not self.note.text():
            self._say(wording.counted(len(outlets), "видання", "видання", "видань"))

    def _look(self) -> None:
        self.removing.setEnabled(self.model.outlet(self.table.currentIndex().row()) is not None)
        self.adding.setEnabled(bool(self.domain.text().strip() and self.name.text().strip()))

    def _say(self, text: str) -> None:
        self.note.setText(text)


def read_outlets(register: Register) -> tuple[Outlet, ...]:
    """The whole directory."""
    return register.outlets()


def set_outlet(register: Register, domain: str, name: str) -> Changes:
    """The user's own name of a domain."""
    return register.set_outlet(domain, name)


def remove_outlet(register: Register, domain: str) -> Changes:
    """Forget a domain's name."""
    return register.remove_outlet(domain)
