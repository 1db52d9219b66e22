"""The table of the start is whole, and what it calls usable is usable."""

import pytest

from benchmarks.start import FLOOR, INTERPRETER, PAINTED, USABLE, WINDOW, run
from benchmarks.start_cases import IMPORTS


@pytest.fixture(scope="module")
def lines() -> dict[str, list[str]]:
    text = run(repeats=1)
    table = next(block.splitlines() for block in text.split("\n\n") if block.startswith("| "))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return {name: figures for name, *figures in cells[2:]}


def test_every_start_is_listed_with_its_imports(lines: dict[str, list[str]]) -> None:
    imports = [f"+ import {name}" for name in IMPORTS]
    assert list(lines) == [INTERPRETER, WINDOW, *imports, FLOOR, PAINTED, USABLE]
    assert {len(figures) for figures in lines.values()} == {5}


def test_later_is_never_measured_as_sooner(lines: dict[str, list[str]]) -> None:
    memory = {name: int(lines[name][2]) for name in (INTERPRETER, WINDOW, FLOOR, USABLE)}
    assert memory[INTERPRETER] < memory[WINDOW] < memory[FLOOR]
    assert memory[WINDOW] < memory[USABLE], "the rows are there, so the register has been opened"


def test_ratios_are_to_the_peers(lines: dict[str, list[str]]) -> None:
    assert lines[WINDOW][3] == "1.00"
    assert lines[FLOOR][4] == "1.00"
    assert float(lines[USABLE][3]) == pytest.approx(int(lines[USABLE][0]) / int(lines[WINDOW][0]), rel=0.05)
