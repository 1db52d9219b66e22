"""Rules about the host of an address: can it be reached, and is it what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from courtcomms.cells.link_hosts import is_known_host
from courtcomms.linkcheck.address import Address
from courtcomms.linkcheck.address_findings import AddressFinding
from courtcomms.linkcheck.domains import has_known_top, is_ip
from courtcomms.linkcheck.fake_hosts import fake_court
from courtcomms.linkcheck.hosts import is_private_host
from courtcomms.linkcheck.lists import below
from courtcomms.linkcheck.look_alike_hosts import in_own_letters, look_alike
from courtcomms.linkcheck.official import is_official_host
from courtcomms.linkcheck.pieces import Pieces
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.linkcheck.votes import is_doubtful
from courtcomms.model import Severity

#: «www» with a letter lost or too many.
_SO_MANY_W = re.compile(r"ww|w{4,6}")
_LONGEST_LABEL, _LONGEST_HOST = 63, 253


class Asked(NamedTuple):
    """One address under its rules: as read, as typed, and what the user says of hosts."""

    address: Address
    pieces: Pieces
    settings: LinkSettings
    own: tuple[str, ...]

    def with_host(self, host: str) -> str:
        """The address as typed with another host, or ``""`` where none is meant."""
        return self.pieces.with_host(host) if host else ""


def host_findings(asked: Asked) -> Iterator[AddressFinding]:
    """What is wrong with the host; one finding for one fault, the gravest first. A host of the intranet that
    the user allows by name may have any name that a network takes."""
    yield from _userinfo(asked)
    found = _impossible(asked)
    if found is None and not below(asked.address.host, asked.settings.allowed_hosts):
        found = _unreachable(asked) or _deceiving(asked) or _odd(asked)
    if found is not None:
        yield found


def _userinfo(asked: Asked) -> Iterator[AddressFinding]:
    """``https://court.gov.ua@evil.com/``: what stands before «@» is a name for signing in, not the site."""
    if not asked.address.userinfo:
        return
    host = asked.address.shown_host
    if "." in (asked.pieces.user or ""):
        message = f"Адреса вводить в оману: насправді вона веде на «{host}», усе перед «@» – не сайт."
        yield AddressFinding("userinfo", Severity.ERROR, message)
        return
    message = "В адресі ім'я користувача чи пароль перед «@»: приберіть їх, звіт читатимуть інші."
    yield AddressFinding("userinfo", Severity.ERROR, message, str(asked.pieces._replace(user=None)))


def _impossible(asked: Asked) -> AddressFinding | None:
    """Hosts that a browser reads but no server can have: empty and endless labels."""
    host = asked.address.host.removesuffix(".")
    labels = host.split(".")
    if is_ip(host) or (
        all(0 < len(label) <= _LONGEST_LABEL for label in labels) and len(host) <= _LONGEST_HOST
    ):
        return None
    meant = ".".join(filter(None, labels))
    certain = "" in labels and "." in meant and has_known_top(meant)
    message = (
        "В імені сайту зайва крапка: приберіть її."
        if "" in labels
        else "Ім'я сайту задовге: такого не буває."
    )
    return AddressFinding(
        "not_an_address", Severity.ERROR, message, asked.with_host(meant if certain else "")
    )


def _unreachable(asked: Asked) -> AddressFinding | None:
    host, shown = asked.address.host, asked.address.shown_host
    if host == "www":
        return _www_alone(asked)
    if is_private_host(host):
        message = f"«{shown}» – адреса в локальній мережі: поза нею її ніхто не відкриє."
        return AddressFinding("private", Severity.ERROR, message)
    if is_ip(host):
        message = f"Замість імені сайту – числова адреса «{host}»: вкажіть сайт за іменем."
        return AddressFinding("ip_address", Severity.WARN, message)
    return None


def _www_alone(asked: Asked) -> AddressFinding:
    """``https://www/court.gov.ua/``: a slash typed for the dot."""
    first = asked.pieces.path.lstrip("/").partition("/")[0]
    certain = is_known_host(first) and "." in first
    repair = str(asked.pieces._replace(host=f"www.{first}", path=asked.pieces.path.lstrip("/")[len(first) :]))
    message = "Після «www» немає імені сайту: перевірте, чи стоїть там крапка."
    return AddressFinding("not_an_address", Severity.ERROR, message, repair if certain else "")


def _deceiving(asked: Asked) -> AddressFinding | None:
    host = asked.address.host
    if is_official_host(host, asked.settings, asked.own):
        return None
    alike, fake = look_alike(in_own_letters(host)), fake_court(host)
    if alike is not None:
        message = "В імені сайту літери двох абеток або схожі на інші: це не той сайт, яким здається."
        return AddressFinding("look_alike", Severity.ERROR, message, asked.with_host(alike.meant))
    if fake is not None:
        message = (
            f"«{asked.address.shown_host}» лише схоже на сайт суду: справжні закінчуються на «.court.gov.ua»."
        )
        return AddressFinding("fake_court", Severity.ERROR, message, asked.with_host(fake.meant))
    if not has_known_top(host):
        top = asked.address.shown_host.rstrip(".").rpartition(".")[2]
        message = f"Адрес із закінченням «.{top}» не буває: перевірте ім'я сайту."
        return AddressFinding("unknown_top", Severity.ERROR, message)
    return None


def _odd(asked: Asked) -> AddressFinding | None:
    """Hosts that a browser mends by itself, and those that ours and other readers doubt."""
    host, typed = asked.address.host, asked.pieces.host
    if not typed.isascii() and "xn--" not in host:
        message = f"В імені сайту незвичні знаки: браузер прочитає його як «{host}»."
        return AddressFinding("odd_signs", Severity.WARN, message, asked.with_host(host))
    if "%" in typed:
        message = f"Ім'я сайту закодовано, насправді це «{asked.address.shown_host}»: запишіть його так."
        return AddressFinding("odd_signs", Severity.WARN, message, asked.with_host(host))
    first, _, rest = host.partition(".")
    if _SO_MANY_W.fullmatch(first) and "." in rest:
        message = f"На початку імені сайту «{first}» замість «www»: виправте."
        return AddressFinding("doubtful", Severity.WARN, message, asked.with_host(f"www.{rest}"))
    if is_doubtful(asked.address):
        message = f"Ім'я сайту незвичне («{asked.address.shown_host}»): відкрийте адресу й перевірте."
        return AddressFinding("doubtful", Severity.HINT, message)
    return None
