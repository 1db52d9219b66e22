"""How an address that stands alone is spelled: what has to go, what is torn, and the address that was meant.

What running text is read for (`courtcomms.cells.links`) is asked of one address here, so that the cell's
findings and those of one address agree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from courtcomms.cells.links import read_links
from courtcomms.cells.typography import visible
from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.address_findings import AddressFinding
from courtcomms.linkcheck.commas import COMMA, comma_slips, without_commas
from courtcomms.linkcheck.escapes import without_leftovers
from courtcomms.linkcheck.pieces import take_apart
from courtcomms.model import Link, LinkFlaw, Severity

_WEB = re.compile(r"https?:", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}):(?=\S)")
_MAIL = re.compile(r"[^\s@/]{1,64}@[^\s@/]{1,250}\.[^\s@/.]{2,24}")
_FILE = re.compile(r"(?:[A-Za-z]:)?\\\\?[\w$]")
_WORDS = re.compile(r"[^\W\d_]{2}")

OTHER_SCHEME = "Це не адреса сторінки в інтернеті: вона має починатися з «https://»."
NOT_AN_ADDRESS = "Адресу записано з помилкою, вона не відкриється: скопіюйте її з сайту ще раз."
CYRILLIC = "В адресі кирилична літера замість латинської: посилання поведе не туди."
NO_SCHEME = "Посилання без правильного «https://»: у документі воно може не відкритися."
TORN = "Адресу розірвано пробілом чи новим рядком: з'єднайте її."
SPACE = "Адресу розриває пробіл: скопіюйте її з сайту ще раз."
LEFT_OUT = "Адресу скорочено трьома крапками: скопіюйте її з сайту повністю."
UNSEEN = "В адресі невидимий знак: посилання може не відкритися."
BACKSLASH = "В адресі зворотна риска «\\» замість «/»: не кожна програма її зрозуміє."
_MAIL_SAID = "Це електронна пошта, а не адреса сторінки в інтернеті."
_FILE_SAID = "Це шлях до файлу на комп'ютері, а не адреса сторінки в інтернеті."
_ONLY_WORDS = "Це слова, а не адреса: адреса сторінки починається з «https://»."
_GLUED = "Дві адреси злиплися в одну, і жодна не відкриється: розділіть їх новим рядком."
_SEVERAL = "Тут не одна адреса, а кілька: залиште кожну в окремому рядку."
_STUCK = "До адреси прилип зайвий знак: без нього посилання відкриється надійніше."
_BESIDE = "Поруч з адресою зайві слова: залиште саму адресу."
_OUTER = "На краю адреси зайвий пробіл або новий рядок: приберіть його."


class Spelled(NamedTuple):
    """The addresses meant by a text, and what is wrong with their spelling.

    ``targets`` is empty where nothing can be read. ``settled`` tells that the rest need not be judged: the
    address has to be mended first.
    """

    targets: tuple[str, ...]
    findings: tuple[AddressFinding, ...] = ()
    settled: bool = False


def spell(text: str) -> Spelled:
    """Read one address that stands alone. Never raises; the time is linear in the length."""
    bare = text.strip()
    if any(comma_slips(bare)):
        mended = without_commas(bare)
        meant = mended if read_address(mended) is not None else ""
        return Spelled((), (AddressFinding("not_an_address", Severity.ERROR, COMMA, meant),), settled=True)
    links = read_links(bare)
    whole = links and links[0].start == 0 and links[-1].end == len(bare)
    if not whole or _encoded_host(bare):
        plain = _plainly(bare, links)
        if plain is not None:
            return plain
    if not links:
        return _unread(bare)
    if len(links) > 1:
        return _several(bare, links)
    return _one(text, bare, links[0])


def _plainly(bare: str, links: tuple[Link, ...]) -> Spelled | None:
    """An address that only a browser reads: an IPv6 host, circled digits, signs in the host."""
    seen = visible(bare)
    if not _WEB.match(seen) or any(sign.isspace() for sign in seen):
        return None
    only_here = not links or (len(links) == 1 and links[0].flaw is LinkFlaw.NOT_AN_ADDRESS)
    if read_address(seen) is None or not (only_here or _encoded_host(bare)):
        return None
    unseen = AddressFinding("invisible", Severity.WARN, UNSEEN, without_leftovers(seen))
    return Spelled((seen,), (unseen,) if seen != bare else ())


def _encoded_host(bare: str) -> bool:
    """``https://exa%6Dple.com``: browsers decode a host, running text ends at the percent sign."""
    pieces = take_apart(bare)
    return pieces is not None and "%" in pieces.host


def _unread(bare: str) -> Spelled:
    scheme = _SCHEME.match(bare)
    if _FILE.match(bare):
        code, message = "other_scheme", _FILE_SAID
    elif _MAIL.fullmatch(bare) or bare[:7].lower() == "mailto:":
        code, message = "other_scheme", _MAIL_SAID
    elif scheme is not None and not _WEB.match(bare):
        code, message = "other_scheme", OTHER_SCHEME
    else:
        code, message = "not_an_address", _no_address(bare)
    return Spelled((), (AddressFinding(code, Severity.ERROR, message),), settled=True)


def _no_address(bare: str) -> str:
    if not bare:
        return "Адреси немає: тут порожньо."
    return NOT_AN_ADDRESS if any(sign in bare for sign in ".:/") else _ONLY_WORDS


def _several(bare: str, links: tuple[Link, ...]) -> Spelled:
    glued = any(link.flaw is LinkFlaw.GLUED for link in links)
    severity, message = (Severity.ERROR, _GLUED) if glued else (Severity.WARN, _SEVERAL)
    said = AddressFinding("glued", severity, message)
    return Spelled(tuple(link.target for link in links), (said,))


def _one(text: str, bare: str, link: Link) -> Spelled:
    if link.flaw is LinkFlaw.OTHER_SCHEME:
        return Spelled((), (AddressFinding("other_scheme", Severity.ERROR, OTHER_SCHEME),), settled=True)
    found = [
        each for each in (_flaw(bare, link), backslash(link), _around(text, bare, link)) if each is not None
    ]
    settled = link.flaw is LinkFlaw.NOT_AN_ADDRESS and link.target == link.text and not _opens(link.target)
    if settled:
        found = [AddressFinding("not_an_address", Severity.ERROR, NOT_AN_ADDRESS)]
    return Spelled((link.target,), tuple(found), settled)


def _opens(target: str) -> bool:
    return read_address(target) is not None


def _flaw(bare: str, link: Link) -> AddressFinding | None:
    if link.flaw is LinkFlaw.NO_SCHEME:
        return AddressFinding("no_scheme", Severity.WARN, NO_SCHEME, link.target)
    if link.flaw is LinkFlaw.NOT_AN_ADDRESS and link.target != link.text:
        return AddressFinding("look_alike", Severity.ERROR, CYRILLIC, link.target)
    if link.flaw is not LinkFlaw.BROKEN:
        return None
    torn = any(sign.isspace() for sign in link.text)
    if "".join(visible(link.text).split()) == link.text:
        return AddressFinding("broken", Severity.WARN, why_broken(bare, link))
    code, message = ("broken", TORN) if torn else ("invisible", UNSEEN)
    return AddressFinding(code, Severity.WARN, message, without_leftovers(link.target))


def why_broken(text: str, link: Link) -> str:
    """What breaks an address off for good, so that no mend is certain."""
    return LEFT_OUT if text.startswith(("…", "..."), link.end) else SPACE


def backslash(link: Link) -> AddressFinding | None:
    """A backslash in an address: browsers take it for a slash, so what follows it is no host."""
    if "\\" not in link.text:
        return None
    deceives = "@" in link.text.split("\\", 1)[1].split("/", 1)[0]
    if deceives:
        address = read_address(link.target)
        host = address.shown_host if address is not None else ""
        message = f"Адреса вводить в оману: насправді вона веде на «{host}»."
        return AddressFinding("backslash", Severity.ERROR, message)
    return AddressFinding("backslash", Severity.WARN, BACKSLASH, link.target)


def _around(text: str, bare: str, link: Link) -> AddressFinding | None:
    """What stands before and after the address."""
    before, after = bare[: link.start], bare[link.end :]
    if not before and not after:
        return AddressFinding("spaces", Severity.HINT, _OUTER, link.target) if text != bare else None
    if link.flaw is LinkFlaw.BROKEN:
        return None
    if after[:1].isspace() and after.isascii() and not before:
        return _torn(bare)
    if any(sign.isalnum() for sign in before + after):
        certain = _WORDS.search(before) or _WORDS.search(after)
        return AddressFinding("words", Severity.WARN, _BESIDE, link.target if certain else "")
    return AddressFinding("stuck_sign", Severity.WARN, _STUCK, without_leftovers(link.target))


def _torn(bare: str) -> AddressFinding:
    """A line end within one address is layout, which browsers drop too; what a blank meant is not told."""
    joined = "".join(bare.splitlines())
    links = read_links(joined)
    if len(links) == 1 and len(links[0].text) == len(joined) and read_address(links[0].target) is not None:
        return AddressFinding("broken", Severity.WARN, TORN, without_leftovers(links[0].target))
    return AddressFinding("spaces", Severity.WARN, SPACE)
