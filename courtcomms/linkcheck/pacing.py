"""Turns: so many requests to one host at a time, so many in all, and how long each host will take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostPace:
    """Where the asking of one host is: addresses waiting, being asked, done; how many at a time; seconds left."""

    host: str
    waiting: int
    running: int
    done: int
    limit: int
    seconds_left: float
