"""What media are called: the user's own names, those learned from cells, and a few that everybody knows."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from courtcomms.cells.outlet_names import outlet_domain, wider_domains
from courtcomms.errors import BadInput, Missing
from courtcomms.model import EventState
from courtcomms.paths import resources_dir
from courtcomms.store import events
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventOutletRecord, EventRecord, OutletRecord
from courtcomms.store.values import Outlet


class _Learned(NamedTuple):
    """The name that most cells give to a domain, and how many cells name it at all."""

    name: str
    uses: int


def read_all(session: Session) -> tuple[Outlet, ...]:
    """All outlets that the user entered or the cells name, by domain; the known ones are only offered."""
    own, learned = _own(session), _learned(session)
    found = {domain: Outlet(domain, one.name, uses=one.uses) for domain, one in learned.items()}
    for domain, name in own.items():
        uses = learned[domain].uses if domain in learned else 0
        found[domain] = Outlet(domain, name, own=True, uses=uses)
    return tuple(found[domain] for domain in sorted(found) if found[domain].name)


def name_of(session: Session, url: str) -> str | None:
    """What the medium of an address is called, by its own domain or one that this is a part of.

    The user's own name wins, then the one that most cells give, then the known one.
    """
    domains = wider_domains(outlet_domain(url))
    own, learned, known = _own(session, domains), _learned(session, domains), known_outlets()
    for domain in domains:
        if domain in own:
            return own[domain] or None
        if domain in learned:
            return learned[domain].name
        if domain in known:
            return known[domain]
    return None


def put(step: Step, domain: str, name: str) -> None:
    """The user's own name of a domain, which may be told as any address there.

    Raises:
        BadInput: this is no domain, or no name is told.
    """
    known, called = outlet_domain(domain), " ".join(events.storable(name).split())
    if not known:
        raise BadInput(
            f"«{domain.strip()}» не схоже на адресу видання: назву не збережено. "
            "Впишіть адресу сайту, наприклад ukrinform.ua, або сторінки в соціальній мережі."
        )
    if not called:
        raise BadInput(f"Назва видання для «{known}» порожня: нічого не змінено. Впишіть назву.")
    _store(step, known, called)


def remove(step: Step, domain: str) -> None:
    """Forget a domain's name: the user's own goes with its row; without one nothing is offered any more.

    Raises:
        Missing: the directory does not have it.
    """
    own = _row(step.session, domain)
    if own is not None and own.name:
        step.remove(own)
    elif own is None and (domain in _learned(step.session, [domain]) or domain in known_outlets()):
        _store(step, domain, "")
    else:
        raise Missing("Цього видання в довіднику вже немає: нічого не змінено.")


@cache
def known_outlets() -> Mapping[str, str]:
    """Well-known media of the country, which come with the program."""
    with (resources_dir() / "outlets.toml").open("rb") as file:
        names: Mapping[str, str] = tomllib.load(file)["outlets"]
    return names


def _store(step: Step, domain: str, name: str) -> None:
    row = _row(step.session, domain)
    if row is None:
        step.add([OutletRecord(domain=domain, name=name)])
    else:
        step.set(row, "name", name)


def _row(session: Session, domain: str) -> OutletRecord | None:
    return session.scalar(select(OutletRecord).where(OutletRecord.domain == domain))


def _own(session: Session, domains: Collection[str] | None = None) -> dict[str, str]:
    rows = select(OutletRecord.domain, OutletRecord.name)
    if domains is not None:
        rows = rows.where(OutletRecord.domain.in_(domains))
    return dict(session.execute(rows).all())


def _learned(session: Session, domains: Collection[str] | None = None) -> dict[str, _Learned]:
    """What live events teach: of each domain the most frequent name, of equals the latest."""
    found: dict[str, _Learned] = {}
    for domain, name, times in session.execute(_names(domains)):
        best = found.get(domain)
        found[domain] = _Learned(best.name if best else name, times + (best.uses if best else 0))
    return found


def _names(domains: Collection[str] | None) -> Select[str, str, int]:
    named, times = EventOutletRecord, func.count()
    names = (
        select(named.domain, named.name, times)
        .join(EventRecord, EventRecord.id == named.event_id)
        .where(named.domain > "", EventRecord.state == EventState.LIVE.value)
        .group_by(named.domain, named.name)
        .order_by(named.domain, times.desc(), func.max(named.event_id).desc())
    )
    return names if domains is None else names.where(named.domain.in_(domains))
