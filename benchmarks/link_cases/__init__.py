"""Links that a checker must judge, each played by a server on loopback, with the verdict that is right.

What is right was decided by us: what a person at a browser would say of the address.
"""

from __future__ import annotations

from benchmarks.link_cases import hostile, hosts, moves, not_found, walls, works
from benchmarks.link_cases.case import Case, Group

CASES: tuple[Case, ...] = tuple(
    case
    for group in Group
    for module in (works, moves, not_found, walls, hosts, hostile)
    for case in module.CASES
    if case.group is group
)

__all__ = ["CASES", "Case", "Group"]
