"""Pages in place of the page: challenges, captchas, logins; and real pages that carry such things."""

import pytest

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.model import Severity, Verdict
from tests.linkcheck.verdicts.making import HTML, NEWS, TEXT, check, page, says

WAIT = "<p>Зачекайте…</p>"
PASSWORD = "<form><input name=login><input name=pass type='password'><button>Увійти</button></form>"

BLOCKED = {
    "cloudflare-200": says(200, page("Just a moment...", WAIT)),
    "imunify": says(200, page("One moment, please...", WAIT)),
    "imunify-heading": says(200, page("", "", heading="Please wait while your request is being verified...")),
    "cloudflare-uk": says(403, page("Один момент…", WAIT)),
    "cloudflare-pl": says(403, page("Jeszcze chwila…", WAIT)),
    "cloudflare-source": says(200, page("gazeta.ua", "<script>window._cf_chl_opt={}</script>")),
    "cloudflare-header": says(403, NEWS, cf_mitigated="challenge"),
    "cloudflare-blocked": says(403, page("Attention Required! | Cloudflare", WAIT)),
    "cloudflare-503": says(503, page("Checking your browser before accessing gazeta.ua", WAIT)),
    "ddos-guard": says(200, page("DDoS-Guard", "<script src='/.well-known/ddos-guard/js'></script>")),
    "ddos-guard-503": says(503, page("", "<div data-ddg-l10n='x'></div>")),
    "imperva": says(200, b"<html><script src='/_Incapsula_Resource?x'></script>Request unsuccessful</html>"),
    "imperva-503": says(503, page("", "<p>Incapsula incident ID: 1</p>")),
    "sucuri": says(200, page("", "<script>sucuri_cloudproxy_js=''</script>")),
    "datadome": says(403, b"", x_datadome="protected"),
    "datadome-page": says(200, page("gazeta.ua", "<script src='https://ct.captcha-delivery.com/c.js'>")),
    "aws": says(202, b"", x_amzn_waf_action="challenge"),
    "aws-405": says(405, b"", x_amzn_waf_action="captcha"),
    "akamai": says(403, page("Access Denied", "<p>Reference #18</p>")),
    "access-200": says(200, page("Доступ заборонено", WAIT)),
    "captcha": says(200, page("Перевірка", "<div class='g-recaptcha'></div>")),
    "captcha-alone": says(200, page("gazeta.ua", "<div class='h-captcha'></div>")),
    "testcookie": says(200, b"<html><script>function toNumbers(d){}</script></html>"),
    "anubis": says(200, page("Making sure you're not a bot!", WAIT)),
    "browser-uk": says(200, page("Перевірка вашого браузера", WAIT)),
    "linkedin": says(999, b"", url="https://www.linkedin.com/posts/1"),
    "facebook-login": says(200, page("Facebook", PASSWORD), url="https://uk-ua.facebook.com/c/posts/1"),
    "facebook-400": says(400, b"", url="https://m.facebook.com/c/posts/1"),
    "facebook-404": says(404, page("Facebook", WAIT), url="https://www.facebook.com/c/posts/1"),
    "facebook-unavailable": says(
        200, page("Facebook", TEXT, heading="This content isn't available right now"), url="https://fb.com/c"
    ),
    "instagram": says(200, page("Instagram", WAIT), url="https://www.instagram.com/p/1/"),
    "x": says(200, page("X", "<p>JavaScript is not available.</p>"), url="https://x.com/c/status/1"),
    "login-in-place": says(200, page("Вхід до системи", PASSWORD)),
    "login-heading": says(200, page("Портал", PASSWORD, heading="Авторизація")),
}


@pytest.mark.parametrize("answer", BLOCKED.values(), ids=BLOCKED)
def test_a_wall_is_for_a_person_to_look_behind(answer: Answer) -> None:
    found = check(answer)
    assert (found.verdict, found.severity) == (Verdict.BLOCKED, Severity.WARN), found.reason
    assert "відкрийте самі й підтвердіть" in found.reason
    assert found.title == ""


@pytest.mark.parametrize(
    "where",
    [
        "https://www.facebook.com/login/?next=x",
        "https://m.facebook.com/login.php?next=x",
        "https://www.instagram.com/accounts/login/?next=/p/1",
    ],
)
def test_facebooks_login_is_no_news_of_the_page(where: str) -> None:
    first = "https://www.facebook.com/Inguletsky.distric.court/posts/1232791990569964"
    answers = (Answer(first, 302, HTML, location=where), says(200, page("Facebook", PASSWORD), url=where))
    found = check(Fetched(first, answers))
    assert found.verdict is Verdict.BLOCKED
    assert "лише після входу" in found.reason


RIGHT = {
    "comments": says(200, page("Суд відкрив двері для школярів", f"{TEXT}<form class='g-recaptcha'></form>")),
    "behind-cloudflare": says(
        200,
        NEWS.replace(
            b"</body>", b"<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script></body>"
        ),
        server="cloudflare",
        cf_ray="8a1",
    ),
    "about-robots": says(200, page("Доступ заборонено: як суд захищає дані", TEXT * 3)),
    "long-under-such-a-title": says(200, page("Доступ заборонено", TEXT * 3, heading="Доступ заборонено")),
    "check": says(200, page("Перевірка відомостей про суддів", TEXT)),
    "datadome": says(200, NEWS, x_datadome="protected"),
    "facebook": says(200, page("Суд | Facebook", TEXT), url="https://www.facebook.com/court"),
    "login-form-beside": says(200, page("Новини суду за серпень", TEXT + PASSWORD)),
    "own-login": says(200, page("Вхід", PASSWORD), url="https://cabinet.court.gov.ua/login"),
    "own-root": says(200, page("Вхід", PASSWORD), url="https://cabinet.court.gov.ua/"),
}


@pytest.mark.parametrize("answer", RIGHT.values(), ids=RIGHT)
def test_a_page_that_only_carries_such_things_works(answer: Answer) -> None:
    assert check(answer).verdict is Verdict.WORKS


@pytest.mark.parametrize("status", [500, 502, 503, 520, 522])
def test_a_guards_own_failure_is_temporary(status: int) -> None:
    down = page(f"gazeta.ua | {status}: Web server is down", "<div id='cf-error-details'></div>")
    assert check(says(status, down, server="cloudflare")).verdict is Verdict.TEMPORARY


def test_a_login_only_site_may_be_down_for_a_while() -> None:
    url = "https://www.facebook.com/court"
    assert check(says(503, b"", url=url)).verdict is Verdict.TEMPORARY
    assert check(says(429, b"", url=url)).verdict is Verdict.TEMPORARY
