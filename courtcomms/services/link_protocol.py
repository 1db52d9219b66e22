"""The protocol of a check: what is known of each address of a report, as a document to be kept with it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from courtcomms.linkcheck.address import shown
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Column, Court, LinkGroup, LinkPlace, Severity, Verdict
from courtcomms.period import Period
from courtcomms.reports.form import ReportForm, load_form
from courtcomms.reports.link_protocol import LinkProtocol, ProtocolRow, write_protocol
from courtcomms.services.link_repairs import mend_of
from courtcomms.services.link_values import ReportLink
from courtcomms.services.links import report_links
from courtcomms.store import EventQuery, Register
from courtcomms.user import user_name

#: A verdict in a word or two, for a table; the sentences are the reasons'.
VERDICT_NAMES: Mapping[Verdict, str] = {
    Verdict.WORKS: "відкривається",
    Verdict.MOVED: "перенесено назавжди",
    Verdict.REDIRECTED: "відкривається інша адреса",
    Verdict.REDIRECTED_TO_ROOT: "відкривається головна",
    Verdict.REDIRECTED_TO_LOGIN: "потрібен вхід",
    Verdict.GONE: "сторінки немає",
    Verdict.SAYS_NOT_FOUND: "сторінку не знайдено",
    Verdict.NO_HOST: "сайту немає",
    Verdict.CERTIFICATE_EXPIRED: "сертифікат прострочено",
    Verdict.CERTIFICATE_NAME: "сертифікат іншого сайту",
    Verdict.CERTIFICATE_ISSUER: "невідомий сертифікат",
    Verdict.BROKEN_TLS: "немає захищеного з'єднання",
    Verdict.BLOCKED: "не пускає перевірку",
    Verdict.TEMPORARY: "тимчасово не відповідає",
    Verdict.REDIRECT_LOOP: "пересилає по колу",
    Verdict.BAD_REDIRECT: "хибне пересилання",
    Verdict.BROKEN_ANSWER: "незрозуміла відповідь",
    Verdict.NOT_ASKED: "не перевірялося",
}
_MARKS = {Severity.ERROR: "Помилка", Severity.WARN: "Увага", Severity.HINT: "Порада", Severity.OK: "Добре"}
_GROUPS = {
    LinkGroup.WRONG: "хибних",
    LinkGroup.MOVED: "з новою адресою",
    LinkGroup.LOOK: "потребують уваги",
    LinkGroup.UNCHECKED: "не перевірених",
    LinkGroup.FINE: "справних",
}
_COLUMNS = {Column.SITE_LINKS: "сайт", Column.MEDIA: "ЗМІ"}


def save_protocol(
    register: Register,
    court: Court,
    period: Period,
    path: Path,
    *,
    settings: LinkSettings = DEFAULT,
    form: ReportForm | None = None,
    who: str | None = None,
) -> None:
    """Write what is known now of the addresses of a period's report.

    ``who`` is told as the one who checked, by default the system's user.

    Raises:
        BadInput: the suffix is not .xlsx. CannotWrite: the file cannot be replaced.
    """
    now = dt.datetime.now(dt.UTC)
    links = report_links(register, court, period, settings, now)
    ids = register.event_ids(EventQuery(court.id, period=period))
    rows = {event_id: number for number, event_id in enumerate(ids, 1)}
    protocol = protocol_of(court, period, links, rows, now, user_name() if who is None else who)
    write_protocol(protocol, path, form or load_form())


def protocol_of(
    court: Court,
    period: Period,
    links: Sequence[ReportLink],
    rows: Mapping[int, int],
    now: dt.datetime,
    who: str,
) -> LinkProtocol:
    """The protocol's words; ``rows`` are the numbers of the report's rows, by event."""
    lines = (
        f"Звіт за {period.title}",
        f"Складено {_moment(now)}{f', перевірку виконано користувачем: {who}' if who else ''}",
        _summary(links),
    )
    return LinkProtocol(
        court.name_on(period.end).nominative, lines, tuple(_row(link, rows) for link in links), now
    )


def _summary(links: Sequence[ReportLink]) -> str:
    counts = Counter(link.group for link in links)
    parts = [f"{words} — {counts[group]}" for group, words in _GROUPS.items() if counts[group]]
    return f"Посилань: {len(links)}{'; ' if parts else ''}{', '.join(parts)}"


def _row(link: ReportLink, rows: Mapping[int, int]) -> ProtocolRow:
    last = link.status.last if link.status is not None else None
    mend = mend_of(link)
    common = ProtocolRow(
        url=shown(link.target),
        target=link.target,
        where=_where(link.places, rows),
        verdict=_verdict(link),
        reason=link.reason,
        repair=shown(mend[0]) if mend is not None else "",
    )
    if last is None:
        return common
    return replace(
        common,
        http=str(last.http or ""),
        final_url=shown(last.final_url) if last.hops else "",
        hops=str(last.hops) if last.hops else "",
        title=last.title,
        checked=_moment(last.checked_at),
    )


def _verdict(link: ReportLink) -> str:
    mark = _MARKS[link.severity]
    verdict = link.status.verdict if link.status is not None else None
    if verdict is not None:
        return f"{mark}: {VERDICT_NAMES[verdict]}"
    if link.status is not None and link.status.confirmation is not None:
        return f"{mark}: підтверджено"
    return "Не перевірено" if link.severity in {Severity.OK, Severity.HINT} else f"{mark}: запис адреси"


def _where(places: Iterable[LinkPlace], rows: Mapping[int, int]) -> str:
    """«№ 3 (сайт, ЗМІ), № 5 (сайт)»; a number stays with its sign."""
    columns: dict[int, list[str]] = {}
    for place in places:
        if place.event_id in rows:
            columns.setdefault(rows[place.event_id], []).append(_COLUMNS[place.column])
    return ", ".join(
        f"№\u00a0{number} ({', '.join(dict.fromkeys(names))})" for number, names in sorted(columns.items())
    )


def _moment(at: dt.datetime) -> str:
    """By this machine's clock, as people here write it."""
    return f"{at.astimezone():%d.%m.%Y, %H:%M}"
