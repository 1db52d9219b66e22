"""Whether what stands after a blank or a line end belongs to the address before it.

Only what is certain is joined: the rest of a path that can be nothing else. Prose, Cyrillic words, outlets'
names and other addresses are never swallowed.
"""

from __future__ import annotations

import re

from courtcomms.cells.link_hosts import is_bare_host, is_known_host

_GAP = re.compile(r"[ \t\xa0\u2009\u202f]{0,3}\n?[ \t\xa0\u2009\u202f]{0,3}")
_CHUNK = re.compile(r"[^\s<>\"«»„“”‟`\x00]+")
_ADDRESS_SIGNS = re.compile(r"[!-~\u00ad\u200b\u2060\u2011]+")
_HOST_IN_FRONT = re.compile(r"[A-Za-z0-9.\-]{1,255}")

_FILE_END = re.compile(r"\w\.(?:html?|php\d?|aspx?|jsp|pdf|docx?)[^\w/]*$", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}[.,;)]*")
_SHORT_SLUG = re.compile(r"[a-z0-9]{2,}(?:[-_][a-z0-9]+)+[.,;)]*|[a-z]*\d{3,}[.,;)]*|[a-z]{3,}\d+[.,;)]*")
_SLUG_WORD = re.compile(r"[a-z]{3,}[.,;)]*")
_SLUG_BEFORE = re.compile(r"/[\w.]+(?:-\w+)+-$")
_STARTS_INSIDE = re.compile(r"/[\w%.~-]+[/?.-]|[?&][\w%\[\].-]+=|_\w+|%[0-9A-Fa-f]{2}|=\w")
_QUERY_PART = re.compile(r"[\w%\[\].-]+=")
_ENCODED = re.compile(r"[0-9A-Fa-f]{2}(?:[%/._-]|$)")
_NAME_WORDS = "facebook instagram youtube telegram viber tiktok twitter linkedin online news life media"
_NAMES = frozenset(_NAME_WORDS.split())


def continuation(text: str, host: int, end: int, stop: int) -> int | None:
    """The end of the stretch that continues an address over a blank or a line end.

    ``text[host:end]`` is the address from its host on, ``stop`` where something else begins at the latest;
    ``None`` where nothing certainly continues it.
    """
    gap = _GAP.match(text, end)
    if gap is None or gap.end() == end or gap.end() >= stop:
        return None
    chunk = _CHUNK.match(text, gap.end(), stop)
    if chunk is None or not _ADDRESS_SIGNS.fullmatch(chunk[0]) or "@" in chunk[0]:
        return None
    before, after = text[max(host, end - 200) : end], chunk[0]
    if end - host < 255 and _mends_host(text[host:end], after):
        return chunk.end()
    if _is_address(after) or _is_address(after.lstrip("/")):
        return None
    if "\n" not in gap[0]:
        return chunk.end() if _certain_after_blank(before, after) else None
    line_end = text.find("\n", chunk.end())
    alone = not text[chunk.end() : len(text) if line_end < 0 else line_end].strip()
    return chunk.end() if _certain_after_line_end(before, after, alone) else None


def _is_address(chunk: str) -> bool:
    host = _HOST_IN_FRONT.match(chunk)
    if host is None:
        return False
    return is_bare_host(host[0].rstrip(".-"), with_path=chunk[host.end() : host.end() + 1] in {"/", "?", "#"})


def _mends_host(host: str, after: str) -> bool:
    """«https://ing.dp.court.» + «gov.ua/…»: what stands before is no address yet, both together are."""
    if re.search(r"[/?#\\]", host) or is_known_host(host):
        return False
    rest = _HOST_IN_FRONT.match(after)
    if rest is None or host.endswith(".") == rest[0].startswith("."):
        return False
    return is_known_host(host + rest[0].rstrip(".-"))


def _certain_after_blank(before: str, after: str) -> bool:
    if after.startswith("/"):
        return after.count("/") > 1 and _is_path(after[1:])
    return before.endswith(("/", "-", "_")) and _is_path(after)


def _certain_after_line_end(before: str, after: str, alone: bool) -> bool:
    if _STARTS_INSIDE.match(after) or (after[0] == "-" and _is_path(after[1:])):
        return True
    if re.match(r"\.(?:html?|php|aspx?|pdf)\b", after):
        return True
    last = before[-1:]
    if last == "/":
        return _is_path(after)
    if last in {"-", "_", "\u00ad", "\u2011"}:
        return _is_path(after) or (alone and _is_slug(before, after))
    if last == ".":
        return (
            _FILE_END.search(f"{before[-1:]}{after}") is not None
            or _FILE_END.search(f"x.{after}") is not None
        )
    return alone and _continues_query(last, after)


def _is_path(chunk: str) -> bool:
    """Whether a piece of text can be nothing but the rest of a path."""
    if not chunk or not re.match(r"[A-Za-z0-9_%]", chunk):
        return False
    if _FILE_END.search(chunk) or _SLUG.fullmatch(chunk):
        return True
    if "/" not in chunk:
        return False
    whole = chunk.rstrip(".,;)")
    told = re.search(r"\d{4,}|[?&=%]|\w[-_]\w", whole) is not None
    return whole.endswith("/") or (told and re.search("[A-Za-z]", whole) is not None)


def _is_slug(before: str, after: str) -> bool:
    word = after.rstrip(".,;)")
    if _SHORT_SLUG.fullmatch(after):
        return True
    return (
        _SLUG_WORD.fullmatch(after) is not None and word not in _NAMES and bool(_SLUG_BEFORE.search(before))
    )


def _continues_query(last: str, after: str) -> bool:
    if last == "=":
        return after[0].isalnum()
    if last in {"?", "&"}:
        return _QUERY_PART.match(after) is not None
    return last == "%" and _ENCODED.match(after) is not None
