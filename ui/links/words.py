"""What the list of links says: groups, places, times, and the sentences over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from courtcomms.model import LinkGroup, Severity, Verdict
from ui import wording
from ui.status import when

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink

#: The groups in the order of the filters, each by one link and by many.
ONE: Mapping[LinkGroup, str] = {
    LinkGroup.WRONG: "Помилка",
    LinkGroup.MOVED: "Нова адреса",
    LinkGroup.LOOK: "Погляньте самі",
    LinkGroup.UNCHECKED: "Не перевірено",
    LinkGroup.FINE: "Придатне",
}
MANY: Mapping[LinkGroup, str] = {
    LinkGroup.WRONG: "Помилки",
    LinkGroup.MOVED: "Нова адреса",
    LinkGroup.LOOK: "Зверніть увагу",
    LinkGroup.UNCHECKED: "Не перевірено",
    LinkGroup.FINE: "Придатні",
}
MEND, OPEN, CONFIRM, CHECK, ENTER = "Виправити", "Відкрити", "Підтвердити", "Перевірити", "До клітинки"
_SHORTENER = "shortener"
_CALM = (Severity.OK, Severity.HINT)
ACTS = (MEND, OPEN, CONFIRM, CHECK, ENTER)
_MOVED, _WARNED = "Переїхало", "Попередження"
#: Every word that a line may begin with.
STATES = (*ONE.values(), _MOVED, _WARNED)
#: The numbers of so many rows are told.
_NUMBERS = 3


def addresses(number: int) -> str:
    """«22 адреси»."""
    return wording.counted(number, "адреса", "адреси", "адрес")


def asked_addresses(number: int) -> str:
    """«22 адреси» as what is asked: «1 адресу»."""
    return wording.counted(number, "адресу", "адреси", "адрес")


def state(link: ReportLink) -> str:
    """The word of one link. What a shortener leads to is a new address, but nothing has moved; of what the
    rules warn of the list of findings says the same word."""
    warned = any(one.severity is Severity.WARN for one in link.said)
    if link.group is LinkGroup.MOVED and not warned and _verdict(link) is Verdict.MOVED:
        return _MOVED
    if link.group is LinkGroup.LOOK and warned and (link.status is None or link.status.severity in _CALM):
        return _WARNED
    return ONE[link.group]


def _verdict(link: ReportLink) -> Verdict | None:
    return link.status.verdict if link.status is not None else None


def where(link: ReportLink, numbers: Mapping[int, int]) -> str:
    """«№ 3, 5»; where rows have no numbers, how many events there are."""
    ids = list(dict.fromkeys(place.event_id for place in link.places))
    told = sorted(numbers[event_id] for event_id in ids if event_id in numbers)
    if not told:
        return wording.events(len(ids)) if ids else ""
    listed = ", ".join(map(str, told[:_NUMBERS]))
    return f"№ {listed} +{len(told) - _NUMBERS}" if len(told) > _NUMBERS else f"№ {listed}"


def said(link: ReportLink, mend: str = "") -> str:
    """What is wrong or was found, and what to do; empty where nothing is to be said. ``mend`` is the address
    that would stand in its place."""
    if mend and link.group is LinkGroup.MOVED:
        return f"Нова адреса: {mend}"
    if link.group is LinkGroup.MOVED and link.status is not None:
        return link.status.reason
    if link.reason:
        return link.reason
    if link.status is not None:
        return link.status.reason
    return "" if link.askable else "Такі адреси не перевіряються."


def sentences(link: ReportLink) -> tuple[str, ...]:
    """Everything that is said of a link, each once: what a look has settled nobody is asked to find out."""
    settled = link.group is LinkGroup.MOVED
    told = [one.message for one in link.said if not (settled and one.code == _SHORTENER)]
    if link.status is not None:
        told.append(link.status.reason)
    return tuple(dict.fromkeys(told))


def seen(link: ReportLink) -> str:
    """The day on which it was checked, or confirmed since."""
    status = link.status
    if status is None:
        return ""
    confirmed, last = status.confirmation, status.last
    moments = [confirmed.confirmed_at] if confirmed is not None else []
    moments += [last.checked_at] if last is not None else []
    return _day(max(moments)) if moments else ""


def _day(value: datetime) -> str:
    return when(value.astimezone().date(), datetime.now().astimezone().date())


def moment(value: datetime) -> str:
    """A day by its nearness, and the time where it is near."""
    day = _day(value)
    return day if day[0].isdecimal() else f"{day} {value.astimezone():%H:%M}"


def counts(found: Iterable[ReportLink]) -> Mapping[LinkGroup, int]:
    """How many links each group has."""
    groups = [link.group for link in found]
    return {group: groups.count(group) for group in ONE}
