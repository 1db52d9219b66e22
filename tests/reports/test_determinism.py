"""The same data gives the same bytes: now, later, elsewhere, under any order of sets."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.html_page import render_html
from courtcomms.reports.snapshot import ReportSnapshot, SectionRow
from courtcomms.reports.xlsx_writer import render_xlsx

_ROOT = Path(__file__).resolve().parents[2]
_ELSEWHERE = """
import hashlib, pickle, sys
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.html_page import render_html
from courtcomms.reports.xlsx_writer import render_xlsx
snapshot = pickle.load(sys.stdin.buffer)
for document in (render_docx(snapshot), render_xlsx(snapshot), render_html(snapshot).data):
    print(hashlib.sha256(document).hexdigest())
"""


def render_page(snapshot: ReportSnapshot) -> bytes:
    return render_html(snapshot).data


@pytest.fixture(params=["plain", "sections"])
def report(request: pytest.FixtureRequest, messy: ReportSnapshot) -> ReportSnapshot:
    sections = (SectionRow(0, "І квартал"), SectionRow(5, "ІІ квартал – заходів не було"))
    return messy if request.param == "plain" else replace(messy, sections=sections)


@pytest.mark.parametrize("render", [render_docx, render_xlsx, render_page])
def test_two_renders_are_equal(report: ReportSnapshot, render: Callable[[ReportSnapshot], bytes]) -> None:
    assert render(report) == render(report)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("77", "America/Anchorage")])
def test_another_process_another_zone_another_hash_seed(report: ReportSnapshot, seed: str, zone: str) -> None:
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(_ROOT), "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        input=pickle.dumps(report),
        env={**os.environ, **settings},
        capture_output=True,
        check=True,
        timeout=60,
    )
    here = [hashlib.sha256(render(report)).hexdigest() for render in (render_docx, render_xlsx, render_page)]
    assert run.stdout.decode().split() == here


@pytest.mark.parametrize("render", [render_docx, render_xlsx])
def test_entries_carry_no_clock_and_no_system(
    messy: ReportSnapshot, render: Callable[[ReportSnapshot], bytes]
) -> None:
    with zipfile.ZipFile(io.BytesIO(render(messy))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in entries} <= {(0, 0), (0, 0o600 << 16)}
