"""Lines as a page shows them: blanks of the markup fall together, blocks stand on lines of their own."""

from __future__ import annotations

import re

from courtcomms.importing.text_builder import TextBuilder

#: Blanks that HTML lets fall together; a no-break space is not one of them.
_BLANKS = re.compile(r"[ \t\n\r\f]+")


class Lines:
    """Puts words, line breaks and blocks into a builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._empty = True
        self._gap = False
        self._break = False

    @property
    def position(self) -> int:
        """Where the next words will begin in the builder."""
        return self._builder.position + (self._break or self._gap)

    def words(self, text: str) -> None:
        """Words between tags."""
        folded = _BLANKS.sub(" ", text)
        bare = folded.strip(" ")
        self._gap = self._gap or (folded.startswith(" ") and not self._empty)
        if bare:
            self._flush()
            self._builder.add(bare)
            self._empty = False
            self._gap = folded.endswith(" ")

    def exact(self, text: str) -> None:
        """Words whose blanks and line ends all count."""
        for at, line in enumerate(text.split("\n")):
            if at:
                self.line_break()
            if line:
                self._flush()
                self._builder.add(line)
                self._empty = False

    def line_break(self) -> None:
        """``<br>``; the one at the end of a block is the block's own end."""
        self._flush_break()
        self._builder.add("\n")
        self._empty, self._gap = True, False

    def block(self) -> None:
        """A block begins or ends here."""
        self._break = self._break or not self._empty
        self._empty, self._gap = True, False

    def empty_line(self) -> None:
        """A block with nothing in it that is shown as a line."""
        self.block()
        self._flush_break()
        self._break = True

    def begin_line(self) -> None:
        """What follows is put into the builder by others, on a line of its own."""
        self.block()
        self._flush_break()
        self._empty = False

    def _flush(self) -> None:
        if not self._flush_break() and self._gap:
            self._builder.add(" ")
        self._gap = False

    def _flush_break(self) -> bool:
        due, self._break = self._break, False
        if due:
            self._builder.add("\n")
        return due
