"""Follows an address to where it leads, hop by hop, each judged before it is asked."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from urllib.parse import urljoin

from courtcomms.linkcheck import pages
from courtcomms.linkcheck.address import Address, pace_key, read_address
from courtcomms.linkcheck.answers import Answer, Failure, FailureKind, Fetched
from courtcomms.linkcheck.client import REDIRECTS, Client
from courtcomms.linkcheck.guard import Gate
from courtcomms.linkcheck.pacing import Turns
from courtcomms.linkcheck.settings import LinkSettings

_LOG = logging.getLogger(__name__)

_MOST_COOKIES, _LONGEST_COOKIE = 50, 4096
_COOKIE = re.compile(r"\s*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*=\s*([\x20-\x3a\x3c-\x7e]*)")
_WHOLE = re.compile("https?://", re.IGNORECASE)


class Follower:
    """Goes from address to address within the limits of the settings."""

    def __init__(self, client: Client, gate: Gate, settings: LinkSettings) -> None:
        self._client, self._gate, self._settings = client, gate, settings

    async def follow(self, url: str, turns: Turns, body_bytes: int) -> Fetched:
        """Ask for ``url`` and for everything it leads to; a failure is part of what is fetched.

        Args:
            turns: a request is made only with a turn at its host, and each hop takes its own.
            body_bytes: how much of each page is wanted.
        """
        trail = _Trail(url)
        try:
            await self._go(trail, turns, body_bytes)
        except Exception as error:  # noqa: BLE001 - one address that breaks something must not end a check
            _LOG.warning("following an address failed in an unforeseen way", exc_info=error)
            return broken(url, error)
        return Fetched(url, tuple(trail.answers), trail.failure)

    async def _go(self, trail: _Trail, turns: Turns, body_bytes: int) -> None:
        while trail.failure is None and (trail.target or not trail.answers):
            address = self._judged(trail)
            if address is None:
                break
            async with turns.at(pace_key(address.host)):
                left = self._settings.whole_seconds - turns.spent
                reply = await self._client.ask(
                    address, trail.cookies.of(address), max(0.001, left), body_bytes
                )
            if isinstance(reply.outcome, Failure):
                trail.failure = reply.outcome
            else:
                trail.cookies.take(address, reply.cookies)
                trail.answered(reply.outcome)

    def _judged(self, trail: _Trail) -> Address | None:
        """The next address, if it may be asked for; else the trail ends with a failure."""
        address = read_address(trail.target)
        kind = None
        if address is None:
            kind = FailureKind.SCHEME  # something else than the web, or no address at all
        elif not self._gate.lets(address.host, address.port):
            kind = FailureKind.PRIVATE
        elif trail.was_at(address):
            kind = FailureKind.LOOP
        elif len(trail.answers) > self._settings.most_hops:
            kind = FailureKind.TOO_MANY_HOPS
        if kind is not None:
            trail.failure = Failure(kind, address.url if address else trail.target)
            return None
        return address


def broken(url: str, error: Exception) -> Fetched:
    """What is said of an address at which this program itself failed."""
    return Fetched(url, failure=Failure(FailureKind.GARBAGE, url, type(error).__name__))


class _Trail:
    """What one address has led through so far."""

    def __init__(self, url: str) -> None:
        self.target = url
        self.answers: list[Answer] = []
        self.failure: Failure | None = None
        self.cookies = Cookies()
        self._been: set[tuple[str, str]] = set()

    def was_at(self, address: Address) -> bool:
        """Whether this was asked before, with the same cookies: the answer would be the same."""
        mark = (address.url, self.cookies.of(address))
        known = mark in self._been
        self._been.add(mark)
        return known

    def answered(self, answer: Answer) -> None:
        """Take an answer, and see where it leads."""
        target, refreshed = _header_target(answer), False
        if not target and answer.status < 400:
            target = pages.refresh_target(answer)
            refreshed = bool(target)
        self.answers.append(replace(answer, location=target, refreshed=refreshed))
        self.target = target


class Cookies:
    """What hosts ask to remember while one address is followed: some lead in circles without.

    A cookie goes back only to the host that set it, a secure one only by https.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[str, bool]] = {}

    def take(self, address: Address, told: tuple[str, ...]) -> None:
        """Remember what an answer's ``Set-Cookie`` headers say; what is malformed or too much is left out."""
        for line in told:
            match = _COOKIE.match(line)
            if match is None or match.end() > _LONGEST_COOKIE:
                continue
            key = (address.host, match[1])
            if key in self._kept or len(self._kept) < _MOST_COOKIES:
                attributes = line[match.end() :].lower().split(";")
                secure = any(each.strip() == "secure" for each in attributes)
                self._kept[key] = (match[2].strip(), secure)

    def of(self, address: Address) -> str:
        """The header ``Cookie`` for an address; "" for none."""
        return "; ".join(
            f"{name}={value}"
            for (host, name), (value, secure) in self._kept.items()
            if host == address.host and (address.scheme == "https" or not secure)
        )


def _header_target(answer: Answer) -> str:
    """Where the header ``Location`` leads, absolute; "" where it leads nowhere."""
    location = answer.headers.get("location", "").strip()
    if answer.status not in REDIRECTS or not location:
        return ""
    # As browsers do: a backslash is a slash, and line breaks inside are none.
    plain = re.sub(r"[\t\r\n]", "", location)
    before, sign, after = plain.partition("?")
    plain = before.replace("\\", "/") + sign + after
    try:
        joined = plain if _WHOLE.match(plain) else urljoin(answer.url, plain)
    except ValueError:
        return location
    read = read_address(joined)
    return read.full if read is not None else joined
