"""Which address of a link may stand in an Office document, and how it must be written there."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

#: What Word and Excel take for damage inside a relationship's target.
_UNSAFE = re.compile(
    '[\x00-\x20"<>\\\\^`{|}\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]'
)
#: A host as .NET's Uri, and so Word, accepts it; letters of any alphabet are allowed.
_HOST = re.compile(r"\w(?:[\w.-]*\w)?\.?")
#: An ordinary address: nothing in it needs a look.
_ORDINARY = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:/[A-Za-z0-9/_.~%?=&#+,;:!()-]*)?"
)


def document_target(target: str) -> str | None:
    """The address as a document's relationship holds it, or ``None`` where only text is safe.

    Only ``http`` and ``https`` with a host become links. Blanks, quotes and other signs that an address
    cannot hold are percent-encoded; letters of any alphabet stay as they are.
    """
    if _ORDINARY.fullmatch(target):
        return target
    trimmed = target.strip()
    if not _is_web_address(trimmed):
        return None
    return _UNSAFE.sub(lambda sign: quote(sign.group(), safe=""), trimmed)


def _is_web_address(target: str) -> bool:
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return False
    good_host = _HOST.fullmatch(parts.hostname or "") is not None
    return parts.scheme in ("http", "https") and good_host and port != 0
