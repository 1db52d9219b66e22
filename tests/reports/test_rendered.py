"""Both files as LibreOffice prints them: every word, the header on each page, numbers from page 2."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from courtcomms.reports.export import export_report
from courtcomms.reports.snapshot import ReportSnapshot

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed"),
    pytest.mark.timeout(180),
]


@pytest.fixture
def long_report(snapshot_of: Callable[..., ReportSnapshot], long_address: str) -> ReportSnapshot:
    """Four pages and more: long addresses, blank lines, a number, words of every length."""
    row = [
        "Розміщення на інформаційних стендах суду (буклети), на сайті інформації щодо нових реквізитів",
        "Інформування про зміни реквізитів для того, щоб громадяни сплачували кошти на вірні рахунки",
        "з 17.03.2020 до закінчення карантину.\nІнформація постійно оновлюється, і доповнюється",
        "https://sud.example.ua/pres-centr/news/1051137/\n\nhttps://sud.example.ua/gromadyanam/11/",
        f"«Вісник»\n{long_address}\n\n«Кривий Ріг – life»\nhttps://b.ua/dovga-nazva-novyny-cherez-defisy",
        "Громадяни – відвідувачі суду, офіційного сайту та користувачі акаунтів у соціальній мережі",
        "Заступник керівника апарату",
        "25",
    ]
    return snapshot_of([row] * 16)


def pages_of(file: Path, folder: Path) -> list[str]:
    """The text of each printed page."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    pdf = file.with_suffix(".pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=30
    )
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, timeout=30)
    (folder / "raw.txt").write_bytes(raw.stdout)
    return text.stdout.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_print(long_report: ReportSnapshot, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"report.{suffix}"
    export_report(long_report, file)
    pages = [page for page in pages_of(file, tmp_path) if "Графа" not in page]  # without the sheet of links
    assert len(pages) >= 4
    assert all("проведення" in page and "Комунікаційна ціль" in page for page in pages)
    numbers = [re.match(r"\s*(\d*)", page).group(1) for page in pages]  # type: ignore[union-attr]
    assert numbers == ["", *(str(number) for number in range(2, len(pages) + 1))]
    seen = re.sub(r"\s", "", (tmp_path / "raw.txt").read_text(encoding="utf-8"))
    words = {word for row in long_report.rows for cell in row for word in cell.text.split()}
    assert {word for word in words if word not in seen} == set()
