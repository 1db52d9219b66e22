"""A saved page as a grid: one file of HTML, one with its parts (RFC 2557), or Excel's page of frames.

Nothing is fetched. Of the disk only sheets are read that Excel's page names in the folder beside it.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from html import unescape
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote

from courtcomms.importing.files.encodings import by_mark, decode
from courtcomms.importing.files.refusal import Refusal, damaged, too_large
from courtcomms.importing.grid import Block, Grid
from courtcomms.importing.html.reader import read_html

_MOST_BYTES = 64 << 20
_MOST_SHEETS = 50
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 4096
#: Encodings that are believed; a Latin one is what a program names that knows nothing of Cyrillic.
_CYRILLIC = frozenset(
    {"utf-8", "utf-16", "cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1125"}
)
#: Excel's list of the sheets of a page of frames, and the frames themselves.
_SHEETS = re.compile(
    r"""<link\s[^>]*?id=["']?shLink["']?[^>]*?href=["']?([^"'>\s]+|[^"'>]+)""", re.IGNORECASE
)
_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)
_FRAME = re.compile(r"""<frame\s[^>]*?src=["']?([^"'>]+)""", re.IGNORECASE)


def read_page(file: BinaryIO, path: Path) -> Grid:
    """The grid of a page; ``path`` tells where the sheets of Excel's frames lie.

    Raises:
        Refusal: too large, or its tables lie elsewhere.
    """
    markup = decoded(_bytes(file))
    sheets = _named_sheets(markup)
    if not sheets:
        return _grid([markup])
    return _grid([decoded(raw) for raw in _beside(path, sheets)])


def read_archive(file: BinaryIO) -> Grid:
    """The grid of a page that was saved with its parts in one file.

    Raises:
        Refusal: too large, or no page in it.
    """
    message = email.message_from_bytes(_bytes(file), policy=email.policy.compat32)
    pages = [(_place(part), _page(part)) for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise damaged()
    sheets = [markup for _, markup in pages[1:]] if _FRAMES.search(pages[0][1]) else [pages[0][1]]
    return _grid(sheets)


def decoded(raw: bytes) -> str:
    """A page as text: by its mark, by the encoding that it names, else as any text."""
    marked = by_mark(raw)
    if marked is not None:
        return marked
    named = _CHARSET.search(raw[:_LOOKED_AT])
    return _decoded_as(raw, named[1].decode("ascii")) if named else decode(raw).text


def _decoded_as(raw: bytes, name: str) -> str:
    try:
        known = codecs.lookup(name).name in _CYRILLIC
        return raw.decode(name) if known else decode(raw).text
    except (LookupError, UnicodeError):
        return decode(raw).text


def _bytes(file: BinaryIO) -> bytes:
    raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise too_large("понад 64 МБ")
    return raw


def _grid(pages: list[str]) -> Grid:
    blocks: list[Block] = []
    notes: list[str] = []
    for markup in pages:
        try:
            page = read_html(markup)
        except Refusal as refusal:
            raise too_large("надто велика чи складна вебсторінка") from refusal
        if page is not None:
            blocks += page.grid.blocks
            notes += page.grid.notes
    return Grid(tuple(blocks), tuple(dict.fromkeys(notes)))


def _named_sheets(markup: str) -> list[str]:
    """Where the sheets of a page of frames lie, as the page says."""
    if not _FRAMES.search(markup):
        return []
    return (_SHEETS.findall(markup) or _FRAME.findall(markup))[:_MOST_SHEETS]


def _beside(path: Path, sheets: list[str]) -> Iterator[bytes]:
    found = [sheet for name in sheets if (sheet := _sheet(path, name)) is not None]
    if not found:
        raise Refusal(
            "— це лише обкладинка сторінки Excel, а її таблиць поруч немає",
            "Покладіть поруч теку з таблицями або збережіть книгу в Excel як .xlsx.",
        )
    left = _MOST_BYTES
    for sheet in found:
        raw = sheet.read_bytes() if sheet.stat().st_size <= left else b""
        left -= len(raw)
        if not raw:
            raise too_large("понад 64 МБ")
        yield raw


def _sheet(path: Path, name: str) -> Path | None:
    """A named sheet if it is a file in a folder beside the page, and nowhere else."""
    parts = PurePosixPath(unquote(unescape(name)).replace("\\", "/")).parts
    if len(parts) != 2 or ".." in parts or any(sign in name for sign in ":\0"):
        return None
    sheet = path.parent.joinpath(*parts)
    try:
        inside = sheet.resolve().parent.parent == path.parent.resolve()
        return sheet if inside and sheet.is_file() else None
    except OSError:
        return None


def _place(part: Message) -> str:
    return str(part.get("Content-Location", ""))


def _page(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    named = part.get_content_charset()
    return _decoded_as(raw, named) if named and by_mark(raw) is None else decoded(raw)
