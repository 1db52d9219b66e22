"""The peers write the same report as the program does, and the scripts give whole tables."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import docx_peers, ours, xlsx_peers
from benchmarks.measure import Case, CaseFailed, Result, Sample, growth, measure
from benchmarks.rows import bench_rows
from benchmarks.table import markdown, ratio, seconds
from benchmarks.writers import run

ROOT = Path(__file__).resolve().parents[2]
SIZE = 4


def links(document: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        relations = [package.read(name).decode() for name in package.namelist() if name.endswith(".rels")]
    return {target for text in relations for target in re.findall(r'Target="(https://[^"]+)"', text)}


def words(document: bytes) -> str:
    """All text of the main part, markup and blanks removed."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        names = [n for n in package.namelist() if re.search(r"document\.xml|sharedStrings|sheet1\.xml", n)]
        xml = "".join(package.read(name).decode() for name in names)
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", xml)).split())


@pytest.mark.parametrize(
    "peer",
    [
        docx_peers.plain,
        docx_peers.by_cell,
        docx_peers.template,
        xlsx_peers.plain,
        xlsx_peers.xlsx_writer,
        ours.docx,
        ours.xlsx,
        ours.docx_from_events,
        ours.xlsx_from_events,
    ],
)
def test_every_way_writes_the_same_report(peer: Callable[[int], Callable[[], bytes]]) -> None:
    document = peer(SIZE)()
    rows = bench_rows(SIZE)
    assert links(document) == {cell.link for row in rows for cell in row if cell.link}
    text = words(document)
    for row in rows:
        for cell in row:
            assert "".join(cell.text.split()) in text


def test_rows_weigh_what_real_ones_do() -> None:
    rows = bench_rows(100)
    length = sum(len(cell.text) for row in rows for cell in row) / len(rows)
    assert 400 < length < 440
    assert all(sum(bool(cell.link) for cell in row) == 2 for row in rows)
    assert len({cell.link for row in rows for cell in row if cell.link}) == 200


def test_writers_table_is_whole() -> None:
    text = run(sizes=(2, 4), repeats=1)
    tables = [block.splitlines() for block in text.split("\n\n") if block.startswith("| ")]
    assert [table[0].split()[1] for table in tables] == ["DOCX", "XLSX"]
    for table in tables:
        assert len({line.count("|") for line in table}) == 1
        for line in table[2:]:
            cpu, wall, memory = line.split("|")[2].split("/")
            assert float(cpu) >= 0
            assert float(wall) > 0
            assert float(memory) >= 0
    assert re.search(r"python-docx \d+\.\d+.*Median of 1 fresh processes", text)


def test_peers_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def note(case: Case) -> Sample:
        order.append(case.name)
        return Sample(float(len(order)), 0.0, 0.0)

    monkeypatch.setattr("benchmarks.measure.run_once", note)
    first, second = measure([Case("A", ()), Case("B", ())], repeats=3, warm_ups=1)
    assert order == ["A", "B"] * 4
    assert (first.cpu, second.cpu) == (5.0, 6.0), "the warm-up turn is not counted"


def test_growth_is_the_exponent() -> None:
    small = Result(Case("A", (), 10), (Sample(1.0, 0, 0),))
    linear = Result(Case("A", (), 100), (Sample(10.0, 0, 0),))
    square = Result(Case("A", (), 100), (Sample(100.0, 0, 0),))
    assert growth(small, linear) == pytest.approx(1)
    assert growth(small, square) == pytest.approx(2)


def test_a_failing_case_says_what_went_wrong() -> None:
    with pytest.raises(CaseFailed, match="no such thing"):
        measure([Case("broken", ("-c", "raise SystemExit('no such thing')"))], repeats=1)


def test_figures_read_well() -> None:
    assert [seconds(value) for value in (0.0123, 2.345, 205.4)] == ["0.012", "2.35", "205.4"]
    assert (ratio(1, 2), ratio(1, 0)) == ("0.50", "–")
    assert markdown(["a", "b"], [["1", "2"]]).splitlines() == ["| a | b |", "| --- | ---: |", "| 1 | 2 |"]


def test_scripts_lie_beside_their_description() -> None:
    text = (ROOT / "docs" / "BENCHMARKS.md").read_text(encoding="utf-8")
    for name in ("benchmarks.start", "benchmarks.writers"):
        assert f"python -m {name}" in text
        assert (ROOT / (name.replace(".", "/") + ".py")).is_file()
