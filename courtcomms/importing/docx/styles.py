"""What styles.xml says that changes the words: hidden text and automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import attribute, child, name_of, number_of, switched_on, value_of
from courtcomms.importing.files.xml_safe import Element

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its base, whether it hides its text, its list and level (``None`` where not stated)."""

    base: str | None = None
    hidden: bool | None = None
    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id; a missing styles part has none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    _lines: dict[str, tuple[Style, ...]] = field(default_factory=dict, repr=False, compare=False)

    def hides(self, style_id: str | None) -> bool:
        """Whether text in a style is hidden, by itself or by a style that it is based on."""
        return next((style.hidden for style in self._line(style_id) if style.hidden is not None), False)

    def list_of(self, style_id: str | None) -> tuple[str, int | None] | None:
        """The list that a paragraph style brings, and its level where that is stated."""
        line = self._line(style_id)
        list_id = next((style.list_id for style in line if style.list_id is not None), None)
        level = next((style.level for style in line if style.level is not None), None)
        return (list_id, level) if list_id is not None else None

    def _line(self, style_id: str | None) -> tuple[Style, ...]:
        """A style and those that it is based on; asked for each paragraph, so each line is made once."""
        if style_id is None or style_id not in self.by_id:
            return ()
        if style_id not in self._lines:
            self._lines[style_id] = tuple(self._climb(style_id))
        return self._lines[style_id]

    def _climb(self, style_id: str | None) -> Iterator[Style]:
        for _ in range(_DEEPEST):
            style = self.by_id.get(style_id) if style_id is not None else None
            if style is None:
                return
            yield style
            style_id = style.base


def read_styles(root: Element | None) -> Styles:
    """The styles of ``styles.xml``."""
    items = root if root is not None else ()
    found = {
        attribute(item, "styleId") or "": _style(item) for item in items if name_of(item.tag) == "w:style"
    }
    return Styles(found)


def _style(item: Element) -> Style:
    paragraph = child(item, "pPr")
    numbering = child(paragraph, "numPr") if paragraph is not None else None
    level = value_of(numbering, "ilvl")
    return Style(
        base=value_of(item, "basedOn"),
        hidden=switched_on(child(item, "rPr"), "vanish"),
        list_id=value_of(numbering, "numId"),
        level=number_of(level, 0) if level is not None else None,
    )
