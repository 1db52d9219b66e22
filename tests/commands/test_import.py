"""`import` of several files, a folder, a year: what is told, what is written."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from import_year import QUARTERS, rows_of, write_file

from courtcomms.cli import main
from courtcomms.model import Cells, Column
from courtcomms.paths import DataDir
from courtcomms.store import EventQuery, Register


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "дані")


@pytest.fixture
def run(data: DataDir, capsys: pytest.CaptureFixture[str]):
    def run_command(*words: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(data.root), *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The year's files, and what lies beside them in any office."""
    folder = tmp_path / "звіти"
    folder.mkdir()
    for quarter in (1, 2, 3, 4):
        write_file(folder, quarter)
    (folder / "~$звіт_1.docx").write_bytes(b"lock")
    (folder / "фото.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def rows(run, period: str) -> list[list[str]]:
    told = json.loads(run("report", "rows", "--period", period, "--json")[1])["rows"]
    return [[cell["text"] for cell in row["cells"]] for row in told]


def texts(cells: Cells) -> list[str]:
    return [text for _column, text in cells.texts()]


def test_a_folder_of_a_year(run, folder: Path, data: DataDir) -> None:
    code, out, err = run("import", folder)
    assert (code, out) == (0, "")
    assert "«звіт_1.docx»: Імпортовано 9 рядків до звіту за І квартал 2025 року. Звіт збережено як" in err
    assert "З них заходи, відомі з інших звітів: 6." in err
    for quarter, period in enumerate(QUARTERS, 1):
        assert rows(run, period.code) == [texts(cells) for cells in rows_of(quarter)]
    with Register.open(data.database) as register:
        assert len(register.event_ids(EventQuery(1))) == 22
        assert register.source_warnings() == ()
        assert len(list(register.sources_folder.iterdir())) == 4
    assert run("integrity")[0] == 0


def test_every_order_of_single_files_tells_the_same_rows(run, folder: Path) -> None:
    """One order of those that the services' tests try all, through processes, files and JSON."""
    for quarter in (3, 1, 4, 2):
        assert run("import", folder / f"звіт_{quarter}.docx")[0] == 0
    for quarter, period in enumerate(QUARTERS, 1):
        assert rows(run, period.code) == [texts(cells) for cells in rows_of(quarter)]


def test_sent_reports_go_out_as_their_files(run, folder: Path, tmp_path: Path) -> None:
    run("import", folder)
    out = tmp_path / "назад.docx"
    assert run("report", "export", "--period", "2025-Q2", "--out", out)[0] == 0
    assert out.read_bytes() == (folder / "звіт_2.docx").read_bytes()
    workbook = tmp_path / "назад.xlsx"
    assert run("report", "export", "--period", "2025-Q2", "--out", workbook)[0] == 0
    told = json.loads(run("import", workbook, "--dry-run", "--json")[1])
    assert [[cell["text"] for cell in row["cells"]] for row in told["rows"]] == [
        [text.strip() if column is Column.DATE else text for column, text in cells.texts()]
        for cells in rows_of(2)
    ]


def test_several_files_are_one_json_object_a_line(run, folder: Path) -> None:
    paths = [folder / "звіт_2.docx", folder / "звіт_1.docx"]
    code, out, _err = run("import", *paths, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(one["file"], one["period"]) for one in told] == [
        (str(paths[0]), "2025-Q2"),
        (str(paths[1]), "2025-Q1"),
    ]
    alone = json.loads(run("import", paths[1], "--dry-run", "--json")[1])
    assert "file" not in alone
    assert alone == {key: value for key, value in told[1].items() if key != "file"}


def test_one_bad_file_does_not_stop_the_others(run, folder: Path) -> None:
    (folder / "зламаний.docx").write_bytes(b"PK\x03\x04 nothing more")
    code, out, err = run("import", folder, "--json")
    told = {Path(json.loads(line)["file"]).name: json.loads(line) for line in out.splitlines()}
    assert code == 0
    assert len(told) == 5
    assert told["зламаний.docx"]["error"] in err
    assert "Не прочитано: 1 файл" in err
    assert len(rows(run, "2025-Q4")) == 10


def test_none_that_can_be_read_is_a_refusal(run, tmp_path: Path, data: DataDir) -> None:
    for name in ("а.docx", "б.docx"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 nothing more")
    code, out, err = run("import", tmp_path / "а.docx", tmp_path / "б.docx")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "Жодного файла не прочитано: нічого не імпортовано. Причини названо вище."
    assert not data.database.exists()
    empty = tmp_path / "порожня"
    empty.mkdir()
    code, _out, err = run("import", empty)
    assert (code, err.count("\n")) == (2, 1)
    assert "немає файлів, схожих на звіти" in err


def test_a_look_at_several_files_touches_no_register(run, folder: Path, data: DataDir) -> None:
    code, out, err = run("import", folder, "--dry-run")
    assert code == 0
    assert out.count("Круглий стіл") == 4
    assert [f"Файл: «звіт_{quarter}.docx»" in err for quarter in (1, 2, 3, 4)] == [True] * 4
    assert not data.root.exists()


def test_reports_are_kept_as_sent_where_that_is_asked(run, folder: Path) -> None:
    run("import", folder / "звіт_4.docx", "--sent")
    code, _out, err = run("import", folder / "звіт_4.docx", "--period", "2025-Q4")
    assert code == 0
    assert "уже імпортовано" in err
    assert "Імпортовано 0 рядків" in err
    code, _out, err = run("import", folder / "звіт_3.docx", "--period", "2025-Q4")
    assert code == 2
    assert "Поверніть звіт у роботу" in err


def test_every_row_is_an_event_of_its_own_where_that_is_asked(run, folder: Path, data: DataDir) -> None:
    run("import", folder, "--separate")
    with Register.open(data.database) as register:
        assert len(register.event_ids(EventQuery(1))) == sum(
            len(rows_of(quarter)) for quarter in (1, 2, 3, 4)
        )


def test_a_changed_row_is_told_and_left_as_it_is(run, folder: Path, data: DataDir) -> None:
    run("import", folder / "звіт_1.docx")
    with Register.open(data.database) as register:
        event = register.events(register.event_ids(EventQuery(1, search="брифінг")))[0]
        register.set_cell(event.id, Column.AUDIENCE, "Журналісти", version=event.version)
    code, _out, err = run("import", folder / "звіт_1.docx")
    assert code == 0
    assert "Імпортовано 0 рядків" in err
    assert "Журналісти" in str(rows(run, "2025-Q1"))


def test_the_period_is_for_documents_that_tell_none(run, folder: Path, tmp_path: Path) -> None:
    nameless = tmp_path / "таблиця.csv"
    head = (
        "№;Назва (вид) заходу;Комунікаційна ціль заходу;Дата проведення;Посилання на сайт;Публікації у ЗМІ;"
    )
    head += "Цільова аудиторія;Відповідальні особи;Кількість учасників"
    nameless.write_text(f"{head}\n1;Нарада;Підсумки;12.02;-;-;Судді;Голова;7\n", encoding="utf-8")
    code, _out, err = run("import", nameless, folder / "звіт_2.docx")
    assert code == 0
    assert "«таблиця.csv» не знайдено звітного періоду" in err
    assert run("import", nameless)[0] == 2
    code, _out, err = run("import", nameless, folder / "звіт_3.docx", "--period", "2025-Q1")
    assert code == 0
    assert [len(rows(run, period)) for period in ("2025-Q1", "2025-Q3")] == [1, 10]


def test_copies_tell_that_files_of_imports_lie_elsewhere(
    run, folder: Path, tmp_path: Path, data: DataDir
) -> None:
    assert "не входять" not in run("backup", tmp_path / "перша.sqlite3")[2]
    run("import", folder / "звіт_1.docx")
    copy = tmp_path / "друга.sqlite3"
    assert "не входять" in run("backup", copy)[2]
    for path in data.sources.iterdir():
        path.unlink()
    code, _out, err = run("integrity")
    assert code == 0
    assert "«звіт_1.docx»" in err
    assert "Реєстр цілий" in err
    assert run("restore", copy)[0] == 0
    assert len(rows(run, "2025-Q1")) == 9
