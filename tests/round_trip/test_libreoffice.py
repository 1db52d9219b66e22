"""Through LibreOffice's formats and back: the same words, links to the same addresses.

LibreOffice 7.4 itself loses or changes three things on its way from these formats to ours, which no reader
can know of; they are tried apart, in the smallest example, below.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from travel import SHARED, came_back, odd_rows, real_rows, snapshot_of, went_out

from courtcomms.importing.isolation.isolated import read_isolated
from courtcomms.model import Cells
from courtcomms.reports.export import export_report
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.sample import load_sample

pytestmark = pytest.mark.timeout(300)

Convert = Callable[[Path, str], Path]
#: Each format of LibreOffice, and the one of ours that it is made of.
WAYS = pytest.mark.parametrize(
    ("suffix", "source"),
    [("odt", ".docx"), ("doc", ".docx"), ("rtf", ".docx"), ("ods", ".xlsx"), ("xls", ".xlsx")],
)


@pytest.fixture(scope="module")
def convert(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Make a file of another format of one, in a folder of its own."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def make(file: Path, suffix: str) -> Path:
        folder = tmp_path_factory.mktemp(suffix)
        subprocess.run(
            [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix,
             "--outdir", str(folder), str(file)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        (made,) = folder.iterdir()
        return made

    return make


@pytest.fixture(scope="module")
def travel(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A report as one of our formats, made into one of LibreOffice's."""

    def make(snapshot: ReportSnapshot, source: str, suffix: str) -> Path:
        file = tmp_path_factory.mktemp("sent") / f"zvit{source}"
        export_report(snapshot, file)
        return convert(file, suffix)

    return make


def without_tabs(rows: list[Cells]) -> list[Cells]:
    return [replace(cells, goal=cells.goal.replace("\t", "")) for cells in rows]


@WAYS
def test_comes_back(travel: Callable[..., Path], signed_form: ReportForm, suffix: str, source: str) -> None:
    """Odd texts, the invented court's report, and the real one where it lies beside the checkout."""
    rows = [*odd_rows(), *[each.cells for each in load_sample().events], *real_rows(SHARED)]
    if suffix == "ods":
        rows = without_tabs(rows)
    sent = snapshot_of(signed_form, rows)
    (read,) = read_isolated(travel(sent, source, suffix))
    assert (read.kind, read.period) == ("report", sent.period)
    assert read.court is not None
    assert read.court.nominative == sent.court
    assert came_back(read, signed_form) == went_out(sent)


def test_what_libreoffice_changes_on_the_way_from_text_documents(
    travel: Callable[..., Path], signed_form: ReportForm
) -> None:
    """It escapes Excel's escapes in a document of Word, and writes ``%20`` of an address as a blank; the
    words of the cell keep the address."""
    address = "https://b.ua/a%20b"
    cells = Cells(title="Захід", date="13.08.2021", goal="_x0041_", site_links=address)
    (read,) = read_isolated(travel(snapshot_of(signed_form, [cells]), ".docx", "odt"))
    (row,) = read.rows
    assert row.cells.goal in ("_x005F_x0041_", "_x0041_")
    assert row.cells.site_links == address
    assert [link.target.replace(" ", "%20") for link in row.links[4]] == [address]


def test_what_libreoffice_changes_on_the_way_from_sheets(
    travel: Callable[..., Path], signed_form: ReportForm
) -> None:
    """Calc drops the tabs of an OpenDocument cell."""
    cells = Cells(title="Захід", date="13.08.2021", goal="до\tпісля")
    (read,) = read_isolated(travel(snapshot_of(signed_form, [cells]), ".xlsx", "ods"))
    assert [row.cells.goal for row in read.rows] in (["допісля"], ["до\tпісля"])
