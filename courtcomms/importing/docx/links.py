"""Links of Word: hyperlinks by relationship or bookmark, and fields."""

from __future__ import annotations

from courtcomms.importing.docx.fields import Field, form_choice, hyperlink_target, joined
from courtcomms.importing.docx.names import attribute, relation_id
from courtcomms.importing.docx.runs import RunReader
from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.text_builder import shortened

_LONGEST_INSTRUCTION = 4_000


class LinkReader(RunReader):
    """Reads what leads somewhere, beside the runs."""

    def hyperlink(self, element: Element) -> None:
        """``w:hyperlink`` with a relationship, a bookmark or both."""
        key = relation_id(element) or ""
        relation = self._context.relations.get(key)
        if key and relation is None:
            self.builder.note("посилання без адреси: у файлі її немає, лишився тільки текст")
        address = relation.target if relation is not None else ""
        self._linked(element, joined(address, attribute(element, "anchor") or ""))

    def simple_field(self, element: Element) -> None:
        """``w:fldSimple``."""
        self._linked(element, hyperlink_target((attribute(element, "instr") or "")[:_LONGEST_INSTRUCTION]))

    def _linked(self, element: Element, target: str) -> None:
        start = self.builder.position
        self.walk(element)
        if target:
            self._add_link(target, start)

    def _add_link(self, target: str, start: int) -> None:
        """A link inside another field's instruction is shown nowhere."""
        if self._waiting() is None:
            self.builder.add_link(target.strip(), start)

    def picture_link(self, element: Element) -> None:
        """``a:hlinkClick``: a picture or a shape leads somewhere; it has no words to carry that."""
        relation = self._context.relations.get(relation_id(element) or "")
        if relation is not None and relation.external:
            self._tell_picture_link(relation.target)

    def shape(self, element: Element) -> None:
        """``v:shape`` and its like, which name an address themselves."""
        address = element.get("href")
        if address:
            self._tell_picture_link(address)
        self.walk(element)

    def _tell_picture_link(self, target: str) -> None:
        self.builder.note(f"посилання зображення не взято: {shortened(target)}")

    def field_mark(self, element: Element) -> None:
        """``w:fldChar``: begin, separate or end of a complex field."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(Field(self.builder.position, choice=form_choice(element)))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            self._fields[-1].start = self.builder.position
        elif kind == "end" and self._fields:
            self._end_field()

    def instruction(self, element: Element) -> None:
        """``w:instrText``."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction.append(element.text or "")

    def _end_field(self) -> None:
        ended = self._fields.pop()
        if self.builder.position == ended.start:
            self._add(ended.shown())
        target = ended.target()
        if target:
            self._add_link(target, ended.start)

    def end_fields(self) -> None:
        """Close what the cell left open; words after a field that never came to its result are words."""
        while self._fields:
            unread = "" if self._fields[-1].in_result else "".join(self._fields[-1].unread)
            self._end_field()
            self._add(unread)
