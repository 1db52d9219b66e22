"""«Налаштування посилань»: how long a look counts, whose hosts are whose, and what the user agrees to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from courtcomms.linkcheck.settings import LinkSettings
from ui import theme
from ui.dialogs import Dialog

_WIDTH = 720
_LINES = 3
_MOST_DAYS, _MOST_AT_ONCE = 365, 10

#: The lists of hosts: the field of the settings, its name, what it means.
_HOSTS = (
    ("own_hosts", "Ще &сайти цього суду", "Крім сайту на court.gov.ua: сторінка тут теж офіційна."),
    ("judiciary_hosts", "Сайти інших &органів правосуддя", "Про посилання на них програма не зауважує."),
    (
        "allowed_hosts",
        "Сайти &внутрішньої мережі",
        "⚠ Програма звертатиметься до них, хоча вони всередині мережі суду. Вписуйте лише ті, яким "
        "довіряєте; у звіті їх ззовні не відкриє ніхто.",
    ),
)
#: What the user agrees to: the field of the settings, what she says yes to.
_CONSENTS = (
    ("read_pages", "Читати &заголовки сторінок, коли з адрес роблять заходи"),
    (
        "ask_archive",
        "Питати &archive.org про копії зниклих сторінок: йому надсилається адреса і день заходу",
    ),
)


class SettingsDialog(Dialog):
    """``agreed`` carries the new settings; bad input is said in one sentence, and the dialog stays."""

    TOPIC = "links"

    agreed = Signal(object)

    def __init__(self, settings: LinkSettings, told: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, "Налаштування посилань", "", "Зберегти")
        self._settings = settings
        self.days = _number(self, "Скільки днів пам'ятати перевірене", 0, _MOST_DAYS, settings.remember_days)
        self.at_once = _number(
            self, "Скільки запитів водночас до одного сайту", 1, _MOST_AT_ONCE, settings.per_host
        )
        self.hosts = {name: self._list(name, words) for name, words, _hint in _HOSTS}
        self.consents = {name: QCheckBox(words, self) for name, words in _CONSENTS}
        self.note = QLabel(told, self)
        self._build()
        self.days.setFocus()

    def _list(self, name: str, words: str) -> QPlainTextEdit:
        field = QPlainTextEdit("\n".join(map(_shown, getattr(self._settings, name))), self)
        field.setAccessibleName(words.replace("&", ""))
        field.setTabChangesFocus(True)
        field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 2 * theme.GRID)
        return field

    def _build(self) -> None:
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(2 * theme.GRID)
        rows = (
            ("Не &перевіряти вдруге те, що відкривалося за останні (днів)", self.days),
            ("Запитів &водночас до одного сайту", self.at_once),
        )
        for row, (words, field) in enumerate(rows):
            numbers.addWidget(_label(words, field, self), row, 0)
            numbers.addWidget(field, row, 1)
        numbers.setColumnStretch(2, 1)
        self.body.addLayout(numbers)
        for name, words, hint in _HOSTS:
            self.body.addLayout(self._with_hint(words, self.hosts[name], hint))
        for name, box in self.consents.items():
            box.setChecked(getattr(self._settings, name))
            self.body.addWidget(box)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(theme.DOUBT)
        self.note.setVisible(bool(self.note.text()))
        self.body.addWidget(self.note)
        self.setMinimumWidth(_WIDTH)
        self._fit(_WIDTH)

    def _with_hint(self, words: str, field: QPlainTextEdit, hint: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.GRID // 2)
        below = QLabel(hint, self)
        below.setWordWrap(True)
        theme.quiet(below)
        field.setAccessibleDescription(hint)
        for widget in (_label(f"{words}, по одному на рядок", field, self), field, below):
            column.addWidget(widget)
        return column

    def accept(self) -> None:
        """Tell the settings and close; with a line that is no host, say so and stay."""
        found: dict[str, tuple[str, ...]] = {}
        for name, _words, _hint in _HOSTS:
            field = self.hosts[name]
            hosts, wrong = read_hosts(field.toPlainText())
            if wrong:
                self.note.setText(
                    f"⚠ «{wrong}» не схоже на адресу сайту: нічого не збережено. "
                    "Впишіть лише ім'я сайту, наприклад sud.example.ua."
                )
                self.note.show()
                self._fit(self.width())
                field.setFocus()
                return
            found[name] = hosts
        self.agreed.emit(self._wanted(found))
        super().accept()

    def _fit(self, width: int) -> None:
        """Of lines that wrap the height is known by the width alone."""
        layout = self.layout()
        layout.activate()
        self.resize(width, max(layout.totalHeightForWidth(width), self.height() if self.isVisible() else 0))

    def _wanted(self, hosts: dict[str, tuple[str, ...]]) -> LinkSettings:
        return replace(
            self._settings,
            remember_days=self.days.value(),
            per_host=self.at_once.value(),
            own_hosts=hosts["own_hosts"],
            judiciary_hosts=hosts["judiciary_hosts"],
            allowed_hosts=hosts["allowed_hosts"],
            read_pages=self.consents["read_pages"].isChecked(),
            ask_archive=self.consents["ask_archive"].isChecked(),
        )


def read_hosts(text: str) -> tuple[tuple[str, ...], str]:
    """The hosts of a list, one a line, as they are compared; and the first line that is none."""
    from courtcomms.linkcheck.settings_file import host_named

    found = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        host = "" if line.endswith("://") else _host(host_named(line))
        if not host:
            return (), line[:80]
        found.append(host)
    return tuple(dict.fromkeys(found)), ""


def _host(named: str) -> str:
    """A host by its ASCII name, without a port; empty where it is none."""
    from courtcomms.linkcheck.address import read_address

    address = read_address(f"https://{named}/") if named and not set(named) & set(' \t,;?#\\"') else None
    return address.host if address is not None and not address.userinfo else ""


def _shown(host: str) -> str:
    from courtcomms.linkcheck.address import shown_host

    return shown_host(host)


def _label(words: str, field: QWidget, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setBuddy(field)
    return label


def _number(parent: QWidget, name: str, least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox(parent)
    box.setAccessibleName(name)
    box.setRange(least, most)
    box.setValue(value)
    return box
