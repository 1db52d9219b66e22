"""What of a Word page has no place in a line of text: notes, comments, pictures, objects."""

from __future__ import annotations

from courtcomms.importing.docx.links import LinkReader
from courtcomms.importing.docx.names import attribute
from courtcomms.importing.files.xml_safe import Element


class LeftReader(LinkReader):
    """Remembers each such thing with its place."""

    def footnote(self, element: Element) -> None:
        """A reference to a footnote."""
        self._leave_note(element, "footnote")

    def endnote(self, element: Element) -> None:
        """A reference to an endnote."""
        self._leave_note(element, "endnote")

    def _leave_note(self, element: Element, kind: str) -> None:
        self._context.seen.footnotes += 1
        self._context.leave("note", self._context.notes.get((kind, attribute(element, "id") or ""), ""))

    def comment(self, element: Element) -> None:
        """A reference to a comment."""
        self._context.seen.comments += 1
        words = self._context.notes.pop(("comment", attribute(element, "id") or ""), "")
        self._context.leave("comment", words)

    def picture(self, element: Element) -> None:
        """A picture; it may lead somewhere."""
        self._context.seen.pictures += 1
        self._context.leave("image")
        self.walk(element)

    def embedded(self, _element: Element) -> None:
        """``w:object``, a chart, a scheme: drawn by another program."""
        self._context.seen.objects += 1
        self._context.leave("image")

    def word_art(self, element: Element) -> None:
        """``v:textpath``: words drawn as a picture."""
        words = element.get("string", "").strip()
        if words:
            self._context.leave("text", words)

    def foreign(self, _element: Element) -> None:
        """``w:altChunk``, ``w:subDoc``: another document stands here."""
        self._context.seen.foreign_parts += 1
        self._context.leave("text", "")
