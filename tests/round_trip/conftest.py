"""Reports that travel: through our own formats, through LibreOffice, and back."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

sys.path.insert(0, str(Path(__file__).parent))

from travel import came_back, many_rows, odd_rows, real_snapshot, snapshot_of, went_out

from courtcomms.importing import ImportedDocument
from courtcomms.reports.form import Executor, ReportForm, Signatory, SignatureDate, load_form
from courtcomms.reports.letterhead import read_letterhead
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.sample import load_sample


@pytest.fixture(scope="session")
def signed_form() -> ReportForm:
    """Everything under the table stands."""
    return replace(
        load_form(),
        signatory=Signatory(True, "Заступник керівника апарату", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "(000) 000-00-00"),
    )


@pytest.fixture(params=["sample", "odd", "real", "many", "empty", "letterhead"])
def snapshot(request: pytest.FixtureRequest, signed_form: ReportForm) -> ReportSnapshot:
    """Reports of every kind: the invented court's, odd texts, the real one, 300 rows, no event, on a
    letterhead."""
    if request.param == "real":
        return real_snapshot(request.getfixturevalue("shared_data"), signed_form)
    sample = [each.cells for each in load_sample().events]
    if request.param == "letterhead":
        letterhead = read_letterhead(_blank(request.getfixturevalue("tmp_path")))
        return replace(snapshot_of(signed_form, sample), letterhead=letterhead)
    rows = {
        "sample": sample,
        "odd": odd_rows(),
        "many": many_rows(),
        "empty": [],
    }
    return snapshot_of(signed_form, rows[request.param])


def _blank(folder: Path) -> Path:
    """A letterhead with words that a title has too, and a table."""
    document = Document()
    document.add_paragraph("УКРАЇНА")
    document.add_paragraph("ВИГАДАНИЙ РАЙОННИЙ СУД")
    cells = document.add_table(1, 2).row_cells(0)
    cells[0].text, cells[1].text = "вул. Вигадана, 1", "тел. (000) 000-00-00"
    document.save(str(folder / "blank.docx"))
    return folder / "blank.docx"


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's program."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


@pytest.fixture
def compare(signed_form: ReportForm) -> Callable[[ReportSnapshot, ImportedDocument], None]:
    """Hold what came back against what went out, cell by cell."""

    def check(sent: ReportSnapshot, read: ImportedDocument) -> None:
        assert read.kind == "report"
        assert read.court is not None
        assert (read.court.nominative, read.period) == (sent.court, sent.period)
        assert came_back(read, signed_form) == went_out(sent)

    return check
