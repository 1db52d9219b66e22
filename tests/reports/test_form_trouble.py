"""Forms on a disk that fails, in files edited by hand, in two windows: nothing is lost or left half done."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from letterheads import letterhead, line

from courtcomms.errors import BadInput, CannotWrite, Missing
from courtcomms.period import Period
from courtcomms.reports import form_library
from courtcomms.reports.export import render
from courtcomms.reports.form import ReportForm, load_form
from courtcomms.reports.form_check import FONT, check_form
from courtcomms.reports.form_choices import FormChoice, Reach, read_choices
from courtcomms.reports.form_library import STANDARD, FormLibrary
from courtcomms.reports.snapshot import ReportSnapshot

Q1, Q3 = Period.quarter(2026, 1), Period.quarter(2026, 3)
YEAR = Period.parse("2026")


@pytest.fixture
def library(tmp_path: Path, form: ReportForm) -> FormLibrary:
    made = FormLibrary(tmp_path / "forms", tmp_path / "table1.toml")
    made.create("Моя", replace(form, rows_break=True))
    made.choose(1, Q3, "Моя")
    return made


@pytest.fixture
def choices_stay(library: FormLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes forms, but no choices."""
    write = form_library.write_bytes

    def refuse(path: Path, data: bytes) -> None:
        if path.name == "choices.toml":
            raise CannotWrite("Не вдалося записати «choices.toml»")
        write(path, data)

    monkeypatch.setattr(form_library, "write_bytes", refuse)


def state(library: FormLibrary) -> tuple[object, ...]:
    return library.names(), library.choices(), library.chosen(1, Q3), library.form_for(1, Q3)


@pytest.mark.usefixtures("choices_stay")
@pytest.mark.parametrize("deed", ["rename", "delete", "choose"])
def test_a_deed_that_cannot_be_finished_is_not_begun(library: FormLibrary, deed: str) -> None:
    before = state(library)
    deeds = {
        "rename": partial(library.rename, "Моя", "Інша"),
        "delete": partial(library.delete, "Моя"),
        "choose": partial(library.choose, 1, None, "Моя"),
    }
    with pytest.raises(CannotWrite):
        deeds[deed]()
    assert state(library) == before


def test_a_form_that_cannot_be_moved_keeps_its_reports(
    library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(library)

    def refuse(*_: object) -> Path:
        raise PermissionError(13, "no")

    monkeypatch.setattr(form_library, "moved", refuse)
    with pytest.raises(CannotWrite, match="«Моя» не видалено"):
        library.delete("Моя")
    assert state(library) == before


def test_a_folder_that_is_a_file(tmp_path: Path, form: ReportForm) -> None:
    (tmp_path / "forms").write_bytes(b"")
    library = FormLibrary(tmp_path / "forms")
    for deed in (lambda: library.create("Моя", form), lambda: library.choose(1, Q3, STANDARD)):
        with pytest.raises(CannotWrite, match="теку форм"):
            deed()
    assert (library.names(), library.form_for(1, Q3)) == ((STANDARD,), form)


def test_a_file_that_cannot_be_read_nor_moved_is_told_once(
    library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library.folder / "torn.toml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(form_library, "set_aside", lambda path, _suffix: path)
    for _ in range(3):
        assert library.names() == (STANDARD, "Моя")
    assert len(library.notes) == 1
    assert library.form_for(1, Q3).remark.count("torn.toml") == 2


@pytest.mark.parametrize("deep", ["a = " + "[" * 100_000, "a = " + "{b=" * 100_000])
def test_a_file_nested_without_end_is_a_broken_one(library: FormLibrary, tmp_path: Path, deep: str) -> None:
    for path in (library.folder / "deep.toml", library.folder / "choices.toml", tmp_path / "table1.toml"):
        path.write_text(deep, encoding="utf-8")
    assert library.names() == (STANDARD, "Моя")
    assert library.choices() == ()
    with pytest.raises(BadInput, match=r"table1\.toml"):
        library.load(STANDARD)


def test_a_form_deleted_in_another_window(library: FormLibrary, form: ReportForm) -> None:
    FormLibrary(library.folder).delete("Моя")
    assert library.form_for(1, Q3) == form, "its reports have the usual form again"
    for deed in (
        lambda: library.rename("Моя", "Інша"),
        lambda: library.delete("Моя"),
        lambda: library.choose(1, Q3, "Моя"),
    ):
        with pytest.raises(Missing, match="«Моя» вже немає"):
            deed()
    library.save("Моя", replace(form, rows_break=True))
    assert library.load("Моя").rows_break, "what is saved in this window is kept, not lost"


def test_a_form_of_two_files_that_differ_in_case_alone(library: FormLibrary, form: ReportForm) -> None:
    library.create("Звіт", form)
    library.create("звіт!", replace(form, rows_break=True))
    names = [path.name for path in library.folder.glob("form_*.toml")]
    assert len({name.casefold() for name in names}) == len(names) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["Звіт\x07 суду.docx", "a\nb.docx", "суд\udcff.docx"])
def test_a_letterhead_of_any_name_can_be_saved(library: FormLibrary, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(letterhead(line("Вигаданий суд")))
    kept, _left = library.keep_letterhead(path)
    library.save("Моя", replace(load_form(), letterhead=kept))
    again = FormLibrary(library.folder).load("Моя")
    assert again.letterhead == kept
    assert again.remark == ""
    assert kept.name.isprintable()


def test_what_begins_with_a_quarter_and_with_its_year_is_as_chosen_last(library: FormLibrary) -> None:
    for name in ("Я", "А"):
        library.create(name, load_form())
    library.choose(2, Q1, "Я", onward=True)
    library.choose(2, YEAR, "А", onward=True)
    assert library.chosen(2, Q3) == "А"
    library.choose(2, Q1, "Я", onward=True)
    assert library.chosen(2, Q3) == "Я"


@pytest.mark.parametrize(
    ("reach", "period", "words"),
    [
        (Reach.PERIOD, Q3, "ІІІ квартал 2026 року"),
        (Reach.ONWARD, Q3, "від звіту за ІІІ квартал 2026 року і далі"),
        (Reach.ALWAYS, None, "усі звіти"),
        (Reach.PERIOD, YEAR, "2026 рік"),
    ],
)
def test_a_choice_in_words(reach: Reach, period: Period | None, words: str) -> None:
    assert FormChoice(1, "Моя", reach, period).words == words


@pytest.mark.parametrize(
    "entry",
    [
        'court = 1\nreach = "always"',
        'court = 1\nform = "А"\nreach = "sometimes"',
        'court = 1\nform = "А"\nreach = "period"',
        'court = 1\nform = "А"\nreach = "period"\nperiod = "2026-Q7"',
        'court = 1\nform = "А"\nreach = "onward"\nperiod = 2026',
        'court = 1\nform = 5\nreach = "always"',
        'court = 1\nform = "А"\nreach = ["always"]',
    ],
)
def test_choices_written_wrong_are_no_choices(entry: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong, the library sets the file aside
        read_choices(f"[[choice]]\n{entry}\n")


def test_a_choice_of_a_court_is_of_that_court_alone(library: FormLibrary) -> None:
    library.choose(2, None, "Моя")
    library.unchoose(FormChoice(1, "Моя", Reach.PERIOD, Q3))
    assert (library.chosen(1, Q3), library.chosen(2, Q3)) == (STANDARD, "Моя")


def bare(form: ReportForm) -> ReportForm:
    """Nothing over the table, one column as narrow as can be, a font that no machine has."""
    first, *others = form.columns
    return replace(
        form,
        titles=tuple(replace(line, show=False) for line in form.titles),
        columns=(replace(first, width_mm=5.0), *others),
        font=replace(form.font, name="Немає Такого"),
    )


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
@pytest.mark.parametrize("rows", [0, 3])
def test_a_bare_form_is_written_all_the_same(
    snapshot_of: Callable[..., ReportSnapshot], form: ReportForm, suffix: str, rows: int
) -> None:
    snapshot = snapshot_of([["Захід " * 40, "", "", "", "", "", "", ""]] * rows, bare(form))
    assert snapshot.titles == ()
    data = render(snapshot, suffix).data
    if suffix != ".html":
        with ZipFile(io.BytesIO(data)) as package:
            data = b"".join(map(package.read, package.namelist()))
    text = unescape(data.decode(errors="ignore"))
    assert "Немає Такого" in text
    assert ("Захід Захід" in text) is bool(rows)


@pytest.mark.parametrize("count", [31, 32])
def test_a_font_of_a_name_that_office_cannot_hold(form: ReportForm, count: int) -> None:
    remarks = check_form(replace(form, font=replace(form.font, name="Ш" * count)))
    assert [(one.field, one.grave) for one in remarks] == ([] if count == 31 else [(FONT, True)])
