"""Where things lie."""

import sys
from pathlib import Path

import pytest

from courtcomms import paths
from courtcomms.errors import CannotWrite, Missing
from courtcomms.paths import DataDir, default_data_dir, resources_dir


def test_everything_lies_in_the_data_folder(tmp_path):
    data = DataDir(tmp_path)
    places = {data.database, data.backups, data.form, data.log}
    assert len(places) == 4
    assert {place.parent for place in places} == {tmp_path}
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made_when_it_is_wanted(tmp_path):
    data = DataDir(tmp_path / "нова" / "тека")
    data.create()
    data.create()
    assert data.root.is_dir()


def test_a_file_in_its_place_is_told(tmp_path):
    (tmp_path / "зайнято").write_text("")
    with pytest.raises(CannotWrite, match=r"зайнято.*--data-dir"):
        DataDir(tmp_path / "зайнято" / "тека").create()


def test_the_default_is_the_users_own_folder(monkeypatch, tmp_path):
    if sys.platform.startswith("linux"):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert default_data_dir() == tmp_path / "courtcomms"
    assert default_data_dir().name == "courtcomms"
    assert default_data_dir().is_absolute()


def test_resources_of_a_checkout():
    assert resources_dir() == Path(__file__).resolve().parents[1] / "resources"


def test_resources_of_a_frozen_program(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_dir() == tmp_path / "resources"


def test_resources_of_an_installed_package(monkeypatch, tmp_path):
    (tmp_path / "site-packages" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "site-packages" / "courtcomms" / "paths.py"))
    assert resources_dir() == tmp_path / "site-packages" / "resources"


def test_a_program_without_its_resources_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(Missing, match="установіть програму ще раз"):
        resources_dir()
