"""What must not be found: cells as courts write them, and the real report read line by line."""

import json
from pathlib import Path

import pytest
from rows import Q3, event, found, of_cells

from courtcomms.model import Cells, Column, Severity
from courtcomms.review import repaired, review, worst

CLEAN = [
    line.replace("\\n", "\n").split("\t")
    for line in (Path(__file__).parent / "clean_cells.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("column", "text"), CLEAN)
def test_a_clean_cell_has_no_findings(column: str, text: str) -> None:
    assert found(**{column: text}) == []


def test_all_clean_cells_together_have_no_findings() -> None:
    rows = [event(id=place, **{column: text}) for place, (column, text) in enumerate(CLEAN, 1)]
    doubles = {"event_twice", "link_in_rows"}  # the rows share the good row's title, date and link
    assert [finding for finding in review(rows, Q3) if finding.code not in doubles] == []


@pytest.fixture
def real(shared_data: Path) -> list[Cells]:
    truth = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    columns = [column.value for column in Column]
    return [
        Cells(**{name: cell["text"] for name, cell in zip(columns, row["cells"], strict=True)})
        for row in truth["rows"]
    ]


def test_the_real_report_is_told_what_its_author_would_mend(real: list[Cells]) -> None:
    rows = [of_cells(cells, Q3, place) for place, cells in enumerate(real, 1)]
    findings = review(rows, Q3)
    told = [(f.event_id, f.column.value, f.code) for f in findings if f.code != "empty_form"]
    assert told == [
        (1, "title", "blanks_double"),
        (3, "title", "blanks_double"),
        (3, "site_links", "link_twice"),
        (3, "media", "link_shortener"),
        (4, "title", "blanks_double"),
        (5, "site_links", "link_shortener"),
        (6, "site_links", "link_in_rows"),
        (6, "site_links", "link_shortener"),
        (7, "goal", "blanks_double"),
        (10, "goal", "blank_missing"),
        (11, "audience", "words_glued"),
    ]
    assert [f.event_id for f in findings if f.code == "empty_form"] == [3, 4, 7, 8, 9, 10, 11, 12]
    assert worst(findings) is Severity.WARN
    unsure = {"link_shortener", "link_in_rows"}  # what to do is not told by the text
    assert all(finding.repair is not None for finding in findings if finding.code not in unsure)


def test_the_real_report_is_clean_after_its_repairs(real: list[Cells]) -> None:
    rows = [of_cells(cells, Q3, place) for place, cells in enumerate(real, 1)]
    findings = review(rows, Q3)
    for place, cells in enumerate(real, 1):
        mended = cells
        for column in Column:
            repairs = [f.repair for f in findings if (f.event_id, f.column) == (place, column) and f.repair]
            mended = mended.with_text(column, repaired(cells[column], repairs))
        rows[place - 1] = of_cells(mended, Q3, place)
    assert {finding.code for finding in review(rows, Q3)} == {"link_shortener", "link_in_rows"}
