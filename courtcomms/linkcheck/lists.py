"""Lists of hosts and parameters that come with the program, each read when it is first needed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from courtcomms.paths import resources_dir


class Tracking(NamedTuple):
    """Names of tracking parameters, lower case, and beginnings of such names."""

    names: frozenset[str]
    prefixes: tuple[str, ...]


class Wrapper(NamedTuple):
    """Sites whose ``path`` leads on to the address in the first of the parameters ``names`` that is there."""

    hosts: tuple[str, ...]
    path: str
    names: tuple[str, ...]


def below(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of the domains or lies below one; ``www.`` and a final dot do not matter."""
    bare = host.rstrip(".")
    return any(bare == domain or bare.endswith(f".{domain}") for domain in domains)


@cache
def shorteners() -> frozenset[str]:
    """Hosts whose addresses stand for other addresses."""
    return frozenset(_read("shorteners")["hosts"])


@cache
def https_sites() -> frozenset[str]:
    """Domains known to answer https."""
    return frozenset(_read("sites")["https"])


@cache
def same_sites() -> dict[str, str]:
    """Another name of a site -> its usual one."""
    return dict(_read("sites")["same"])


@cache
def wrappers() -> tuple[Wrapper, ...]:
    """Go-betweens that carry another address."""
    told = _read("sites")["wrapper"]
    return tuple(Wrapper(tuple(each["hosts"]), each["path"], tuple(each["names"])) for each in told)


@cache
def tracking(site: str) -> Tracking:
    """The tracking parameters of a site; of one without its own, those of any site."""
    lists = _read_tracking()
    own = lists["sites"].get(site, {"names": (), "prefixes": ()})
    anywhere = lists["everywhere"]
    return Tracking(frozenset([*anywhere["names"], *own["names"]]), (*anywhere["prefixes"], *own["prefixes"]))


@cache
def sites_with_tracking() -> frozenset[str]:
    """Sites with tracking parameters of their own."""
    return frozenset(_read_tracking()["sites"])


@cache
def news_anchors() -> tuple[tuple[int, date], ...]:
    """Numbers of court news and the days on which they were given, growing."""
    return tuple(sorted((anchor["number"], anchor["day"]) for anchor in _read("news_numbers")["anchor"]))


@cache
def _read_tracking() -> dict[str, Any]:
    return _read("tracking")


def _read(name: str) -> dict[str, Any]:
    with (resources_dir() / "links" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
