"""A cell of an event that stood in several quarters, as one cell of the table over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from courtcomms.model import Cells, Column
from courtcomms.period import ROMAN_QUARTERS, Period
from courtcomms.reports.snapshot import NO_BREAK_SPACE, CellContent, Run, cell_content


@dataclass(frozen=True, slots=True)
class Version:
    """An event's cells as one quarter's report has them."""

    quarter: Period
    cells: Cells


def joined_cell(column: Column, versions: Sequence[Version]) -> CellContent:
    """The cell of an event's versions, oldest first.

    Texts and links that are the same in all quarters stand once, as the newest report has them. Different
    ones stand under each other behind the program's own words «І, ІІ кв.:»; the texts themselves stay as
    they were typed. What is blank in a quarter is left out where another one says something.
    """
    groups = _groups(column, versions)
    if len(groups) == 1:
        return groups[0].content
    said = [group for group in groups if group.content.text.strip()] or groups[:1]
    return _stacked([_told(group) for group in said])


@dataclass(slots=True)
class _Group:
    """Quarters in which a cell says the same."""

    quarters: list[Period]
    content: CellContent


def _groups(column: Column, versions: Sequence[Version]) -> list[_Group]:
    groups: dict[tuple[str, tuple[str, ...]], _Group] = {}
    for version in versions:
        content = cell_content(version.cells[column], version.cells.anchors_of(column))
        # Blanks and line ends make no other text to whoever reads the table.
        key = (" ".join(content.text.split()), content.targets)
        group = groups.setdefault(key, _Group([], content))
        group.quarters.append(version.quarter)
        group.content = content
    return list(groups.values())


def _told(group: _Group) -> CellContent:
    """What the quarters say, behind their names; a text of several lines begins on a line of its own."""
    numerals = ", ".join(ROMAN_QUARTERS[quarter.number - 1] for quarter in group.quarters)
    name = f"{numerals}{NO_BREAK_SPACE}кв.:"
    content = group.content
    if len(content.lines) > 1:
        return CellContent(f"{name}\n{content.text}", ((Run(name),), *content.lines), content.links)
    (line,) = content.lines
    return CellContent(f"{name} {content.text}", ((Run(f"{name} "), *line),), content.links)


def _stacked(contents: Sequence[CellContent]) -> CellContent:
    return CellContent(
        "\n".join(content.text for content in contents),
        tuple(line for content in contents for line in content.lines),
        tuple(link for content in contents for link in content.links),
    )
