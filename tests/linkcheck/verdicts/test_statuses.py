"""Statuses, headers and failures: what each of them means to a person."""

import pytest

from courtcomms.linkcheck.answers import Answer, Failure, FailureKind, Fetched
from courtcomms.model import Severity, Verdict
from tests.linkcheck.verdicts.making import HTML, NEWS, URL, check, failed, led, page, says

V, S = Verdict, Severity
CHALLENGE = page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")

STATUSES = [
    (200, NEWS, V.WORKS, S.OK),
    (203, NEWS, V.WORKS, S.OK),
    (206, NEWS, V.WORKS, S.OK),
    (204, b"", V.BROKEN_ANSWER, S.WARN),
    (205, b"", V.BROKEN_ANSWER, S.WARN),
    (200, b"", V.BROKEN_ANSWER, S.WARN),
    (200, b" \r\n ", V.BROKEN_ANSWER, S.WARN),
    (300, NEWS, V.BAD_REDIRECT, S.WARN),
    (302, b"", V.BAD_REDIRECT, S.WARN),
    (304, b"", V.BAD_REDIRECT, S.WARN),
    (400, b"", V.BROKEN_ANSWER, S.WARN),
    (401, b"", V.BLOCKED, S.WARN),
    (402, b"", V.BLOCKED, S.WARN),
    (403, page("Forbidden"), V.BLOCKED, S.WARN),
    (404, page("Новини"), V.GONE, S.ERROR),
    (404, b"", V.GONE, S.ERROR),
    (404, CHALLENGE, V.GONE, S.ERROR),
    (405, b"", V.BLOCKED, S.WARN),
    (406, b"", V.BLOCKED, S.WARN),
    (407, b"", V.TEMPORARY, S.WARN),
    (408, b"", V.TEMPORARY, S.WARN),
    (410, b"", V.GONE, S.ERROR),
    (414, b"", V.BROKEN_ANSWER, S.WARN),
    (418, b"", V.BLOCKED, S.WARN),
    (422, b"", V.BROKEN_ANSWER, S.WARN),
    (425, b"", V.TEMPORARY, S.WARN),
    (429, page("429 Too Many Requests", "<p>Забагато запитів</p>"), V.TEMPORARY, S.WARN),
    (429, CHALLENGE, V.BLOCKED, S.WARN),
    (451, b"", V.BLOCKED, S.WARN),
    (500, page("500"), V.TEMPORARY, S.WARN),
    (502, b"", V.TEMPORARY, S.WARN),
    (503, page("503 Service Unavailable"), V.TEMPORARY, S.WARN),
    (503, CHALLENGE, V.BLOCKED, S.WARN),
    (504, b"", V.TEMPORARY, S.WARN),
    (520, b"", V.TEMPORARY, S.WARN),
    (530, b"", V.TEMPORARY, S.WARN),
    (600, b"", V.BROKEN_ANSWER, S.WARN),
    (999, b"", V.BLOCKED, S.WARN),
]


@pytest.mark.parametrize(("status", "body", "verdict", "severity"), STATUSES)
def test_a_status_has_its_verdict(status: int, body: bytes, verdict: Verdict, severity: Severity) -> None:
    found = check(says(status, body))
    assert (found.verdict, found.severity) == (verdict, severity), found.reason
    assert found.http == status
    assert found.final_url == URL


K = FailureKind
FAILURES = [
    (K.NO_HOST, V.NO_HOST, S.ERROR, "не існує"),
    (K.NAME_SERVER, V.TEMPORARY, S.WARN, "пізніше"),
    (K.REFUSED, V.TEMPORARY, S.WARN, "пізніше"),
    (K.RESET, V.TEMPORARY, S.WARN, "пізніше"),
    (K.TIMEOUT, V.TEMPORARY, S.WARN, "пізніше"),
    (K.UNREACHABLE, V.TEMPORARY, S.WARN, "пізніше"),
    (K.PROXY, V.TEMPORARY, S.WARN, "Проксі"),
    (K.CERTIFICATE_EXPIRED, V.CERTIFICATE_EXPIRED, S.ERROR, "прострочено"),
    (K.CERTIFICATE_NAME, V.CERTIFICATE_NAME, S.ERROR, "іншу назву"),
    (K.CERTIFICATE_ISSUER, V.CERTIFICATE_ISSUER, S.WARN, "відкрийте самі"),
    (K.TLS, V.BROKEN_TLS, S.WARN, "відкрийте самі"),
    (K.LOOP, V.REDIRECT_LOOP, S.WARN, "по колу"),
    (K.TOO_MANY_HOPS, V.REDIRECT_LOOP, S.WARN, "забагато"),
    (K.GARBAGE, V.BROKEN_ANSWER, S.WARN, "незрозуміло"),
    (K.HEADERS, V.BROKEN_ANSWER, S.WARN, "завелику"),
    (K.PRIVATE, V.NOT_ASKED, S.WARN, "внутрішньої мережі"),
    (K.SCHEME, V.NOT_ASKED, S.WARN, "не адреса сторінки"),
]


@pytest.mark.parametrize(("kind", "verdict", "severity", "word"), FAILURES)
def test_a_failure_has_its_verdict(kind: K, verdict: Verdict, severity: Severity, word: str) -> None:
    found = check(failed(kind))
    assert (found.verdict, found.severity) == (verdict, severity)
    assert word in found.reason
    assert found.http is None
    assert found.repair == found.title == ""


def test_every_kind_of_failure_is_judged() -> None:
    assert {kind for kind, *_ in FAILURES} == set(FailureKind)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (K.PRIVATE, V.BAD_REDIRECT),
        (K.SCHEME, V.BAD_REDIRECT),
        (K.NO_HOST, V.NO_HOST),
        (K.CERTIFICATE_EXPIRED, V.CERTIFICATE_EXPIRED),
        (K.TIMEOUT, V.TEMPORARY),
        (K.LOOP, V.REDIRECT_LOOP),
    ],
)
def test_a_failure_behind_a_redirect_blames_the_server_that_sent_there(kind: K, verdict: Verdict) -> None:
    first = Answer(URL, 302, HTML, location="https://inshyi.ua/x")
    found = check(failed(kind, first, url="https://inshyi.ua/x"))
    assert found.verdict is verdict
    assert found.chain == (URL, "https://inshyi.ua/x")
    assert found.final_url == "https://inshyi.ua/x"


def test_a_missing_host_behind_a_redirect_is_not_called_a_slip_of_the_writer() -> None:
    first = Answer(URL, 301, HTML, location="https://nema.ua/")
    reason = check(failed(K.NO_HOST, first, url="https://nema.ua/")).reason
    assert "nema.ua" in reason
    assert "написано" not in reason


def test_a_redirect_to_what_is_gone_names_where_it_led() -> None:
    found = check(led((301, URL), (0, "https://gazeta.ua/archive/1"), last=page("Новини"), status=404))
    assert found.verdict is V.GONE
    assert "gazeta.ua/archive/1" in found.reason


def test_hosts_and_addresses_in_reasons_are_readable() -> None:
    found = check(failed(K.NO_HOST, url="https://xn--d1azg.xn--j1amh/"))
    assert "суд.укр" in found.reason
    gone = led(
        (301, URL), (0, "https://gazeta.ua/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8"), last=b"", status=404
    )
    assert "gazeta.ua/новини" in check(gone).reason


def test_silence_without_a_reason_is_temporary() -> None:
    assert check(Fetched(URL)).verdict is V.TEMPORARY


def test_a_file_that_opens_works() -> None:
    found = check(
        says(200, b"%PDF-1.4 ...", url="https://gazeta.ua/zvit.pdf", content_type="application/pdf")
    )
    assert found.verdict is V.WORKS
    assert "Файл" in found.reason


def test_the_last_look_keeps_what_it_was_told_about() -> None:
    failure = Failure(K.RESET, URL)
    assert check(Fetched(URL, failure=failure)).chain == (URL,)
