"""Certain mends of links in a cell's text."""

from __future__ import annotations

import re

from courtcomms.cells.links import read_links
from courtcomms.model import Link, LinkFlaw, Repair

_ITEM_MARK = re.compile(r"\d{1,2}[.)]|[^\s\w,;|/.)]")
_ONLY_SIGNS = re.compile(r"[\s,;]*")
_JOINED = re.compile(r"[,;]?[ \t\xa0]*")
#: How far around a repair the text may change what is read there.
_NEAR = 400


def whole_address(text: str, link: Link) -> Repair | None:
    """The address as it was meant, where the text then has that address without a flaw."""
    return other_address(text, link, link.target) if link.target != link.text else None


def other_address(text: str, link: Link, target: str, label: str | None = None) -> Repair | None:
    """Another address in a link's place, where the text then has that address without a flaw."""
    repair = Repair(label or "Виправити адресу", link.start, link.end, target)
    return repair if _reads_well(text, repair, target) else None


def _reads_well(text: str, repair: Repair, target: str) -> bool:
    before, mended = _mended(text, repair)
    end = before + len(repair.replacement)
    return any(
        (link.start, link.end, link.target) == (before, end, target) and link.flaw in {None, LinkFlaw.GLUED}
        for link in read_links(mended)
    )


def _mended(text: str, repair: Repair) -> tuple[int, str]:
    """What stands around a repair after it, and where in that it begins: what lies farther off does not
    matter, and a cell with many links would be read again for each of them."""
    before = text[max(0, repair.start - _NEAR) : repair.start]
    return len(before), before + repair.replacement + text[repair.end : repair.end + _NEAR]


def apart(text: str, link: Link, later: Link) -> Repair | None:
    """A new line between two links; the mark of a list's item stays with its link."""
    mark = _ITEM_MARK.search(text, link.end, later.start)
    repair = Repair("Розділити новим рядком", link.end, later.start, "\n" + (mark[0] if mark else ""))
    before = text[max(0, link.start - _NEAR) : repair.start]
    mended = before + repair.replacement + text[repair.end : later.end + _NEAR]
    found = {each.target for each in read_links(mended)}
    return repair if {link.target, later.target} <= found else None


def second_removed(text: str, before: Link, second: Link) -> Repair | None:
    """The second time of a link taken away with what set it apart; only where it has no words of its own."""
    if not _ONLY_SIGNS.fullmatch(text, before.end, second.start):
        return None
    line_end = text.find("\n", second.end)
    rest = text[second.end : len(text) if line_end < 0 else line_end]
    if "\n" not in text[before.end : second.start]:
        alone = not rest.strip() or rest.lstrip()[:1] in {",", ";"}
        return Repair("Прибрати повтор", before.end, second.end, "") if alone else None
    if rest.strip(" \t\xa0,;."):
        return None
    start = _JOINED.match(text, before.end)
    return Repair("Прибрати повтор", start.end() if start else before.end, second.end + len(rest), "")
