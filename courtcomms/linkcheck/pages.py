"""What a page of HTML says of itself: title, heading, where it sends its reader, how much there is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

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
_LOOKS_HTML = re.compile(
    rb"\s*(?:<!doctype\s+html|<html|<head|<title|<body|<meta|<!--|<h1|<p\b)", re.IGNORECASE
)
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_REFRESH = re.compile(
    r"\s*(\d{1,9})?(\.[\d.]*)?(?:\s*[;,]|\s)\s*(?:url\s*=\s*)?(.+)", re.IGNORECASE | re.DOTALL
)
_UNREAD = frozenset({"script", "style", "template", "noscript", "head", "svg", "select", "iframe"})
#: Parts that stand on every page of a site.
_FRAME = frozenset({"nav", "header", "footer", "aside", "form", "menu"})


@dataclass(frozen=True, slots=True)
class Refresh:
    """Where a page sends its reader by itself, absolute, and after how many seconds."""

    url: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text. ``main`` is what it says outside menus, links and footers; ``text`` all that is seen.

    ``markup`` is the whole source; ``root`` its tree, ``None`` where it is no HTML or holds nothing.
    """

    title: str = ""
    heading: str = ""
    text: str = ""
    main: str = ""
    markup: str = ""
    root: Element | None = None


NO_PAGE = Page()


def folded(text: str) -> str:
    """Text with every run of blanks made one space."""
    return " ".join(text.split())


def is_html(answer: Answer) -> bool:
    """Whether a body is a page of HTML, by its header or, where that says nothing, by its beginning."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in _HTML_TYPES:
        return True
    return kind in ("", "text/plain", "application/octet-stream", "unknown/unknown", "text/xml") and bool(
        _LOOKS_HTML.match(answer.body[3:] if answer.body[:3] == b"\xef\xbb\xbf" else answer.body)
    )


def read_page(answer: Answer) -> Page:
    """Read a body. Never raises, whatever the bytes; time is linear in what is looked at."""
    if not answer.body or not is_html(answer):
        return NO_PAGE
    markup = decoded(answer.body[:_MOST_BYTES], answer.headers)
    root = _parsed(markup)
    if root is None:
        return Page(markup=markup)
    return Page(
        title=_title(root),
        heading=_heading(root),
        text=folded(" ".join(_pieces(root, _UNREAD))),
        main=folded(" ".join(_pieces(root, _UNREAD | _FRAME | {"a"}))),
        markup=markup,
        root=root,
    )


def refresh_target(answer: Answer) -> str:
    """The address to which a page or its ``Refresh`` header sends the reader within five seconds, else ``""``."""
    found = refresh_of(answer)
    return found.url if found is not None else ""


def refresh_of(answer: Answer) -> Refresh | None:
    """The same with its delay; a page that only loads itself anew sends nobody anywhere."""
    told = answer.headers.get("refresh", "")
    base = answer.url
    if not told and b"refresh" in answer.body[:_MOST_BYTES].replace(b"\0", b"").lower() and is_html(answer):
        root = _parsed(decoded(answer.body[:_MOST_BYTES], answer.headers))
        told, base = _told_refresh(root, answer.url) if root is not None else ("", base)
    return _refresh(told[:4000], base, answer.url) if told else None


def _parsed(markup: str) -> Element | None:
    """The tree; what is nested too deep is cut off by the parser."""
    text = _UNKEEPABLE.sub("", markup)
    if not text.strip():
        return None
    parser = html.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return root


def _title(root: Element) -> str:
    """The first title outside drawings, which have titles of their own."""
    for found in root.iter("title"):
        if not any(each.tag == "svg" for each in found.iterancestors()):
            return folded("".join(found.itertext()))[:LONGEST_TITLE].rstrip()
    return ""


def _heading(root: Element) -> str:
    """The first heading that says something."""
    for found in root.iter("h1"):
        text = folded("".join(_pieces(found, _UNREAD)))
        if text:
            return text[:LONGEST_TITLE].rstrip()
    return ""


def _pieces(root: Element, without: frozenset[str]) -> Iterator[str]:
    """Pieces of text in order, without those inside some elements."""
    skipped: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipped is None and element.tag in without:
                skipped = element
            elif skipped is None and element.text:
                yield element.text
        else:
            if element is skipped:
                skipped = None
            if skipped is None and element is not root and element.tail:
                yield element.tail


def _told_refresh(root: Element, url: str) -> tuple[str, str]:
    """The content of the first refresh that a browser with scripts heeds, and what completes its address."""
    base = next((found.get("href", "") for found in root.iter("base") if found.get("href")), "")
    for found in root.iter("meta"):
        if found.get("http-equiv", "").strip().lower() == "refresh" and not any(
            each.tag in ("noscript", "template") for each in found.iterancestors()
        ):
            return found.get("content", ""), _joined(url, base)
    return "", url


def _refresh(told: str, base: str, url: str) -> Refresh | None:
    match = _REFRESH.fullmatch(told)
    if match is None or (match[1] is None and match[2] is None):
        return None
    seconds = float(match[1] or 0)
    address = match[3].strip()
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0].strip()
    target = _joined(base, address)
    if seconds > _LONGEST_WAIT or not target or target.partition("#")[0] == url.partition("#")[0]:
        return None
    return Refresh(target, seconds)


def _joined(base: str, address: str) -> str:
    """An absolute address; ``""`` where it cannot be one, or runs a script."""
    try:
        joined = urljoin(base, "".join(address.split("\n")).replace("\t", "").replace("\r", "").strip())
        scheme = urlsplit(joined).scheme.lower()
    except ValueError:
        return ""
    return "" if scheme in ("javascript", "data", "") else joined
