"""Runs of Word as text and links: what a reader of the page sees, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from courtcomms.importing.docx_fields import Field, hyperlink_target, joined
from courtcomms.importing.docx_names import (
    alternative,
    attribute,
    child,
    name_of,
    relation_id,
    switched_on,
    value_of,
)
from courtcomms.importing.docx_numbering import Numbering
from courtcomms.importing.docx_styles import Styles
from courtcomms.importing.package import Relation
from courtcomms.importing.text_builder import TextBuilder
from courtcomms.importing.xml_safe import Element, keeps_space

_LINE_ENDS = re.compile(r"[\r\n]+")


@dataclass(slots=True)
class Seen:
    """What was met on the way and is told once for the whole document."""

    revisions: bool = False
    footnotes: int = 0
    comments: int = 0
    pictures: int = 0
    foreign_parts: int = 0


@dataclass(slots=True)
class Context:
    """What the text of a document depends on."""

    relations: dict[str, Relation] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    seen: Seen = field(default_factory=Seen)


class RunReader:
    """Reads runs, links, fields and tracked changes into a builder.

    ``handlers`` name a method for each element; elements without one are walked through, so that unknown
    wrappers hide nothing.
    """

    handlers: Mapping[str, str] = {}

    def __init__(self, context: Context) -> None:
        self._context = context
        self.builder = TextBuilder()
        self._fields: list[Field] = []
        self._hidden = False

    def walk(self, element: Element) -> None:
        """Take in the content of an element."""
        handlers = self.handlers
        for item in element:
            handler = handlers.get(name_of(item.tag))
            if handler is None:
                self.walk(item)
            else:
                getattr(self, handler)(item)

    def end_fields(self) -> None:
        """Close what the cell left open."""
        while self._fields:
            self._end_field()

    def _add(self, text: str) -> None:
        if self._fields and not all(item.in_result for item in self._fields):
            return
        if self._hidden:
            self.builder.add_hidden(text)
        else:
            self.builder.add(text)

    def words(self, element: Element) -> None:
        """``w:t``: blanks at its ends count only where the file says so, as in Word."""
        text = element.text
        if not text:
            return
        if text != text.strip(" \t\r\n") and not keeps_space(element):
            text = text.strip(" \t\r\n")
        self._add(_LINE_ENDS.sub(" ", text))

    def run(self, element: Element) -> None:
        """``w:r``, hidden or shown."""
        properties = child(element, "rPr")
        before = self._hidden
        if properties is not None and not before:
            stated = switched_on(properties, "vanish")
            self._hidden = (
                self._context.styles.hides(value_of(properties, "rStyle")) if stated is None else stated
            )
        self.walk(element)
        self._hidden = before

    def tab(self, _element: Element) -> None:
        """``w:tab``."""
        self._add("\t")

    def line_break(self, _element: Element) -> None:
        """``w:br``, ``w:cr``; a page break inside a cell is a line break to a reader."""
        self._add("\n")

    def hyphen(self, _element: Element) -> None:
        """``w:noBreakHyphen``."""
        self._add("\u2011")

    def soft_hyphen(self, _element: Element) -> None:
        """``w:softHyphen``."""
        self._add("\u00ad")

    def symbol(self, element: Element) -> None:
        """``w:sym``: a sign of a picture font has no letter that could stand for it."""
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return
        if 0xE000 <= code <= 0xF8FF or code > 0xFFFF:
            self.builder.note(f"знак шрифту «{attribute(element, 'font') or '?'}» не взято")
        else:
            self._add(chr(code))

    def hyperlink(self, element: Element) -> None:
        """``w:hyperlink`` with a relationship, a bookmark or both."""
        relation = self._context.relations.get(relation_id(element) or "")
        address = relation.target if relation is not None else ""
        self._linked(element, joined(address, attribute(element, "anchor") or ""))

    def simple_field(self, element: Element) -> None:
        """``w:fldSimple``."""
        self._linked(element, hyperlink_target((attribute(element, "instr") or "")[:4000]))

    def _linked(self, element: Element, target: str) -> None:
        start = self.builder.position
        self.walk(element)
        if target:
            self.builder.add_link(target.strip(), start)

    def field_mark(self, element: Element) -> None:
        """``w:fldChar``: begin, separate or end of a complex field."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            self._fields[-1].start = self.builder.position
        elif kind == "end" and self._fields:
            self._end_field()

    def _end_field(self) -> None:
        ended = self._fields.pop()
        target = ended.target()
        if target and ended.in_result:
            self.builder.add_link(target.strip(), ended.start)

    def instruction(self, element: Element) -> None:
        """``w:instrText``."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction.append(element.text or "")

    def content_control(self, element: Element) -> None:
        """``w:sdt``: its content, unless that is only the prompt to type something."""
        content = child(element, "sdtContent")
        if content is not None and not switched_on(child(element, "sdtPr"), "showingPlcHdr"):
            self.walk(content)

    def deleted(self, _element: Element) -> None:
        """``w:del``, ``w:moveFrom``: no longer there."""
        self._context.seen.revisions = True

    def inserted(self, element: Element) -> None:
        """``w:ins``, ``w:moveTo``."""
        self._context.seen.revisions = True
        self.walk(element)

    def alternative(self, element: Element) -> None:
        """``mc:AlternateContent``: one of its forms."""
        branch = alternative(element)
        if branch is not None:
            self.walk(branch)

    def footnote(self, _element: Element) -> None:
        """A reference to a footnote or endnote."""
        self._context.seen.footnotes += 1

    def comment(self, _element: Element) -> None:
        """A reference to a comment."""
        self._context.seen.comments += 1

    def picture(self, _element: Element) -> None:
        """A picture."""
        self._context.seen.pictures += 1

    def skip(self, _element: Element) -> None:
        """Parts of a document that carry no words of the page."""
