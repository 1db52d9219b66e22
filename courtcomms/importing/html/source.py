"""HTML from a clipboard or a page: its bytes as text, its tree within limits, and which program made it.

Nothing is fetched, no entity of a document is resolved, scripts are never looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.files.xml_safe import Element

#: Most characters of one clipboard; a report of 10,000 rows in Word's HTML has about 60 million.
_LONGEST = 64_000_000
#: Windows' header of HTML on the clipboard: lines of «Name:value» in front of the markup.
_HEADER = re.compile(r"\s*Version:[\d.]+\s*\n(?:[A-Za-z]+:[^\n]*\n)+", re.IGNORECASE)
_SOURCE_URL = re.compile(r"^SourceURL:(https?://\S+)", re.IGNORECASE | re.MULTILINE)
_LOOKED_AT = 4096
_EXCEL = re.compile(r"Microsoft Excel|Excel\.Sheet|office:excel|content=\"?ExcelWorkbook", re.IGNORECASE)
_LIBRE_OFFICE = re.compile(r"content=\"(?:LibreOffice|OpenOffice|Collabora)", re.IGNORECASE)
_WORD = re.compile(r"Microsoft Word|Word\.Document|office:word", re.IGNORECASE)
#: The attribute by which our own clips are known (as reports.clip writes it).
OWN_MARK = "data-courtcomms"
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNKEEPABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Maker(Enum):
    """The program whose habits the markup has."""

    OWN = auto()
    EXCEL = auto()
    WORD = auto()
    LIBRE_OFFICE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed page. ``base`` completes relative addresses, empty where none is known."""

    root: Element
    maker: Maker
    base: str

    def absolute(self, address: str) -> str:
        """A link's address; a relative one is completed where the page's own address is known."""
        address = address.strip()
        if not self.base or address.startswith("#"):
            return address
        try:
            return address if urlsplit(address).scheme else urljoin(self.base, address)
        except ValueError:
            return address


def too_much(what: str) -> Refusal:
    """Copied text beyond what any report can be."""
    return Refusal(f"завелике ({what})", "Скопіюйте меншу частину таблиці або імпортуйте файл.")


def open_html(markup: str | bytes) -> Source | None:
    """Parse markup; ``None`` where it holds nothing.

    Raises:
        Refusal: larger or deeper than any table that people copy.
    """
    if len(markup) > _LONGEST:
        raise too_much("забагато тексту")
    text = decoded(markup) if isinstance(markup, bytes) else markup
    header = _HEADER.match(text)
    found = _SOURCE_URL.search(header.group()) if header else None
    text = _UNKEEPABLE.sub("", text[header.end() :] if header else text)
    root = _parsed(text) if text.strip() else None
    return Source(root, _maker(text), found[1] if found else "") if root is not None else None


def decoded(raw: bytes) -> str:
    """Bytes of a clipboard as text: by their mark, by UTF-16's zero bytes, as UTF-8, else as Windows-1251."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if raw[1:2] == b"\0" or raw[:1] == b"\0":
        return raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251", "replace")


def _parsed(text: str) -> Element | None:
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None
    # What is too deep or too long is cut off by the parser with no more than an entry in its log.
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise too_much("надто складна будова")
    return root


def _maker(text: str) -> Maker:
    head = text[:_LOOKED_AT]
    if OWN_MARK in head:
        return Maker.OWN
    if _EXCEL.search(head):
        return Maker.EXCEL
    if _LIBRE_OFFICE.search(head):
        return Maker.LIBRE_OFFICE
    return Maker.WORD if _WORD.search(head) else Maker.OTHER
