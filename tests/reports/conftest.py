"""Reports made by hand for the tests of the writers."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from courtcomms.model import (
    Anchor,
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
from courtcomms.reports.form import ReportForm, load_form
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot

sys.path.insert(0, str(Path(__file__).parent))

#: 159 characters without a blank, as the longest address of a real report.
LONG_ADDRESS = "https://www.example.com.ua/novosti/" + "dovgaadresabezzhodnogorozryvu" * 4 + "12345678"

SnapshotOf = Callable[..., ReportSnapshot]
Parts = Callable[[bytes], dict[str, bytes]]


@pytest.fixture
def court() -> Court:
    old = CourtName("Вигаданий районний суд", "Вигаданого районного суду")
    new = CourtName("Вигаданий окружний суд", "Вигаданого окружного суду", date(2024, 1, 1))
    return Court(1, (old, new))


@pytest.fixture
def period() -> Period:
    return Period.quarter(2021, 3)


@pytest.fixture(scope="session")
def form() -> ReportForm:
    return load_form()


def make_event(number: int, texts: Sequence[str], anchors: tuple[Anchor, ...] = ()) -> Event:
    names = [column.value for column in Column]
    cells = Cells(**dict(zip(names, texts, strict=False)), anchors=anchors)
    return Event(number, 1, 1, cells, DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT))


@pytest.fixture
def snapshot_of(form: ReportForm, court: Court, period: Period) -> SnapshotOf:
    """Rows of eight texts (all columns but №) to a snapshot; the form may be another one."""

    def build(rows: Sequence[Sequence[str]], using: ReportForm = form) -> ReportSnapshot:
        events = [make_event(number, ("", *texts)) for number, texts in enumerate(rows, 1)]
        return take_snapshot(using, court, period, events)

    return build


@pytest.fixture
def event_of() -> Callable[..., Event]:
    """An event of nine texts, with the anchors that they need."""
    return make_event


@pytest.fixture
def one_cell(snapshot_of: SnapshotOf) -> Callable[..., ReportSnapshot]:
    """A report of one row with a text in one column (the event's title, if not told) and dashes elsewhere."""

    def build(text: str, column: Column = Column.TITLE) -> ReportSnapshot:
        return snapshot_of([[text if each is column else "-" for each in list(Column)[1:]]])

    return build


@pytest.fixture
def long_address() -> str:
    return LONG_ADDRESS


@pytest.fixture
def messy(snapshot_of: SnapshotOf) -> ReportSnapshot:
    """Every shape of cell that makes trouble."""
    return snapshot_of(
        [
            [
                "=SUM(A1)",
                "+380 44 123",
                "@захід",
                "-5\tтаб",
                "https://a.ua/?a=1&b=2 <x>",
                "  з краю  ",
                "&",
                "25",
            ],
            [
                "Довга адреса",
                "",
                "13.08.2021",
                LONG_ADDRESS,
                f"«Вісник»\n{LONG_ADDRESS}",
                "ʼꞌ’",
                "Ґ",
                "до 100",
            ],
            ["слово за словом " * 250, "", "", "-", "-", "", "", "0025"],
            ["Щ" * 60, "\n\nсередина\n", "05.09.21", "_x0041_", "]]> &amp;", "", "", "100"],
            [
                "Ще",
                "a\u00a0b",
                "",
                "https://кирилиця.укр/новини?слово=два\nhttps://b.ua/a%20b",
                "-",
                "",
                "",
                "",
            ],
        ]
    )


@pytest.fixture
def parts_of() -> Parts:
    """The parts of a package by name."""

    def read(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return read


@pytest.fixture
def real_snapshot(shared_data: Path, form: ReportForm, period: Period) -> ReportSnapshot:
    """The real report's rows under the standard form."""
    truth = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    rows = [[cell["text"] for cell in row["cells"]] for row in truth["rows"]]
    genitive = truth["title_lines"][2].removesuffix(" щодо комунікаційної діяльності суду")
    court = Court(1, (CourtName(truth["court"], genitive),))
    return take_snapshot(form, court, period, [make_event(n, row) for n, row in enumerate(rows, 1)])
