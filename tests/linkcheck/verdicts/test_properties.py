"""Whatever servers send: a verdict comes, the same for the same, in sentences a person can act on."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.linkcheck import reasons
from courtcomms.linkcheck.answers import Answer, Failure, FailureKind, Fetched
from courtcomms.linkcheck.archive import read_snapshot
from courtcomms.linkcheck.page_facts import read_page as read_facts
from courtcomms.linkcheck.pages import LONGEST_TITLE, refresh_target
from courtcomms.linkcheck.phrases import Said, said, table
from courtcomms.linkcheck.soft404 import made_up_address
from courtcomms.linkcheck.standing import status_of
from courtcomms.linkcheck.verdicts import judge
from courtcomms.model import Confirmation, LinkCheck, Severity, Verdict
from tests.linkcheck.verdicts.making import NOW, page

PIECES = st.sampled_from(
    [
        b"<title>",
        b"</title>",
        b"<h1>",
        b"404",
        "Сторінку не знайдено".encode(),
        "Суд".encode("cp1251"),
        b"<div>",
        b"<meta http-equiv=refresh content='0; url=/x'>",
        b"<script type='application/ld+json'>",
        b'{"@type":"Article"}',
        b"</script>",
        b"<time datetime='2021-01-01'>",
        b"\0",
        b"\xff\xfe",
        b"<!--",
        b"&#x1F;",
        b"g-recaptcha",
        b"<p>",
    ]
)
BODIES = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=20).map(b"".join))
URLS = st.one_of(
    st.sampled_from(
        [
            "https://gazeta.ua/news/1", "http://gazeta.ua/", "https://www.facebook.com/x", "https://cutt.ly/x",
            "https://gazeta.ua/login", "https://gazeta.ua/404", "http://[::1]/", "https://xn--80ak6aa92e.com/a?b=1",
            "file:///etc/passwd", "mailto:a@b.ua", "", "http://[", "https://gazeta.ua/%FF%ZZ?%=%&;#",
        ]
    ),
    st.text(max_size=40),
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "refresh", "server", "cf-mitigated", "x-datadome", "location"]),
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(["text/html", "text/html; charset=koi8-u", "0; url=/x", "challenge"]),
    ),
)
STATUSES = st.one_of(st.sampled_from([200, 204, 301, 302, 403, 404, 429, 503, 999]), st.integers(-5, 1200))
ANSWERS = st.builds(
    Answer, URLS, STATUSES, HEADERS, BODIES, whole=st.booleans(), location=URLS, refreshed=st.booleans()
)
FAILURES = st.none() | st.builds(Failure, st.sampled_from(FailureKind), URLS)
FETCHED = st.builds(
    lambda answers, failure, beside: Fetched(
        answers[0].url if answers else "https://gazeta.ua/", tuple(answers), failure, made_up=beside
    ),
    st.lists(ANSWERS, max_size=3),
    FAILURES,
    st.none() | st.builds(lambda one: Fetched(one.url, (one,)), ANSWERS),
)


@given(FETCHED)
@settings(max_examples=150)
def test_whatever_comes_has_a_verdict(fetched: Fetched) -> None:
    found = judge(fetched, NOW)
    assert found == judge(fetched, NOW)
    assert found.reason.endswith(".")
    assert not any(name in found.reason for name in ("{host}", "{where}", "{status}"))
    assert len(found.title) <= LONGEST_TITLE
    assert "\n" not in found.title
    assert (found.severity is Severity.OK) == (found.verdict is Verdict.WORKS)
    assert not found.repair or found.good
    assert found.repair in ("", found.final_url)


@given(ANSWERS)
@settings(max_examples=100)
def test_whatever_comes_is_read(answer: Answer) -> None:
    fetched = Fetched(answer.url, (answer,))
    asked = made_up_address(fetched)
    assert asked is None or asked != answer.url
    assert isinstance(refresh_target(answer), str)
    assert len(read_facts(answer).title) <= LONGEST_TITLE
    assert read_snapshot(answer) is None or answer.status == 200


@given(st.sampled_from(["text/html", "TEXT/HTML", "Text/Html; Charset=UTF-8"]), st.booleans())
def test_a_verdict_does_not_hang_on_how_headers_are_written(kind: str, missing: bool) -> None:
    body = page("Сторінку не знайдено" if missing else "Новини суду за серпень")
    answer = Answer("https://gazeta.ua/n/1", 200, {"content-type": kind, "cf-mitigated": ""}, body)
    right = Verdict.SAYS_NOT_FOUND if missing else Verdict.WORKS
    assert judge(Fetched(answer.url, (answer,)), NOW).verdict is right
    wall = Answer(answer.url, 403, {"cf-mitigated": kind.replace(kind, "Challenge")}, body)
    assert judge(Fetched(answer.url, (wall,)), NOW).verdict is Verdict.BLOCKED


LOOKS = st.lists(
    st.tuples(st.sampled_from(Verdict), st.integers(0, 400), st.sampled_from([None, 404, 429, 503]))
)


@given(LOOKS, st.none() | st.integers(0, 400))
@settings(max_examples=200)
def test_whatever_the_days_brought_has_a_status(
    looks: list[tuple[Verdict, int, int | None]], ago: int | None
) -> None:
    ordered = sorted(looks, key=lambda one: -one[1])
    checks = [
        LinkCheck("u", verdict, Severity.WARN, "Так.", NOW - timedelta(days=days), http=http)
        for verdict, days, http in ordered
    ]
    word = Confirmation("u", "Петренко", NOW - timedelta(days=ago)) if ago is not None else None
    found = status_of(checks, word, NOW)
    assert found.reason.endswith(".")
    assert found.last is (checks[-1] if checks else None)
    if found.dead:
        assert found.since is not None
        assert found.last is not None
        assert (found.last.checked_at.date() - found.since).days >= 3
        assert found.last_good is None or found.last_good <= found.since
        assert found.severity is Severity.ERROR
    if checks and checks[-1].good:
        assert not found.dead
        assert found.since is None


def test_every_phrase_is_found_by_its_own_table() -> None:
    for kind in Said:
        for phrase in table("not_found")[kind.value]["phrases"]:
            assert said(phrase.replace("*", "а")) is not None, phrase


def test_every_sentence_is_one_and_says_what_to_do() -> None:
    told = {name: text for name, text in vars(reasons).items() if name.isupper() and name[0] != "_"}
    assert len(told) > 50
    for name, text in told.items():
        assert text[0].isupper() or text.startswith("{"), name
        assert text.endswith("."), name
        assert len(text) <= 110, name
        assert name in ("UNCHECKED", "WORKS", "WORKS_FILE", "PRIVATE", "SCHEME") or ":" in text, name


def test_days_are_said_as_people_say_them() -> None:
    today = date(2026, 11, 22)
    assert reasons.when(today, today) == "сьогодні"
    assert reasons.when(date(2026, 11, 21), today) == "вчора"
    assert reasons.began(date(2026, 11, 21), today) == "Учора"
    assert reasons.began(date(2026, 11, 20), today) == "20.11"
    assert reasons.when(date(2026, 9, 12), today) == "12.09"
    assert reasons.when(date(2025, 9, 12), today) == "12.09.2025"
