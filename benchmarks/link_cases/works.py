"""Pages that are there, in every way that servers have of saying so."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from functools import partial
from urllib.parse import quote

from benchmarks.link_cases.case import Case, Group, Play, Tls
from benchmarks.link_cases.say import HTML, TEXT, TITLE, answer, head, news, ok, page, redirect
from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

_works = partial(Case, Group.WORKS)
_RIGHT = (Verdict.WORKS,)
#: A blank page where the server is content; what the standard lets a client take or refuse.
_EITHER = (Verdict.WORKS, Verdict.BROKEN_ANSWER)
_NEWS = page(TITLE, *TEXT).encode()
_GIF = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")


def _chunked(body: bytes, size: int = 300) -> bytes:
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _packed(visit: Visit, encoding: str, body: bytes) -> bytes:
    """Compressed only for who can read it, as the standard has it."""
    if encoding not in visit.headers.get("accept-encoding", ""):
        return answer(200, _NEWS)
    return answer(200, body, ("Content-Encoding", encoding))


def _says_no_to_head(status: int) -> Play:
    return lambda visit: answer(status) if visit.method == "HEAD" else news()


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def _remembers(visit: Visit) -> bytes:
    """Shows the page only to who brings the cookie that the first visit gave."""
    if "seen=1" in visit.cookie:
        return news()
    return redirect(302, visit.url(visit.target), ("Set-Cookie", "seen=1; Path=/; HttpOnly"))


def _only(visit: Visit, target: str) -> bytes:
    """The page at this very target and at no other."""
    return news() if visit.target == target else answer(404, page("404", "Not found"))


def _bare(whole: bytes) -> bytes:
    top, _, body = whole.partition(b"\r\n\r\n")
    return top.replace(b"\r\n", b"\n") + b"\n\n" + body


_CYRILLIC = "/новини/день"
_WINDOWS = page(TITLE, *TEXT).replace("utf-8", "windows-1251").encode("windows-1251")
_BIG = page(TITLE, *TEXT * 6000).encode()

_EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n"
_FEED = "<?xml version='1.0'?><rss version='2.0'><channel><title>Новини</title></channel></rss>"
_WIDE = page(TITLE, *TEXT).replace("utf-8", "utf-16").encode("utf-16")


async def _slow(_visit: Visit) -> AsyncIterator[bytes]:
    await asyncio.sleep(1)
    yield news()


def _document(_visit: Visit) -> bytes:
    named = ("Content-Disposition", 'attachment; filename="zvit.docx"')
    return answer(200, b"PK\x03\x04" + bytes(9000), named, kind="application/octet-stream")


def _twice(whole: bytes) -> bytes:
    start, length, rest = whole.partition(b"Content-Length: ")
    return start + length + rest.partition(b"\r\n")[0] + b"\r\n" + length + rest


CASES = (
    _works("plain", "a page as most are", _RIGHT, lambda _: news()),
    _works("root", "a site's front page", _RIGHT, lambda _: ok("Районний суд", *TEXT), "/"),
    _works("gzip", "a gzip body", _RIGHT, lambda v: _packed(v, "gzip", gzip.compress(_NEWS))),
    _works("deflate", "a deflate body", _RIGHT, lambda v: _packed(v, "deflate", zlib.compress(_NEWS))),
    _works(
        "raw-deflate",
        "deflate without its frame",
        _RIGHT,
        lambda v: _packed(v, "deflate", _raw_deflate(_NEWS)),
    ),
    _works(
        "chunked",
        "a body in pieces",
        _RIGHT,
        lambda _: head(200, ("Content-Type", HTML), ("Transfer-Encoding", "chunked")) + _chunked(_NEWS),
    ),
    _works(
        "http-1-0",
        "an HTTP/1.0 server",
        _RIGHT,
        lambda _: b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _NEWS,
    ),
    _works(
        "no-length",
        "a body that ends with the connection",
        _RIGHT,
        lambda _: answer(200, _NEWS, length=False),
    ),
    _works("bare-newlines", "headers parted by LF alone", _RIGHT, lambda _: _bare(news())),
    _works("no-kind", "no Content-Type", _RIGHT, lambda _: answer(200, _NEWS, kind="")),
    _works("empty-body", "200 with nothing in it", _EITHER, lambda _: answer(200)),
    _works("no-content", "204", _EITHER, lambda _: answer(204, kind="", length=False)),
    _works(
        "pdf",
        "a PDF",
        _RIGHT,
        lambda _: answer(200, b"%PDF-1.4\n" + bytes(9000), kind="application/pdf"),
        "/files/zvit.pdf",
    ),
    _works("image", "a picture", _RIGHT, lambda _: answer(200, _GIF, kind="image/gif"), "/photo.gif"),
    _works(
        "windows-1251",
        "a page in windows-1251 that only its meta tells",
        _RIGHT,
        lambda _: answer(200, _WINDOWS, kind="text/html"),
    ),
    _works("big-page", "a page of 3 MB", _RIGHT, lambda _: answer(200, _BIG)),
    _works("head-404", "404 for HEAD, 200 for GET", _RIGHT, _says_no_to_head(404)),
    _works("head-405", "405 for HEAD, 200 for GET", _RIGHT, _says_no_to_head(405)),
    _works("head-500", "500 for HEAD, 200 for GET", _RIGHT, _says_no_to_head(500)),
    _works("cyrillic-path", "a path in Cyrillic", _RIGHT, lambda v: _only(v, quote(_CYRILLIC)), _CYRILLIC),
    _works("odd-query", "a query that is no pairs", _RIGHT, lambda v: _only(v, "/news?12345"), "/news?12345"),
    _works("fragment", "a fragment is not sent", _RIGHT, lambda v: _only(v, "/news/1"), "/news/1#розділ"),
    _works(
        "cookie-once", "sends to itself until a cookie is brought", _RIGHT, _remembers, "/news/1?run={run}"
    ),
    _works("https", "a valid certificate", _RIGHT, lambda _: news(), tls=Tls.VALID, secure=True),
    _works("early-hints", "103, then 200", _RIGHT, lambda _: _EARLY + news()),
    _works("continue", "100, then 200", _RIGHT, lambda _: b"HTTP/1.1 100 Continue\r\n\r\n" + news()),
    _works("no-phrase", "a status without words", _RIGHT, lambda _: news().replace(b"200 OK", b"200", 1)),
    _works("status-203", "203", _RIGHT, lambda _: answer(203, _NEWS)),
    _works("slow", "the first byte comes after a second", _RIGHT, _slow),
    _works("json", "JSON", _RIGHT, lambda _: answer(200, "{}", kind="application/json"), "/api/news/1"),
    _works("feed", "a feed", _RIGHT, lambda _: answer(200, _FEED, kind="application/rss+xml"), "/rss"),
    _works("attachment", "a document to be saved", _RIGHT, _document, "/files/zvit.docx"),
    _works(
        "utf-16", "a page in UTF-16 with its mark", _RIGHT, lambda _: answer(200, _WIDE, kind="text/html")
    ),
    _works("length-twice", "the same length told twice", _EITHER, lambda _: _twice(news())),
    _works("idn", "an international name", _RIGHT, lambda _: news(), host="суд.case.test", for_peers=False),
)
