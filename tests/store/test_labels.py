"""Steps are called in good Ukrainian."""

import pytest

from courtcomms.model import Column
from courtcomms.period import Period
from courtcomms.store import labels
from courtcomms.store.side_tables import SUBJECTS


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 захід"), (3, "3 заходи"), (12, "12 заходів"), (21, "21 захід"), (112, "112 заходів")],
)
def test_numbers_take_their_forms(count, words):
    assert labels.trash(count) == f"До кошика: {words}"
    assert labels.restore(count) == f"З кошика: {words}"


def test_every_column_has_its_name():
    assert {labels.cell(column) for column in Column} == {
        f"Зміна: {labels.FIELD_NAMES[column.value]}" for column in Column
    }
    assert labels.cell(Column.DATE) == "Зміна: Дата проведення"


def test_every_field_that_can_stand_in_the_way_has_a_name():
    made_once = {"court_id", "report_id", "event_id", "source_id", "place", "period", "starts_on", "ends_on"}
    fields = {field for table in SUBJECTS.values() for field in table.RECORDED} - made_once
    assert fields <= labels.FIELD_NAMES.keys()


@pytest.mark.parametrize(
    ("turn", "label"),
    [
        (0, "Новий захід"),
        (1, "Скасовано: Новий захід"),
        (2, "Повернуто: Новий захід"),
        (3, "Скасовано: Новий захід"),
    ],
)
def test_taking_back_does_not_pile_up_words(turn, label):
    assert labels.turned("Новий захід", turn) == label


def test_a_report_is_named_by_its_period():
    assert labels.new_report(Period.parse("2021-H1")) == "Новий звіт: І півріччя 2021 року"
