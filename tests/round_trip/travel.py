"""What goes out and comes back: the rows, and how both sides are put to be compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from courtcomms.cells.typography import trim_layout
from courtcomms.importing import ImportedDocument
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
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, Row, take_snapshot

#: A cell as a reader meets it: its words, and the linked ones among them with where they lead.
Seen = tuple[str, tuple[tuple[str, str], ...]]
OTHERS = tuple(column for column in Column if column is not Column.NUMBER)
#: Where the user's own files lie beside a checkout, and the real report there.
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
_REAL = "table1_2021q3.json"
PERIOD = Period.quarter(2021, 3)
#: 159 characters without a blank, as the longest address of a real report.
LONG = "https://www.example.com.ua/novosti/" + "dovgaadresabezzhodnogorozryvu" * 4 + "12345678"

#: Texts that make trouble; each becomes the goal of an event, and those with addresses stand under links too.
ODD = (
    "=SUM(A1)",
    "=1+1",
    "+380 44 123",
    "@захід",
    "-",
    "перший\n\n\nдругий",
    "\n\nсередина\n \n",
    "  з краю  \n  другий  ",
    "два  бланки   і три",
    "таб\tв рядку",
    "№\u00a015, 2021\u00a0року",
    "звꞌязок, зв'язок, зв’язок, звʼязок",
    "&amp; <w:t> ]]> \"'",
    "й ї é i\u0308 — складені літери",
    "\u202bעברית\u202c ثلاثة і 123",
    "😀 漢字",
    "13.08.2021",
    "0025",
    "1e5",
    "TRUE",
    "#N/A",
    "слово " * 90,
    f"«Вісник» {LONG}, далі; www.b.ua/x",
    f"{LONG}\n\n{LONG}",
    "https://a.ua/?a=1&b=2#c\nhttps://кирилиця.укр/новини",
    "суд.укр і mailto:a@b.ua та ftp://a.ua/x",
)


def event(number: int, cells: Cells) -> Event:
    return Event(number, 1, 1, cells, DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT))


def court_of(nominative: str, genitive: str) -> Court:
    return Court(1, (CourtName(nominative, genitive),))


COURT = court_of("Вигаданий районний суд", "Вигаданого районного суду")


def snapshot_of(form: ReportForm, rows: Sequence[Cells]) -> ReportSnapshot:
    return take_snapshot(form, COURT, PERIOD, [event(number, cells) for number, cells in enumerate(rows, 1)])


def odd_rows() -> list[Cells]:
    """Every odd text, and links whose words do not show where they lead."""
    rows = [
        Cells(
            title=f"Захід {number}", date="13.08.2021", goal=text, site_links=text if "://" in text else "-"
        )
        for number, text in enumerate(ODD, 1)
    ]
    anchors = (
        Anchor(Column.SITE_LINKS, "тут", "https://a.ua/1"),
        Anchor(Column.SITE_LINKS, "тут", "https://a.ua/2?x=1&y=2"),
        Anchor(Column.MEDIA, "Вісник", "https://b.ua/3"),
    )
    told = Cells(
        title="Посилання словами",
        date="14.08.2021",
        site_links="Новини тут, а також тут.",
        media="«Вісник» за вересень",
        anchors=anchors,
    )
    return [*rows, told]


def many_rows() -> list[Cells]:
    return [
        Cells(
            title=f"Захід {number}",
            goal="Підвищення рівня обізнаності громадян " * 3,
            date="13.08.2021",
            site_links=f"https://a.ua/news/{number}/\n\nhttps://a.ua/photo/{number}/",
            media="-",
            audience="Громадяни",
            responsible="Керівник апарату",
            participants=str(number),
        )
        for number in range(1, 301)
    ]


def real_rows(folder: Path) -> list[Cells]:
    """The real report's rows; none where it is not beside this checkout."""
    file = folder / _REAL
    if not file.is_file():
        return []
    truth = json.loads(file.read_text(encoding="utf-8"))
    return [Cells(*[cell["text"] for cell in row["cells"]]) for row in truth["rows"]]


def real_snapshot(folder: Path, form: ReportForm) -> ReportSnapshot:
    """The real report under its own court's name."""
    truth = json.loads((folder / _REAL).read_text(encoding="utf-8"))
    genitive = truth["title_lines"][2].removesuffix(" щодо комунікаційної діяльності суду")
    events = [event(number, cells) for number, cells in enumerate(real_rows(folder), 1)]
    return take_snapshot(form, court_of(truth["court"], genitive), PERIOD, events)


def went_out(snapshot: ReportSnapshot) -> list[list[Seen]]:
    """What the report says; blank lines around a text are layout, and so is the row of an empty report."""
    return [_seen_row(row) for row in snapshot.rows] if snapshot.event_count else []


def came_back(document: ImportedDocument, form: ReportForm) -> list[list[Seen]]:
    """What the events that were read would say in a report of their own."""
    again = snapshot_of(form, [row.cells for row in document.rows])
    numbered = [
        [(row.cells.number, ()), *_seen_row(told)[1:]]
        for row, told in zip(document.rows, again.rows, strict=False)
    ]
    return numbered if document.rows else []


def _seen_row(row: Row) -> list[Seen]:
    return [
        (
            trim_layout(cell.text),
            tuple((run.text, run.target) for line in cell.lines for run in line if run.target is not None),
        )
        for cell in row
    ]
