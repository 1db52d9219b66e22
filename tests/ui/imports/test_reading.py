"""Reading of several files: each for itself, with what was said of their columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from plans import COLUMNS, Q2, document, read

from courtcomms.errors import BadInput
from courtcomms.importing.document import ImportedDocument, ReadingChoices
from courtcomms.importing.isolation import isolated
from courtcomms.importing.mapping.column_memory import load_choices, remember
from courtcomms.progress import SILENT, Cancelled, Progress
from ui.imports.reading import read_again, read_all

Reader = Callable[..., tuple[ImportedDocument, ...]]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[ReadingChoices]:
    """A reader by the files' names; what it was told of columns."""
    told: list[ReadingChoices] = []

    def read_by_name(
        path: Path, progress: Progress, *, choices: ReadingChoices
    ) -> tuple[ImportedDocument, ...]:
        told.append(choices)
        progress.tell(1, 2)
        if "злам" in path.name:
            raise BadInput(f"«{path.name}» пошкоджений.")
        if "лихо" in path.name:
            raise ZeroDivisionError
        if "план" in path.name:
            return (document(name=path.name, kind="plan"),)
        found = document([read("Захід")], name="той самий" if "копія" in path.name else path.name)
        return (found, replace(found, part=1, period=Q2)) if "рік" in path.name else (found,)

    monkeypatch.setattr(isolated, "read_isolated", read_by_name)
    return told


def paths(folder: Path, *names: str) -> list[Path]:
    return [folder / name for name in names]


@pytest.mark.usefixtures("reader")
def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    chosen = paths(tmp_path, "а.docx", "зламаний.docx", "лихо.docx", "план.docx", "рік.docx")
    found = read_all(chosen, tmp_path / "columns.json", SILENT)
    assert [(one.source.name, one.part) for one in found.documents] == [
        ("а.docx", 0),
        ("рік.docx", 0),
        ("рік.docx", 1),
    ]
    refused = dict(found.unread)
    assert refused["зламаний.docx"] == "«зламаний.docx» пошкоджений."
    assert "непередбачену помилку" in refused["лихо.docx"]
    assert "це план" in refused["план.docx"]
    assert found.refusal is None
    assert set(found.files or {}) == {"а.docx", "рік.docx"}
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.usefixtures("reader")
def test_a_file_wanted_alone_is_refused_by_its_own_error(tmp_path: Path) -> None:
    found = read_all(paths(tmp_path, "зламаний.docx"), tmp_path / "columns.json", SILENT)
    assert isinstance(found.refusal, BadInput)
    assert not found.documents


@pytest.mark.usefixtures("reader")
def test_the_same_file_by_another_name_is_taken_once(tmp_path: Path) -> None:
    found = read_all(paths(tmp_path, "копія 1.docx", "копія 2.docx"), tmp_path / "columns.json", SILENT)
    assert len(found.documents) == 1
    assert found.unread == (("копія 2.docx", "Той самий файл, що й «копія 1.docx»: вдруге не береться."),)


@pytest.mark.usefixtures("reader")
def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "порожня"
    folder.mkdir()
    found = read_all([folder], tmp_path / "columns.json", SILENT)
    assert found.unread == (("порожня", "Тут немає файлів, які можна прочитати."),)


@pytest.mark.usefixtures("reader")
def test_how_far_it_is_goes_up_over_all_files(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read_all(
        paths(tmp_path, "а.docx", "б.docx"),
        tmp_path / "columns.json",
        Progress(lambda done, total: told.append((done, total))),
    )
    assert told == sorted(told)
    assert {total for _, total in told} == {2000}
    assert told[-1] == (1500, 2000)


@pytest.mark.usefixtures("reader")
def test_it_can_be_stopped_between_files_and_within_one(tmp_path: Path) -> None:
    seen: list[int] = []

    def watch(done: int, _total: int) -> None:
        seen.append(done)

    with pytest.raises(Cancelled):
        read_all(
            paths(tmp_path, "а.docx", "б.docx"),
            tmp_path / "columns.json",
            Progress(watch, lambda: len(seen) == 3),
        )
    assert seen == [0, 500, 1000]


def test_what_was_said_of_columns_is_used_and_told(tmp_path: Path, reader: list[ReadingChoices]) -> None:
    file = tmp_path / "columns.json"
    keys = tuple(column.key for column in COLUMNS)
    assert read_all(paths(tmp_path, "а.docx"), file, SILENT).remembered == frozenset()
    remember(file, "a shape", keys)
    assert read_all(paths(tmp_path, "а.docx"), file, SILENT).remembered == {"a shape"}
    assert reader[-1].columns == {"a shape": keys}
    remember(file, "a shape", keys[:3])
    assert read_all(paths(tmp_path, "а.docx"), file, SILENT).remembered == frozenset()


def test_another_choice_is_kept_and_taken_back(tmp_path: Path, reader: list[ReadingChoices]) -> None:
    file = tmp_path / "columns.json"
    keys = (None, *(column.key for column in COLUMNS[1:]))
    files = {"а.docx": tmp_path / "а.docx"}
    again = read_again(files, file, "a shape", keys, SILENT)
    assert again.remembered == {"a shape"}
    assert reader[-1].columns["a shape"] == keys == load_choices(file).columns["a shape"]
    plain = read_again(files, file, "a shape", None, SILENT)
    assert plain.remembered == frozenset()
    assert not reader[-1].columns
    assert not load_choices(file).columns


@pytest.mark.usefixtures("reader")
def test_a_choice_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "columns.json"
    keys = tuple(column.key for column in COLUMNS)
    again = read_again({"x": tmp_path / "зламаний.docx"}, file, "a shape", keys, SILENT)
    assert isinstance(again.refusal, BadInput)
    assert not load_choices(file).columns


@pytest.mark.usefixtures("reader")
def test_a_file_that_was_changed_meanwhile_is_told(tmp_path: Path) -> None:
    keys = tuple(column.key for column in COLUMNS)
    again = read_again({"old": tmp_path / "а.docx"}, tmp_path / "columns.json", "a shape", keys, SILENT)
    assert "змінився" in str(again.refusal)
