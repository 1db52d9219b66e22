"""How links are checked: limits, and the hosts that the user vouches for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """Limits of a check and words of the user about hosts.

    Times are in seconds, sizes in bytes. ``remember_days``: a good check younger than this is not asked for
    again. ``own_hosts`` are official hosts of the court beside the one in the register, ``judiciary_hosts``
    those of other bodies of justice, ``allowed_hosts`` names of the intranet that may be asked although
    they are private. ``read_pages`` and ``ask_archive`` are the user's consent to read a pasted address's
    page and to ask the web archive for copies.
    """

    per_host: int = 2
    at_once: int = 48
    connect_seconds: float = 8.0
    whole_seconds: float = 20.0
    tries: int = 3
    retry_seconds: float = 30.0
    body_bytes: int = 256 * 1024
    header_bytes: int = 64 * 1024
    most_hops: int = 20
    remember_days: int = 7
    own_hosts: tuple[str, ...] = ()
    judiciary_hosts: tuple[str, ...] = (
        "arbitr.gov.ua",
        "ccu.gov.ua",
        "dsa.court.gov.ua",
        "hcj.gov.ua",
        "nsj.gov.ua",
        "sso.gov.ua",
        "supreme.court.gov.ua",
        "vkksu.gov.ua",
    )
    allowed_hosts: tuple[str, ...] = ()
    read_pages: bool = False
    ask_archive: bool = False


DEFAULT = LinkSettings()
