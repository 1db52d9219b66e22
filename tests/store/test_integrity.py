"""What the check of a register finds."""

import contextlib
import sqlite3

import pytest

from courtcomms.errors import RegisterUnusable
from courtcomms.model import Cells, CourtName
from courtcomms.period import Period
from courtcomms.store import Register


@pytest.fixture
def filled(register):
    rows = [
        Cells(title=f"Захід {number}", date="13.08.2021", site_links="https://a.ua/1") for number in range(20)
    ]
    register.add_rows(1, Period.quarter(2021, 3), rows, label="Імпорт")
    return register


def test_a_sound_register_has_no_problems_and_stays_as_it_is(filled, add):
    trashed = add(title="у кошику")
    filled.trash_events([trashed])
    filled.revert(filled.add_event(1, Cells(title="скасований", date="01.08.2021")).step_id)
    before = [event.version for event in filled.events(range(1, 25))]
    assert filled.integrity() == ()
    assert [event.version for event in filled.events(range(1, 25))] == before


HARM = {
    "application_id": ("PRAGMA application_id=5", "позначки"),
    "user_version": ("PRAGMA user_version=7", "Версія схеми"),
    "reference": ("INSERT INTO report_row (report_id, event_id, included) VALUES (99, 98, 1)", "report_row"),
    "words": ("UPDATE event_words SET title = 'інше' WHERE rowid = 3", "покажчик розходиться із заходами: 1"),
    "missing words": ("DELETE FROM event_words WHERE rowid < 3", "покажчик розходиться із заходами: 2"),
    "extra words": ("INSERT INTO event_words (rowid, more) VALUES (777, 'зайве')", "покажчик розходиться"),
    "date": ("UPDATE event SET date_start = '2020-01-01' WHERE id = 2", "застаріли: 1 захід"),
    "key": ("UPDATE event SET title_key = 'я' WHERE id < 4", "застаріли: 3 заходи"),
    "links": ("DELETE FROM event_link WHERE event_id < 6", "застаріли: 5 заходів"),
    "index": (
        "INSERT INTO event_words_idx (segid, term, pgno) VALUES (99, X'00', 9); DELETE FROM event_words_data "
        "WHERE id > 100",
        "покажчик",
    ),
}


SENT_HARM = {
    "no copy": ("UPDATE report SET frozen_id = 77", "копії в реєстрі немає"),
    "another's copy": ("UPDATE report_frozen SET report_id = 77", "копії в реєстрі немає"),
    "state": ("UPDATE report SET state = 'draft'", "не відповідає його копії"),
    "files": ("UPDATE report_frozen SET files = substr(files, 1, 20)", "Копію поданого звіту пошкоджено"),
    "one byte": (
        "UPDATE report_frozen SET files = CAST(substr(files, 1, 10) || x'00' || substr(files, 12) AS BLOB)",
        "Копію поданого звіту пошкоджено",
    ),
    "rows": ("UPDATE report_frozen SET row_count = 5", "Копію поданого звіту пошкоджено"),
    "content": ("UPDATE report_frozen SET content = '{}'", "Копію поданого звіту пошкоджено"),
}


@pytest.mark.parametrize("kind", SENT_HARM)
def test_each_harm_of_a_submitted_report_is_told(filled, kind):
    report = filled.report(1, Period.quarter(2021, 3)).id
    files = {".docx": bytes(range(65, 91)) + b"Word"}
    filled.submit(report, filled.current_events(report), CourtName("Суд", "Суду"), files)
    assert filled.integrity() == ()
    statement, told = SENT_HARM[kind]
    with contextlib.closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript(statement)
    (problem,) = filled.integrity()
    assert told in problem


@pytest.mark.parametrize("kind", ["files", "one byte"])
def test_harmed_documents_are_not_given_out_as_those_that_were_sent(filled, kind):
    report = filled.report(1, Period.quarter(2021, 3)).id
    files = {".docx": bytes(range(65, 91)) + b"Word"}
    filled.submit(report, filled.current_events(report), CourtName("Суд", "Суду"), files)
    with contextlib.closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript(SENT_HARM[kind][0])
    with pytest.raises(RegisterUnusable, match="відновіть реєстр із резервної копії"):
        filled.frozen(report)


@pytest.mark.parametrize("kind", HARM)
def test_each_harm_is_told_in_ukrainian(filled, kind):
    statement, told = HARM[kind]
    with contextlib.closing(sqlite3.connect(filled.path)) as connection:
        connection.executescript(statement)
    problems = filled.integrity()
    assert any(told in problem for problem in problems), problems
    assert all(problem.endswith(".") for problem in problems)


def test_a_damaged_index_of_the_file_is_found(filled, file):
    """An index that disagrees with its table passes the quick check at opening."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'title_key', 'goal_key') "
            "WHERE name = 'ix_event_by_title'"
        )
        connection.commit()
    filled.close()
    with Register.open(file) as again:
        (problem,) = again.integrity()
    assert "пошкоджено" in problem
