"""How one link looks: under which group it stands, in one word and in a sentence, and its certain mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.model import Link, LinkFlaw, LinkGroup, LinkStatus, Severity, Verdict

if TYPE_CHECKING:
    from courtcomms.linkcheck.address_findings import AddressFinding


@dataclass(frozen=True, slots=True)
class LinkLook:
    """What a mark, a tip and a list say of a link.

    ``word`` is short («переїхало»), ``why`` one sentence; ``repair`` the whole address to put in its place,
    empty where none is certain.
    """

    group: LinkGroup
    word: str
    why: str = ""
    repair: str = ""


#: What is said of a link of which only the kind of its flaw is known.
FLAWS: dict[LinkFlaw, str] = {
    LinkFlaw.NO_SCHEME: "адреса без https://",
    LinkFlaw.OTHER_SCHEME: "це не адреса сторінки",
    LinkFlaw.GLUED: "дві адреси злиплися",
    LinkFlaw.BROKEN: "адресу розірвано",
    LinkFlaw.NOT_AN_ADDRESS: "адреса з помилкою",
}
UNCHECKED = LinkLook(LinkGroup.UNCHECKED, "не перевірено")
_CONFIRMED = "перевірили Ви"
_TWICE = "те саме, вдруге"
_SAFER = "працює й за https://"
_WORDS: dict[Verdict, str] = {
    Verdict.WORKS: "працює",
    Verdict.MOVED: "переїхало",
    Verdict.REDIRECTED: "веде на іншу сторінку",
    Verdict.REDIRECTED_TO_ROOT: "веде на головну сторінку",
    Verdict.REDIRECTED_TO_LOGIN: "просить увійти: погляньте самі",
    Verdict.GONE: "сторінки немає",
    Verdict.SAYS_NOT_FOUND: "на сторінці написано «не знайдено»",
    Verdict.NO_HOST: "такого сайту немає",
    Verdict.CERTIFICATE_EXPIRED: "сертифікат сайту прострочено",
    Verdict.CERTIFICATE_NAME: "сертифікат виписано іншому сайту",
    Verdict.CERTIFICATE_ISSUER: "сертифікату сайту не довіряють",
    Verdict.BROKEN_TLS: "захищене з'єднання не вдається",
    Verdict.BLOCKED: "погляньте самі",
    Verdict.TEMPORARY: "зараз не відповідає",
    Verdict.REDIRECT_LOOP: "переадресація ходить по колу",
    Verdict.BAD_REDIRECT: "переадресація веде не туди",
    Verdict.BROKEN_ANSWER: "сайт відповідає незрозуміло",
    Verdict.NOT_ASKED: "не перевіряється",
}


def look_of(
    link: Link, findings: Sequence[AddressFinding], status: LinkStatus | None, group: LinkGroup
) -> LinkLook:
    """How a link looks; ``findings`` are the rules' of its address, the worst first."""
    grave = next((one for one in findings if one.severity in (Severity.WARN, Severity.ERROR)), None)
    mend = next((one.repair for one in findings if one.repair), "")
    last = status.last if status is not None else None
    repair = (last.repair if last is not None else "") or mend
    seen = status.severity if status is not None else Severity.OK
    if grave is not None and grave.code == "shortener" and group is LinkGroup.MOVED and status is not None:
        return LinkLook(group, _flaw_word(link, grave), status.reason, repair)
    if grave is not None and (seen is not Severity.ERROR or grave.severity is Severity.ERROR):
        return LinkLook(group, _flaw_word(link, grave), grave.message, repair)
    if status is None:
        return LinkLook(group, UNCHECKED.word, findings[0].message if findings else "", repair)
    return LinkLook(group, status_word(status), status.reason, repair)


def second(look: LinkLook) -> LinkLook:
    """The look of an address that stands in its cell already; what is wrong with the address itself stays."""
    if look.group in (LinkGroup.WRONG, LinkGroup.LOOK):
        return look
    return LinkLook(LinkGroup.LOOK, _TWICE, "Те саме посилання вдруге в цій клітинці.")


def status_word(status: LinkStatus) -> str:
    """«працює», «сторінки немає (404)», «перевірили Ви»."""
    if status.confirmation is not None and status.severity is Severity.OK:
        return _CONFIRMED
    if status.last is None:
        return UNCHECKED.word
    word, http = _WORDS[status.last.verdict], status.last.http
    if status.last.verdict is Verdict.WORKS and status.last.repair:
        return _SAFER
    return f"{word} ({http})" if status.last.verdict is Verdict.GONE and http else word


def _flaw_word(link: Link, finding: AddressFinding) -> str:
    """The kind of the flaw where the text itself is wrong, else the short name of the rule that speaks."""
    if link.flaw is not None:
        return FLAWS[link.flaw]
    from courtcomms.review.titles import RULE_TITLES

    title = RULE_TITLES.get(f"link_{finding.code}", finding.message.rstrip("."))
    return title[:1].lower() + title[1:]
