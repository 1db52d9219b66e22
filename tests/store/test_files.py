"""Files are put in place whole, and never over another's."""

import datetime as dt
import os

import pytest

from courtcomms.store import files


@pytest.fixture
def temporary(tmp_path):
    path = tmp_path / "temporary"
    path.write_bytes(b"new")
    return path


def test_a_new_file_is_placed_once(tmp_path, temporary):
    target = tmp_path / "target"
    assert files.place_new(temporary, target)
    assert target.read_bytes() == b"new"
    temporary.write_bytes(b"later")
    target.write_bytes(b"mine")
    assert not files.place_new(temporary, target)
    assert target.read_bytes() == b"mine"


def test_a_disk_without_hard_links_will_do(tmp_path, temporary, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "target"
    assert files.place_new(temporary, target)
    assert target.read_bytes() == b"new"
    temporary.write_bytes(b"later")
    assert not files.place_new(temporary, target)
    assert target.read_bytes() == b"new"


def test_a_file_is_replaced_in_one_step(tmp_path, temporary):
    target = tmp_path / "target"
    target.write_bytes(b"old")
    files.replace(temporary, target)
    assert target.read_bytes() == b"new"
    assert not temporary.exists()


def test_names_are_never_given_twice(tmp_path):
    names = []
    for _ in range(3):
        path = files.free_name(tmp_path, "copy", ".db")
        path.write_text("")
        names.append(path.name)
    assert names == ["copy.db", "copy_2.db", "copy_3.db"]
    assert files.beside(tmp_path / "a", "new") != files.beside(tmp_path / "a", "new")


def test_moments_in_names_sort_through_a_change_of_the_clock():
    summer, winter = (dt.timezone(dt.timedelta(hours=hours)) for hours in (3, 2))
    before = dt.datetime(2026, 10, 25, 3, 50, tzinfo=summer)
    after = dt.datetime(2026, 10, 25, 3, 10, tzinfo=winter)
    assert files.stamp(before) < files.stamp(after)
    assert files.stamp(before) == "20261025_005000"


def test_what_is_not_there_is_removed_without_a_word(tmp_path, temporary):
    files.remove(temporary, tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_checksum_is_that_of_the_bytes(temporary):
    known = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
    assert files.sha256_of(temporary) == known
