"""What the pages of the form's editor have in common: fields that tell their changes, remarks under them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from courtcomms.reports.form_check import FormRemark
from courtcomms.reports.form_model import Align, ReportForm
from ui import theme

ALIGNS = {Align.LEFT: "ліворуч", Align.CENTER: "посередині", Align.RIGHT: "праворуч"}


class FormPart(QWidget):
    """A page of the editor: it shows a form and puts its values into one; ``changed`` tells the user's
    changes only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.remarks: dict[str, Remark] = {}
        self.body = QVBoxLayout(self)
        self.body.setSpacing(theme.GRID)
        self._wheels = _Wheels(self)

    def load(self, form: ReportForm) -> None:
        """Show a form."""
        self._loading = True
        self.show_form(form)
        self._loading = False

    def show_form(self, form: ReportForm) -> None:
        """Put a form's values into the fields; a page without fields shows nothing of it."""

    def applied(self, form: ReportForm) -> ReportForm:
        """The form with the values of these fields; without fields it stays as it is."""
        return form

    def tell(self) -> None:
        """Say that the user changed something; nothing while a form is being shown."""
        if not self._loading:
            self.changed.emit()

    def remark_for(self, field: str) -> Remark:
        """The place of what is said of a field."""
        self.remarks[field] = Remark(self)
        return self.remarks[field]

    def show_remarks(self, told: Mapping[str, FormRemark]) -> None:
        """Show what is to be said at these fields, and nothing at the others."""
        for field, remark in self.remarks.items():
            remark.show_remark(told.get(field))

    def number(self, name: str, low: float, high: float, unit: str, step: float = 0.5) -> QDoubleSpinBox:
        """A field of a number; the wheel turns it only while it has the keyboard."""
        spin = QDoubleSpinBox(self)
        spin.setRange(low, high)
        spin.setDecimals(1)
        spin.setSingleStep(step)
        spin.setSuffix(f" {unit}")
        spin.setAccessibleName(name)
        spin.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
        spin.valueChanged.connect(self.tell)
        self.hold_wheel(spin)
        return spin

    def align_box(self, name: str) -> QComboBox:
        """A choice of the side."""
        box = QComboBox(self)
        for align, words in ALIGNS.items():
            box.addItem(words, align)
        box.setAccessibleName(name)
        box.currentIndexChanged.connect(self.tell)
        self.hold_wheel(box)
        return box

    def hold_wheel(self, widget: QWidget) -> None:
        """Let the wheel scroll the page, not change a field that has not the keyboard."""
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self._wheels)


class _Wheels(QObject):
    """Keeps the wheel from fields without the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus()
        if over:
            event.ignore()
        return over


class Remark(QWidget):
    """A sentence under a field, and the repair where one is offered; ``taken`` tells the text agreed to."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        theme.quiet(self.label)
        self.repair = QPushButton(self)
        self.repair.setAutoDefault(False)
        self.repair.clicked.connect(self._take)
        self._offered = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self.label)
        layout.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_remark(self, remark: FormRemark | None) -> None:
        """Show a remark, or nothing; a grave one begins with a word, not with a colour alone."""
        self.setVisible(remark is not None)
        if remark is None:
            self.label.clear()
            return
        self._offered = remark.repair
        self.label.setText(f"Помилка. {remark.text}" if remark.grave else remark.text)
        self.label.setForegroundRole(theme.DOUBT)
        self.repair.setVisible(bool(remark.repair))
        self.repair.setText(f"Записати «{remark.repair}»")

    def _take(self) -> None:
        self.taken.emit(self._offered)


def side_of(box: QComboBox) -> Align:
    """The side that is chosen; Qt hands a word of an enumeration back as a plain one."""
    return Align(box.currentData())


def scrolled(page: QWidget, name: str) -> QScrollArea:
    """A page that scrolls up and down where the window is low."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
