"""What looks at an address on several days say together."""

from datetime import UTC, date, datetime, timedelta

import pytest

from courtcomms.linkcheck.standing import status_of
from courtcomms.model import Confirmation, LinkCheck, LinkStatus, Severity, Verdict

V, S = Verdict, Severity
URL = "https://gazeta.ua/news/1"
TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
_SEVERITY = {V.WORKS: S.OK, V.MOVED: S.HINT} | dict.fromkeys(
    (V.GONE, V.SAYS_NOT_FOUND, V.NO_HOST, V.CERTIFICATE_EXPIRED, V.CERTIFICATE_NAME), S.ERROR
)


def look(verdict: Verdict, days_ago: int, *, hours: int = 0, http: int | None = None) -> LinkCheck:
    at = TODAY - timedelta(days=days_ago, hours=hours)
    severity = _SEVERITY.get(verdict, S.WARN)
    return LinkCheck(URL, verdict, severity, f"Причина: {verdict.value}.", at, http=http)


def word(days_ago: int) -> Confirmation:
    return Confirmation(URL, "Петренко", TODAY - timedelta(days=days_ago, minutes=-5))


def status(*looks: tuple[Verdict, int], confirmed: int | None = None) -> LinkStatus:
    """Verdicts with days ago, oldest first; a person's word comes five minutes after its day's look."""
    checks = [look(verdict, ago) for verdict, ago in looks]
    return status_of(checks, word(confirmed) if confirmed is not None else None, TODAY)


TIMELINES = [
    # looks, severity, dead, words of the reason
    ([], S.HINT, False, "Ще не перевірено"),
    ([(V.WORKS, 0)], S.OK, False, "works"),
    ([(V.MOVED, 0)], S.HINT, False, "moved"),
    ([(V.GONE, 5), (V.WORKS, 0)], S.OK, False, "works"),
    ([(V.GONE, 0)], S.ERROR, False, "gone"),
    ([(V.GONE, 0), (V.GONE, 0)], S.ERROR, False, "gone"),
    ([(V.GONE, 2), (V.GONE, 0)], S.ERROR, False, "gone"),
    ([(V.GONE, 3), (V.GONE, 0)], S.ERROR, True, "немає з 19.11"),
    ([(V.GONE, 10), (V.SAYS_NOT_FOUND, 5), (V.GONE, 0)], S.ERROR, True, "немає з 12.11"),
    ([(V.GONE, 10), (V.WORKS, 5), (V.GONE, 0)], S.ERROR, False, "ще відкривалась"),
    ([(V.WORKS, 1), (V.GONE, 0)], S.ERROR, False, "Сьогодні сторінки немає, хоча вчора вона ще відкривалась"),
    ([(V.WORKS, 9), (V.GONE, 1)], S.ERROR, False, "Учора сторінки вже не було, хоча 13.11 вона ще"),
    ([(V.WORKS, 20), (V.GONE, 9), (V.GONE, 2)], S.ERROR, True, "немає з 13.11 (востаннє відкривалась 02.11)"),
    ([(V.NO_HOST, 71), (V.NO_HOST, 0)], S.ERROR, True, "Не відповідає з 12.09"),
    ([(V.GONE, 8), (V.NO_HOST, 0)], S.ERROR, False, "no_host"),
    ([(V.GONE, 8), (V.TEMPORARY, 4), (V.GONE, 0)], S.ERROR, True, "немає з 14.11"),
    ([(V.GONE, 8), (V.BLOCKED, 4), (V.GONE, 0)], S.ERROR, True, "немає з 14.11"),
    ([(V.GONE, 8), (V.GONE, 4), (V.TEMPORARY, 0)], S.ERROR, True, "немає з 14.11"),
    ([(V.GONE, 4), (V.TEMPORARY, 0)], S.WARN, False, "temporary"),
    ([(V.CERTIFICATE_EXPIRED, 8), (V.CERTIFICATE_EXPIRED, 0)], S.ERROR, False, "Так уже з 14.11"),
    ([(V.CERTIFICATE_EXPIRED, 0)], S.ERROR, False, "Причина: certificate_expired."),
    ([(V.TEMPORARY, 0)], S.WARN, False, "temporary"),
    ([(V.WORKS, 1), (V.TEMPORARY, 0)], S.HINT, False, "Учора відкривалась, а зараз — ні"),
    ([(V.WORKS, 14), (V.TEMPORARY, 0)], S.HINT, False, "08.11 відкривалась"),
    ([(V.WORKS, 0), (V.TEMPORARY, 0)], S.HINT, False, "Сьогодні відкривалась, а зараз — ні"),
    ([(V.WORKS, 2), (V.TEMPORARY, 2)], S.HINT, False, "20.11 відкривалась, а згодом — ні"),
    ([(V.WORKS, 3), (V.TEMPORARY, 1)], S.HINT, False, "19.11 відкривалась, а вчора — ні"),
    ([(V.WORKS, 0), (V.GONE, 0)], S.ERROR, False, "Зараз сторінки немає, хоча сьогодні вона ще відкривалась"),
    ([(V.WORKS, 1), (V.NO_HOST, 0)], S.ERROR, False, "Сьогодні такого сайту немає"),
    ([(V.WORKS, 15), (V.TEMPORARY, 0)], S.WARN, False, "temporary"),
    ([(V.TEMPORARY, 2), (V.TEMPORARY, 0)], S.WARN, False, "temporary"),
    ([(V.TEMPORARY, 3), (V.TEMPORARY, 0)], S.WARN, False, "Не відповідає з 19.11"),
    ([(V.WORKS, 4), (V.TEMPORARY, 3), (V.TEMPORARY, 0)], S.WARN, False, "Не відповідає з 19.11"),
    ([(V.TEMPORARY, 9), (V.TEMPORARY, 0)], S.WARN, False, "Не відповідає з 13.11"),
    ([(V.TEMPORARY, 9), (V.TEMPORARY, 4), (V.TEMPORARY, 0)], S.ERROR, True, "Не відповідає з 13.11"),
    ([(V.BLOCKED, 0)], S.WARN, False, "blocked"),
    ([(V.BLOCKED, 30), (V.BLOCKED, 0)], S.WARN, False, "blocked"),
    ([(V.WORKS, 9), (V.BLOCKED, 0)], S.WARN, False, "Востаннє відкривалась 13.11"),
    ([(V.REDIRECTED_TO_ROOT, 30), (V.REDIRECTED_TO_ROOT, 0)], S.WARN, False, "redirected_to_root"),
    ([(V.NOT_ASKED, 30), (V.NOT_ASKED, 0)], S.WARN, False, "not_asked"),
    ([(V.GONE, 330), (V.GONE, 0)], S.ERROR, True, "немає з 27.12.2025"),
]


@pytest.mark.parametrize(("looks", "severity", "dead", "words"), TIMELINES)
def test_days_together(looks: list[tuple[Verdict, int]], severity: Severity, dead: bool, words: str) -> None:
    found = status(*looks)
    assert (found.severity, found.dead) == (severity, dead), found.reason
    assert words in found.reason


CONFIRMED = [
    # looks, days since a person's word, severity, words of the reason
    ([], 0, S.OK, "Підтверджено 22.11.2026 (Петренко): сторінка відкривається."),
    ([(V.BLOCKED, 10)], 10, S.OK, "Підтверджено 12.11.2026"),
    ([(V.BLOCKED, 20), (V.BLOCKED, 0)], 10, S.OK, "Підтверджено 12.11.2026"),
    ([(V.REDIRECTED, 10), (V.REDIRECTED, 0)], 10, S.OK, "Підтверджено"),
    ([(V.REDIRECTED_TO_LOGIN, 10)], 10, S.OK, "Підтверджено"),
    ([(V.CERTIFICATE_ISSUER, 10), (V.CERTIFICATE_ISSUER, 0)], 10, S.OK, "Підтверджено"),
    ([(V.BROKEN_TLS, 0)], 0, S.OK, "Підтверджено"),
    ([(V.BLOCKED, 10), (V.WORKS, 0)], 10, S.OK, "works"),
    ([(V.BLOCKED, 10), (V.GONE, 0)], 10, S.ERROR, "ще відкривалась"),
    ([(V.BLOCKED, 10), (V.GONE, 5), (V.BLOCKED, 0)], 10, S.WARN, "blocked"),
    ([(V.BLOCKED, 10), (V.TEMPORARY, 0)], 10, S.HINT, "12.11 відкривалась"),
    ([(V.BLOCKED, 10), (V.TEMPORARY, 5), (V.BLOCKED, 0)], 10, S.OK, "Підтверджено"),
    ([(V.GONE, 8), (V.GONE, 2)], 0, S.WARN, "хоча перевірка 20.11.2026 сторінки не знайшла"),
    ([(V.GONE, 9), (V.GONE, 1)], 5, S.ERROR, "Учора сторінки вже не було, хоча 17.11 вона ще відкривалась"),
    ([(V.BAD_REDIRECT, 9), (V.BAD_REDIRECT, 0)], 9, S.OK, "Підтверджено"),
    ([(V.SAYS_NOT_FOUND, 9)], 9, S.OK, "Підтверджено"),
    ([(V.SAYS_NOT_FOUND, 9), (V.SAYS_NOT_FOUND, 0)], 9, S.OK, "Підтверджено"),
    ([(V.SAYS_NOT_FOUND, 9), (V.GONE, 4), (V.SAYS_NOT_FOUND, 2)], 9, S.ERROR, "ще відкривалась"),
    ([(V.BLOCKED, 9), (V.SAYS_NOT_FOUND, 1)], 9, S.ERROR, "Учора сторінки вже не було"),
    ([(V.NOT_ASKED, 1)], 0, S.WARN, "not_asked"),
]


@pytest.mark.parametrize(("looks", "confirmed", "severity", "words"), CONFIRMED)
def test_a_persons_word(
    looks: list[tuple[Verdict, int]], confirmed: int, severity: Severity, words: str
) -> None:
    found = status(*looks, confirmed=confirmed)
    assert found.severity is severity, found.reason
    assert words in found.reason
    assert not found.dead
    assert found.confirmation is not None


def test_the_days_that_matter_are_told() -> None:
    found = status((V.WORKS, 20), (V.GONE, 9), (V.GONE, 2))
    assert found.since == date(2026, 11, 13)
    assert found.last_good == date(2026, 11, 2)
    assert found.verdict is V.GONE
    assert found.last is not None
    assert found.last.checked_at == TODAY - timedelta(days=2)


def test_a_good_page_has_no_bad_days() -> None:
    found = status((V.GONE, 9), (V.WORKS, 0))
    assert (found.since, found.last_good) == (None, date(2026, 11, 22))


def test_asking_less_often_kills_nobody() -> None:
    checks = [look(V.TEMPORARY, ago, http=429) for ago in (30, 20, 10, 0)]
    found = status_of(checks, None, TODAY)
    assert (found.severity, found.dead, found.since) == (S.WARN, False, None)


def test_a_server_that_answers_with_failures_is_not_called_silent() -> None:
    checks = [look(V.TEMPORARY, ago, http=503) for ago in (5, 0)]
    assert status_of(checks, None, TODAY).reason.startswith("Не відкривається з 17.11")


def test_two_looks_of_one_day_are_one_bad_day() -> None:
    checks = [look(V.TEMPORARY, 9, hours=hour) for hour in (2, 1, 0)]
    assert not status_of(checks, None, TODAY).dead


def test_a_nameless_word_reads_well() -> None:
    found = status_of([], Confirmation(URL, " ", TODAY), TODAY)
    assert found.reason == "Підтверджено 22.11.2026: сторінка відкривається."
