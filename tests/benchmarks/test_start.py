"""The table of the start is whole, and what it calls usable is usable."""

import pytest

from benchmarks.start import FLOOR, INTERPRETER, PAINTED, USABLE, WINDOW, run
from benchmarks.start_cases import IMPORTS

WALL, CPU, MEMORY, TO_WINDOW, TO_FLOOR, TO_FLOOR_IN_CPU = range(6)


def table(text: str) -> dict[str, list[str]]:
    """Each line's name with its figures."""
    lines = next(block.splitlines() for block in text.split("\n\n") if block.startswith("| "))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {name: figures for name, *figures in cells[2:]}


def test_start_table_is_whole_and_means_what_it_says() -> None:
    lines = table(run(repeats=1))
    imports = [f"+ import {name}" for name in IMPORTS]
    assert list(lines) == [INTERPRETER, WINDOW, *imports, FLOOR, PAINTED, USABLE]
    assert {len(figures) for figures in lines.values()} == {6}
    memory = {name: int(lines[name][MEMORY]) for name in (INTERPRETER, WINDOW, FLOOR, USABLE)}
    assert memory[INTERPRETER] < memory[WINDOW] < memory[FLOOR]
    assert memory[FLOOR] - 10 < memory[USABLE], "rows are shown, so Qt and the register's libraries are there"
    assert (lines[WINDOW][TO_WINDOW], lines[FLOOR][TO_FLOOR]) == ("1.00", "1.00")
    for figure, place in ((WALL, TO_FLOOR), (CPU, TO_FLOOR_IN_CPU)):
        ratio = int(lines[USABLE][figure]) / int(lines[FLOOR][figure])
        assert float(lines[USABLE][place]) == pytest.approx(ratio, rel=0.05)
