"""What reading a Word document knows and remembers beside the words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from courtcomms.importing.docx.numbering import Numbering
from courtcomms.importing.docx.styles import Styles
from courtcomms.importing.files.package import Relation
from courtcomms.importing.grid import GridLeft

#: Things left out that are listed one by one; a document has dozens.
_MOST_LEFT = 1_000


@dataclass(slots=True)
class Seen:
    """What was met on the way and is told once for the whole document."""

    revisions: bool = False
    footnotes: int = 0
    comments: int = 0
    pictures: int = 0
    objects: int = 0
    foreign_parts: int = 0


@dataclass(slots=True)
class Context:
    """What the text of a document depends on.

    ``notes`` are the words of footnotes, endnotes and comments by kind («footnote») and id; those that the
    document refers to are taken out. ``place`` is where reading stands, in Ukrainian.
    """

    relations: dict[str, Relation] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    seen: Seen = field(default_factory=Seen)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    left: list[GridLeft] = field(default_factory=list)
    place: str = ""

    def leave(self, kind: str, text: str = "") -> None:
        """Remember something at this place that goes into no cell."""
        if len(self.left) < _MOST_LEFT:
            self.left.append(GridLeft(kind, text, self.place))

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """What is left meanwhile stands at a place."""
        before, self.place = self.place, place
        try:
            yield
        finally:
            self.place = before
