"""Parts of an address in small letters, for comparing; what is no address has none. Never raises."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

from courtcomms.linkcheck.address import read_address, shown

_LONGEST_SHOWN = 80


def host_of(url: str) -> str:
    """The host without ``www.``; ``""`` where there is none."""
    address = read_address(url)
    return address.host.removeprefix("www.") if address is not None else ""


def host_words(url: str) -> str:
    """The host in a sentence, in its own letters."""
    address = read_address(url)
    return address.shown_host.removeprefix("www.") if address is not None else url[:_LONGEST_SHOWN]


def url_words(url: str) -> str:
    """An address in a sentence, readable, cut where it is long."""
    text = shown(url)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def path_of(url: str) -> str:
    """The path, percent-encoded letters decoded; ``"/"`` where there is none."""
    try:
        return unquote(urlsplit(url).path).lower() or "/"
    except ValueError:
        return "/"


def pairs_of(url: str) -> list[tuple[str, str]]:
    """Names and values of the query."""
    try:
        return parse_qsl(urlsplit(url).query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return []
