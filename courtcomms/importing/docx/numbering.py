"""Automatic numbers of Word: what «1.» a paragraph shows though its text has none (ECMA-376 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import attribute, child, inside, number_of, switched_on, value_of
from courtcomms.importing.docx.numbers import is_known, number_text
from courtcomms.importing.docx.styles import Styles
from courtcomms.importing.files.xml_safe import Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is shown.

    ``restart`` is the level (from 1) whose use begins this one anew, 0 for none, ``None`` for any higher.
    ``style`` names the paragraph style that stands for the level; ``digits``: upper levels in digits.
    """

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    style: str | None = None
    digits: bool = False


@dataclass(slots=True)
class _List:
    """One abstract list with its running counters; several list ids may share it."""

    levels: dict[int, Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class Numbering:
    """All lists of a document; asked for each numbered paragraph in the document's order.

    ``odd`` are formats met that are shown here in plain digits.
    """

    lists: dict[str, _List] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    odd: set[str] = field(default_factory=set)

    def next_label(self, list_id: str, level: int) -> str:
        """Count one paragraph and give what Word shows before it; ``""`` for bullets and unknown lists."""
        known = self.lists.get(list_id)
        if known is None or not 0 <= level < _LEVELS:
            return ""
        for at, start in self.restarts.pop(list_id, {}).items():
            known.counters[at] = start - 1
        known.counters[level] = self._counted(known, level)
        for deeper in range(level + 1, _LEVELS):
            restart = known.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                known.counters[deeper] = None
        return self._shown(known, known.levels.get(level, Level()))

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """The level of a list that a paragraph style stands for; the first where none does."""
        known = self.lists.get(list_id)
        levels = known.levels.items() if known is not None and style is not None else ()
        return next((at for at, level in levels if level.style == style), 0)

    def _counted(self, known: _List, level: int) -> int:
        before = known.counters[level]
        return known.levels.get(level, Level()).start if before is None else before + 1

    def _shown(self, known: _List, level: Level) -> str:
        if level.format == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = known.levels.get(at, Level())
            count = known.counters[at]
            return self._number(other.start if count is None else count, other, level)

        return _PLACE.sub(number, level.pattern)

    def _number(self, count: int, other: Level, level: Level) -> str:
        if other.format == "none":
            return ""
        if not is_known(other.format):
            self.odd.add(other.format)
        return number_text(count, "decimal" if level.digits else other.format)


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of ``numbering.xml``; a list may be told by a list style of ``styles``."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {attribute(item, "abstractNumId"): item for item in inside(root, "abstractNum")}
    concrete = {attribute(item, "numId") or "": item for item in inside(root, "num")}

    def told(key: str | None) -> str | None:
        """The abstract list where the levels stand."""
        style = value_of(abstract.get(key), "numStyleLink")
        linked = styles.list_of(style) if style is not None else None
        other = concrete.get(linked[0]) if linked is not None else None
        return value_of(other, "abstractNumId") if other is not None else key

    lists = {key: _List(_levels(item)) for key, item in abstract.items()}
    for list_id, item in concrete.items():
        known = lists.get(told(value_of(item, "abstractNumId")))
        if known is not None:
            numbering.lists[list_id] = _overridden(item, known)
            numbering.restarts[list_id] = _restarts(item)
    return numbering


def _levels(item: Element) -> dict[int, Level]:
    return {number_of(attribute(level, "ilvl"), 0): _level(level) for level in inside(item, "lvl")}


def _level(item: Element) -> Level:
    restart = value_of(item, "lvlRestart")
    return Level(
        start=number_of(value_of(item, "start"), 1),
        format=_format(item),
        pattern=value_of(item, "lvlText") or "",
        restart=number_of(restart, 0) if restart is not None else None,
        style=value_of(item, "pStyle"),
        digits=bool(switched_on(item, "isLgl")),
    )


def _format(level: Element) -> str:
    """A format of one's own is told by its first members; ``mc:AlternateContent`` may stand around it."""
    found = next(inside(level, "numFmt"), None)
    if found is None:
        return "decimal"
    name = attribute(found, "val") or "decimal"
    return (attribute(found, "format") or name) if name == "custom" else name


def _overridden(item: Element, known: _List) -> _List:
    """A list id with levels of its own shows them so, but counts on with the others."""
    levels = dict(known.levels)
    for override in inside(item, "lvlOverride"):
        own = child(override, "lvl")
        if own is not None:
            levels[number_of(attribute(override, "ilvl"), 0)] = _level(own)
    return _List(levels, known.counters)


def _restarts(item: Element) -> dict[int, int]:
    found: dict[int, int] = {}
    for override in inside(item, "lvlOverride"):
        start = value_of(override, "startOverride")
        if start is not None:
            found[min(number_of(attribute(override, "ilvl"), 0), _LEVELS - 1)] = number_of(start, 1)
    return found
