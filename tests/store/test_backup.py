"""Copies that can be trusted, and the way back from them."""

import contextlib
import hashlib
import sqlite3

import pytest

from courtcomms.errors import BadInput, CannotWrite, Conflict, RegisterUnusable
from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register, backup

Q3 = Period.quarter(2021, 3)


def titles(path):
    with Register.open(path) as register:
        return [event.cells.title for event in register.events(register.event_ids(EventQuery(1)))]


@pytest.fixture
def copy(register, add, tmp_path):
    """A copy of a register with one event."""
    add(title="у копії")
    return register.backup(tmp_path / "копія.sqlite3")


def test_a_copy_is_one_file_with_its_checksum_beside(register, add, tmp_path):
    add(title="а")
    folder = tmp_path / "флешка"
    target = register.backup(folder / "копія.sqlite3")
    assert {path.name for path in folder.iterdir()} == {"копія.sqlite3", "копія.sqlite3.sha256"}
    digest, name = backup.sidecar(target).read_text(encoding="utf-8").split()
    assert (digest, name) == (hashlib.sha256(target.read_bytes()).hexdigest(), "копія.sqlite3")
    backup.verify(target)


def test_a_copy_holds_what_still_stands_in_the_log(register, add, copy, file):
    """Copying the file alone would lose it."""
    assert file.with_name(file.name + "-wal").stat().st_size > 0
    assert titles(copy) == ["у копії"]


def test_a_copy_is_made_while_another_window_writes(register, add, file, tmp_path):
    with Register.open(file) as other:
        for number in range(5):
            other.add_event(1, Cells(title=str(number)))
            assert len(titles(register.backup(tmp_path / f"{number}.sqlite3"))) == number + 1


def test_the_default_place_is_the_folder_of_copies(register):
    one, two = register.backup(), register.backup()
    assert one != two
    assert {one.parent, two.parent} == {register.backups}


def test_a_copy_replaces_an_older_one_only_when_it_is_whole(register, add, copy, monkeypatch):
    content = copy.read_bytes()
    add(title="ще")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.files, "replace", fail)
    with pytest.raises(CannotWrite, match="Реєстр цілий"):
        register.backup(copy)
    assert copy.read_bytes() == content
    assert [path for path in copy.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("place", ["файл/копія.sqlite3", "тека"])
def test_a_place_that_cannot_be_written_is_told(register, tmp_path, place):
    (tmp_path / "файл").write_text("")
    (tmp_path / "тека").mkdir()
    with pytest.raises(CannotWrite, match="Реєстр цілий"):
        register.backup(tmp_path / place)


def test_a_register_is_not_copied_over_itself(register, file):
    with pytest.raises(CannotWrite, match="поверх самого реєстру"):
        register.backup(file)


def damage(path, share=0.5):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(int(size * share) // 4096 * 4096)
        file.write(b"\xa5" * 4096)


def test_no_copy_is_made_of_a_damaged_register(register, tmp_path, file):
    rows = [Cells(title=f"Захід {number}", goal="ціль " * 50) for number in range(200)]
    register.add_rows(1, Q3, rows, label="Імпорт")
    register.close()
    damage(file)
    with pytest.raises(RegisterUnusable):
        backup.copy_to(file, tmp_path / "копія.sqlite3")
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith((".", "копія"))} == set()


def test_one_changed_bit_of_a_copy_is_noticed(copy):
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    with pytest.raises(RegisterUnusable, match="контрольна сума"):
        backup.verify(copy)
    assert not backup.is_unchanged(copy)


def test_restoring_puts_the_copy_in_place_and_keeps_what_it_replaces(register, add, copy, file):
    add(title="новіше")
    register.close()
    kept = backup.restore(copy, file)
    assert titles(file) == ["у копії"]
    assert titles(kept) == ["новіше", "у копії"] or titles(kept) == ["у копії", "новіше"]
    assert copy.exists()
    assert kept.parent == file.parent


def test_restoring_where_nothing_stands_keeps_nothing(register, copy, tmp_path):
    assert backup.restore(copy, tmp_path / "інша тека" / "register.sqlite3") is None
    assert titles(tmp_path / "інша тека" / "register.sqlite3") == ["у копії"]


def test_restoring_over_a_damaged_register_keeps_it_too(register, copy, file):
    register.close()
    damage(file, 0)
    content = file.read_bytes()
    kept = backup.restore(copy, file)
    assert kept.read_bytes() == content
    assert titles(file) == ["у копії"]


def test_a_restored_register_does_not_take_up_the_old_ones_log(register, add, copy, file):
    """The program was killed: the log of the replaced register still lies there."""
    add(title="у журналі")
    register._engine.dispose()
    wal = file.with_name(file.name + "-wal")
    wal.write_bytes(b"\x37\x7f\x06\x82" + b"\0" * 4096)
    backup.restore(copy, file)
    assert titles(file) == ["у копії"]


def test_a_damaged_copy_is_not_restored(register, add, copy, file):
    add(title="новіше")
    register.close()
    damage(copy)
    before = file.read_bytes()
    with pytest.raises(RegisterUnusable):
        backup.restore(copy, file)
    assert file.read_bytes() == before


def test_a_copy_damaged_before_its_checksum_was_lost_is_not_restored(register, file, tmp_path):
    rows = [Cells(title=f"Захід {number}", goal="ціль " * 50) for number in range(200)]
    register.add_rows(1, Q3, rows, label="Імпорт")
    copy = register.backup(tmp_path / "копія.sqlite3")
    register.close()
    backup.sidecar(copy).unlink()
    damage(copy)
    with pytest.raises(RegisterUnusable):
        backup.restore(copy, file)
    assert len(titles(file)) == 200


def test_nothing_is_restored_under_an_open_window(register, add, copy, file):
    add(title="пишеться")
    with pytest.raises(Conflict, match="іншому вікні"):
        backup.restore(copy, file)
    register.set_cell(2, Column.GOAL, "далі", version=1)
    register.close()
    assert sorted(titles(file)) == ["пишеться", "у копії"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_copy_is_not_restored(register, file, tmp_path, content):
    register.close()
    stranger = tmp_path / "звіт.docx"
    stranger.write_bytes(content)
    before = file.read_bytes()
    with pytest.raises(RegisterUnusable):
        backup.restore(stranger, file)
    assert file.read_bytes() == before


def test_a_missing_copy_and_the_register_itself_are_no_copies(register, file, tmp_path):
    with pytest.raises(BadInput, match="Немає файла"):
        backup.restore(tmp_path / "немає", file)
    with pytest.raises(BadInput, match="і є реєстр"):
        backup.restore(file, file)


def test_a_newer_copy_is_not_restored(register, copy, file):
    register.close()
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0009'")
        connection.commit()
    backup.sidecar(copy).unlink()
    with pytest.raises(RegisterUnusable, match="новішою"):
        backup.restore(copy, file)


def test_a_full_disk_while_restoring_loses_nothing(register, add, copy, file, monkeypatch):
    add(title="новіше")
    register.close()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.files, "replace", fail)
    with pytest.raises(CannotWrite, match="цілі"):
        backup.restore(copy, file)
    monkeypatch.undo()
    assert sorted(titles(file)) == ["новіше", "у копії"]
