"""A small calendar to pick a day, or the days from one to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLabel, QToolButton, QWidget

from courtcomms.period import Period
from ui.dialogs import Dialog
from ui.editor.usual_dates import day_phrase

_LEAD = "Виберіть день. Для кількох днів поспіль виберіть перший, позначте «Проміжок» і виберіть останній."
#: No event lasts so many days; a longer range is not drawn day by day.
_DRAWN = 400


class CalendarDialog(Dialog):
    """``chosen`` tells the phrase of the picked day or range. It begins with today where the ``period`` is
    under way, else with the period's first day."""

    TOPIC = "event"

    chosen = Signal(str)

    def __init__(self, period: Period | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Календар", _LEAD, "Вставити")
        self._calendar = QCalendarWidget(self)
        self._ranged = QCheckBox("&Проміжок: від вибраного дня до іншого", self)
        self._shown = QLabel(self)
        self._first = QDate.currentDate()
        self._build(period)
        self._calendar.selectionChanged.connect(self._look)
        self._calendar.activated.connect(self.accept)
        self._ranged.toggled.connect(self._anchor)
        self._look()

    def _build(self, period: Period | None) -> None:
        self._calendar.setAccessibleName("Календар")
        self._calendar.setLocale(QLocale(QLocale.Language.Ukrainian, QLocale.Country.Ukraine))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(self.palette().brush(QPalette.ColorRole.Text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        self._name_arrows()
        today = QDate.currentDate()
        if period is not None and not period.start <= _python(today) <= period.end:
            today = QDate(period.start.year, period.start.month, period.start.day)
        self._calendar.setSelectedDate(today)
        self._calendar.setFocus()
        self._shown.setAccessibleName("Буде вставлено")
        self.body.addWidget(self._calendar)
        self.body.addWidget(self._ranged)
        self.body.addWidget(self._shown)

    def _name_arrows(self) -> None:
        """Qt draws its own arrows black, on whatever ground, and gives them no names."""
        for name, arrow, words in (
            ("qt_calendar_prevmonth", Qt.ArrowType.LeftArrow, "Попередній місяць"),
            ("qt_calendar_nextmonth", Qt.ArrowType.RightArrow, "Наступний місяць"),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon())
                button.setArrowType(arrow)
                button.setAccessibleName(words)
                button.setToolTip(words)

    @property
    def phrase(self) -> str:
        """What would be inserted now."""
        last = _python(self._calendar.selectedDate())
        return day_phrase(_python(self._first), last) if self._ranged.isChecked() else day_phrase(last, last)

    def accept(self) -> None:
        """Tell the phrase and close."""
        self.chosen.emit(self.phrase)
        super().accept()

    def _anchor(self) -> None:
        self._first = self._calendar.selectedDate()
        self._calendar.setFocus()
        self._look()

    def _look(self) -> None:
        self._shown.setText(f"Буде вставлено: {self.phrase}")
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        if not self._ranged.isChecked():
            return
        start, end = sorted((self._first, self._calendar.selectedDate()), key=QDate.toJulianDay)
        mark = QTextCharFormat()
        mark.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        mark.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        mark.setFontUnderline(True)
        for number in range(min(start.daysTo(end) + 1, _DRAWN)):
            self._calendar.setDateTextFormat(start.addDays(number), mark)


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
