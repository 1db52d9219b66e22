"""The log is written, turned over, and never in the way."""

import logging

import pytest

from courtcomms import log
from courtcomms.log import start_log, stop_log


@pytest.fixture(autouse=True)
def _closed():
    yield
    stop_log()


def test_what_the_program_does_is_written_down(tmp_path):
    path = tmp_path / "дані" / "courtcomms.log"
    assert start_log(path)
    logging.getLogger("courtcomms.store").info("реєстр відкрито")
    logging.getLogger("courtcomms.store").debug("дрібниця")
    text = path.read_text(encoding="utf-8")
    assert "INFO courtcomms.store" in text
    assert "реєстр відкрито" in text
    assert "дрібниця" not in text


@pytest.mark.parametrize("name", ["courtcomms.store.backup", "ui.main_window", "qt"])
def test_the_core_the_window_and_qt_write_into_one_file(tmp_path, name):
    path = tmp_path / "courtcomms.log"
    start_log(path)
    logging.getLogger(name).warning("застереження")
    assert f"WARNING {name}" in path.read_text(encoding="utf-8")
    stop_log()
    logging.getLogger(name).warning("запізно")
    assert "запізно" not in path.read_text(encoding="utf-8")


def test_others_do_not_write_into_it(tmp_path):
    path = tmp_path / "courtcomms.log"
    start_log(path)
    logging.getLogger("alembic").warning("чуже")
    assert "чуже" not in path.read_text(encoding="utf-8")


def test_starting_again_takes_the_new_file_and_writes_each_line_once(tmp_path):
    start_log(tmp_path / "1.log")
    start_log(tmp_path / "2.log", logging.DEBUG)
    logging.getLogger("courtcomms").debug("рядок")
    assert (tmp_path / "1.log").read_text(encoding="utf-8") == ""
    assert (tmp_path / "2.log").read_text(encoding="utf-8").count("рядок") == 1


def test_the_log_never_grows_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "_MOST_BYTES", 2000)
    start_log(tmp_path / "courtcomms.log")
    for number in range(500):
        logging.getLogger("courtcomms").info("рядок %d", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["courtcomms.log", *(f"courtcomms.log.{number}" for number in (1, 2, 3))]
    assert all(path.stat().st_size <= 2200 for path in tmp_path.iterdir())
    assert "рядок 499" in (tmp_path / "courtcomms.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "зайнято").write_text("")
    assert not start_log(tmp_path / "зайнято" / "courtcomms.log")
    logging.getLogger("courtcomms").warning("у нікуди")


def test_a_log_that_cannot_be_turned_over_goes_on(tmp_path, monkeypatch):
    """Another window holds the file open: Windows refuses the rename."""
    monkeypatch.setattr(log, "_MOST_BYTES", 200)
    path = tmp_path / "courtcomms.log"
    start_log(path)

    def refuse(*_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.rename", refuse)
    for number in range(20):
        logging.getLogger("courtcomms").info("рядок %d", number)
    assert "рядок 19" in path.read_text(encoding="utf-8")


def test_a_failing_disk_disturbs_nobody(tmp_path, monkeypatch, capsys):
    start_log(tmp_path / "courtcomms.log")
    (handler,) = log.ROOTS[0].handlers

    def fail(_record):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handler, "format", fail)
    logging.getLogger("courtcomms").info("рядок")
    assert capsys.readouterr().err == ""
