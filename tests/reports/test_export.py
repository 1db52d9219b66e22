"""Saving: the suffix picks the format, and a failure leaves what was there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from courtcomms.errors import BadInput, CannotWrite
from courtcomms.reports import export
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.export import export_report
from courtcomms.reports.snapshot import Rendered, ReportSnapshot
from courtcomms.reports.xlsx_writer import render_xlsx


@pytest.mark.parametrize(
    ("name", "render"),
    [
        ("звіт.docx", render_docx),
        ("ЗВІТ.DOCX", render_docx),
        ("звіт.xlsx", render_xlsx),
        ("а.б.XlsX", render_xlsx),
    ],
)
def test_suffix_picks_the_format(
    tmp_path: Path, messy: ReportSnapshot, name: str, render: Callable[[ReportSnapshot], bytes]
) -> None:
    export_report(messy, tmp_path / name)
    assert (tmp_path / name).read_bytes() == render(messy)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_notes_of_the_format_are_handed_on(tmp_path: Path, messy: ReportSnapshot) -> None:
    assert export_report(messy, tmp_path / "a.docx") == ()
    (note,) = export_report(messy, tmp_path / "a.xlsx")
    assert "рядки 3)" in note


@pytest.fixture(autouse=True)
def only_what_needs_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the window's tests have added in this process; what a test adds goes with it."""
    own = {suffix: export._renderers[suffix] for suffix in (".docx", ".xlsx", ".html")}
    monkeypatch.setattr(export, "_renderers", own)


def test_formats_that_are_kept_and_those_that_can_be_written() -> None:
    assert export.FROZEN_SUFFIXES == (".docx", ".xlsx")
    assert export.suffixes() == (".docx", ".xlsx", ".html")


def test_a_format_is_added(tmp_path: Path, messy: ReportSnapshot) -> None:
    export.add_renderer(".txt", lambda snapshot, _progress: Rendered(b"own", (snapshot.court,)))
    assert export.suffixes()[-1] == ".txt"
    noted = replace(messy, notes=("За ІV квартал звіту немає.",))
    told = export_report(noted, tmp_path / "a.TXT")
    assert told == ("За ІV квартал звіту немає.", messy.court)
    assert (tmp_path / "a.TXT").read_bytes() == b"own"


def test_pdf_where_its_libraries_are_absent(tmp_path: Path, messy: ReportSnapshot) -> None:
    with pytest.raises(BadInput, match=r"PDF.*нічого не записано\. Збережіть звіт як \.docx"):
        export_report(messy, tmp_path / "a.pdf")


@pytest.mark.parametrize("name", ["звіт", "звіт.doc", "звіт.pdf", "звіт.xls", ".docx"])
def test_other_suffixes_are_refused(tmp_path: Path, messy: ReportSnapshot, name: str) -> None:
    with pytest.raises(BadInput, match="нічого не записано"):
        export_report(messy, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_files_place(tmp_path: Path, messy: ReportSnapshot) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(BadInput, match="тека"):
        export_report(messy, tmp_path / "a.docx")


def test_a_missing_folder(tmp_path: Path, messy: ReportSnapshot) -> None:
    with pytest.raises(CannotWrite, match="Немає теки"):
        export_report(messy, tmp_path / "нема" / "a.docx")


def test_a_refused_report_leaves_the_old_file(
    tmp_path: Path, one_cell: Callable[[str], ReportSnapshot]
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(BadInput):
        export_report(one_cell("я" * 40_000), target)
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no write bit")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path, messy: ReportSnapshot) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite):
            export_report(messy, tmp_path / "a.docx")
    finally:
        tmp_path.chmod(0o700)
