"""Rules about the rest of an address: its scheme, its encoding, what clings to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.linkcheck.address_findings import AddressFinding
from courtcomms.linkcheck.escapes import (
    has_stray_percent,
    is_cut_letter,
    without_stuck_end,
    without_unseen,
)
from courtcomms.linkcheck.host_rules import Asked
from courtcomms.linkcheck.lists import below, https_sites, shorteners
from courtcomms.linkcheck.spelling import UNSEEN
from courtcomms.linkcheck.tracking import cleaned, tracking_names
from courtcomms.linkcheck.wrapped import unwrapped
from courtcomms.model import Severity

_MOST_NAMED = 3
_DASH = re.compile(r"(?<=[A-Za-z0-9])[–—](?=[A-Za-z0-9])")


def page_findings(asked: Asked) -> Iterator[AddressFinding]:
    """What is to be said of scheme, path and query."""
    yield from _short(asked)
    yield from _wrapped(asked)
    yield from _encoding(asked)
    yield from _typography(asked)
    yield from _http(asked)
    yield from _tracking(asked)


def is_short(host: str) -> bool:
    """Whether a host makes short addresses of other sites' pages."""
    return host.rstrip(".").removeprefix("www.") in shorteners()


def _short(asked: Asked) -> Iterator[AddressFinding]:
    if is_short(asked.address.host) and asked.address.path != "/":
        message = "Скорочена адреса приховує сторінку й може зникнути: перевірте її, щоб поставити кінцеву."
        yield AddressFinding("shortener", Severity.WARN, message)


def _wrapped(asked: Asked) -> Iterator[AddressFinding]:
    page = unwrapped(asked.address) if asked.address.query else ""
    if page:
        message = f"Адреса веде через посередника («{asked.address.shown_host}»): поставте саму сторінку."
        yield AddressFinding("wrapped", Severity.WARN, message, page)


def _encoding(asked: Asked) -> Iterator[AddressFinding]:
    typed = str(asked.pieces)
    if without_stuck_end(typed) != typed:
        message = "У кінці адреси закодовано пробіл чи лапки, що прилипли під час копіювання: приберіть їх."
        yield AddressFinding("stuck_sign", Severity.WARN, message, without_stuck_end(typed))
    elif without_unseen(typed) != typed:
        yield AddressFinding("invisible", Severity.WARN, UNSEEN, without_unseen(typed))
    if has_stray_percent(typed):
        message = "Знак «%» в адресі пошкоджений: скопіюйте її з сайту ще раз."
        yield AddressFinding("bad_percent", Severity.WARN, message)
    elif is_cut_letter(typed):
        message = "Адресу обірвано посеред закодованої літери: скопіюйте її з сайту ще раз."
        yield AddressFinding("bad_percent", Severity.WARN, message)


def _typography(asked: Asked) -> Iterator[AddressFinding]:
    """What Word makes of a hyphen, and what a page's source has for «&»."""
    pieces, typed = asked.pieces, str(asked.pieces)
    if _DASH.search(pieces.path) is not None and _DASH.sub("-", pieces.path).isascii():
        message = "В адресі тире замість дефіса: так його міняє Word, і сторінка може не відкритися."
        repair = str(pieces._replace(path=_DASH.sub("-", pieces.path)))
        yield AddressFinding("odd_signs", Severity.WARN, message, repair)
    if "&amp;" in (pieces.query or ""):
        message = "В адресі «&amp;» замість «&», як у коді сторінки: виправте, бо відкриється не те."
        yield AddressFinding("odd_signs", Severity.WARN, message, typed.replace("&amp;", "&"))


def _http(asked: Asked) -> Iterator[AddressFinding]:
    address = asked.address
    if address.scheme == "http" and address.port == 80 and below(address.host, https_sites()):
        message = "Сайт давно працює через https: запишіть адресу з «https://»."
        repair = str(asked.pieces._replace(scheme="https", port=""))
        yield AddressFinding("http", Severity.HINT, message, repair)


def _tracking(asked: Asked) -> Iterator[AddressFinding]:
    typed, host = str(asked.pieces), asked.address.host
    repair = cleaned(typed, host)
    if repair == typed:
        return
    names = tracking_names(asked.pieces.query or "", host)
    told = ", ".join(f"«{name}»" for name in names[:_MOST_NAMED]) + (
        " та ін." if len(names) > _MOST_NAMED else ""
    )
    message = f"В адресі зайве, що стежить за читачем ({told}): сторінка відкриється й без цього."
    yield AddressFinding("tracking", Severity.HINT, message, repair)
