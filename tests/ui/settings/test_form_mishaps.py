"""The editor of forms where something goes wrong: what is not saved stays, what happened is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hands import opened, press, settle, trigger, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from courtcomms.errors import CannotWrite
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.reports.form_check import check_form
from courtcomms.reports.form_choices import FormChoice, Reach
from courtcomms.reports.form_library import STANDARD, FormLibrary
from courtcomms.reports.form_model import Align, FormLetterhead, Letterhead, LetterheadLine
from ui.dialogs import Dialog
from ui.main_window import MainWindow
from ui.settings import form_work
from ui.settings.form_choice_dialog import FormChoiceDialog
from ui.settings.form_dialog import FormsDialog
from ui.settings.form_drafts import FormDrafts
from ui.settings.form_name_dialog import FormNameDialog, free_name

OWN = replace(load_form(), rows_break=True)
HEAD = FormLetterhead(
    "letterhead_1.docx", "Бланк.docx", Letterhead(b"", (LetterheadLine("Вигаданий суд", Align.CENTER),))
)


@pytest.fixture
def library(sampled: MainWindow) -> FormLibrary:
    sampled.parts.forms.create("Моя", OWN)
    return sampled.parts.forms


@pytest.fixture
def editor(sampled: MainWindow, library: FormLibrary) -> FormsDialog:
    trigger(sampled, "forms")
    settle()
    dialog = sampled.commands.forms.dialog
    assert dialog is not None
    return dialog


def over(dialog: QWidget, kind: type[Dialog]) -> Dialog:
    (found,) = [one for one in dialog.findChildren(kind) if type(one) is kind and one.isVisible()]
    return found


def full_disk(*_: object, **__: object) -> None:
    raise CannotWrite("На диску немає місця: нічого не записано.")


def test_each_button_has_a_letter_of_its_own(editor: FormsDialog) -> None:
    for place in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(place)
        settle()
        shown = [*editor.findChildren(QAbstractButton), *editor.findChildren(QLabel)]
        texts = [one.text() for one in shown if one.isVisibleTo(editor) and "&" in one.text()]
        letters = [text.partition("&")[2][0].casefold() for text in texts]
        assert len(texts) >= 8
        assert len(set(letters)) == len(letters), texts


def test_a_name_that_could_not_be_written_takes_no_change_with_it(
    editor: FormsDialog, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.list.go("Моя")
    editor.tail.executor.setText("Хтось")
    with monkeypatch.context() as broken:
        broken.setattr(FormLibrary, "rename", full_disk)
        editor.list.renaming.click()
        asked = over(editor, FormNameDialog)
        asked.name.setText("Інша")
        asked.accept()
        settle()
    assert "немає місця" in editor.note.text()
    editor.list.creating.click()
    over(editor, FormNameDialog).accept()
    settle()
    editor.list.go("Моя")
    assert editor.tail.executor.text() == "Хтось"
    assert editor.drafts.changed("Моя")


def test_a_letterhead_goes_to_the_form_that_it_was_chosen_for(
    editor: FormsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> tuple[FormLetterhead, tuple[str, ...]]:
        editor.list.go(STANDARD)
        return HEAD, ()

    editor.list.go("Моя")
    monkeypatch.setattr(form_work, "keep_letterhead", slow)
    editor.deeds.take_file(str(tmp_path / "Бланк.docx"))
    settle()
    assert editor.drafts.current == "Моя"
    assert editor.drafts.form.letterhead == HEAD
    assert editor.drafts.of(STANDARD).letterhead is None


def test_a_letterhead_for_a_form_that_is_gone_is_nobodys(
    editor: FormsDialog, library: FormLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> tuple[FormLetterhead, tuple[str, ...]]:
        editor.take(form_work.delete_form(library, "Моя"))
        return HEAD, ()

    editor.list.go("Моя")
    monkeypatch.setattr(form_work, "keep_letterhead", slow)
    editor.deeds.take_file(str(tmp_path / "Бланк.docx"))
    settle()
    assert editor.drafts.names == (STANDARD,)
    assert editor.drafts.unsaved == {}


def test_nothing_is_typed_while_it_is_saved_and_all_again_after_a_refusal(
    editor: FormsDialog, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool, bool]] = []

    def save(*_: object) -> None:
        seen.append((editor.tabs.isEnabled(), editor.list.isEnabled(), editor.action.isEnabled()))
        full_disk()

    monkeypatch.setattr(form_work, "save_forms", save)
    editor.page.breaking.setChecked(True)
    editor.action.click()
    settle()
    assert seen == [(False, False, False)]
    assert (editor.tabs.isEnabled(), editor.list.isEnabled(), editor.action.isEnabled()) == (True, True, True)
    assert "немає місця" in editor.note.text()
    assert editor.page.breaking.isChecked()
    assert library.load(STANDARD) == load_form()


def test_a_mistake_in_a_form_that_is_not_in_hand_is_named(editor: FormsDialog) -> None:
    editor.page.font_name.setCurrentText(" ")
    assert not editor.action.isEnabled()
    editor.list.go("Моя")
    assert "«Таблиця 1» є помилка" in editor.note.text()
    assert editor.tabs.tabText(2) == "Сторінка і шрифт"
    editor.list.go(STANDARD)
    assert editor.tabs.tabText(2) == "Сторінка і шрифт (!)"
    editor.page.font_name.setCurrentText("Arial")
    assert editor.action.isEnabled()
    assert editor.note.isHidden()


@pytest.mark.parametrize("name", ["<b>Моя</b>", "<img src='x'>", "A & B", "a&amp;b"])
def test_names_are_shown_as_they_are_typed(
    sampled: MainWindow, library: FormLibrary, editor: FormsDialog, name: str
) -> None:
    court = sampled.parts.workspace.overview.court
    library.rename("Моя", name)
    library.choose(court.id, sampled.parts.workspace.place.period, name)
    editor.work(form_work.open_shelf, court.id, None, done=editor.take)
    settle()
    editor.list.go(name)
    assert editor.list.list.currentItem().text() == name
    editor.list.using.click()
    asked = over(editor, FormChoiceDialog)
    assert asked.now.text() == f"«{name}»"
    told = [asked.now, asked.known, editor.list.uses, editor.note]
    assert {one.textFormat() for one in told} == {Qt.TextFormat.PlainText}
    asked.reject()
    editor.list.deleting.click()
    settle()
    question = over(editor, Dialog)
    (lead,) = [one for one in question.findChildren(QLabel) if name in one.text()]
    assert lead.textFormat() == Qt.TextFormat.PlainText
    question.reject()


def test_a_letterhead_that_is_gone_is_told_when_the_forms_are_opened(
    sampled: MainWindow, library: FormLibrary
) -> None:
    library.save("Моя", replace(OWN, letterhead=HEAD))
    trigger(sampled, "forms")
    settle()
    dialog = sampled.commands.forms.dialog
    assert "Форма «Моя»: Файл «letterhead_1.docx»" in dialog.note.text()
    dialog.list.go("Моя")
    assert "letterhead_1.docx" in dialog.letterhead.note.text()
    assert not dialog.action.isEnabled(), "looking at it is no change"


def test_a_form_that_went_while_it_was_being_chosen(
    sampled: MainWindow, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    court, period = sampled.parts.workspace.overview.court, sampled.parts.workspace.place.period
    library.choose(court.id, period, STANDARD)
    trigger(sampled, "form")
    settle()
    asked = opened(sampled, FormChoiceDialog)
    library.delete("Моя")
    asked.form.setCurrentText("Моя")
    asked.reaches.button(2).setChecked(True)
    asked.accept()
    settle()
    box = sampled.messenger.box
    assert box is not None
    assert "Форми «Моя» вже немає" in box.text()
    box.close()
    assert [(one.name, one.period) for one in library.choices()] == [(STANDARD, period)]


def test_a_chosen_form_that_is_gone_is_still_named(sampled: MainWindow, library: FormLibrary) -> None:
    court, period = sampled.parts.workspace.overview.court, sampled.parts.workspace.place.period
    library.choose(court.id, period, "Моя")
    (file,) = library.folder.glob("form_*.toml")
    file.unlink()
    trigger(sampled, "form")
    settle()
    asked = opened(sampled, FormChoiceDialog)
    assert asked.form.currentText() == "Моя"
    asked.form.setCurrentText(STANDARD)
    asked.accept()
    settle()
    assert library.chosen(court.id, period) == STANDARD


def test_the_choice_is_made_by_the_keyboard_alone(sampled: MainWindow, library: FormLibrary) -> None:
    trigger(sampled, "form")
    settle()
    asked = opened(sampled, FormChoiceDialog)
    assert asked.form.accessibleName() == "Форма"
    asked.form.setFocus()
    press(asked.form, Qt.Key.Key_Down)
    asked.reaches.button(0).setFocus()
    press(asked.reaches.button(0), Qt.Key.Key_Down)
    assert asked.reaches.checkedId() == 1
    press(asked, Qt.Key.Key_Return)
    settle()
    (choice,) = library.choices()
    assert (choice.name, choice.reach) == ("Моя", Reach.ONWARD)


def test_a_name_is_typed_and_agreed_to_by_the_keyboard(editor: FormsDialog, library: FormLibrary) -> None:
    editor.list.creating.click()
    asked = over(editor, FormNameDialog)
    assert asked.name.accessibleName() == "Назва форми"
    asked.name.selectAll()
    type_text(asked.name, "  ")
    assert not asked.action.isEnabled()
    type_text(asked.name, "моя")
    assert not asked.action.isEnabled()
    assert "вже є" in asked.note.text()
    type_text(asked.name, " друга")
    press(asked.name, Qt.Key.Key_Return)
    settle()
    assert library.names() == (STANDARD, "Моя", "моя друга")
    assert editor.drafts.current == "моя друга"


def test_a_name_not_agreed_to_changes_nothing(editor: FormsDialog, library: FormLibrary) -> None:
    for button in (editor.list.creating, editor.list.copying):
        button.click()
        press(over(editor, FormNameDialog), Qt.Key.Key_Escape)
        settle()
    assert library.names() == (STANDARD, "Моя")
    assert editor.isVisible()


def test_arrows_go_from_form_to_form_and_keep_what_is_unsaved(editor: FormsDialog) -> None:
    forms = editor.list.list
    editor.tail.executor.setText("Хтось")
    forms.setFocus()
    press(forms, Qt.Key.Key_Down)
    assert (editor.drafts.current, editor.page.breaking.isChecked()) == ("Моя", True)
    assert editor.tail.executor.text() == ""
    assert editor.list.deleting.isEnabled()
    press(forms, Qt.Key.Key_Up)
    assert editor.tail.executor.text() == "Хтось"
    assert forms.item(0).toolTip() == "Зміни ще не збережено"
    assert not editor.list.deleting.isEnabled()


def test_a_picture_that_cannot_be_made_says_so(editor: FormsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_work, "lay_out_example", full_disk)
    editor.preview._lay_out()
    settle()
    assert "немає місця" in editor.preview.place.text()


# Without a window


def test_drafts_keep_changes_with_their_forms() -> None:
    standard, wide = load_form(), replace(load_form(), titles=())
    drafts = FormDrafts({STANDARD: standard, "Моя": OWN}, "Моя")
    drafts.put(wide)
    drafts.current = STANDARD
    drafts.put(OWN)
    drafts.taken({STANDARD: standard, "Інша": OWN}, "Інша", ("Моя", "Інша"))
    assert (drafts.current, drafts.form) == ("Інша", wide)
    assert drafts.unsaved == {STANDARD: OWN, "Інша": wide}
    drafts.taken({STANDARD: OWN}, "Інша", None)
    assert (drafts.current, drafts.unsaved, drafts.form) == (STANDARD, {}, OWN)


def test_drafts_tell_one_remark_at_a_field() -> None:
    twice = replace(load_form(), titles=(replace(load_form().titles[0], text="{x}\x01"),))
    drafts = FormDrafts({STANDARD: load_form()}, STANDARD)
    assert drafts.remarks() == {}
    drafts.put(twice)
    assert list(drafts.remarks().values()) == [check_form(twice)[0]]
    assert drafts.unsound() == (STANDARD,)


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [("Нова", (), "Нова"), ("Нова", ("нова",), "Нова 2"), ("Нова", ("Нова", "НОВА 2"), "Нова 3")],
)
def test_a_free_name(name: str, taken: tuple[str, ...], free: str) -> None:
    assert free_name(name, taken) == free


def test_a_choice_that_cannot_be_written_leaves_the_narrower_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, period = FormLibrary(tmp_path), Period.quarter(2026, 3)
    library.create("Моя", OWN)
    library.choose(1, period, "Моя")
    monkeypatch.setattr(FormLibrary, "choose", full_disk)
    wide = FormChoice(1, STANDARD, Reach.ALWAYS)
    with pytest.raises(CannotWrite):
        form_work.choose_form(library, wide, library.choices())
    assert library.chosen(1, period) == "Моя"


@pytest.mark.parametrize("broken", ["standard", "own", "choices"])
def test_the_shelf_is_read_whatever_is_broken(tmp_path: Path, broken: str) -> None:
    library = FormLibrary(tmp_path / "forms", tmp_path / "table1.toml")
    library.create("Моя", OWN)
    library.choose(1, None, "Моя")
    (own,) = library.folder.glob("form_*.toml")
    files = {
        "standard": tmp_path / "table1.toml",
        "own": own,
        "choices": library.folder / "choices.toml",
    }
    files[broken].write_text('name = "Моя"\n[font]\ntable_pt = "ten"\nchoice = 1\n', encoding="utf-8")
    if broken == "choices":
        files[broken].write_text("choice = 1\n", encoding="utf-8")
    current, shelf = form_work.open_shelf(library, 1, Period.quarter(2026, 3))
    assert shelf.forms[STANDARD] == load_form()
    assert ("Моя" in shelf.forms) is (broken != "own")
    assert current == (STANDARD if broken == "choices" else "Моя")
    assert len(shelf.told) == 1


def test_the_picture_is_of_the_newest_report_where_none_is_shown(sampled: MainWindow) -> None:
    parts = sampled.parts
    seen: list[form_work.Example] = []
    court = parts.workspace.overview.court
    newest = parts.workspace.overview.reports[0].period
    take: Callable[[form_work.Example], None] = seen.append
    for period in (None, Period.quarter(1999, 1), newest):
        parts.service.ask(form_work.read_example, court, period, done=take)
        settle()
    assert [one.period for one in seen] == [newest] * 3
    assert all(one.events == seen[0].events for one in seen)
