"""What media are called: the user's own names, those learned from cells, and a few that everybody knows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.cells.outlet_names import outlet_domain, wider_domains
from courtcomms.errors import BadInput, Missing
from courtcomms.store.steps import Step
from courtcomms.store.tables import OutletRecord
from courtcomms.store.values import Outlet


def read_all(session: Session) -> tuple[Outlet, ...]:
    """All outlets with a name, by domain."""
    rows = session.execute(select(OutletRecord.domain, OutletRecord.name).order_by(OutletRecord.domain))
    return tuple(Outlet(domain, name, own=True) for domain, name in rows)


def name_of(session: Session, url: str) -> str | None:
    """What the medium of an address is called."""
    domain = outlet_domain(url)
    known = {outlet.domain: outlet.name for outlet in read_all(session)}
    return next((known[wider] for wider in wider_domains(domain) if wider in known), None)


def put(step: Step, domain: str, name: str) -> None:
    """The user's own name of a domain.

    Raises:
        BadInput: this is no domain, or no name is told.
    """
    known = outlet_domain(domain)
    if not known:
        raise BadInput(
            f"«{domain}» не схоже на адресу сайту: назву видання не збережено. Впишіть адресу як ukrinform.ua."
        )
    step.session.merge(OutletRecord(domain=known, name=name))


def remove(step: Step, domain: str) -> None:
    """Forget a domain's name.

    Raises:
        Missing: the directory does not have it.
    """
    row = step.session.get(OutletRecord, domain)
    if row is None:
        raise Missing("Такого видання в довіднику немає: нічого не змінено.")
    step.session.delete(row)
