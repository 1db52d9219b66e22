"""Four quarters of an invented court, as four people typed them, and as documents that were read of files."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from courtcomms.importing import ImportedDocument, ImportedRow, SourceFile
from courtcomms.importing.read import read_documents
from courtcomms.model import (
    Cells,
    Column,
    Court,
    CourtName,
    DateKind,
    DateSpan,
    Event,
    Participants,
    ParticipantsKind,
)
from courtcomms.period import Period
from courtcomms.reports.export import render
from courtcomms.reports.form import load_form
from courtcomms.reports.snapshot import take_snapshot

QUARTERS = tuple(Period.quarter(2025, quarter) for quarter in (1, 2, 3, 4))
NAME = CourtName("Садовий районний суд", "Садового районного суду")
FORM = load_form(None)

_SITE = "Наповнення корисною та актуальною інформацією офіційного вебсайту суду"
_PAGE = "Наповнення корисною та актуальною інформацією сторінки суду у Facebook"
_STANDS = "Розміщення на інформаційних стендах суду плакатів Центру правничої допомоги"
_FEES = "Розміщення на інформаційних стендах суду зразків квитанцій про сплату судового збору"
_WAR = "Інформування про особливості роботи суду в умовах воєнного стану"
_PEOPLE = "Прийом громадян керівництвом суду"


def _standing(quarter: int) -> list[Cells]:
    """The rows that come back, with what becomes of them from quarter to quarter."""
    word = "інфомацією" if quarter == 2 else "інформацією"
    links = "\n".join(f"https://sud.example.ua/news/{number}" for number in range(1, quarter + 1))
    rows = [
        Cells(
            title=_SITE.replace("інформацією", word),
            goal="Громадяни мають знати про діяльність суду, тому інформація оновлюється щодня",
            date="на постійній основі\n(з 25.06.2018)" if quarter < 3 else "з 25.06.2018 постійно",
            site_links=links,
            participants="-",
        ),
        Cells(
            title=_PAGE if quarter < 3 else f"{_PAGE} та каналу в Telegram",
            goal="Реалізація політики відкритості та прозорості в роботі суду",
            date="на постійній основі (з 25.06.2018)",
            site_links="https://facebook.com/sud",
            participants=f"понад {quarter}00 підписників",
        ),
        Cells(
            title=_STANDS,
            goal="Обізнаність громадян щодо послуг, які можна отримати безоплатно",
            date=f"з 22.03.2024 - на постійній основі у 2025 році{' ' * (quarter % 2)}",
            participants=str(quarter * 7),
        ),
        Cells(
            title=_WAR,
            goal="Безпека відвідувачів і працівників суду",
            date="з 24.02.2022 до закінчення воєнного стану",
            media="«Сільські вісті»" if quarter % 2 else "-",
        ),
        Cells(
            title=_PEOPLE,
            goal="Реалізація права громадян на звернення",
            date=f"щомісяця ({', '.join(f'1{month}.{quarter * 3 - 2 + month:02}' for month in range(3))})",
            participants=f"{quarter + 4} осіб",
        ),
    ]
    if quarter >= 2:
        fees = _FEES if quarter == 2 else _FEES.replace("зразків квитанцій", "зразків  квитанцій")
        goal = "Полегшення звернення громадян до суду, порядок сплати судового збору"
        rows.insert(
            quarter, Cells(title=fees, goal=goal, date="постійно (з 01.04.2025)", audience="Громадяни")
        )
    return rows


def _own(quarter: int) -> list[Cells]:
    """The rows of one quarter alone; two of them have the same words in each quarter."""
    day = f"{quarter + 10}.{quarter * 3:02}.2025"
    return [
        Cells(
            title="Екскурсія до суду для школярів",
            goal="Правова просвіта молоді",
            date=day,
            participants="25",
        ),
        Cells(
            title="Екскурсія до суду для школярів",
            goal="Правова просвіта молоді",
            date=f"{quarter + 12}.{quarter * 3:02}.2025",
            participants="31",
        ),
        Cells(title=f"Брифінг голови суду № {quarter}", goal="Підсумки роботи", date=day, audience="ЗМІ"),
        Cells(
            title="Круглий стіл", goal=f"Обговорення практики, частина {quarter}", date=f"{quarter}9.01.2025"
        ),
    ]


def rows_of(quarter: int) -> list[Cells]:
    """The rows of a quarter's file, numbered."""
    rows = [*_standing(quarter), *_own(quarter)]
    return [row.with_text(Column.NUMBER, str(number)) for number, row in enumerate(rows, 1)]


def document(
    rows: Sequence[Cells],
    period: Period | None = QUARTERS[0],
    name: str = "звіт.docx",
    court: CourtName | None = NAME,
    **more: object,
) -> ImportedDocument:
    """A document as it would have been read."""
    digest = sha256(repr((name, rows)).encode()).hexdigest()
    read = tuple(
        ImportedRow(cells, ((),) * 9, f"таблиця 1, рядок {number}") for number, cells in enumerate(rows, 2)
    )
    values: dict[str, object] = {"kind": "report", "columns": (), "warnings": (), **more}
    return ImportedDocument(
        court=court,
        period=period,
        rows=read,
        source=SourceFile(name, digest, 1),
        **values,  # type: ignore[arg-type]
    )


def write_file(folder: Path, quarter: int) -> Path:
    """The file of a quarter, as the program itself writes one."""
    span, nobody = DateSpan(DateKind.EMPTY), Participants(ParticipantsKind.NONE)
    events = [Event(number, 1, 1, cells, span, nobody) for number, cells in enumerate(rows_of(quarter), 1)]
    snapshot = take_snapshot(FORM, Court(1, (NAME,)), QUARTERS[quarter - 1], events)
    path = folder / f"звіт_{quarter}.docx"
    path.write_bytes(render(snapshot, ".docx").data)
    return path


def read_year(folder: Path) -> tuple[list[ImportedDocument], dict[str, Path]]:
    """The documents of the four quarters, and their files by SHA-256."""
    paths = [write_file(folder, quarter) for quarter in (1, 2, 3, 4)]
    documents = [read_documents(path)[0] for path in paths]
    return documents, {one.source.sha256: path for one, path in zip(documents, paths, strict=True)}
