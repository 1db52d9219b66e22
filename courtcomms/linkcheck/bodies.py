"""The body of an answer, unpacked while it comes, and never more of it than is wanted."""

from __future__ import annotations

import zlib

#: What is asked for; more would need more packages.
ENCODINGS = "gzip, deflate"

_PACKED = {"gzip", "x-gzip", "deflate"}
_PLAIN = {"", "identity", "none", "utf-8"}  # the last two are written by servers that mean no encoding
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


class Body:
    """Takes pieces as they come from the network.

    Args:
        encoding: the header ``Content-Encoding``.
        limit: bytes that are kept, unpacked; as many are taken from the network at most, packed.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding.strip().lower()
        self._limit = limit
        self._taken = 0
        self._data = bytearray()
        self._unpacker: zlib._Decompress | None = None
        self._unknown = self._encoding not in _PACKED | _PLAIN
        self.broken = False

    @property
    def full(self) -> bool:
        """Whether no more is wanted, or what comes cannot be read."""
        return self.broken or self._unknown or max(len(self._data), self._taken) >= self._limit

    @property
    def ended(self) -> bool:
        """Whether what is packed has come to its own end, as it must where a body is whole."""
        return not self.broken and not self._unknown and (self._unpacker is None or self._unpacker.eof)

    def __len__(self) -> int:
        return len(self._data)

    def __bytes__(self) -> bytes:
        return bytes(self._data)

    def feed(self, piece: bytes) -> None:
        """Take a piece; what is beyond the limit is dropped, what cannot be unpacked makes it ``broken``."""
        self._taken += len(piece)
        if self._encoding in _PLAIN:
            self._data += piece[: self._limit - len(self._data)]
            return
        try:
            while piece and not self.full:
                piece = self._unpack(piece)
        except zlib.error:
            self.broken = True

    def _unpack(self, piece: bytes) -> bytes:
        """Unpack what still has room; what is left belongs to a next member of the same gzip file."""
        if self._unpacker is None:
            raw = self._encoding == "deflate" and piece[0] & 0x0F != 8
            self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS if raw else _GZIP_OR_ZLIB)
        elif self._unpacker.eof:
            if piece[:2] != b"\x1f\x8b":  # padding after the end, which browsers overlook
                return b""
            self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._data += self._unpacker.decompress(piece, self._limit - len(self._data))
        return self._unpacker.unused_data
