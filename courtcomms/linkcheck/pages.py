"""What a page of HTML says of itself: title, heading, what there is to read, where it sends its reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.charsets import decoded

Element = etree._Element

#: Signs of a title that are kept.
LONGEST_TITLE = 300
#: Bytes of a body that are looked at, whatever was read of it.
_MOST_BYTES = 1 << 20
#: Seconds within which a refresh is a redirect; later it is a page that people read first.
_LONGEST_WAIT = 5.0

_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What turns the direction of a line or hides in it: a title is shown beside other words.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LOOKS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|title|body|meta|!--|h1|p|div)\b", re.IGNORECASE
)
#: How gzip and zstd begin: packed, though no header tells so. What it says cannot be known.
_PACKED = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_UNTOLD_TYPES = frozenset({"", "text/plain", "application/octet-stream", "text/xml", "unknown/unknown"})
_REFRESH = re.compile(
    r"\s*(\d{1,9})?(\.[\d.]*)?(?:\s*[;,]|\s)\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL
)
_LONGEST_TOLD = 4000
_UNREAD = ("script", "style", "template", "noscript", "svg", "select", "iframe", "title")
_TEXTS = etree.XPath(".//text()", smart_strings=False)
#: Parts that stand on every page of a site.
_FRAME = ("nav", "header", "footer", "aside", "form", "menu", "a")


@dataclass(frozen=True, slots=True)
class Refresh:
    """Where a page sends its reader by itself, absolute, and after how many seconds."""

    url: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text. ``main`` is what it says outside menus, links and footers; ``text`` all that is seen.

    ``markup`` is the whole source, small letters only. ``cut``: more of it was not read, or could not be,
    so that what it does not say proves nothing. An empty one is no HTML, or says nothing.
    """

    title: str = ""
    heading: str = ""
    text: str = ""
    main: str = ""
    markup: str = ""
    cut: bool = False


NO_PAGE = Page()


def folded(text: str) -> str:
    """Text with every run of blanks made one space, without signs that are not seen."""
    return " ".join(_UNSEEN.sub("", text).split())


def is_html(answer: Answer) -> bool:
    """Whether a body is a page of HTML, by its header or, where that says nothing, by its beginning."""
    if answer.body.startswith(_PACKED):
        return False
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _HTML_TYPES or (kind in _UNTOLD_TYPES and bool(_LOOKS_HTML.match(answer.body)))


def read_page(answer: Answer) -> Page:
    """Read a body. Never raises, whatever the bytes; time is linear in what is looked at."""
    if not answer.body or not is_html(answer):
        return NO_PAGE
    page = _read(answer.body[:_MOST_BYTES], answer.headers.get("content-type", ""))
    return page if answer.whole else replace(page, cut=True)


@lru_cache(maxsize=4)
def _read(body: bytes, kind: str) -> Page:
    """The same page is read for what it leads to, for what to ask beside it, and for its verdict."""
    markup = decoded(body, {"content-type": kind})
    root, cut = _parsed(markup)
    if root is None:
        return Page(markup=markup.lower())
    title, heading = title_of(root), heading_of(root)
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    text = _text(root)
    etree.strip_elements(root, *_FRAME, with_tail=False)
    return Page(title, heading, text, _text(root), markup.lower(), cut)


def tree_of(answer: Answer) -> Element | None:
    """The tree of a page; ``None`` where it is no HTML or says nothing."""
    if not answer.body or not is_html(answer):
        return None
    return _parsed(decoded(answer.body[:_MOST_BYTES], answer.headers))[0]


def _parsed(markup: str) -> tuple[Element | None, bool]:
    """The tree of a source, and whether the parser cut off what is nested too deep."""
    text = _UNKEEPABLE.sub("", markup)
    if not text.strip():
        return None, False
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element | None = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, any(entry.level_name == "FATAL" for entry in parser.error_log)


def title_of(root: Element) -> str:
    """The first title outside drawings, which have titles of their own."""
    for found in root.iter("title"):
        if not any(each.tag == "svg" for each in found.iterancestors()):
            return _cut(_text(found))
    return ""


def heading_of(root: Element) -> str:
    """The first heading that says something."""
    texts = (_cut(_text(found)) for found in root.iter("h1"))
    return next(filter(None, texts), "")


def refresh_target(answer: Answer) -> str:
    """The address to which a page or its ``Refresh`` header sends within five seconds, or ``""``."""
    found = refresh_of(answer)
    return found.url if found is not None else ""


def refresh_of(answer: Answer) -> Refresh | None:
    """The same with its delay; a page that only loads itself anew sends nobody anywhere."""
    told, base = answer.headers.get("refresh", ""), answer.url
    if not told and b"refresh" in answer.body[:_MOST_BYTES].replace(b"\0", b"").lower():
        root = tree_of(answer)
        told, base = _told_refresh(root, answer.url) if root is not None else ("", base)
    return _refresh(told[:_LONGEST_TOLD], base, answer.url) if told else None


def joined(base: str, address: str) -> str:
    """An absolute address; ``""`` where it cannot be one, or runs a script."""
    try:
        whole = urljoin(base, re.sub(r"[\t\r\n]", "", address).strip())
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:
        return ""
    return "" if scheme in ("javascript", "data", "") else whole


def _text(element: Element) -> str:
    return folded(" ".join(cast("list[str]", _TEXTS(element))))


def _cut(text: str) -> str:
    return text[:LONGEST_TITLE].rstrip()


def _told_refresh(root: Element, url: str) -> tuple[str, str]:
    """The content of the first refresh that a browser with scripts heeds, and what completes its address."""
    base = next((found.get("href", "") for found in root.iter("base") if found.get("href")), "")
    for found in root.iter("meta"):
        hidden = any(each.tag in ("noscript", "template") for each in found.iterancestors())
        if not hidden and found.get("http-equiv", "").strip().lower() == "refresh":
            return found.get("content", ""), joined(url, base) or url
    return "", url


def _refresh(told: str, base: str, url: str) -> Refresh | None:
    match = _REFRESH.fullmatch(told)
    if match is None or (match[1] is None and match[2] is None):
        return None
    seconds, address = float(match[1] or 0), match[3].strip()
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0].strip()
    target = joined(base, address) if address else ""
    if seconds > _LONGEST_WAIT or not target or target.partition("#")[0] == url.partition("#")[0]:
        return None
    return Refresh(target, seconds)
