"""Runs of Word as text: what a reader of the page sees, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.fields import Field
from courtcomms.importing.docx.names import alternative, attribute, child, is_on, name_of, switched_on
from courtcomms.importing.docx.symbols import is_picture_font, sign_of
from courtcomms.importing.files.xml_safe import Element, keeps_space
from courtcomms.importing.text_builder import TextBuilder

#: Numerator and denominator.
_FRACTION = frozenset({"m:num", "m:den"})
_LINE_ENDS = re.compile(r"[\r\n]+")


class RunReader:
    """Reads runs, their signs and tracked changes into a builder.

    ``handlers`` name a method for each element; elements without one are walked through, so that unknown
    wrappers hide nothing.
    """

    handlers: Mapping[str, str] = {}

    def __init__(self, context: Context) -> None:
        self._context = context
        self.builder = TextBuilder()
        self._fields: list[Field] = []
        self._hidden = False
        self._font = ""

    def walk(self, element: Element) -> None:
        """Take in the content of an element."""
        handlers = self.handlers
        for item in element:
            handler = handlers.get(name_of(item.tag))
            if handler is None:
                self.walk(item)
            else:
                getattr(self, handler)(item)

    def _add(self, text: str) -> None:
        """Shown text; what stands in a field before its result belongs to the field's instruction."""
        if self._fields:
            waiting = self._waiting()
            if waiting is not None:
                waiting.instruction.append(text)
                if waiting is self._fields[-1]:
                    waiting.unread.append(text)
                return
        if self._hidden:
            self.builder.add_hidden(text)
        else:
            self.builder.add(text)

    def _waiting(self) -> Field | None:
        """The innermost field whose result has not begun."""
        return next((item for item in reversed(self._fields) if not item.in_result), None)

    def words(self, element: Element) -> None:
        """``w:t``."""
        text = shown_words(element)
        if not text:
            return
        if self._font:
            for letter in text:
                self._add_sign(self._font, ord(letter))
        else:
            self._add(text)

    def run(self, element: Element) -> None:
        """``w:r``, hidden or shown, in letters or in a picture font."""
        before = self._hidden, self._font
        properties = child(element, "rPr")
        if properties is not None:
            self._take_properties(properties)
        self.walk(element)
        self._hidden, self._font = before

    def _take_properties(self, properties: Element) -> None:
        stated: bool | None = None
        style = font = None
        for item in properties:
            name = name_of(item.tag)
            if name == "w:vanish":
                stated = is_on(item)
            elif name == "w:rStyle":
                style = attribute(item, "val")
            elif name == "w:rFonts":
                font = attribute(item, "ascii")
        if not self._hidden:
            self._hidden = self._context.styles.hides(style) if stated is None else stated
        if font is not None:
            self._font = font if is_picture_font(font) else ""

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
        """``w:sym``: a sign by its code in a font."""
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return
        self._add_sign(attribute(element, "font") or "?", code)

    def _add_sign(self, font: str, code: int) -> None:
        sign = sign_of(font, code)
        if sign is None:
            self.builder.note(f"знак шрифту «{font}» не взято")
        else:
            self._add(sign)

    def fraction(self, element: Element) -> None:
        """``m:f``: numerator and denominator on one line."""
        for at, part in enumerate(part for part in element if name_of(part.tag) in _FRACTION):
            if at:
                self._add("/")
            self.walk(part)

    def formula(self, element: Element) -> None:
        """``m:oMath``; its powers, roots and fractions have no place in a line of text."""
        self.walk(element)
        if any(name_of(item.tag) != "m:r" for item in element):
            self.builder.note("формулу записано одним рядком, перевірте її")

    def content_control(self, element: Element) -> None:
        """``w:sdt``: its content, unless that is only the prompt to type something."""
        content = child(element, "sdtContent")
        if content is not None and not is_prompt(element):
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

    def skip(self, _element: Element) -> None:
        """Parts of a document that carry no words of the page."""


def shown_words(element: Element) -> str:
    """The text of a ``w:t``: blanks at its ends count only where the file says so, as in Word."""
    text: str = element.text or ""
    bare = text.strip(" \t\r\n")
    if text != bare and not keeps_space(element):
        text = bare
    return _LINE_ENDS.sub(" ", text) if "\n" in text or "\r" in text else text


def is_prompt(control: Element) -> bool:
    """Whether a content control shows nothing but the prompt to type something."""
    return bool(switched_on(child(control, "sdtPr"), "showingPlcHdr"))
