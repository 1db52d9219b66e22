"""Copies of the register come by themselves, at moments that disturb nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fake_register import FakeRegister
from hands import Q3, settle

from courtcomms.errors import CannotWrite
from courtcomms.model import Cells, Column, Court, CourtName
from courtcomms.paths import DataDir
from courtcomms.store import Register
from ui.parts import Parts
from ui.register import copies, queries
from ui.register.desk import CellText
from ui.status import StatusLine, when

MakeParts = Callable[..., Parts]
COURT = Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),))


def asked(fake: FakeRegister) -> int:
    """How often a copy was asked for."""
    return fake.calls.count("backup_if_due")


def fire(parts: Parts) -> None:
    """The waiting is over."""
    assert parts.copies._soon.isActive()
    parts.copies._soon.stop()
    parts.copies._ask()


def waiting(parts: Parts) -> int:
    """The wait for the next question in milliseconds, -1 where none is coming."""
    return parts.copies._soon.interval() if parts.copies._soon.isActive() else -1


def change(parts: Parts, text: str) -> None:
    """The user types a title."""
    (event,) = parts.service._desk.register.events([1])
    parts.service.write([CellText(event.id, Column.TITLE, text, event.version)])


@pytest.fixture
def parts(make_parts: MakeParts, fake: FakeRegister) -> Parts:
    """Parts with the habit taken up, over the small register in memory."""
    made = make_parts(fake)
    made.copies.start()
    made.service.open()
    return made


def test_a_copy_is_asked_for_some_time_after_the_opening(parts: Parts, fake: FakeRegister) -> None:
    assert asked(fake) == 0
    assert waiting(parts) == copies.AT_FIRST
    fire(parts)
    assert asked(fake) == 1
    assert waiting(parts) == -1


def test_a_change_has_a_copy_asked_for_and_more_changes_do_not_put_it_off(
    parts: Parts, fake: FakeRegister
) -> None:
    fire(parts)
    change(parts, "раз")
    assert waiting(parts) == copies.BETWEEN
    left = parts.copies._soon.remainingTime()
    change(parts, "два")
    assert parts.copies._soon.remainingTime() <= left
    fire(parts)
    assert asked(fake) == 2


def test_nothing_is_copied_while_something_is_written(parts: Parts, fake: FakeRegister) -> None:
    parts.service.begin_writing()
    fire(parts)
    assert asked(fake) == 0
    assert waiting(parts) == copies.A_MOMENT
    parts.service.end_writing()
    fire(parts)
    assert asked(fake) == 1


def test_a_failing_copy_is_told_once_until_one_succeeds(parts: Parts, fake: FakeRegister) -> None:
    told: list[str] = []
    parts.copies.failed.connect(told.append)
    for _ in range(3):
        fake.refuse = CannotWrite("Не вдалося записати копію: немає місця.")
        fire(parts)
        assert waiting(parts) == copies.BETWEEN
    assert told == ["Не вдалося записати копію: немає місця."]
    fire(parts)
    change(parts, "ще")
    fake.refuse = CannotWrite("Не вдалося записати копію: немає прав.")
    fire(parts)
    assert told[1:] == ["Не вдалося записати копію: немає прав."]


def test_without_the_habit_nothing_is_copied(make_parts: MakeParts, fake: FakeRegister) -> None:
    """Pictures and tests only look."""
    parts = make_parts(fake)
    parts.service.open()
    change(parts, "раз")
    assert waiting(parts) == -1


def test_the_last_copy_is_made_before_the_threads_end(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake, threads=True)
    parts.copies.start()
    parts.service.open()
    parts.service.ask(queries.overview, done=print)
    deadline = datetime.now(UTC) + timedelta(seconds=10)
    while not parts.copies._opened and datetime.now(UTC) < deadline:
        settle()
    parts.copies.finish()
    parts.close()
    assert asked(fake) == 1
    assert fake.closed


def test_a_failing_last_copy_keeps_nothing_from_closing(
    parts: Parts, fake: FakeRegister, caplog: pytest.LogCaptureFixture
) -> None:
    fake.refuse = CannotWrite("Немає місця.")
    parts.copies.finish()
    parts.close()
    assert fake.closed
    assert "Немає місця." in caplog.text


def test_a_register_that_was_never_opened_gets_no_last_copy(
    make_parts: MakeParts, fake: FakeRegister
) -> None:
    parts = make_parts(fake)
    parts.copies.start()
    parts.copies.finish()
    assert asked(fake) == 0


@pytest.fixture
def real(tmp_path: Path) -> Register:
    register = Register.open(DataDir(tmp_path).database)
    yield register
    register.close()


def test_an_empty_register_is_not_copied(real: Register) -> None:
    assert queries.keep_copy(real) == queries.CopyNews(None)
    assert not real.backups.exists()


def test_copies_of_a_real_register(real: Register) -> None:
    real.save_court(COURT)
    first = queries.keep_copy(real)
    assert first.newest is not None
    assert abs(first.newest - datetime.now(UTC)) < timedelta(minutes=1)
    assert not first.early
    real.add_event(real.courts()[0].id, Cells(title="Захід"), period=Q3)
    again = queries.keep_copy(real)
    assert again == queries.CopyNews(first.newest, early=True)
    assert len(list(real.backups.glob("register_*.sqlite3"))) == 1


def test_nothing_new_is_not_early(real: Register) -> None:
    """An old copy of the same state is enough: nobody asks again until something changes."""
    real.save_court(COURT)
    real.backup_if_due(datetime.now(UTC) - timedelta(hours=5))
    news = queries.keep_copy(real)
    assert not news.early
    assert news.newest is not None
    assert datetime.now(UTC) - news.newest > timedelta(hours=4)


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 3, 1), "сьогодні"), (date(2026, 2, 28), "вчора"), (date(2026, 2, 27), "27.02.2026")],
)
def test_the_day_of_a_copy_in_words(day: date, said: str) -> None:
    assert when(day, date(2026, 3, 1)) == said


def test_the_status_line_tells_the_newest_copy(
    make_parts: MakeParts, fake: FakeRegister, qtbot: object
) -> None:
    line = StatusLine(make_parts(fake).jobs)
    qtbot.addWidget(line)  # type: ignore[attr-defined]
    line.show()
    line.copied(None)
    assert not line._copy.isVisible()
    line.copied(datetime.now().astimezone().replace(hour=12, minute=30))
    assert line._copy.text() == "резервна копія сьогодні 12:30"
    line.saved()
    assert line._copy.text() == "·  резервна копія сьогодні 12:30"


def test_a_note_without_a_file_goes_when_the_user_goes_on(
    make_parts: MakeParts, fake: FakeRegister, qtbot: object
) -> None:
    line = StatusLine(make_parts(fake).jobs)
    qtbot.addWidget(line)  # type: ignore[attr-defined]
    line.note("У кошику: 1 захід")
    line.forget()
    assert line.note_text == ""
    line.note("Звіт записано", Path("zvit.docx"))
    line.forget()
    assert line.note_text == "·  Звіт записано"
