"""Forms kept by name: nothing of one is lost, whatever its name, its file or the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.errors import BadInput, Missing
from courtcomms.period import Period
from courtcomms.reports.form import (
    COURT_PLACE,
    NAME_PLACE,
    PERIOD_PLACE,
    Align,
    ExcelHabits,
    Executor,
    Font,
    FormColumn,
    NameForm,
    Page,
    ReportForm,
    Signatory,
    SignatureDate,
    TitleLine,
    load_form,
)
from courtcomms.reports.form_file import form_text
from courtcomms.reports.form_library import STANDARD, FormLibrary

Q2, Q3, Q4 = (Period.quarter(2026, number) for number in (2, 3, 4))

_SIGNS = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="{}\ufffe\uffff")
_TEXTS = st.text(_SIGNS, max_size=30)
_FILLED = st.text(_SIGNS, min_size=1, max_size=30).filter(str.strip)
_LINES = st.lists(
    st.one_of(_TEXTS, st.sampled_from((COURT_PLACE, NAME_PLACE, PERIOD_PLACE, "\n"))), max_size=4
).map("".join)
_ALIGNS = st.sampled_from(list(Align))
_POINTS = st.integers(12, 32).map(lambda half: half / 2)


@st.composite
def forms(draw: st.DrawFn) -> ReportForm:
    """Any form that a form can be."""
    standard = load_form()
    titles = st.lists(st.builds(TitleLine, _LINES, _ALIGNS, st.booleans(), st.booleans()), max_size=5)
    widths = [draw(st.integers(50, 285)) / 10 for _ in standard.columns]
    return replace(
        standard,
        titles=tuple(draw(titles)),
        columns=tuple(
            FormColumn(column.column, draw(_FILLED), width, draw(_ALIGNS))
            for column, width in zip(standard.columns, widths, strict=True)
        ),
        page=Page(
            *(float(draw(st.integers(low, high))) for low, high in ((0, 20), (0, 20), (5, 60), (0, 60))),
            draw(st.booleans()),
        ),
        font=Font(draw(_FILLED), draw(_POINTS), draw(_POINTS), draw(_POINTS)),
        rows_break=draw(st.booleans()),
        signatory=Signatory(draw(st.booleans()), draw(_TEXTS), draw(_TEXTS), draw(st.sampled_from(NameForm))),
        signed=SignatureDate(draw(st.booleans()), draw(st.none() | st.dates(date(1000, 1, 1)))),
        executor=Executor(draw(st.booleans()), draw(_TEXTS), draw(_TEXTS)),
        excel=ExcelHabits(draw(st.booleans())),
    )


@pytest.fixture
def library(tmp_path: Path) -> FormLibrary:
    return FormLibrary(tmp_path / "forms", tmp_path / "table1.toml")


def wide(form: ReportForm) -> ReportForm:
    return replace(form, font=Font("Arial", 14, 9, 12))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=forms())
def test_any_form_comes_back_from_its_file(tmp_path: Path, form: ReportForm) -> None:
    shelf = FormLibrary(tmp_path / "forms")
    shelf.save("Форма", form)
    assert shelf.load("Форма") == form
    shelf.save(STANDARD, form)
    assert FormLibrary(tmp_path / "forms").load(STANDARD) == form


def test_only_what_differs_is_written(form: ReportForm) -> None:
    assert form_text(form) == ""
    text = form_text(replace(form, rows_break=True), "Моя")
    assert text == 'name = "Моя"\n\n[table]\nrows_break = true\n'


def test_standard_form_is_always_there(library: FormLibrary, form: ReportForm) -> None:
    assert library.names() == (STANDARD,)
    assert library.load(STANDARD) == form
    assert not library.folder.exists()
    for refused in (library.delete, lambda name: library.rename(name, "Інша")):
        with pytest.raises(BadInput, match="Стандартну форму"):
            refused(STANDARD)


def test_old_own_file_is_the_standard_form(tmp_path: Path, library: FormLibrary) -> None:
    (tmp_path / "table1.toml").write_text("[font]\ntable_pt = 9\n", encoding="utf-8")
    assert library.load(STANDARD).font.table_pt == 9
    library.save(STANDARD, load_form())
    assert not (tmp_path / "table1.toml").exists()
    assert "table_pt = 9" in (tmp_path / "table1.toml.old").read_text(encoding="utf-8")


def test_broken_own_file_is_refused_and_stays(tmp_path: Path, library: FormLibrary) -> None:
    (tmp_path / "table1.toml").write_text("[font\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"table1\.toml"):
        library.form_for(1, Q3)
    assert (tmp_path / "table1.toml").read_text(encoding="utf-8") == "[font\n"


@pytest.mark.parametrize(
    "name",
    ["Для ради суддів", "Ґанок «Щастя» / \\ : * ? № 5", "...", "CON", "таблиця 2", "ʼ" * 80, "Ї.toml", "🙂"],
)
def test_any_name_will_do(library: FormLibrary, form: ReportForm, name: str) -> None:
    kept = library.create(name, wide(form))
    assert kept == name
    assert library.names() == (STANDARD, name)
    assert library.load(name) == wide(form)
    assert [path.name for path in library.folder.iterdir() if not path.name.isascii()] == []


@pytest.mark.parametrize("name", ["", " \n\t", "ж" * 81])
def test_what_is_no_name_is_refused(library: FormLibrary, form: ReportForm, name: str) -> None:
    with pytest.raises(BadInput, match="нічого не записано"):
        library.create(name, form)
    assert library.names() == (STANDARD,)


@pytest.mark.parametrize("name", ["Моя", " моя ", "МОЯ", "таблиця 1"])
def test_names_are_unique_whatever_their_case(library: FormLibrary, form: ReportForm, name: str) -> None:
    library.create("Моя", form)
    with pytest.raises(BadInput, match="вже є"):
        library.create(name, wide(form))
    assert library.load("Моя") == form


def test_two_names_that_sound_alike_in_latin_have_two_files(library: FormLibrary, form: ReportForm) -> None:
    library.create("Згода", form)
    library.create("Згода!", wide(form))
    assert library.load("Згода") == form
    assert library.load("Згода!") == wide(form)


def test_the_previous_version_stays_beside(library: FormLibrary, form: ReportForm) -> None:
    library.create("Моя", replace(form, rows_break=True))
    library.save("Моя", wide(form))
    (old,) = library.folder.glob("*.old")
    assert "rows_break" in old.read_text(encoding="utf-8")


def test_renamed_wherever_it_was_chosen(library: FormLibrary, form: ReportForm) -> None:
    library.create("Моя", wide(form))
    library.choose(1, Q3, "Моя")
    assert library.rename("Моя", "  Нова   назва ") == "Нова назва"
    assert library.names() == (STANDARD, "Нова назва")
    assert library.chosen(1, Q3) == "Нова назва"
    assert library.form_for(1, Q3) == wide(form)
    assert library.rename("Нова назва", "НОВА НАЗВА") == "НОВА НАЗВА"


def test_deleted_form_leaves_its_file_and_frees_its_reports(library: FormLibrary, form: ReportForm) -> None:
    library.create("Моя", wide(form))
    library.choose(1, None, "Моя")
    library.delete("Моя")
    assert library.names() == (STANDARD,)
    assert library.chosen(1, Q3) == STANDARD
    assert len(list(library.folder.glob("*.old"))) == 1
    with pytest.raises(Missing, match="Моя"):
        library.load("Моя")


def test_choice_for_a_period_goes_before_one_onward_before_always(
    library: FormLibrary, form: ReportForm
) -> None:
    for name in ("Для одного", "Надалі", "Завжди"):
        library.create(name, form)
    library.choose(1, None, "Завжди")
    library.choose(1, Q3, "Надалі", onward=True)
    library.choose(1, Q3, "Для одного")
    assert [library.chosen(1, period) for period in (Q2, Q3, Q4)] == ["Завжди", "Для одного", "Надалі"]
    assert library.chosen(2, Q3) == STANDARD
    library.choose(1, Q4, STANDARD, onward=True)
    assert library.chosen(1, Q4.shifted(3)) == STANDARD
    assert library.chosen(1, Period.parse("2026-H2")) == "Надалі"
    for choice in library.choices():
        library.unchoose(choice)
    assert library.chosen(1, Q3) == STANDARD


def test_a_later_choice_takes_the_place_of_an_earlier_one(library: FormLibrary, form: ReportForm) -> None:
    for name in ("А", "Б"):
        library.create(name, form)
        library.choose(1, Q3, name)
    assert [choice.name for choice in library.choices()] == ["Б"]
    with pytest.raises(Missing):
        library.choose(1, Q3, "Немає такої")


def test_broken_choices_are_told_and_set_aside(library: FormLibrary, form: ReportForm) -> None:
    library.folder.mkdir()
    for broken in ("[[choice]\n", '[[choice]]\ncourt = "1"\nform = "А"\nreach = "always"\n', "choice = 5\n"):
        (library.folder / "choices.toml").write_text(broken, encoding="utf-8")
        shelf = FormLibrary(library.folder, None)
        made = shelf.form_for(1, Q3)
        assert made == form
        assert "стандартна" in made.remark
        assert not (library.folder / "choices.toml").exists()
    kept = {path.read_text(encoding="utf-8") for path in library.folder.glob("choices.toml.broken*")}
    assert len(kept) == 3


def test_broken_form_is_told_and_set_aside(library: FormLibrary) -> None:
    library.folder.mkdir()
    (library.folder / "a.toml").write_bytes("name = «Ой»".encode("cp1251"))
    (library.folder / "b.toml").write_text('name = "Хибна"\n[font]\ntable_pt = 100\n', encoding="utf-8")
    assert library.names() == (STANDARD, "Хибна")
    assert "a.toml.broken" in library.notes[0]
    library.choose(1, Q3, "Хибна")
    with pytest.raises(BadInput, match=r"Хибна.*font\.table_pt.*b\.toml\.broken"):
        library.form_for(1, Q3)
    with pytest.raises(Missing, match="Форма звіту"):
        library.form_for(1, Q3)
    assert sorted(path.name for path in library.folder.glob("*.broken")) == ["a.toml.broken", "b.toml.broken"]


def test_files_put_there_by_hand_are_forms_too(library: FormLibrary) -> None:
    library.folder.mkdir()
    (library.folder / "моя.toml").write_text("[table]\nrows_break = true\n", encoding="utf-8-sig")
    for number in (1, 2):
        (library.folder / f"f{number}.toml").write_text('name = "Одна"\n', encoding="utf-8")
    assert library.names() == (STANDARD, "моя", "Одна", "Одна (f2)")
    assert library.load("моя").rows_break


@pytest.mark.parametrize(
    "text",
    ["name = 5\n", '[letterhead]\nfile = "../a.docx"\n', "letterhead = 1\n", '[letterhead]\nname = "a"\n'],
)
def test_new_keys_are_checked_too(library: FormLibrary, text: str) -> None:
    library.folder.mkdir()
    (library.folder / "x.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput):
        library.load(library.names()[-1])
