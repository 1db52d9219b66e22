"""Which files are offered, and which of a folder are taken."""

from __future__ import annotations

from pathlib import Path

from ui.imports.choosing import MOST, filters, gather, readable


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_the_filter_names_every_kind_that_is_read_at_any_time() -> None:
    first = filters(libreoffice=False)[0]
    for kind in ("docx", "docm", "xlsx", "xlsm", "csv", "txt", "htm", "mht"):
        assert f"*.{kind} " in first.replace(")", " ")
    assert "*.doc " not in first.replace(")", " ")
    assert filters(libreoffice=False)[-1] == "Усі файли (*)"


def test_with_libreoffice_its_kinds_are_offered_too() -> None:
    every = filters(libreoffice=True)
    for kind in ("doc", "odt", "rtf", "xls", "ods"):
        assert f"*.{kind} " in every[0].replace(")", " ")
    assert set(readable(libreoffice=False)) < set(readable(libreoffice=True))


def test_a_folder_gives_what_may_be_a_report_by_name(tmp_path: Path) -> None:
    made(tmp_path, "б.docx", "А.XLSX", "2020/в.doc", "опис.pdf", "~$б.docx", ".схований.docx", ".кеш/г.docx")
    assert names(gather([tmp_path])) == ["А.XLSX", "б.docx", "в.doc"]


def test_files_are_taken_as_they_were_chosen_each_once(tmp_path: Path) -> None:
    made(tmp_path, "б.docx", "а.dat")
    chosen = [tmp_path / "а.dat", tmp_path / "б.docx", tmp_path]
    assert names(gather(chosen)) == ["а.dat", "б.docx"]


def test_of_a_great_folder_only_so_many_are_taken(tmp_path: Path) -> None:
    made(tmp_path, *(f"{number:04}.csv" for number in range(MOST + 5)))
    assert len(gather([tmp_path])) == MOST


def test_an_empty_folder_and_a_lost_file_break_nothing(tmp_path: Path) -> None:
    (tmp_path / "порожня").mkdir()
    assert gather([tmp_path / "порожня"]) == ()
    assert names(gather([tmp_path / "немає.docx"])) == ["немає.docx"]
