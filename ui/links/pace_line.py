"""How far a check is, and how fast it may go: one line, the busiest host first."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import HostPace

#: So many hosts are told in the line itself; all of them stand in its tip.
_HOSTS = 3


def order(paces: Sequence[HostPace]) -> list[HostPace]:
    """The hosts that something is still to be asked of, the one that takes longest first."""
    busy = [pace for pace in paces if pace.waiting or pace.running]
    return sorted(busy, key=lambda pace: (-pace.seconds_left, -pace.waiting, pace.host))


def line(done: int, total: int, paces: Sequence[HostPace]) -> str:
    """«12 з 22 · court.gov.ua: 2 одночасно, залишилось ≈ 20 с · …»."""
    hosts = [_host(pace) for pace in order(paces)[:_HOSTS]]
    return " · ".join([f"{done} з {total}", *hosts])


def every_host(paces: Sequence[HostPace]) -> str:
    """A line a host: what is done, running and waiting; those that are done come last."""
    busy = order(paces)
    rest = sorted((pace for pace in paces if pace not in busy), key=lambda pace: pace.host)
    return "\n".join([f"{_host(pace)} ({_counts(pace)})" for pace in busy] + [_finished(one) for one in rest])


def _host(pace: HostPace) -> str:
    left = f", залишилось ≈ {_time(pace.seconds_left)}" if pace.seconds_left > 0 else ""
    return f"{pace.host}: {pace.running} одночасно{left}"


def _counts(pace: HostPace) -> str:
    return f"готово {pace.done}, чекають {pace.waiting}, одночасно щонайбільше {pace.limit}"


def _finished(pace: HostPace) -> str:
    return f"{pace.host}: готово {pace.done}"


def _time(seconds: float) -> str:
    whole = ceil(seconds)
    return f"{whole} с" if whole < 90 else f"{ceil(whole / 60)} хв"
