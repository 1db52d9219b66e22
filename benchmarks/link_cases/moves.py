"""Pages that moved for good, redirects that are not for good, long chains and loops."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from benchmarks.link_cases.case import Case, Group, Play, Tls
from benchmarks.link_cases.say import TEXT, TITLE, answer, head, news, ok, page, redirect
from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

_moves = partial(Case, Group.MOVES)
_redirects = partial(Case, Group.REDIRECTS)
_loops = partial(Case, Group.LOOPS)
_MOVED, _REDIRECTED = (Verdict.MOVED,), (Verdict.REDIRECTED,)
_NEW = "/archive/2021/news-1"


def _to(status: int, location: str = _NEW, *, absolute: bool = True, under: str = "") -> Play:
    """Redirects its first address to ``location``; the page is there."""

    def play(visit: Visit) -> bytes:
        if visit.path != "/news/1" and visit.target != "/news":
            return news()
        return redirect(status, visit.url(location, under=under) if absolute else location)

    return play


def _chain(*statuses: int) -> Play:
    """Redirects as often as there are statuses: /news/1, /news/2, …"""

    def play(visit: Visit) -> bytes:
        name = visit.path.rpartition("/")[2]
        if not name.isdigit():
            return answer(404, page("404", "Не знайдено"))
        step = int(name)
        if step > len(statuses):
            return news()
        return redirect(statuses[step - 1], f"/news/{step + 1}")

    return play


def _to_https(visit: Visit) -> bytes:
    return news() if visit.secure else redirect(301, visit.secure_url(visit.target))


def _to_raw_letters(visit: Visit) -> bytes:
    new = "/новини/день-відкритих-дверей"
    if visit.path == "/news/1":
        return redirect(301, new)
    return news() if visit.path == quote(new) else answer(404, page("404", "Не знайдено"))


def _exact(wanted: str) -> Play:
    """Redirects every spelling to the one."""
    return lambda visit: news() if visit.path == wanted else redirect(301, wanted)


def _refreshes(content: str, *, status: int = 200) -> Play:
    def play(visit: Visit) -> bytes:
        if visit.path != "/news/1":
            return news()
        tag = f'<meta http-equiv="refresh" content="{content}">'
        return answer(status, page("Перенаправлення", "Зачекайте…", top=tag))

    return play


def _to_login(visit: Visit) -> bytes:
    if visit.path == "/login":
        form = '<form method="post"><input name="login"><input name="password" type="password"></form>'
        return ok("Вхід до системи", form)
    return redirect(302, f"/login?next={visit.path}")


def _to_root(visit: Visit) -> bytes:
    return ok("Газета «Слово»", "Усі новини міста", "Сьогодні") if visit.path == "/" else redirect(302, "/")


def _to_itself(visit: Visit) -> bytes:
    return redirect(302, visit.url(visit.target))


def _between_two(visit: Visit) -> bytes:
    return redirect(302, "/news/2" if visit.path == "/news/1" else "/news/1")


def _ever_longer(visit: Visit) -> bytes:
    return redirect(302, f"{visit.path}/next")


def _without_scheme(visit: Visit) -> bytes:
    return redirect(301, visit.url(_NEW).removeprefix("http:")) if visit.path == "/news/1" else news()


def _then_gone(visit: Visit) -> bytes:
    return redirect(301, _NEW) if visit.path == "/news/1" else answer(404, page("Новини", "Немає"))


def _to_root_for_good(visit: Visit) -> bytes:
    return _to_root(visit) if visit.path == "/" else redirect(301, "/")


def _refresh_ring(visit: Visit) -> bytes:
    other = "/news/2" if visit.path == "/news/1" else "/news/1"
    return ok("Перенаправлення", "Зачекайте…", top=f'<meta http-equiv="refresh" content="0; url={other}">')


def _to_blanks(visit: Visit) -> bytes:
    if visit.path == "/news/1":
        return redirect(301, " /new page ")
    return news() if visit.path == "/new%20page" else answer(404)


def _to_latin(visit: Visit) -> bytes:
    if visit.path != "/news/1":
        return news()
    return answer(301).replace(b"Content-Length", b"Location: /caf\xe9\r\nContent-Length", 1)


def _refresh_header(visit: Visit) -> bytes:
    return (
        answer(200, page("Зачекайте", "…"), ("Refresh", f"0; url={_NEW}"))
        if visit.path == "/news/1"
        else news()
    )


def _hidden(around: str) -> Play:
    """A page with a refresh where browsers do not heed it."""
    tag = f'<meta http-equiv="refresh" content="0; url={_NEW}">'
    return lambda visit: ok(TITLE, *TEXT, top=around.format(tag))


def _to_and_fro(visit: Visit) -> bytes:
    return redirect(302, visit.url(visit.target) if visit.secure else visit.secure_url(visit.target))


CASES = (
    _moves("moved-301", "301", _MOVED, _to(301)),
    _moves("moved-308", "308", _MOVED, _to(308)),
    _moves("moved-twice", "301, then 301", _MOVED, _chain(301, 301)),
    _moves("moved-301-308", "301, then 308", _MOVED, _chain(301, 308)),
    _moves("moved-https", "301 from http to https", _MOVED, _to_https, tls=Tls.VALID),
    _moves("moved-raw", "301 with raw UTF-8 in Location", _MOVED, _to_raw_letters),
    _moves(
        "moved-relative", "301 with a relative Location", _MOVED, _to(301, "../archive/1", absolute=False)
    ),
    _moves("moved-no-scheme", "301 with a Location without scheme", _MOVED, _without_scheme),
    _moves("moved-case", "301 to lower case", _MOVED, _exact("/news/one"), "/News/One"),
    _moves("moved-slash", "301 to a final slash", _MOVED, _exact("/news/1/")),
    _moves("moved-host", "301 to another host", _MOVED, _to(301, under="new"), for_peers=False),
    _moves(
        "moved-query",
        "301 with a Location of a query alone",
        _MOVED,
        _to(301, "?id=1", absolute=False),
        "/news",
    ),
    _moves(
        "moved-fragment", "301 with a fragment in Location", _MOVED, _to(301, f"{_NEW}#top", absolute=False)
    ),
    _moves("moved-space", "301 with blanks in Location", _MOVED, _to_blanks),
    _moves("moved-latin", "301 with Latin-1 in Location", _MOVED, _to_latin),
    _moves("moved-then-gone", "301 to what is 404", (Verdict.GONE,), _then_gone),
    _redirects("found-302", "302 to another page", _REDIRECTED, _to(302)),
    _redirects("see-303", "303 to another page", _REDIRECTED, _to(303)),
    _redirects("temporary-307", "307 to another page", _REDIRECTED, _to(307)),
    _redirects("mixed", "301, then 302", _REDIRECTED, _chain(301, 302)),
    _redirects("to-root", "302 to the root", (Verdict.REDIRECTED_TO_ROOT,), _to_root),
    _redirects("to-root-301", "301 to the root", (Verdict.REDIRECTED_TO_ROOT,), _to_root_for_good),
    _redirects("to-login", "302 to /login", (Verdict.REDIRECTED_TO_LOGIN,), _to_login),
    _redirects(
        "refresh", "meta refresh at once", (Verdict.MOVED, Verdict.REDIRECTED), _refreshes(f"0; url={_NEW}")
    ),
    _redirects(
        "refresh-quoted",
        "meta refresh with quotes and capitals",
        (Verdict.MOVED, Verdict.REDIRECTED),
        _refreshes(f"0;URL='{_NEW}'"),
    ),
    _redirects(
        "refresh-self",
        "a page that reads itself anew every five minutes",
        (Verdict.WORKS,),
        _refreshes("300"),
    ),
    _redirects("refresh-header", "a Refresh header", (Verdict.MOVED, Verdict.REDIRECTED), _refresh_header),
    _redirects("refresh-comment", "meta refresh in a comment", (Verdict.WORKS,), _hidden("<!-- {} -->")),
    _redirects(
        "refresh-noscript",
        "meta refresh for no scripts",
        (Verdict.WORKS,),
        _hidden("<noscript>{}</noscript>"),
    ),
    _redirects(
        "many-choices",
        "300 with a Location",
        (Verdict.REDIRECTED, Verdict.MOVED, Verdict.BAD_REDIRECT),
        _to(300),
    ),
    _redirects("no-location", "302 without Location", (Verdict.BAD_REDIRECT,), lambda _: head(302)),
    _redirects(
        "empty-location", "302 with an empty Location", (Verdict.BAD_REDIRECT,), lambda _: redirect(302, "")
    ),
    _redirects(
        "bad-location",
        "302 to what is no address",
        (Verdict.BAD_REDIRECT,),
        lambda _: redirect(302, "http://"),
    ),
    _redirects(
        "to-mailto", "302 to mailto:", (Verdict.BAD_REDIRECT,), lambda _: redirect(302, "mailto:a@b.ua")
    ),
    _loops("chain-15", "15 redirects for good; browsers take 20", _MOVED, _chain(*[301] * 15)),
    _loops("chain-25", "25 redirects", (Verdict.REDIRECT_LOOP, Verdict.BAD_REDIRECT), _chain(*[302] * 25)),
    _loops("loop-self", "an address that redirects to itself", (Verdict.REDIRECT_LOOP,), _to_itself),
    _loops("loop-two", "two that redirect to each other", (Verdict.REDIRECT_LOOP,), _between_two),
    _loops(
        "loop-https", "http sends to https and back", (Verdict.REDIRECT_LOOP,), _to_and_fro, tls=Tls.VALID
    ),
    _loops("loop-refresh", "meta refresh in a ring", (Verdict.REDIRECT_LOOP,), _refresh_ring),
    _loops(
        "ever-longer",
        "an address that grows for ever",
        (Verdict.REDIRECT_LOOP, Verdict.BAD_REDIRECT),
        _ever_longer,
    ),
)
