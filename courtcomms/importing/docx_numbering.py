"""Automatic numbers of Word: what «1.» a paragraph shows though its text has none (ECMA-376 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from courtcomms.importing.docx_names import attribute, child, inside, number_of, value_of
from courtcomms.importing.xml_safe import Element

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_LOW = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is shown."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""


@dataclass(slots=True)
class _List:
    """One abstract list with its running counters; several list ids may share it."""

    levels: dict[int, Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class Numbering:
    """All lists of a document; asked for each numbered paragraph in the document's order."""

    lists: dict[str, _List] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_label(self, list_id: str, level: int) -> str:
        """Count one paragraph and give what Word shows before it; ``""`` for bullets and unknown lists."""
        known = self.lists.get(list_id)
        if known is None or not 0 <= level < _LEVELS:
            return ""
        for at, start in self.restarts.pop(list_id, {}).items():
            known.counters[at] = start - 1
        known.counters[level] = self._counted(known, level)
        known.counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._shown(known, known.levels.get(level, Level()))

    def _counted(self, known: _List, level: int) -> int:
        before = known.counters[level]
        return known.levels.get(level, Level()).start if before is None else before + 1

    def _shown(self, known: _List, level: Level) -> str:
        if level.format in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = known.levels.get(at, Level())
            count = known.counters[at]
            return number_text(other.start if count is None else count, other.format)

        return _PLACE.sub(number, level.pattern)


def number_text(number: int, style: str) -> str:
    """A number in a Word number format; unknown formats are decimal."""
    if style in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        text = _roman(number)
        return text if style == "upperRoman" else text.lower()
    if style in ("upperLetter", "lowerLetter") and number > 0:
        text = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text[:20] if style == "upperLetter" else text[:20].lower()
    if style in ("russianUpper", "russianLower") and 0 < number <= len(_CYRILLIC):
        text = _CYRILLIC[number - 1]
        return text.upper() if style == "russianUpper" else text
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN + _ROMAN_LOW:
        text += sign * (number // value)
        number %= value
    return text


def read_numbering(root: Element | None) -> Numbering:
    """The lists of ``numbering.xml``."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        attribute(item, "abstractNumId"): _List(_levels(item)) for item in inside(root, "abstractNum")
    }
    for item in inside(root, "num"):
        list_id = attribute(item, "numId") or ""
        known = abstract.get(value_of(item, "abstractNumId"))
        if known is not None:
            numbering.lists[list_id] = _overridden(item, known)
            numbering.restarts[list_id] = _restarts(item)
    return numbering


def _levels(item: Element) -> dict[int, Level]:
    return {number_of(attribute(level, "ilvl"), 0): _level(level) for level in inside(item, "lvl")}


def _level(item: Element) -> Level:
    return Level(
        start=number_of(value_of(item, "start"), 1),
        format=value_of(item, "numFmt") or "decimal",
        pattern=value_of(item, "lvlText") or "",
    )


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
