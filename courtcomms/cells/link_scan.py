"""Addresses in running text: with a scheme, without one, glued together, broken over lines.

Every step looks at a bounded stretch, so the time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from courtcomms.cells.link_breaks import continuation
from courtcomms.cells.link_ends import cut, trim
from courtcomms.cells.link_hosts import carries_addresses, is_bare_host, is_host, is_known_host, latin_host
from courtcomms.cells.link_joints import BULLETS, cut_short, is_joint, left_out
from courtcomms.cells.link_starts import Start, find_starts
from courtcomms.cells.typography import INVISIBLE, visible
from courtcomms.model import Link, LinkFlaw

#: What no address contains. U+0000 stands for stretches that are links already.
_HARD_END = re.compile(rf"[\s<>\"«»„“”‟`\x00{BULLETS}]")

_WEB = frozenset({"http", "https", ""})
_UNSEEN = f"{INVISIBLE}\u2011"
_ASCII_HOST = re.compile(rf"[A-Za-z0-9._\-{_UNSEEN}]{{0,300}}")
_ANY_HOST = re.compile(rf"[\w.\-{_UNSEEN}]{{0,300}}")
_USER = re.compile(r"[\w.~!$&'*+,;=%:-]{1,100}@(?=[\w-])")
_PORT = re.compile(r":(?:\d{1,5}(?!\d)|(?=[/?#]))")
_GLUED_WWW = re.compile(r"(?<=[A-Za-z0-9])(?<!w)www\.(?=[A-Za-z0-9-]+\.)", re.IGNORECASE)
_DOTTED = re.compile(r"[\w.-]{1,300}")
_ASCII_DOTTED = re.compile(r"[A-Za-z0-9.-]+")
_IDN = re.compile(r"(?:[\w-]{1,63}\.){1,6}(?:укр|рф|бел|рус)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,2}\.(?=[A-Za-z])")
_TIMESTAMP = re.compile(r"/(?:web|wayback|archive)/(?:\d{4,14}|\*)[a-z_]*/$|/\d{14}[a-z_]*/$", re.IGNORECASE)
_MOST_NESTED = 5


def scan(text: str) -> list[Link]:
    """All links of a text, ordered and without overlaps."""
    scanner = _Scanner(text)
    scanner.run()
    return _with_glue_marked(text, _without_markdown_twins(text, scanner.links))


@dataclass(frozen=True, slots=True)
class _Found:
    """An address found: where its text, its host and its end are, what its scheme was meant to be."""

    start: int
    host: int
    end: int
    scheme: str
    typed: bool
    torn: bool = False


class _Scanner:
    """Walks over a text once, from one address to the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = find_starts(text)
        self.links: list[Link] = []
        self._run = (0, 0)

    def run(self) -> None:
        at = 0
        for index, start in enumerate(self.starts):
            if start.start >= at:
                at = self._bare_links(at, start.start)
                at = max(at, self._scheme_link(index))
        self._bare_links(at, len(self.text))

    def _hard_end(self, at: int, stop: int) -> int:
        """Where the run without blanks that ``at`` lies in ends, at most ``stop``."""
        if not self._run[0] <= at < self._run[1]:
            found = _HARD_END.search(self.text, at)
            self._run = (at, found.start() if found else len(self.text))
        return min(self._run[1], stop)

    def _scheme_link(self, index: int) -> int:
        start, stop = self.starts[index], self._stop(index)
        if start.scheme not in _WEB:
            end = trim(self.text, start.host, self._hard_end(start.host, stop))
            self._add_other(start, end)
            return max(end, start.host)
        user = _USER.match(self.text, start.host, stop)
        host_end = self._host_end(user.end() if user else start.host, stop)
        if not any(char.isalnum() for char in self.text[start.host : host_end]):
            return start.host
        return self._add(start, host_end, stop)

    def _stop(self, index: int) -> int:
        """Where the next address begins that is not part of this one."""
        inner = self.starts[index]
        for later in self.starts[index + 1 : index + 1 + _MOST_NESTED]:
            if not self._nests(inner, later):
                return later.start
            inner = later
        following = index + 1 + _MOST_NESTED
        return self.starts[following].start if following < len(self.starts) else len(self.text)

    def _nests(self, outer: Start, inner: Start) -> bool:
        """Whether an address contains the next one: as a query's value or as an archive's subject."""
        if self._hard_end(outer.host, inner.start) < inner.start:
            return False
        if self.text[inner.start - 1] == "=":
            return True
        host_end = self._host_end(outer.host, inner.start)
        if host_end < inner.start and carries_addresses(self.text[outer.host : host_end]):
            return True
        return _TIMESTAMP.search(self.text, max(outer.host, inner.start - 40), inner.start) is not None

    def _host_end(self, host: int, stop: int) -> int:
        latin = _ASCII_HOST.match(self.text, host, stop)
        end = latin.end() if latin else host
        if (
            end < stop
            and self.text[end].isalpha()
            and not is_known_host(visible(self.text[host:end]).rstrip(".-"))
        ):
            wider = _ANY_HOST.match(self.text, host, stop)
            end = wider.end() if wider else end
        glued = _GLUED_WWW.search(self.text, host + 1, end)
        return glued.start() if glued else end

    def _bare_links(self, at: int, stop: int) -> int:
        """Add the addresses without a scheme between two places; the end of the last or ``at``."""
        last = at
        while run := _DOTTED.search(self.text, at, stop):
            span = self._bare_host(run) if "." in run[0] else None
            at = run.end()
            if span is not None:
                at = last = max(self._add(Start(span[0], span[0], "", typed=False), span[1], stop), span[1])
        return last

    def _bare_host(self, run: re.Match[str]) -> tuple[int, int] | None:
        """The host within a run of letters, digits, dots and hyphens; parts of e-mail addresses are none."""
        text, (start, end) = self.text, run.span()
        if text[end : end + 1] == "@" or text[start - 1 : start] in {"@", "\\"}:
            return None
        whole = run[0].strip(".-_")
        if _IDN.fullmatch(whole) or latin_host(whole):
            begin = start + run[0].index(whole)
            return begin, begin + len(whole)
        for latin in _ASCII_DOTTED.finditer(text, start, end):
            span = self._latin_host(*latin.span())
            if span is not None:
                return span
        return None

    def _latin_host(self, start: int, end: int) -> tuple[int, int] | None:
        text = self.text
        if text[start] in ".-" and text[start - 1 : start].isalnum():
            return None
        if "_" in {text[start - 1 : start], text[end : end + 1]}:
            return None
        while start < end and text[start] in ".-":
            start += 1
        number = _LIST_NUMBER.match(text, start, end)
        if number and not text[max(0, start - 1) : start].strip():
            start = number.end()
        glued = _GLUED_WWW.search(text, start + 1, end)
        end = glued.start() if glued else end
        host = text[start:end].rstrip(".-")
        end = start + len(host)
        return (
            (start, end)
            if is_bare_host(host, with_path=text[end : end + 1] in {"/", "?", "#", ":"})
            else None
        )

    def _add(self, start: Start, host_end: int, stop: int) -> int:
        """Add the address whose host ends at ``host_end``; where it ends."""
        text = self.text
        port = _PORT.match(text, host_end, stop)
        end = port.end() if port else host_end
        if text[end : end + 1] in {"/", "?", "#", "\\"} and end < stop:
            end = cut(text, end, self._hard_end(end, stop))
        joined = False
        while end < stop and (further := continuation(text, start.host, end, stop)) is not None:
            joined, end = True, cut(text, end, further)
        end = self._trimmed(start.host, end)
        torn = start.torn or joined or cut_short(text, host_end, end, stop) or left_out(text, host_end, end)
        found = _Found(start.start, start.host, end, start.scheme, start.typed, torn)
        self.links.append(_link(text, found))
        return end

    def _trimmed(self, host: int, end: int) -> int:
        end = trim(self.text, host + 1, end)
        while "/" not in self.text[host:end] and self.text[end - 1] in ".-" and end > host + 1:
            end -= 1
        return end

    def _add_other(self, start: Start, end: int) -> None:
        if end > start.host:
            text = self.text[start.start : end]
            self.links.append(Link(text, text, start.start, end, LinkFlaw.OTHER_SCHEME))


def _link(text: str, found: _Found) -> Link:
    shown = text[found.start : found.end]
    seen = "".join(visible(text[found.host : found.end]).split()).replace("\u2011", "-").replace("\\", "/")
    host, flaw = (
        re.split(r"[/?#:]", seen.rpartition("@")[2] if _USER.match(seen) else seen, maxsplit=1)[0],
        None,
    )
    meant = latin_host(host)
    if meant is not None:
        seen = seen.replace(host, meant, 1)
    if meant is not None or not is_host(host.replace("_", "-")):
        flaw = LinkFlaw.NOT_AN_ADDRESS
    elif found.torn or len(visible(shown)) < len(shown) or "\u2011" in shown:
        flaw = LinkFlaw.BROKEN
    elif not found.typed:
        flaw = LinkFlaw.NO_SCHEME
    return Link(f"{found.scheme or 'https'}://{seen}", shown, found.start, found.end, flaw)


def _without_markdown_twins(text: str, links: list[Link]) -> list[Link]:
    """``[https://x.ua](https://x.ua)`` is one link."""
    twins = {
        later.start
        for earlier, later in pairwise(links)
        if text[earlier.end : later.start] == "](" and earlier.target == later.target
    }
    return [link for link in links if link.start not in twins]


def _with_glue_marked(text: str, links: list[Link]) -> list[Link]:
    glued: set[int] = set()
    for earlier, later in pairwise(links):
        if is_joint(text, earlier.end, later.start):
            glued |= {earlier.start, later.start}
    mild = {None, LinkFlaw.NO_SCHEME, LinkFlaw.BROKEN}
    return [
        replace(link, flaw=LinkFlaw.GLUED) if link.start in glued and link.flaw in mild else link
        for link in links
    ]
