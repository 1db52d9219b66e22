"""Several links pasted at once: one address a line.

Only a paste of nothing but addresses is set in lines; one with any other word is taken as it is.
"""

from __future__ import annotations

from html.parser import HTMLParser

_BETWEEN = " \t\r\n\u00a0,;|•·*–—-"
#: More than this is no list of links that a person put together; it is pasted as it is.
_LONGEST = 200_000
_ADDRESS = ("http://", "https://")
_SILENT = frozenset({"head", "style", "script", "title"})


def link_lines(text: str, html: str = "") -> tuple[str, ...]:
    """The addresses of a paste, one a line; empty where it is not a list of at least two of them.

    ``html`` counts where the text itself shows no addresses: a list of linked headlines from a web page.
    """
    if max(len(text), len(html)) > _LONGEST:
        return ()
    return _from_text(text) or _from_html(html)


def _from_text(text: str) -> tuple[str, ...]:
    if "//" not in text and "www." not in text:
        return ()
    from courtcomms.cells.links import read_links
    from courtcomms.model import LinkFlaw

    links, at, between = read_links(text), 0, ""
    for link in links:
        between += text[at : link.start]
        at = link.end
    mended = any(link.flaw not in (None, LinkFlaw.NO_SCHEME, LinkFlaw.GLUED) for link in links)
    if len(links) < 2 or mended or (between + text[at:]).strip(_BETWEEN):
        return ()
    return tuple(link.text for link in links)


def _from_html(html: str) -> tuple[str, ...]:
    reader = _Links()
    reader.feed(html)
    reader.close()
    return tuple(reader.targets) if len(reader.targets) > 1 and not reader.words.strip(_BETWEEN) else ()


class _Links(HTMLParser):
    """``targets`` of the links, and the ``words`` that stand outside of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[str] = []
        self.words = ""
        self._inside = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "a":
            self._inside += 1
            target = (dict(attrs).get("href") or "").strip()
            if not target.lower().startswith(_ADDRESS):
                self.words += target or "?"
            elif target not in self.targets[-1:]:
                self.targets.append(target)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "a":
            self._inside = max(self._inside - 1, 0)

    def handle_data(self, data: str) -> None:
        if not (self._inside or self._silent):
            self.words += data
