"""Addresses alone on the clipboard: a list of pages rather than a text for a cell."""

from __future__ import annotations

from ui.editor.links_paste import link_lines

_LONGEST = 200_000
#: An address that stands alone is told by these; «1kr.ua» may be a name.
_BEGINNINGS = ("http://", "https://", "www.")


def pasted_addresses(text: str, html: str = "") -> tuple[str, ...]:
    """The addresses of what was copied, where it is nothing but web addresses; one may stand alone."""
    several = link_lines(text, html)
    if several or len(text) > _LONGEST:
        return several if all(map(_is_page, several)) else ()
    only = text.strip()
    return (only,) if only.lower().startswith(_BEGINNINGS) and _is_page(only) else ()


def _is_page(text: str) -> bool:
    """Whether a text is the address of one page and nothing else."""
    from courtcomms.cells.links import read_links
    from courtcomms.linkcheck.address import read_address

    links = read_links(text)
    if len(links) != 1 or len(links[0].text) < len(text):
        return False
    address = read_address(links[0].target)
    return address is not None and address.scheme in ("http", "https")
