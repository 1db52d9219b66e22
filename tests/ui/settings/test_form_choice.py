"""«Форма звіту…»: the form of the report that is shown, of those after it, of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hands import settle, trigger
from PySide6.QtWidgets import QFileDialog

from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.reports.form_library import STANDARD
from ui.main_window import MainWindow
from ui.settings.form_choice_dialog import FormChoiceDialog
from ui.settings.form_dialog import FormsDialog


@pytest.fixture
def window(sampled: MainWindow) -> MainWindow:
    sampled.parts.forms.create("Велика", replace(load_form(), rows_break=True))
    return sampled


@pytest.fixture
def ask(window: MainWindow) -> Callable[[], FormChoiceDialog]:
    def make() -> FormChoiceDialog:
        trigger(window, "form")
        settle()
        (dialog,) = [one for one in window.findChildren(FormChoiceDialog) if one.isVisible()]
        return dialog

    return make


def shown(window: MainWindow) -> tuple[int, Period]:
    place, court = window.parts.workspace.place, window.parts.workspace.overview.court
    assert place is not None
    assert place.period is not None
    assert court is not None
    return court.id, place.period


def test_what_the_report_has_now_is_told(window: MainWindow, ask: Callable[[], FormChoiceDialog]) -> None:
    dialog = ask()
    assert dialog.form.currentText() == STANDARD
    assert [dialog.form.itemText(row) for row in range(dialog.form.count())] == [STANDARD, "Велика"]
    assert STANDARD in dialog.known.text()
    dialog.reject()
    settle()
    assert window.parts.forms.choices() == ()


@pytest.mark.parametrize(("reach", "before", "after"), [(0, False, False), (1, False, True), (2, True, True)])
def test_reach(
    window: MainWindow, ask: Callable[[], FormChoiceDialog], reach: int, before: bool, after: bool
) -> None:
    dialog = ask()
    dialog.form.setCurrentText("Велика")
    dialog.reaches.button(reach).setChecked(True)
    dialog.accept()
    settle()
    court, period = shown(window)
    library = window.parts.forms
    assert library.chosen(court, period) == "Велика"
    assert (library.chosen(court, period.shifted(-1)) == "Велика") is before
    assert (library.chosen(court, period.shifted(1)) == "Велика") is after
    assert "Велика" in window.status.note_text


def test_a_wider_choice_takes_the_place_of_a_narrower_one(
    window: MainWindow, ask: Callable[[], FormChoiceDialog]
) -> None:
    court, period = shown(window)
    window.parts.forms.choose(court, period, "Велика")
    dialog = ask()
    assert dialog.form.currentText() == "Велика"
    assert period.name in dialog.known.text()
    dialog.form.setCurrentText(STANDARD)
    dialog.reaches.button(2).setChecked(True)
    dialog.accept()
    settle()
    assert window.parts.forms.chosen(court, period) == STANDARD


def test_the_way_to_the_editor(window: MainWindow, ask: Callable[[], FormChoiceDialog]) -> None:
    ask().edit.click()
    settle()
    assert isinstance(window.commands.forms.dialog, FormsDialog)


def test_the_chosen_form_is_the_one_that_is_written(window: MainWindow, tmp_path: Path) -> None:
    court, period = shown(window)
    before, after = tmp_path / "a.docx", tmp_path / "b.docx"
    window.commands.exporting.write(str(before))
    settle()
    window.parts.forms.choose(court, period, "Велика", onward=True)
    window.commands.exporting.write(str(after))
    settle()
    assert before.read_bytes() != after.read_bytes()


def test_a_form_that_is_gone_is_told_and_nothing_is_written(window: MainWindow, tmp_path: Path) -> None:
    court, period = shown(window)
    library = window.parts.forms
    library.choose(court, period, "Велика")
    (file,) = library.folder.glob("form_*.toml")
    file.unlink()
    target = tmp_path / "a.docx"
    window.commands.exporting.write(str(target))
    settle()
    assert not target.exists()
    box = window.messenger.box
    assert box is not None
    assert "Форми «Велика» вже немає" in box.text()
    box.close()


def test_the_export_tells_the_form(window: MainWindow) -> None:
    court, period = shown(window)
    window.parts.forms.choose(court, period, "Велика")
    trigger(window, "export")
    settle()
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert "форма «Велика»" in dialog.windowTitle()
    dialog.reject()
