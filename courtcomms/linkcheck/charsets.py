"""Bytes of a page as text: by their mark, by what they read as and what is declared, else by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

#: Where browsers look for a declaration inside the page (WHATWG: 1024 bytes; some put it later).
_LOOKED_AT = 4096
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)

#: Declared names of the encodings that pages of our part of the world have; others are not believed, so that
#: no page can choose a codec of its own («zip», «unicode_escape»).
_KNOWN = {
    **dict.fromkeys(("windows-1251", "win-1251", "cp1251", "cp-1251", "win1251", "x-cp1251"), "cp1251"),
    **dict.fromkeys(("koi8-u", "koi8u", "koi8-r", "koi8r", "koi8"), "koi8-u"),
    **dict.fromkeys(("ibm866", "cp866", "866"), "cp866"),
    **dict.fromkeys(("iso-8859-5", "iso8859-5"), "iso8859-5"),
    **dict.fromkeys(("iso-8859-2", "iso8859-2", "latin2"), "iso8859-2"),
    **dict.fromkeys(("windows-1250", "cp1250"), "cp1250"),
    **dict.fromkeys(("windows-1257", "cp1257"), "cp1257"),
    **dict.fromkeys(("x-mac-cyrillic", "mac-cyrillic"), "mac-cyrillic"),
}
_CYRILLIC_SMALL = re.compile("[а-яіїєґ]")
_CYRILLIC_LARGE = re.compile("[А-ЯІЇЄҐ]")


def decoded(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of a page. Never raises; what fits no encoding becomes U+FFFD.

    What reads as UTF-8 is UTF-8, whatever is declared; other encodings count where the bytes hold in them.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if body[:2] in (b"<\0", b"\0<"):
        return body.decode("utf-16-le" if body[1:2] == b"\0" else "utf-16-be", "replace")
    texts = (_held(body, encoding) for encoding in ("utf-8", *_declared(body, headers)))
    return next((text for text in texts if text is not None), None) or _guessed(body)


def _declared(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """Encodings by header and by the page itself, the header first."""
    in_header = _IN_HEADER.search(headers.get("content-type", "")[:1000])
    in_page = _IN_PAGE.search(body[:_LOOKED_AT])
    names = [in_header[1]] if in_header else []
    names += [in_page[1].decode("ascii", "replace")] if in_page else []
    for name in map(str.lower, names):
        if name in _KNOWN:
            yield _KNOWN[name]


def _held(body: bytes, encoding: str) -> str | None:
    """The text, where every byte has its place in the encoding; a sign cut in two at the end is dropped."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and len(body) - error.start <= 3
        return body[: error.start].decode(encoding) if cut else None


def _guessed(body: bytes) -> str:
    """A page that is no UTF-8 and says nothing of itself that holds.

    In KOI8 small and capital letters stand where Windows-1251 has capital and small ones, so a text read
    the wrong way round is mostly capitals. A few broken bytes in UTF-8 do not make it Windows-1251.
    """
    as_utf = body.decode("utf-8", "replace")
    if as_utf.count("\ufffd") * 20 < len(_CYRILLIC_SMALL.findall(as_utf)):
        return as_utf
    as_windows = body.decode("cp1251", "replace")
    small, large = (len(found.findall(as_windows)) for found in (_CYRILLIC_SMALL, _CYRILLIC_LARGE))
    if large > 2 * small and large > 20:
        return body.decode("koi8-u", "replace")
    return as_windows
