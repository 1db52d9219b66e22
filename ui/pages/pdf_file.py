"""A PDF file as its numbered objects, to be changed and written anew.

Qt writes a plain file: a list of objects and one table of their places. Changing some objects and
making the table again costs next to nothing; a general library would read and write every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"xref\s+0\s+(\d+)\s+")
_TRAILER = re.compile(rb"/Info\s+(\d+)\s+0\s+R\s+/Root\s+(\d+)\s+0\s+R")
_ENTRY = 20
_BODY = re.compile(rb"\d+ 0 obj\s(.*?)\s*endobj\s*$", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")


class PdfFile:
    """The objects of a PDF by their numbers, as bytes.

    Raises:
        ValueError: it is not written as Qt writes.
    """

    def __init__(self, data: bytes) -> None:
        end, start = _TABLE.search(data[-64:]), data.rfind(b"\nxref") + 1
        section = _SECTION.match(data, start)
        trailer = _TRAILER.search(data, start)
        if end is None or section is None or trailer is None or int(end[1]) != start:
            raise ValueError("not a PDF as Qt writes it")
        count, first = int(section[1]), section.end()
        lines = [data[first + _ENTRY * number :][:_ENTRY] for number in range(count)]
        places = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
        order = sorted(places, key=places.__getitem__)
        ends = [*(places[number] for number in order[1:]), start]
        self._head = data[: places[order[0]]]
        self._objects = {number: data[places[number] : end] for number, end in zip(order, ends, strict=True)}
        self._next = count
        self.info, self.root = int(trailer[1]), int(trailer[2])

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all objects, in their order in the file."""
        return tuple(self._objects)

    def whole(self, number: int) -> bytes:
        """An object with its first and last line."""
        return self._objects[number]

    def body(self, number: int) -> bytes:
        """What an object says.

        Raises:
            ValueError: it is not written as Qt writes.
        """
        match = _BODY.match(self._objects[number])
        if match is None:
            raise ValueError("not an object as Qt writes it")
        return match[1]

    def facts(self, number: int) -> bytes:
        """What an object says before its stream, if it has one."""
        return self._objects[number].partition(b"stream\n")[0]

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of the pages in their order."""
        return tuple(self._pages_of(self.reference(self.root, b"Pages")))

    def _pages_of(self, number: int) -> list[int]:
        kids = _KIDS.search(self.body(number))
        if kids is None:
            return [number]
        return [page for kid in _REFERENCE.findall(kids[1]) for page in self._pages_of(int(kid))]

    def reference(self, number: int, key: bytes) -> int:
        """The object to which a key of another object refers; 0 for none."""
        match = re.search(rb"/" + key + rb"\s+(\d+)\s+0\s+R", self.facts(number)) if number else None
        return int(match[1]) if match else 0

    def put(self, number: int, body: bytes) -> None:
        """Change an object."""
        self._objects[number] = b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def set_whole(self, objects: Mapping[int, bytes]) -> None:
        """Change objects, their first and last lines included."""
        self._objects.update(objects)

    def add(self, body: bytes) -> int:
        """A new object; its number."""
        number, self._next = self._next, self._next + 1
        self.put(number, body)
        return number

    def written(self) -> bytes:
        """The file; its id comes from what is in it."""
        pieces, places, place = [self._head], {}, len(self._head)
        for number, whole in sorted(self._objects.items()):
            places[number] = place
            pieces.append(whole)
            place += len(whole)
        digest = sha256()
        for piece in pieces:
            digest.update(piece)
        pieces += [self._table(places), self._trailer(digest.hexdigest()[:32], place)]
        return b"".join(pieces)

    def _table(self, places: Mapping[int, int]) -> bytes:
        lines = [b"xref\n0 %d\n0000000000 65535 f \n" % self._next]
        free = b"0000000000 00000 f \n"
        lines += [
            b"%010d 00000 n \n" % places[number] if number in places else free
            for number in range(1, self._next)
        ]
        return b"".join(lines)

    def _trailer(self, name: str, place: int) -> bytes:
        facts = f"/Size {self._next}\n/Info {self.info} 0 R\n/Root {self.root} 0 R\n/ID [ <{name}> <{name}> ]"
        return f"trailer\n<<\n{facts}\n>>\nstartxref\n{place}\n%%EOF\n".encode()
