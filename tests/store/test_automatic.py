"""The habit of automatic copies, under a clock that the test winds."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.errors import RegisterUnusable
from courtcomms.store import automatic, backup

START = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


def stamps(folder):
    return sorted(automatic.stamped(folder).values())


def fake(folder, moment):
    """A sound copy as the habit would have left it."""
    path = automatic.fresh_name(folder, moment)
    path.write_bytes(str(moment).encode())
    backup._write_sidecar(path, backup.files.sha256_of(path))
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


def test_a_copy_is_due_at_most_every_half_hour(register, add):
    add(title="а")
    assert register.backup_if_due(START) is not None
    add(title="б")
    assert register.backup_if_due(START + 29 * MINUTE) is None
    assert register.backup_if_due(START + 30 * MINUTE) is not None
    assert stamps(register.backups) == [START, START + 30 * MINUTE]


def test_no_copy_is_due_where_nothing_changed(register, add):
    add(title="а")
    register.backup_if_due(START)
    assert register.backup_if_due(START + DAY) is None
    add(title="б")
    assert register.backup_if_due(START + DAY) is not None


def test_a_damaged_last_copy_makes_a_new_one_due(register, add):
    add(title="а")
    copy = register.backup_if_due(START)
    copy.write_bytes(b"x" + copy.read_bytes()[1:])
    assert register.backup_if_due(START + DAY) is not None


def test_a_clock_that_ran_ahead_does_not_stop_the_copies(register, add, folder):
    register.backups.mkdir()
    fake(register.backups, START + 365 * DAY)
    add(title="а")
    assert register.backup_if_due(START) is not None
    add(title="б")
    assert register.backup_if_due(START + 31 * MINUTE) is not None
    assert len(stamps(register.backups)) == 3


def test_local_time_is_no_matter(register, add):
    kyiv = dt.timezone(dt.timedelta(hours=3))
    add(title="а")
    register.backup_if_due(START.astimezone(kyiv))
    add(title="б")
    assert register.backup_if_due(START + 10 * MINUTE) is None
    assert stamps(register.backups) == [START]


def test_two_years_of_work_leave_a_bounded_number_of_copies():
    """Eight copies a day: all of two days, 12 days, 10 weeks, 9 months stay."""
    left = set()
    for day in range(730):
        now = START + day * DAY + 8 * HOUR
        left = automatic.keep(left | {START + day * DAY + hour * HOUR for hour in range(8)}, now)
    recent = {moment for moment in left if moment > now - 2 * DAY}
    assert len(recent) == 16
    assert len(left) <= 16 + 12 + 10 + 9
    days = {moment.date() for moment in left}
    assert {(now - number * DAY).date() for number in range(12)} <= days
    assert len({moment.isocalendar()[:2] for moment in left}) >= 10
    assert len({(moment.year, moment.month) for moment in left}) == 9
    assert min(left) < now - 200 * DAY


def test_copies_that_the_habit_does_not_keep_go_with_their_checksums(folder):
    for day in range(15):
        for hour in range(3):
            fake(folder, START + day * DAY + hour * HOUR)
    automatic.rotate(folder, START + 14 * DAY + 3 * HOUR)
    left = stamps(folder)
    assert left[-6:] == [START + day * DAY + hour * HOUR for day in (13, 14) for hour in range(3)]
    assert all(moment.hour == 11 for moment in left[:-6])
    assert len(list(folder.iterdir())) == 2 * len(left)


def test_other_files_in_the_folder_are_never_removed(folder):
    names = [
        "before_update_20200101_000000.sqlite3",
        "register_моя.sqlite3",
        "register_20200101.sqlite3",
        "a.txt",
    ]
    for name in names:
        (folder / name).write_text("моє")
    for day in range(40):
        fake(folder, START + day * DAY)
    automatic.rotate(folder, START + 400 * DAY)
    assert set(names) <= {path.name for path in folder.iterdir()}


def test_a_damaged_copy_pushes_no_sound_one_out(folder):
    old = START - 100 * DAY
    sound = fake(folder, old)
    damaged = fake(folder, old + HOUR)
    damaged.write_bytes(b"damaged")
    for day in range(5):
        fake(folder, START + day * DAY)
        fake(folder, START + day * DAY + MINUTE)
    automatic.rotate(folder, START + 5 * DAY)
    assert sound.exists()
    assert damaged.exists()


def test_rotation_waits_where_the_register_fails_its_check(register, add, file, monkeypatch):
    add(title="а")
    register.backups.mkdir()
    for day in range(60):
        fake(register.backups, START + day * DAY)
    before = stamps(register.backups)

    def fail(*_):
        raise RegisterUnusable("пошкоджено.")

    monkeypatch.setattr(backup, "copy_to", fail)
    with pytest.raises(RegisterUnusable):
        register.backup_if_due(START + 61 * DAY)
    assert stamps(register.backups) == before


moments = st.lists(
    st.integers(0, 60 * 24 * 800).map(lambda minutes: START + minutes * MINUTE), min_size=1, unique=True
)


@given(moments)
@settings(max_examples=60, deadline=None)
def test_the_newest_copy_and_the_recent_ones_always_stay(taken):
    now = max(taken)
    kept = automatic.keep(taken, now)
    assert now in kept
    assert {moment for moment in taken if now - moment < 2 * DAY} <= kept <= set(taken)
    assert automatic.keep(kept, now) == kept
