"""XML of strangers, read in pieces and within limits.

No entity is resolved, nothing is fetched, a DOCTYPE is refused, and the tree never holds more than the
piece being read: the consumer releases each element when done with it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from lxml import etree

from courtcomms.importing.files.refusal import Refusal, damaged, suspicious, too_large

Element = etree._Element

#: Bytes of XML between two releases: one table row or paragraph, far above any real one.
_UNIT_BYTES = 8 << 20
#: Elements asked for in one part; a report of 10,000 rows has 120,000 paragraphs and rows.
_MOST_ELEMENTS = 300_000
#: Processor seconds for one part; a report of 10,000 rows takes about four.
_MOST_SECONDS = 15.0
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_LONGEST_DOCTYPE = max(map(len, _DOCTYPES))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class XmlStream:
    """The elements of one part with given tags, each when its end is reached.

    ``most`` is how many of them are read at all.

    Raises:
        Refusal: not well-formed, with a DOCTYPE, nested or large beyond reason.
    """

    def __init__(self, chunks: Iterable[bytes], tags: Sequence[str], most: int = _MOST_ELEMENTS) -> None:
        self._chunks = chunks
        self._pending = 0
        self._count = 0
        self._most = most
        self._tail = b""
        self._stop_at = time.thread_time() + _MOST_SECONDS
        self._parser = etree.XMLPullParser(
            events=("end",),
            tag=tuple(tags),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def __iter__(self) -> Iterator[Element]:
        try:
            for chunk in self._chunks:
                self._guard(chunk)
                self._parser.feed(chunk)
                yield from self._ready()
            self._parser.close()
        except etree.XMLSyntaxError as error:
            raise _refusal(error) from error
        yield from self._ready()

    def release(self, element: Element) -> None:
        """Free an element and all that stands before it, in every level above."""
        element.clear()
        node: Element | None = element
        while node is not None:
            parent = node.getparent()
            if parent is not None:
                while node.getprevious() is not None:
                    del parent[0]
            node = parent
        self._pending = 0

    def _ready(self) -> Iterator[Element]:
        for _, found in self._parser.read_events():
            element = cast(Element, found)
            self._count += 1
            if self._count == 1 and element.getroottree().docinfo.internalDTD is not None:
                raise _doctype()
            if self._count > self._most:
                raise too_large("забагато рядків або абзаців")
            yield element

    def _guard(self, chunk: bytes) -> None:
        window = self._tail + chunk
        if any(mark in window for mark in _DOCTYPES):
            raise _doctype()
        self._tail = window[-_LONGEST_DOCTYPE:]
        self._pending += len(chunk)
        if self._pending > _UNIT_BYTES:
            raise too_large("надто великий рядок таблиці чи абзац")
        if time.thread_time() > self._stop_at:
            raise too_large("читання триває надто довго")


def parse_small(chunks: Iterable[bytes]) -> Element | None:
    """The root of a small part (styles, relationships, at most 8 MB); ``None`` for an empty one.

    Raises:
        Refusal: as :class:`XmlStream`.
    """
    stream = XmlStream(chunks, ("*",))
    root: Element | None = None
    for element in stream:
        root = element
    return root


def keeps_space(element: Element) -> bool:
    """Whether ``xml:space="preserve"`` holds for an element, by itself or from above."""
    node: Element | None = element
    while node is not None:
        value = node.get(_SPACE)
        if value is not None:
            return value == "preserve"
        node = node.getparent()
    return False


def _doctype() -> Refusal:
    return suspicious("має вкладені визначення DOCTYPE")


def _refusal(error: etree.XMLSyntaxError) -> Refusal:
    message = str(error)
    if "depth" in message:
        return too_large("надто глибоко вкладені частини")
    if "huge text node" in message or "too long" in message or "lookup exceeds" in message:
        return too_large("надто великий текст")
    return damaged()
