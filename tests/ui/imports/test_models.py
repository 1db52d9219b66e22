"""The lines, the rows and the proposals of an import, as models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hands import settle
from plans import (
    COLUMNS,
    LEFT,
    Q2,
    Q3,
    Q4,
    alike,
    batch,
    changed,
    document,
    match,
    new,
    plan,
    read,
    report,
    same,
    standing,
)
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from courtcomms.importing.document import LeftKind, LeftOut, SourceColumn
from courtcomms.model import CourtName
from courtcomms.services.import_model import Decision, PlannedRow, RowMark
from ui.imports.proposals import ProposalModel, lead, proposals
from ui.imports.row_model import DECISION, FIRST, MARK, RowModel
from ui.imports.summary_model import FILE, HEADINGS, KIND, PERIOD, SENT, SummaryModel, lines_of
from ui.imports.words import Shown, counts, court_line, done, notices, shown, summary

Role = Qt.ItemDataRole


@pytest.fixture
def tested(qapp: object) -> Callable[[QAbstractItemModel], QAbstractItemModel]:
    """A model under Qt's own eyes."""
    testers = []

    def watch(model: QAbstractItemModel) -> QAbstractItemModel:
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        return model

    return watch


def column(model: QAbstractItemModel, section: int) -> list[str]:
    return [model.index(row, section).data() for row in range(model.rowCount())]


ROWS = (new("Новий"), same("Той самий"), changed("Змінений", "Був інший"), alike("Схожий", "На інший"))


class TestRows:
    @pytest.fixture
    def model(self, tested: Callable[[RowModel], RowModel]) -> RowModel:
        model = tested(RowModel())
        planned = report(ROWS)
        model.show(planned.document, planned)
        return model

    def test_every_row_has_a_form_a_word_and_a_decision(self, model: RowModel) -> None:
        assert column(model, MARK) == ["+ новий", "= такий самий", "≠ змінено", "? сумнівно"]
        assert column(model, DECISION) == ["новий захід", "не брати", "не брати", "новий захід"]
        spoken = model.index(3, MARK).data(Role.AccessibleTextRole)
        assert spoken == "сумнівно: Схожий"
        assert "На інший" in model.index(3, MARK).data(Role.ToolTipRole)

    def test_the_texts_stand_under_the_documents_own_columns(
        self, tested: Callable[[RowModel], RowModel]
    ) -> None:
        own = (
            SourceColumn(0, "Захід", "title"),
            SourceColumn(1, "Примітка", None),
            SourceColumn(2, "К-сть", "media_count"),
            SourceColumn(3, "", "media_links"),
        )
        model = tested(RowModel())
        left = (LeftOut(LeftKind.COLUMN, "Перенесено з липня", "таблиця 1, колонка 2"),)
        model.show(document([read("Круглий стіл", media="2: газета")], columns=own, left=left), None)
        assert [model.headerData(FIRST + n, Qt.Orientation.Horizontal) for n in range(4)] == [
            "Захід",
            "Примітка",
            "К-сть",
            "Стовпець 4",
        ]
        texts = [model.index(0, FIRST + place).data() for place in range(4)]
        assert texts == ["Круглий стіл", "", "разом із посиланнями", "2: газета"]
        assert model.index(0, MARK).data() == "–"
        assert not model.decidable
        tip = model.headerData(FIRST + 1, Qt.Orientation.Horizontal, Role.ToolTipRole)
        assert tip == "Примітка\nНе взято: Перенесено з липня"

    def test_only_the_rows_of_a_mark(self, model: RowModel) -> None:
        model.show_only(Shown.CHANGED)
        assert model.rowCount() == 1
        assert model.number(0) == 2
        assert model.row_of(2) == 0
        assert model.row_of(0) == -1
        assert model.headerData(0, Qt.Orientation.Vertical) == "3"
        model.show_only(None)
        assert model.rowCount() == 4

    def test_a_decision_is_told_by_the_documents_rows(self, model: RowModel) -> None:
        told: list[tuple[list[int], Decision]] = []
        model.decided.connect(lambda rows, what: told.append((rows, what)))
        model.show_only(Shown.DOUBTFUL)
        model.decide([0], Decision.JOIN)
        assert told == [([3], Decision.JOIN)]

    def test_what_is_matched_with_nothing_cannot_be_joined(self, model: RowModel) -> None:
        told: list[tuple[list[int], Decision]] = []
        model.decided.connect(lambda rows, what: told.append((rows, what)))
        model.decide([0], Decision.JOIN)
        model.decide(range(4), Decision.JOIN)
        assert told == [([1, 2, 3], Decision.JOIN)]

    def test_in_a_submitted_report_nothing_is_decided(self, model: RowModel) -> None:
        planned = report(ROWS, frozen=True)
        model.show(planned.document, planned)
        told: list[object] = []
        model.decided.connect(lambda rows, what: told.append(rows))
        model.decide(range(4), Decision.SKIP)
        assert told == []

    def test_another_plan_of_the_same_document_keeps_the_rows(self, model: RowModel) -> None:
        planned = report(ROWS)
        resets: list[int] = []
        model.show(planned.document, planned)
        model.modelReset.connect(lambda: resets.append(1))
        model.show(planned.document, planned)
        assert resets == []

    def test_ten_thousand_rows_are_there_at_once(self, tested: Callable[[RowModel], RowModel]) -> None:
        planned = report([new(f"Захід {number}") for number in range(10_000)])
        model = tested(RowModel())
        model.show(planned.document, planned)
        model.show_only(Shown.NEW)
        assert model.rowCount() == 10_000
        assert model.index(9_999, FIRST + 1).data() == "Захід 9999"


class TestLines:
    @pytest.fixture
    def model(self, tested: Callable[[SummaryModel], SummaryModel]) -> SummaryModel:
        later = report(ROWS, Q4, name="q4.docx")
        earlier = report([new("А")], Q2, name="q2.docx", sent=True)
        made = plan(later, earlier, unread=(("зламаний.docx", "Не прочитано."),))
        model = tested(SummaryModel())
        model.fill(lines_of(batch(made), made))
        return model

    def test_the_reports_by_period_then_what_was_refused(self, model: SummaryModel) -> None:
        assert column(model, FILE) == ["q2.docx", "q4.docx", "зламаний.docx"]
        assert column(model, PERIOD) == [Q2.name, Q4.name, None]
        assert model.index(2, KIND).data() == "⚠ Не прочитано."
        assert model.refused == [2]

    def test_the_rows_are_counted_by_their_marks(self, model: SummaryModel) -> None:
        numbers = {heading: model.index(1, place).data() for place, heading in enumerate(HEADINGS)}
        assert numbers["Рядків"] == "4"
        assert (numbers["+ нові"], numbers["= ті самі"]) == ("1", "1")
        assert (numbers["≠ змінені"], numbers["? сумнівні"]) == ("1", "1")

    def test_ticks_and_periods_are_told(self, model: SummaryModel) -> None:
        told: list[object] = []
        model.taken.connect(lambda key, on: told.append(("take", key, on)))
        model.sent.connect(lambda key, on: told.append(("sent", key, on)))
        model.moved.connect(lambda key, period: told.append(("move", key, period)))
        key = ("q2.docx", 0)
        assert model.index(0, SENT).data(Role.CheckStateRole) == Qt.CheckState.Checked
        assert model.setData(model.index(0, FILE), Qt.CheckState.Unchecked, Role.CheckStateRole)
        assert model.setData(model.index(0, SENT), Qt.CheckState.Unchecked, Role.CheckStateRole)
        assert model.setData(model.index(0, PERIOD), Q3)
        assert model.setData(model.index(0, PERIOD), Q2), "the same again says nothing"
        assert told == [("take", key, False), ("sent", key, False), ("move", key, Q3)]

    def test_a_refused_file_cannot_be_ticked(self, model: SummaryModel) -> None:
        for section in (FILE, PERIOD, SENT):
            index = model.index(2, section)
            assert index.data(Role.CheckStateRole) is None
            assert not model.setData(index, Qt.CheckState.Checked, Role.CheckStateRole)
            assert not index.flags() & (Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)

    def test_a_tick_is_spoken(self, model: SummaryModel) -> None:
        assert model.index(0, FILE).data(Role.AccessibleTextRole) == "q2.docx: узяти"
        assert model.index(0, SENT).data(Role.AccessibleTextRole) == "Як подано: так"

    def test_the_same_lines_anew_are_no_other_list(self, model: SummaryModel) -> None:
        resets: list[int] = []
        model.modelReset.connect(lambda: resets.append(1))
        model.fill([model.line(row) for row in range(3)])  # type: ignore[misc]
        assert resets == []
        model.fill([])
        assert resets == [1]
        assert model.rowCount() == 0

    def test_a_report_that_must_be_kept_as_sent_has_no_free_tick(self, model: SummaryModel) -> None:
        made = plan(report([new("А")], sent=True, required=True))
        model.fill(lines_of(batch(made), made))
        index = model.index(0, SENT)
        assert index.data(Role.CheckStateRole) == Qt.CheckState.Checked
        assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable

    def test_what_cannot_go_in_is_said(self, model: SummaryModel) -> None:
        nameless = document(name="без.docx", period=None)
        made = plan(report([new("А")], frozen=True), report([new("Б")], name="x.docx"))
        asked = batch(made)
        asked.documents = (*asked.documents, nameless)
        asked.take((nameless.source.sha256, 0), False)
        model.fill(lines_of(asked, made))
        assert column(model, KIND) == ["⚠ звіт уже подано", "звіт", "⚠ звіт без періоду"]


class TestProposals:
    MADE = plan(
        report(
            [standing("Ведення сторінки", "Ведення сторінок"), alike("Схожий", "Інший"), same("Той самий")]
        ),
        report([new("А")], Q2, name="q2.docx", sent=True, required=True),
        report([new("Б")], Q4, name="q4.docx", sent=True),
        also_sent=(Q2.shifted(-1),),
    )

    @pytest.fixture
    def model(self, tested: Callable[[ProposalModel], ProposalModel]) -> ProposalModel:
        model = tested(ProposalModel())
        model.fill(proposals(self.MADE))
        return model

    def test_each_is_a_line_with_a_tick(self, model: ProposalModel) -> None:
        lines = column(model, 0)
        assert lines[0] == (
            f"{Q3.name}, рядок 1: «Ведення сторінки» — той самий, що у звіті за {Q2.title}, текст змінено"
        )
        assert lines[1] == (
            f"{Q3.name}, рядок 2: «Схожий» — схожий на захід у звіті за {Q2.title}, текст змінено"
        )
        kept = "Звіт за {} буде збережено як поданий, щоб його текст не змінився"
        assert lines[2:] == [kept.format(period.title) for period in (Q2, Q4, Q2.shifted(-1))]
        states = [model.index(row).data(Role.CheckStateRole) for row in range(5)]
        assert [state == Qt.CheckState.Checked for state in states] == [True, False, True, True, True]

    def test_only_what_can_be_turned_down_has_a_free_tick(self, model: ProposalModel) -> None:
        free = [bool(model.index(row).flags() & Qt.ItemFlag.ItemIsUserCheckable) for row in range(5)]
        assert free == [True, True, False, True, False]
        told: list[tuple[str, bool]] = []
        model.answered.connect(lambda one, on: told.append((one.text[:6], on)))
        for row in range(5):
            model.setData(model.index(row), Qt.CheckState.Unchecked, Role.CheckStateRole)
        assert len(told) == 3

    def test_what_is_proposed_is_said_in_sentences(self) -> None:
        said = lead(proposals(self.MADE))
        assert said.startswith("1 рядок буде поєднано")
        assert "1 рядок схожий" in said
        assert lead(()).startswith("Нічого поєднувати не треба")


def test_a_doubt_is_shown_before_the_mark_but_not_of_a_row_that_is_there() -> None:
    assert shown(new("А", "Дату прочитано здогадом.")) is Shown.DOUBTFUL
    there = PlannedRow(read("А", ("Сумнів.",)), RowMark.SAME, match("А", own=True), (), Decision.SKIP, ())
    assert shown(there) is Shown.SAME
    assert counts(None) == {}


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ([report([new("А"), new("Б")])], f"2 рядки буде додано до звіту за {Q3.title}"),
        ([report([same("А")])], f"Усе, що є у файлі, вже стоїть у звіті за {Q3.title}: додавати нічого"),
        ([report([changed("А", "Б")])], "Нових рядків немає: додавати нічого"),
        (
            [report([same("А")]), report([same("Б")], Q2, frozen=True)],
            "Усе, що є у файлах, уже стоїть у звітах: додавати нічого",
        ),
        (
            [report([new("А"), standing("Б"), same("В")])],
            f"2 рядки буде додано до звіту за {Q3.title}; "
            "з них 1 рядок — той самий захід, що в іншому звіті; не буде взято: 1 рядок",
        ),
        (
            [report([standing("А"), standing("Б")])],
            f"2 рядки буде додано до звіту за {Q3.title}; з них 2 рядки — ті самі заходи, що в інших звітах",
        ),
        ([report([new("А")], Q2), report([new("Б")], Q3)], "2 рядки буде додано до 2 звітів"),
        ([report([new("А")], frozen=True)], "Нічого не буде взято"),
        ([], "Нічого не буде взято"),
    ],
)
def test_what_will_be_done_in_a_sentence(reports: list[object], said: str) -> None:
    assert summary(plan(*reports)) == said  # type: ignore[arg-type]


def test_what_was_done_in_a_sentence() -> None:
    assert done(plan(report([new("А"), same("Б")]))) == f"Імпортовано 1 рядок до звіту за {Q3.title}"
    assert done(plan(report([same("Б")]))) == f"Усі рядки вже були у звіті за {Q3.title}"
    assert done(plan(report([new("А")]), report([new("Б")], Q2))) == "Імпортовано 2 рядки до 2 звітів"


def test_everything_that_is_to_be_minded_is_listed_with_its_place() -> None:
    planned = report([new("А")], left=LEFT, warnings=("Рядок 3 порожній.",), columns=COLUMNS[:-1])
    assert notices(planned.document, planned) == [
        "⚠ У файлі немає стовпців: Учасників.",
        "⚠ Рядок 3 порожній.",
        "– не взято: виноска «Крім того, проведено два виступи» — виноска 1",
        "– не взято: зображення — після таблиці",
    ]


def test_another_court_is_told() -> None:
    other = document(court=CourtName("Інший суд", "Іншого суду"))
    planned = report([new("А")])
    told = replace(planned, document=other)
    assert court_line(planned) == "Вигаданий суд"
    assert (
        court_line(replace(planned, court=replace(planned.court, id=0))) == "Вигаданий суд (новий у реєстрі)"
    )
    assert court_line(told) == "⚠ у файлі: Інший суд; буде: Вигаданий суд"
    assert notices(other, told)[0].startswith("⚠ У документі названо інший суд")


def test_indexes_of_nothing(tested: Callable[[RowModel], RowModel]) -> None:
    model = tested(RowModel())
    assert model.rowCount() == model.columnCount() == 0
    assert model.rowCount(QModelIndex()) == 0
    settle()
