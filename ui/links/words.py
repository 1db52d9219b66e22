"""What the list of links says: groups, places, times, and the sentences over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from courtcomms.model import LinkGroup
from ui import wording
from ui.status import when

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink

#: The groups in the order of the filters, each by one link and by many.
ONE: Mapping[LinkGroup, str] = {
    LinkGroup.WRONG: "Помилка",
    LinkGroup.MOVED: "Переїхало",
    LinkGroup.LOOK: "Погляньте самі",
    LinkGroup.UNCHECKED: "Не перевірено",
    LinkGroup.FINE: "Придатне",
}
MANY: Mapping[LinkGroup, str] = {
    LinkGroup.WRONG: "Помилки",
    LinkGroup.MOVED: "Переїхали",
    LinkGroup.LOOK: "Погляньте самі",
    LinkGroup.UNCHECKED: "Не перевірено",
    LinkGroup.FINE: "Придатні",
}
MEND, OPEN, CONFIRM, CHECK, ENTER = "Виправити", "Відкрити", "Підтвердити", "Перевірити", "До клітинки"
ACTS = (MEND, OPEN, CONFIRM, CHECK, ENTER)
#: The numbers of so many rows are told.
_NUMBERS = 3


def addresses(number: int) -> str:
    """«22 адреси»."""
    return wording.counted(number, "адреса", "адреси", "адрес")


def asked_addresses(number: int) -> str:
    """«22 адреси» as what is asked: «1 адресу»."""
    return wording.counted(number, "адресу", "адреси", "адрес")


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
    if link.reason:
        return link.reason
    if link.status is not None:
        return link.status.reason
    return "" if link.askable else "Такі адреси не перевіряються."


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
