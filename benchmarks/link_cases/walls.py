"""Servers that do not show the page to a robot, or not now."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial

from benchmarks.link_cases.case import Case, Group, Listener, Play
from benchmarks.link_cases.say import HTML, answer, head, news, page, redirect
from benchmarks.link_cases.visit import Reset, Visit
from courtcomms.model.link_checks import Verdict

_blocked = partial(Case, Group.BLOCKED)
_later = partial(Case, Group.TEMPORARY)
_BLOCKED, _LATER, _RIGHT = (Verdict.BLOCKED,), (Verdict.TEMPORARY,), (Verdict.WORKS,)

_CLOUDFLARE = (("Server", "cloudflare"), ("CF-RAY", "8a1b2c3d4e5f-KBP"))
_CHALLENGE = page(
    "Just a moment...",
    "Enable JavaScript and cookies to continue",
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
)
_CAPTCHA = page(
    "Перевірка",
    "Підтвердьте, що ви не робот",
    '<div class="g-recaptcha" data-sitekey="6Lc"></div><script src="https://www.google.com/recaptcha/api.js">'
    "</script>",
)
_LOGIN = page(
    "Facebook",
    '<form action="/login/" method="post"><input name="email"><input name="pass" type="password">'
    "<button>Увійти</button></form>",
    heading="Увійдіть у Facebook, щоб продовжити",
)
_FOR_EVER = 3600.0


def _says(status: int, body: str = "", *headers: tuple[str, str]) -> Play:
    return lambda _: answer(status, body, *headers)


def _facebook(visit: Visit) -> bytes:
    return answer(200, _LOGIN) if visit.path == "/login/" else redirect(302, f"/login/?next={visit.path}")


def _after(times: int, refusal: bytes) -> Play:
    """Refuses so often, then shows the page."""
    return lambda visit: refusal if visit.count < times else news()


def _too_many(seconds: str) -> bytes:
    return answer(429, page("429 Too Many Requests", "Забагато запитів"), ("Retry-After", seconds))


def _reset(_visit: Visit) -> bytes:
    raise Reset


async def _silent(_visit: Visit) -> AsyncIterator[bytes]:
    await asyncio.sleep(_FOR_EVER)
    yield b""


async def _drips(_visit: Visit) -> AsyncIterator[bytes]:
    """The head and then a byte a second: no single wait is long."""
    yield head(200, ("Content-Type", HTML), ("Content-Length", "100000"))
    for _ in range(int(_FOR_EVER)):
        yield b" "
        await asyncio.sleep(1)


async def _drips_head(_visit: Visit) -> AsyncIterator[bytes]:
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * int(_FOR_EVER):
        yield bytes([letter])
        await asyncio.sleep(1)


async def _stops_halfway(_visit: Visit) -> AsyncIterator[bytes]:
    """A page of which only the head comes."""
    yield head(200, ("Content-Type", HTML), ("Content-Length", "100000"))
    raise Reset


_GATE = (Verdict.BLOCKED, Verdict.REDIRECTED_TO_LOGIN)
_DATE = "Wed, 21 Oct 2015 07:28:00 GMT"

CASES = (
    _blocked("blocked-401", "401", _BLOCKED, _says(401, "", ("WWW-Authenticate", 'Basic realm="x"'))),
    _blocked("blocked-403", "403", _BLOCKED, _says(403, page("403 Forbidden", "nginx"))),
    _blocked(
        "blocked-403-cloudflare",
        "403 by Cloudflare",
        _BLOCKED,
        _says(403, _CHALLENGE, ("cf-mitigated", "challenge"), *_CLOUDFLARE),
    ),
    _blocked("blocked-406", "406", _BLOCKED, _says(406, page("Not Acceptable", "mod_security"))),
    _blocked("blocked-451", "451", _BLOCKED, _says(451, page("451", "Недоступно у вашому регіоні"))),
    _blocked("blocked-999", "999, as LinkedIn", _BLOCKED, _says(999)),
    _blocked(
        "blocked-429",
        "429 with a challenge",
        _BLOCKED,
        _says(429, _CHALLENGE, ("cf-mitigated", "challenge"), *_CLOUDFLARE),
    ),
    _blocked(
        "blocked-503",
        "503 with a challenge",
        _BLOCKED,
        _says(503, _CHALLENGE, ("cf-mitigated", "challenge"), *_CLOUDFLARE),
    ),
    _blocked("blocked-moment", "200 «Just a moment...»", _BLOCKED, _says(200, _CHALLENGE, *_CLOUDFLARE)),
    _blocked("blocked-captcha", "200 with a captcha", _BLOCKED, _says(200, _CAPTCHA)),
    _blocked(
        "blocked-facebook",
        "Facebook sends to its login",
        _GATE,
        _facebook,
        "/court/posts/123",
        host="www.facebook.com",
    ),
    _blocked(
        "blocked-facebook-200",
        "Facebook shows its login in place",
        _GATE,
        _says(200, _LOGIN),
        "/court/posts/456",
        host="uk-ua.facebook.com",
    ),
    _blocked(
        "blocked-facebook-400",
        "Facebook says 400 to robots",
        _BLOCKED,
        _says(400),
        "/1",
        host="m.facebook.com",
    ),
    _blocked("blocked-405", "405 for GET", _BLOCKED, _says(405)),
    _blocked("blocked-ddos-guard", "403 by DDoS-Guard", _BLOCKED, _says(403, "", ("Server", "ddos-guard"))),
    _blocked(
        "blocked-login",
        "a form to log in, in the page's place",
        _GATE,
        _says(200, _LOGIN.replace("Facebook", "Вхід")),
    ),
    _later(
        "later-maintenance",
        "200 «Технічні роботи»",
        _LATER,
        _says(200, page("Технічні роботи", "Зайдіть пізніше")),
    ),
    _later(
        "later-429-date",
        "429, come on a day in the past; then 200",
        _RIGHT,
        _after(1, _too_many(_DATE)),
        "/1?run={run}",
    ),
    _later("later-408", "408 every time", _LATER, _says(408)),
    _later("later-429", "429, come in a second; then 200", _RIGHT, _after(1, _too_many("1")), "/1?run={run}"),
    _later("later-429-day", "429, come tomorrow", _LATER, lambda _: _too_many("86400")),
    _later("later-500", "500 every time", _LATER, _says(500, page("500", "Internal Server Error"))),
    _later("later-502", "502", _LATER, _says(502, page("502 Bad Gateway", "nginx"))),
    _later("later-504", "504", _LATER, _says(504)),
    _later("later-503-200", "503 twice, then 200", _RIGHT, _after(2, answer(503)), "/1?run={run}"),
    _later("later-520", "520 by Cloudflare", _LATER, _says(520, "", *_CLOUDFLARE)),
    _later(
        "later-reset-200",
        "a reset, then 200",
        _RIGHT,
        lambda v: news() if v.count else _reset(v),
        "/1?run={run}",
    ),
    _later("later-silent", "takes the request and says nothing", _LATER, _silent),
    _later("later-drip", "a body of one byte a second", (*_LATER, *_RIGHT), _drips),
    _later("later-drip-head", "headers of one byte a second", _LATER, _drips_head),
    _later("later-reset", "resets the connection", _LATER, _reset),
    _later("later-closed", "closes without an answer", (*_LATER, Verdict.BROKEN_ANSWER), lambda _: b""),
    _later(
        "later-half", "a reset in the middle of the page", (*_LATER, Verdict.BROKEN_ANSWER), _stops_halfway
    ),
    _later("later-refused", "nothing listens at the port", _LATER, listener=Listener.REFUSES),
)
