"""Hosts that pretend to be a court's: the portal's name with another end, a digit for a letter, a slip."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from courtcomms.linkcheck.look_alike_hosts import skeleton
from courtcomms.linkcheck.official import COURTS

_HOSTS_KEPT = 2_000
_NAME = COURTS.split(".")
_SQUEEZED = "courtgov"


class Fake(NamedTuple):
    """A host that reads like the portal's and is not; ``meant`` is the right one, ``""`` where unsure."""

    meant: str


@lru_cache(maxsize=_HOSTS_KEPT)
def fake_court(host: str) -> Fake | None:
    """Whether a host outside ``court.gov.ua`` bears its name; ``host`` is as read, encoded and lower case."""
    bare = host.rstrip(".")
    if bare == COURTS or bare.endswith(f".{COURTS}"):
        return None
    looks = skeleton(bare)
    if looks == COURTS or looks.endswith(f".{COURTS}"):
        return Fake(_with_right_end(bare))
    if _bears_the_name(looks):
        return Fake("")
    return Fake(_with_right_end(bare)) if _has_a_slip(bare) else None


def _with_right_end(host: str) -> str:
    return ".".join([*host.split(".")[: -len(_NAME)], *_NAME])


def _bears_the_name(looks: str) -> bool:
    """``court.gov.ua.evil.com``, ``court-gov.ua``, ``courtgov.com.ua``; ``court.gov.il`` does not."""
    squeezed = looks.replace(".", "").replace("-", "").replace("_", "")
    return f"{_SQUEEZED}ua" in squeezed or (_SQUEEZED in squeezed and looks.endswith(".ua"))


def _has_a_slip(host: str) -> bool:
    """Whether the host's end is the portal's name but for one letter lost, doubled, wrong or swapped."""
    end = host.split(".")[-len(_NAME) :]
    if len(end) < len(_NAME):
        return False
    wrong = [(own, right) for own, right in zip(end, _NAME, strict=True) if own != right]
    if len(wrong) != 1 or wrong[0][1] == "ua":
        return False
    return one_slip_away(*wrong[0])


def one_slip_away(one: str, other: str) -> bool:
    """Whether two words differ by one letter lost, added, wrong or swapped with the next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]
