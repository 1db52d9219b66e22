"""The words and links of an HTML cell, or of a stretch of a page: what is seen, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.html.lines import Lines
from courtcomms.importing.html.source import Maker, Source
from courtcomms.importing.text_builder import TextBuilder

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table"
    " tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
#: A parser without the rules of HTML 5 leaves words behind ``<meta>`` in the head: the head itself is seen.
_UNSEEN_NAMES = (
    "title script style template noscript iframe object audio video svg math canvas select datalist textarea"
    " input colgroup col xml"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_EXACT = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})
#: Blocks that may be there for an empty line alone.
_PARAGRAPHS = frozenset({"p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_LAYOUT = " \t\n\r\f\xa0"
_SPACE_RUN = re.compile("\xa0|[ \t\n\r\f]+")
_STYLE = re.compile(r"([a-z-]+)\s*:\s*([^;]*)")
_MOST_TABS = 20


@dataclass(slots=True)
class Seen:
    """What was met on the way and is told once for the whole page."""

    deleted: bool = False
    footnotes: int = 0
    comments: int = 0
    pictures: int = 0
    lists: bool = False


@lru_cache(maxsize=1024)
def _styles(text: str) -> dict[str, str]:
    return {name: value.strip() for name, value in _STYLE.findall(text.lower())}


def style(element: Element, name: str) -> str:
    """A property of the element's own style, in small letters."""
    text = element.get("style")
    return _styles(text).get(name, "") if text and name in text.lower() else ""


def is_hidden(element: Element) -> bool:
    """Whether the page does not show an element."""
    if element.get("hidden") is not None:
        return True
    text = element.get("style")
    return bool(text) and (style(element, "display") == "none" or style(element, "mso-hide") == "all")


class HtmlText:
    """Reads one cell or stretch into its builder; ``table`` is called with each outermost table inside."""

    def __init__(self, source: Source, seen: Seen, table: Callable[[HtmlText, Element], None]) -> None:
        self.builder = TextBuilder()
        self.lines = Lines(self.builder)
        self._source = source
        self._seen = seen
        self._table = table
        self._exact = False

    def read(self, element: Element, *, exact: bool = False) -> None:
        """Take in the content of an element; ``exact``: its blanks count all."""
        self._exact = exact
        self._content(element)

    def restart(self) -> None:
        """Begin anew, behind what was read."""
        self.builder = TextBuilder()
        self.lines = Lines(self.builder)

    def _content(self, element: Element) -> None:
        self._words(element.text)
        for item in element:
            self._element(item)
            self._words(item.tail)

    def _words(self, text: str | None) -> None:
        if text:
            (self.lines.exact if self._exact else self.lines.words)(text)

    def _element(self, element: Element) -> None:
        tag = name_of(element)
        if tag in _UNSEEN or self._is_aside(element, tag):
            return
        if is_hidden(element):
            self.builder.add_hidden(" ".join(inner_text(element).split()))
        elif tag == "br":
            if element.get("class") != "Apple-interchange-newline":
                self.lines.line_break()
        elif tag == "img":
            self._picture(element)
        elif tag == "table":
            self._table(self, element)
        elif tag == "a":
            self._link(element)
        elif tag in _BLOCKS:
            self._block(element, tag)
        else:
            self._inline(element, tag)

    def _block(self, element: Element, tag: str) -> None:
        self._seen.lists |= tag == "li"
        if tag in _PARAGRAPHS and self.is_layout(element):
            self.lines.empty_line() if "\xa0" in inner_text(element) else self.lines.block()
            return
        self.lines.block()
        self._inline(element, tag)
        self.lines.block()

    def _inline(self, element: Element, tag: str) -> None:
        if style(element, "mso-spacerun") == "yes":
            self.lines.exact(_SPACE_RUN.sub(" ", inner_text(element)))
        elif tabs := style(element, "mso-tab-count"):
            self.lines.exact("\t" * (min(int(tabs), _MOST_TABS) if tabs.isdecimal() else 1))
        elif tag == "o:p" and not inner_text(element).strip(_LAYOUT):
            return
        else:
            self._content_kept(element, tag)

    def _content_kept(self, element: Element, tag: str) -> None:
        """The content, with blanks as its style says."""
        before, told = self._exact, style(element, "white-space")
        if told or tag == "pre":
            self._exact = (told or "pre") in _EXACT
        self._content(element)
        self._exact = before

    def is_layout(self, element: Element) -> bool:
        """Whether only blanks stand in an element, as programs fill empty paragraphs and cells."""
        if self._source.maker is Maker.OWN or len(element) > 3:
            return False
        if any(str(text).strip(_LAYOUT) for text in element.itertext()):
            return False
        return element.find(".//br") is None and element.find(".//img") is None

    def _link(self, element: Element) -> None:
        target, start = element.get("href"), self.lines.position
        self._inline(element, "a")
        if target and target.strip() and start < self.builder.position:
            self.builder.add_link(self._source.absolute(target), start)

    def _picture(self, element: Element) -> None:
        """A picture that stands for a sign of text (an emoji) is that sign."""
        alternative = element.get("alt", "").strip()
        if 0 < len(alternative) <= 8 and all(unicodedata.category(sign)[0] in "SM" for sign in alternative):
            self.lines.exact(alternative)
        elif element.get("src"):
            self._seen.pictures += 1

    def _is_aside(self, element: Element, tag: str) -> bool:
        """What Word keeps beside the text: deletions, footnotes, comments, automatic numbers."""
        if self._source.maker is not Maker.WORD:
            return False
        if tag == "del":
            self._seen.deleted = True
        elif style(element, "mso-list") == "ignore":
            self._take_label(inner_text(element))
        elif style(element, "mso-footnote-id") or style(element, "mso-endnote-id"):
            self._seen.footnotes += 1
        elif (element.get("class") or "").lower() == "msocomanchor":
            self._seen.comments += 1
        else:
            return style(element, "mso-element") in ("comment-list", "footnote-list", "endnote-list")
        return True

    def _take_label(self, label: str) -> None:
        self._seen.lists = True
        if not self.builder.label:
            self.builder.label = label.strip(_LAYOUT)


def name_of(element: Element) -> str:
    """An element's name in small letters."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def inner_text(element: Element) -> str:
    """All words inside an element, shown or not."""
    return "".join(str(text) for text in element.itertext())
