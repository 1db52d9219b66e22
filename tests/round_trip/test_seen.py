"""What a reader sees: LibreOffice opens the file and every word of every cell stands on paper."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader
from travel import SHARED, many_rows, odd_rows, real_rows, snapshot_of

from courtcomms.cells.typography import APOSTROPHES, INVISIBLE
from courtcomms.model import Cells
from courtcomms.reports.export import export_report
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, SectionRow
from courtcomms.sample import load_sample

pytestmark = pytest.mark.timeout(300)

#: Signs for which the fonts of a machine may have no letter, or which a page lays out in an order of its own.
_LAID_OUT_OTHERWISE = re.compile(r"[^\u0020-\u05ff\u1e00-\u1fff\u2010-\u2027\u2030-\u2122]|[\u0590-\u06ff]")
#: Signs without width, and apostrophes: a font that lacks one borrows it, and the paper says a blank there.
_NOT_COMPARED = dict.fromkeys(map(ord, INVISIBLE + APOSTROPHES))
#: Words that no column is too narrow for: every one of them can be counted.
_SHORT = re.compile(r"[а-яіїєґ]{4,9}")


def letters(text: str) -> str:
    """The letters and signs of a text without blanks: a page breaks lines and long addresses anywhere."""
    return "".join(unicodedata.normalize("NFC", text).translate(_NOT_COMPARED).split())


def printed(soffice: str, file: Path, folder: Path) -> list[str]:
    """The pages of the file as LibreOffice prints it, as strings of letters."""
    subprocess.run(
        [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=200,
    )  # fmt: skip
    return [letters(page.extract_text()) for page in PdfReader(folder / f"{file.stem}.pdf").pages]


def words(snapshot: ReportSnapshot) -> list[str]:
    """Every word of the report as often as it stands there."""
    texts = [cell.text for row in snapshot.rows for cell in row]
    texts += [line.text for line in snapshot.titles]
    texts += [*snapshot.header, *[section.text for section in snapshot.sections]]
    return [letters(word) for text in texts for word in text.split()]


def hidden(snapshot: ReportSnapshot, pages: list[str]) -> list[str]:
    """The words of the report that are nowhere on paper, and short ones that are there too seldom."""
    paper, wanted = "".join(pages), words(snapshot)
    seldom = [
        word
        for word, count in Counter(wanted).items()
        if _SHORT.fullmatch(word) and paper.count(word) < count
    ]
    return seldom + [word for word in dict.fromkeys(wanted) if not _is_seen(word, paper)]


def _is_seen(word: str, paper: str) -> bool:
    """Whether a word is there, whole or broken over lines with other cells' words between its parts."""
    if word in paper or _LAID_OUT_OTHERWISE.search(word):
        return True
    # A column is at least four letters wide; what is longer may be broken anywhere.
    return len(word) > 4 and _in_parts(word, paper)


def _in_parts(word: str, paper: str, least: int = 4) -> bool:
    """Whether the word can be put together, in order, from parts of at least four letters on the paper."""
    reached = {0}
    for end in range(least, len(word) + 1):
        if any(start in reached and word[start:end] in paper for start in range(end - least + 1)):
            reached.add(end)
    return len(word) in reached or any(
        len(word) - place < least and word[place:] in paper for place in reached if place
    )


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        *product(("sample", "odd", "sections"), (".docx", ".xlsx")),
        ("taller than a page", ".docx"),
    ],
)
def test_every_word_is_seen(
    soffice: str, tmp_path: Path, signed_form: ReportForm, kind: str, suffix: str
) -> None:
    sample = [*[each.cells for each in load_sample().events], *real_rows(SHARED)]
    tall = [Cells(title="Захід", date="13.08.2021", goal="слово " * 900 + "кінець")]
    rows = {"sample": sample, "odd": odd_rows(), "sections": many_rows()[:40]}.get(kind, tall)
    snapshot = snapshot_of(signed_form, rows)
    if kind == "sections":
        sections = (SectionRow(0, "Перший квартал"), SectionRow(20, "Наступний квартал"))
        snapshot = replace(snapshot, sections=sections)
    file = tmp_path / f"zvit{suffix}"
    export_report(snapshot, file)
    pages = printed(soffice, file, tmp_path)
    assert hidden(snapshot, pages) == []
    for word in ("ПРІЗВИЩЕ", "25.05.2025", "(000)000-00-00"):
        assert word in "".join(pages)


def test_a_word_that_is_cut_off_would_be_noticed() -> None:
    assert not _is_seen("обізнаності", "підвищеннярівняобізна")
    assert not _is_seen("https://a.ua/news/12/", "https://a.ua/news/13/")
    assert _is_seen("https://a.ua/news/1051137/", "https://a.ua/інше/news/1051інше137/")
