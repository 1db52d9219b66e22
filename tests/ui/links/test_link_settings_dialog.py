"""The settings of links: shown as they are, kept as they were changed, bad input told in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import opened, press, settle, trigger
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from courtcomms.errors import CannotWrite
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.paths import DataDir
from courtcomms.services.links import load_settings, save_settings
from ui.help.manual import ManualWindow
from ui.links.settings_dialog import SettingsDialog, read_hosts
from ui.main_window import MainWindow

OWN = LinkSettings(
    per_host=3,
    connect_seconds=5.5,
    remember_days=30,
    own_hosts=("zrazkivskyi-sud.example", "xn--d1azg.xn--j1amh"),
    judiciary_hosts=("arbitr.gov.ua",),
    allowed_hosts=("intranet", "10.0.0.5"),
    read_pages=True,
)


def data(window: MainWindow) -> DataDir:
    return DataDir(window.parts.folder)


def dialog(window: MainWindow) -> SettingsDialog:
    trigger(window, "links_settings")
    return opened(window, SettingsDialog)


def test_saving_untouched_changes_nothing(sampled: MainWindow) -> None:
    save_settings(data(sampled), OWN)
    shown = dialog(sampled)
    assert shown.hosts["own_hosts"].toPlainText() == "zrazkivskyi-sud.example\nсуд.укр"
    shown.accept()
    settle()
    assert load_settings(data(sampled)) == OWN
    assert sampled.status.note_text == "·  Налаштування посилань збережено"


def test_each_setting_is_kept(sampled: MainWindow) -> None:
    shown = dialog(sampled)
    shown.days.setValue(0)
    shown.at_once.setValue(1)
    shown.hosts["own_hosts"].setPlainText("https://Sud.Example/golovna\n\n суд.укр ")
    shown.hosts["judiciary_hosts"].setPlainText("")
    shown.hosts["allowed_hosts"].setPlainText("intranet\n192.168.1.5:8080\nintranet")
    shown.consents["read_pages"].setChecked(True)
    shown.consents["ask_archive"].setChecked(True)
    shown.accept()
    settle()
    assert load_settings(data(sampled)) == replace(
        DEFAULT,
        remember_days=0,
        per_host=1,
        own_hosts=("sud.example", "xn--d1azg.xn--j1amh"),
        judiciary_hosts=(),
        allowed_hosts=("intranet", "192.168.1.5"),
        read_pages=True,
        ask_archive=True,
    )
    assert sampled.parts.links.grounds.settings.own_hosts == ("sud.example", "xn--d1azg.xn--j1amh")


def test_numbers_keep_to_what_a_check_allows(sampled: MainWindow) -> None:
    shown = dialog(sampled)
    shown.days.setValue(100_000)
    shown.at_once.setValue(0)
    assert (shown.days.value(), shown.at_once.value()) == (365, 1)


@pytest.mark.parametrize("wrong", ["два слова", "суд,інший", "a..b?c", "http://", "..", "[::1"])
def test_a_line_that_is_no_host_is_told_and_nothing_is_kept(sampled: MainWindow, wrong: str) -> None:
    save_settings(data(sampled), OWN)
    shown = dialog(sampled)
    shown.days.setValue(99)
    shown.hosts["allowed_hosts"].setPlainText(f"intranet\n{wrong}")
    shown.accept()
    settle()
    assert shown.isVisible()
    assert shown.note.isVisible()
    assert f"«{wrong}»" in shown.note.text()
    assert "нічого не збережено" in shown.note.text()
    assert load_settings(data(sampled)) == OWN
    press(shown, Qt.Key.Key_Escape)
    settle()
    assert load_settings(data(sampled)) == OWN


def test_an_endless_line_is_quoted_in_part(qapp: object) -> None:
    hosts, wrong = read_hosts("x y" * 10_000)
    assert hosts == ()
    assert len(wrong) <= 80


def test_what_the_file_says_wrongly_is_told(sampled: MainWindow) -> None:
    data(sampled).links.write_text("remember_days = 5\nper_host = 900\n", encoding="utf-8")
    shown = dialog(sampled)
    assert shown.days.value() == 5
    assert shown.at_once.value() == DEFAULT.per_host
    assert "per_host" in shown.note.text()


def test_a_folder_that_takes_nothing_is_told(sampled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_what: object) -> None:
        raise CannotWrite("Немає місця: нічого не записано.")

    shown = dialog(sampled)
    monkeypatch.setattr("courtcomms.services.link_settings.write_bytes", refuse)
    shown.accept()
    settle()
    assert sampled.messenger.box is not None
    assert sampled.messenger.box.text() == "Немає місця: нічого не записано."
    sampled.messenger.box.close()


def test_the_intranet_is_warned_of_and_all_fits_a_small_screen(sampled: MainWindow) -> None:
    shown = dialog(sampled)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "всередині мережі суду" in said
    assert shown.hosts["allowed_hosts"].accessibleDescription()
    shown.hosts["own_hosts"].setPlainText("два слова")
    shown.accept()
    settle()
    assert shown.height() <= 700
    hints = [label for label in shown.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in hints if label.text())
    fields = list(shown.hosts.values())
    assert not any(label.geometry().intersects(field.geometry()) for label in hints for field in fields)


def test_f1_explains_links(sampled: MainWindow) -> None:
    shown = dialog(sampled)
    press(shown, Qt.Key.Key_F1)
    settle()
    assert opened(shown, ManualWindow).page.toPlainText().strip().startswith("Посилання")
