"""The peers read the same report as the program does, and the tables of reading and of PDF are whole."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from benchmarks import pdf, read_ours, read_peers, readers
from benchmarks.rows import bench_rows
from benchmarks.ways import Way, ways_table

SIZE = 4
ROOT = Path(__file__).resolve().parents[2]
TEXTS = [[cell.text for cell in row] for row in bench_rows(SIZE)]
LINKS = [cell.link for row in bench_rows(SIZE) for cell in row if cell.link]


@pytest.mark.parametrize(
    "way",
    [
        read_ours.docx,
        read_ours.docx_isolated,
        read_ours.xlsx,
        read_ours.xlsx_isolated,
        read_peers.python_docx,
        read_peers.python_docx_elements,
        read_peers.mammoth_html,
        read_peers.openpyxl_sheet,
    ],
)
def test_every_way_reads_the_same_cells_and_links(way: Callable[[int], Callable[[], object]]) -> None:
    assert way(SIZE)() == (TEXTS, LINKS)


@pytest.mark.parametrize("way", [read_peers.openpyxl_read_only, read_peers.calamine])
def test_the_quick_ways_read_the_same_cells_without_links(way: Callable[[int], Callable[[], object]]) -> None:
    assert way(SIZE)() == (TEXTS, [])


@pytest.mark.parametrize("way", ["paginator", "text_document", "libre_office"])
def test_every_way_makes_a_pdf_of_the_same_words(way: str, qapp: object) -> None:
    from benchmarks import pdf_ways

    if way == "libre_office" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    made: bytes = getattr(pdf_ways, way)(SIZE)()
    words = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages)
    for row in TEXTS:
        for text in row:
            assert all("".join(line.split())[:12] in words for line in text.split("\n"))


@pytest.mark.parametrize("script", [readers, pdf])
def test_tables_are_whole(script: object) -> None:
    text = script.run(sizes=(2, 4), repeats=1)  # type: ignore[attr-defined]
    tables = [block.splitlines() for block in text.split("\n\n") if block.startswith("| ")]
    assert tables
    for table in tables:
        assert len({line.count("|") for line in table}) == 1
        for line in table[2:]:
            cpu, wall, memory = line.split("|")[2].split("/")
            assert float(cpu) >= 0
            assert float(wall) > 0
            assert float(memory) >= 0
    assert re.search(r"Median of 1 fresh processes", text)


def test_what_children_use_is_counted() -> None:
    """A way that hands its work to another process is not free."""
    table = ways_table("any", (readers.DOCX[0], readers.DOCX[-1]), (3,), 1)
    alone, isolated = (line.split("|")[2].split("/") for line in table.splitlines()[2:])
    assert float(isolated[0]) > float(alone[0])
    assert float(isolated[2]) > 10


def test_a_slow_way_is_asked_for() -> None:
    way = Way("slow", "read_peers:python_docx", 10, 20)
    assert [way.takes(size, full=False) for size in (10, 11)] == [True, False]
    assert [way.takes(size, full=True) for size in (20, 21)] == [True, False]


def test_scripts_lie_beside_their_description() -> None:
    text = (ROOT / "docs" / "BENCHMARKS.md").read_text(encoding="utf-8")
    for name in ("benchmarks.readers", "benchmarks.pdf"):
        assert f"python -m {name}" in text
        assert (ROOT / (name.replace(".", "/") + ".py")).is_file()
