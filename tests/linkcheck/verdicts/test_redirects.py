"""Where redirects lead, and what is to be written in place of the old address."""

from dataclasses import replace

import pytest

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.model import Severity, Verdict
from tests.linkcheck.verdicts.making import HTML, NEWS, check, led, moved, page, says

V = Verdict
OLD, NEW = "https://gazeta.ua/news/1051137", "https://gazeta.ua/archive/2021/1051137-den"

MOVES = [
    # redirect's status, first, last, verdict, whether the last is to be written in its place
    (301, OLD, NEW, V.MOVED, True),
    (308, OLD, NEW, V.MOVED, True),
    (302, OLD, NEW, V.REDIRECTED, False),
    (303, OLD, NEW, V.REDIRECTED, False),
    (307, OLD, NEW, V.REDIRECTED, False),
    (301, "http://gazeta.ua/news/1", "https://gazeta.ua/news/1", V.MOVED, True),
    (302, "http://gazeta.ua/news/1", "https://gazeta.ua/news/1", V.MOVED, True),
    (307, "http://gazeta.ua/news/1", "https://www.gazeta.ua/news/1/", V.MOVED, True),
    (301, "https://gazeta.ua/news/1", "https://gazeta.ua/news/1/", V.MOVED, True),
    (302, "https://gazeta.ua/news/1", "https://gazeta.ua/news/1/", V.WORKS, False),
    (302, "https://gazeta.ua/news/1", "https://www.gazeta.ua/news/1", V.WORKS, False),
    (302, "https://gazeta.ua/news/1", "https://gazeta.ua/uk/news/1", V.WORKS, False),
    (302, "https://gazeta.ua/news/1", "https://gazeta.ua/news/1?lang=uk", V.WORKS, False),
    (302, "https://gazeta.ua/news/1?utm_source=x", "https://gazeta.ua/news/1", V.WORKS, False),
    (301, "https://gazeta.ua/News/One", "https://gazeta.ua/news/one", V.MOVED, True),
    (302, "https://gazeta.ua/", "https://gazeta.ua/uk/", V.WORKS, False),
    (301, "http://gazeta.ua/", "https://gazeta.ua/", V.MOVED, True),
    (301, "https://stara.ua/", "https://nova.ua/", V.MOVED, True),
    (301, "https://stara.ua/news/1051137", "https://nova.ua/news/1051137", V.MOVED, True),
    (301, "https://stara.ua/news/1051137", "https://nova.ua/", V.REDIRECTED_TO_ROOT, False),
    (301, OLD, "https://gazeta.ua/", V.REDIRECTED_TO_ROOT, False),
    (302, OLD, "https://gazeta.ua/", V.REDIRECTED_TO_ROOT, False),
    (302, OLD, "https://gazeta.ua/uk", V.REDIRECTED_TO_ROOT, False),
    (302, OLD, "https://gazeta.ua/index.php", V.REDIRECTED_TO_ROOT, False),
    (302, OLD, "https://gazeta.ua/?utm_source=404", V.REDIRECTED_TO_ROOT, False),
    (301, OLD, "https://gazeta.ua/news/", V.REDIRECTED, False),
    (302, OLD, "https://gazeta.ua/news", V.REDIRECTED, False),
    (301, f"{OLD}/amp", OLD, V.MOVED, True),
    (301, f"{OLD}/print", OLD, V.MOVED, True),
    (302, OLD, "https://gazeta.ua/login?next=/news/1051137", V.REDIRECTED_TO_LOGIN, False),
    (302, OLD, "https://gazeta.ua/wp-login.php?redirect_to=x", V.REDIRECTED_TO_LOGIN, False),
    (302, OLD, "https://gazeta.ua/users/sign_in", V.REDIRECTED_TO_LOGIN, False),
    (302, OLD, "https://accounts.google.com/ServiceLogin?x=1", V.REDIRECTED_TO_LOGIN, False),
    (302, OLD, "https://id.gov.ua/?response_type=code", V.REDIRECTED_TO_LOGIN, False),
    (301, "http://sso.gov.ua/news/1051137", "https://sso.gov.ua/news/1051137", V.MOVED, True),
    (301, "http://gazeta.ua/login", "https://gazeta.ua/login", V.MOVED, True),
    (302, OLD, "https://gazeta.ua/404", V.SAYS_NOT_FOUND, False),
    (302, OLD, "https://gazeta.ua/error404.html", V.SAYS_NOT_FOUND, False),
    (301, OLD, "https://gazeta.ua/page-not-found/", V.SAYS_NOT_FOUND, False),
    (301, OLD, "https://gazeta.ua/error", V.REDIRECTED, False),
    (301, OLD, "https://gazeta.ua/news/404-pryvodiv", V.MOVED, True),
    (301, OLD, "http://gazeta.ua/archive/1051137", V.REDIRECTED, False),
    (301, OLD, f"{NEW}?PHPSESSID=abc", V.MOVED, False),
    (301, "https://cutt.ly/6jcghde", NEW, V.MOVED, True),
    (302, "https://goo-gl.su/DuPED", NEW, V.MOVED, True),
    (302, "https://bit.ly/3abc", "https://court.gov.ua/", V.MOVED, True),
    (302, "https://cutt.ly/6jcghde", "https://cutt.ly/404", V.SAYS_NOT_FOUND, False),
    (302, "https://cutt.ly/6jcghde", "https://cutt.ly/", V.REDIRECTED_TO_ROOT, False),
    (302, OLD, "https://consent.google.com/m?continue=x", V.BLOCKED, False),
    (302, OLD, "https://www.facebook.com/login/?next=x", V.BLOCKED, False),
]
_SEVERITIES = {
    V.WORKS: Severity.OK,
    V.MOVED: Severity.HINT,
    V.SAYS_NOT_FOUND: Severity.ERROR,
}


@pytest.mark.parametrize(("status", "first", "last", "verdict", "repaired"), MOVES)
def test_where_a_redirect_leads(status: int, first: str, last: str, verdict: Verdict, repaired: bool) -> None:
    found = check(moved(status, first, last))
    assert found.verdict is verdict, found.reason
    assert found.severity is _SEVERITIES.get(verdict, Severity.WARN)
    assert found.repair == (last if repaired else "")
    assert (found.final_url, found.hops) == (last, 1)


def test_a_chain_is_for_good_only_where_each_redirect_is() -> None:
    step = "https://gazeta.ua/n/1051137"
    assert check(led((301, OLD), (308, step), (0, NEW))).repair == NEW
    mixed = check(led((301, OLD), (302, step), (0, NEW)))
    assert (mixed.verdict, mixed.repair) == (V.REDIRECTED, "")


def test_what_is_to_be_done_is_said() -> None:
    assert "https" in check(moved(301, "http://gazeta.ua/n/1", "https://gazeta.ua/n/1")).reason
    assert "скорочена" in check(moved(302, "https://cutt.ly/x", NEW)).reason
    assert "назавжди" in check(moved(301, OLD, NEW)).reason
    assert "gazeta.ua/archive/2021" in check(moved(302, OLD, NEW)).reason
    assert "розділ" in check(moved(302, OLD, "https://gazeta.ua/news/")).reason
    assert "головна" in check(moved(302, OLD, "https://gazeta.ua/")).reason
    assert "входу" in check(moved(302, OLD, "https://gazeta.ua/login")).reason


def test_an_address_that_leads_back_to_itself_works() -> None:
    asks_for_cookie = Answer(OLD, 302, HTML, location=OLD)
    assert check(Fetched(OLD, (asks_for_cookie, says(200, NEWS, url=OLD)))).verdict is V.WORKS


@pytest.mark.parametrize(
    ("content", "verdict", "repaired"),
    [("0; url=/archive/1051137", V.MOVED, True), ("3; url=/archive/1051137", V.REDIRECTED, False)],
)
def test_a_page_that_sends_on_at_once_has_moved(content: str, verdict: Verdict, repaired: bool) -> None:
    last = "https://gazeta.ua/archive/1051137"
    sends = says(200, page("…", "", head=f"<meta http-equiv='refresh' content='{content}'>"), url=OLD)
    found = check(Fetched(OLD, (replace(sends, location=last, refreshed=True), says(200, NEWS, url=last))))
    assert found.verdict is verdict
    assert found.repair == (last if repaired else "")


def test_a_canonical_difference_is_no_move() -> None:
    told = page("День відкритих дверей у суді", head=f"<link rel='canonical' href='{NEW}'>")
    found = check(says(200, told, url=OLD))
    assert (found.verdict, found.repair) == (V.WORKS, "")


def test_a_move_to_a_page_that_is_not_there_is_no_move() -> None:
    nothing = page("Сторінку не знайдено", "<p>Перевірте адресу</p>")
    assert check(moved(301, OLD, NEW, nothing)).verdict is V.SAYS_NOT_FOUND
    assert check(moved(301, OLD, NEW, nothing)).repair == ""


def test_what_follows_readers_is_not_offered_with_the_new_address() -> None:
    led_on = moved(
        301, "http://youtu.be/abcdefgh", "https://www.youtube.com/watch?v=abcdefgh&feature=youtu.be"
    )
    assert check(led_on).repair == "https://www.youtube.com/watch?v=abcdefgh"
    assert "https://" not in check(led_on).reason
    told = check(moved(301, OLD, f"{NEW}?utm_source=old"))
    assert (told.verdict, told.repair) == (V.MOVED, NEW)
