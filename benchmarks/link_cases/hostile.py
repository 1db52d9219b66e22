"""Answers that are meant to hurt, or were made by a broken server."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from functools import partial

from benchmarks.link_cases.case import Case, Group, Play
from benchmarks.link_cases.say import HTML, TEXT, TITLE, answer, head, page
from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

_hostile = partial(Case, Group.HOSTILE)
_RIGHT, _BROKEN = (Verdict.WORKS,), (Verdict.BROKEN_ANSWER,)
_EITHER = (Verdict.WORKS, Verdict.BROKEN_ANSWER)
_NEWS = page(TITLE, *TEXT).encode()
_PIECE = 1 << 20
_PIECES = 1024
_TYPE = ("Content-Type", HTML)


def bomb_pieces() -> tuple[bytes, bytes]:
    """The beginning of a gzip stream, and what stands in it for each further MiB of zeros."""
    packer = zlib.compressobj(9, wbits=31)
    first = packer.compress(bytes(_PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first, packer.compress(bytes(_PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)


async def _bomb(_visit: Visit) -> AsyncIterator[bytes]:
    """A megabyte that is a gigabyte; it ends without the checksum."""
    yield head(200, _TYPE, ("Content-Encoding", "gzip"))
    first, further = bomb_pieces()
    yield first
    for _ in range(_PIECES - 1):
        yield further


async def _endless(_visit: Visit) -> AsyncIterator[bytes]:
    yield head(200, _TYPE) + _NEWS.replace(b"</body></html>", b"")
    line = b"<p>" + TEXT[0].encode() * 100 + b"</p>\n"
    while True:
        yield line


async def _endless_chunks(_visit: Visit) -> AsyncIterator[bytes]:
    yield head(200, _TYPE, ("Transfer-Encoding", "chunked")) + b"%x\r\n%s\r\n" % (len(_NEWS), _NEWS)
    while True:
        yield b"1\r\n \r\n" * 1000


async def _endless_headers(_visit: Visit) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X-More: more\r\n" * 100


def _raw(start: str, *lines: str) -> bytes:
    """A page under a status line and headers that no library would send."""
    return "\r\n".join([start, *lines, "", ""]).encode() + _NEWS


def _claims(length: int) -> Play:
    """The page with another length than its own."""
    return lambda _: head(200, _TYPE, ("Content-Length", str(length))) + _NEWS


def _charset(named: str, encoding: str) -> Play:
    return lambda _: answer(200, page(TITLE, *TEXT).encode(encoding), kind=f"text/html; charset={named}")


_MANY = tuple((f"X-{number}", "1") for number in range(100_000))
_DEEP = page(TITLE, *TEXT).replace("<h1>", "<div>" * 20_000 + "<h1>")
_MARKUP = page("&lt;b onclick=alert(1)&gt;Суд провів день відкритих дверей&lt;/b&gt;&#27;[31m&#8238;", *TEXT)

CASES = (
    _hostile("bomb", "a gzip body of 1 MB that is 1 GB", _EITHER, _bomb),
    _hostile("endless", "a page without end", _RIGHT, _endless),
    _hostile("endless-chunks", "a page without end, a blank at a time", _RIGHT, _endless_chunks),
    _hostile("endless-headers", "headers without end", _BROKEN, _endless_headers),
    _hostile(
        "header-1mb", "a header of 1 MB", _BROKEN, lambda _: answer(200, _NEWS, ("X-Long", "x" * 1_000_000))
    ),
    _hostile("headers-100000", "100,000 headers", _BROKEN, lambda _: answer(200, _NEWS, *_MANY)),
    _hostile("garbage", "garbage in place of HTTP", _BROKEN, lambda _: bytes(range(256)) * 20),
    _hostile("ssh", "another protocol's greeting", _BROKEN, lambda _: b"SSH-2.0-OpenSSH_9.6\r\n"),
    _hostile("length-long", "a length greater than the body's", _EITHER, _claims(len(_NEWS) + 5000)),
    _hostile("length-short", "a length less than the body's", _EITHER, _claims(len(_NEWS) - 20)),
    _hostile("length-minus", "a length below nothing", _EITHER, _claims(-5)),
    _hostile(
        "bad-chunk",
        "a piece whose length is no number",
        _EITHER,
        lambda _: head(200, _TYPE, ("Transfer-Encoding", "chunked")) + b"zz\r\n" + _NEWS,
    ),
    _hostile(
        "status-000", "status 000", _BROKEN, lambda _: _raw("HTTP/1.1 000 None", "Content-Type: text/html")
    ),
    _hostile(
        "status-1000", "status 1000", _BROKEN, lambda _: _raw("HTTP/1.1 1000 Huh", "Content-Type: text/html")
    ),
    _hostile(
        "header-nul", "NUL in a header", _EITHER, lambda _: _raw("HTTP/1.1 200 OK", "X-A: a\0b", "X-B: c")
    ),
    _hostile(
        "bad-gzip", "says gzip, is none", _EITHER, lambda _: answer(200, _NEWS, ("Content-Encoding", "gzip"))
    ),
    _hostile("deep", "20,000 elements one in another", _RIGHT, lambda _: answer(200, _DEEP)),
    _hostile("title-bytes", "a title that is not UTF-8", _RIGHT, _charset("utf-8", "windows-1251")),
    _hostile("wrong-charset", "a charset that is not the page's", _RIGHT, _charset("koi8-u", "utf-8")),
    _hostile("no-charset", "a charset that does not exist", _RIGHT, _charset("кирилиця", "utf-8")),
    _hostile(
        "title-huge",
        "a title of 100,000 letters",
        _RIGHT,
        lambda _: answer(200, page("Суд " * 25_000, *TEXT)),
    ),
    _hostile("title-markup", "a title with markup and controls", _RIGHT, lambda _: answer(200, _MARKUP)),
)
