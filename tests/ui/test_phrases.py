"""What the program understood, in words: a doubt is said as a doubt."""

from __future__ import annotations

from datetime import date

import pytest

from courtcomms.model import (
    Confidence,
    DateKind,
    DateSpan,
    Link,
    LinkFlaw,
    Media,
    MediaItem,
    MediaKind,
    Participants,
    ParticipantsKind,
)
from courtcomms.period import Period, PeriodKind
from ui import wording
from ui.editor.date_phrases import date_phrase
from ui.editor.phrases import Phrase, links_phrase, media_phrase, participants_phrase

Q3 = Period.quarter(2021, 3)
D = date


def span(kind: DateKind, start: date | None = None, end: date | None = None, **more: object) -> DateSpan:
    return DateSpan(kind, start, end, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (span(DateKind.DAY, D(2021, 8, 13), D(2021, 8, 13)), "13 серпня 2021, у межах кварталу"),
        (
            span(DateKind.RANGE, D(2021, 9, 15), D(2021, 9, 17)),
            "з 15.09.2021 до 17.09.2021, у межах кварталу",
        ),
        (
            span(DateKind.RANGE, D(2021, 9, 15), D(2021, 10, 17)),
            "з 15.09.2021 до 17.10.2021, частково у межах кварталу",
        ),
        (
            span(
                DateKind.DAYS,
                D(2021, 9, 2),
                D(2021, 9, 9),
                dates=(D(2021, 9, 2), D(2021, 9, 5), D(2021, 9, 9)),
            ),
            "3 дні: 02.09.2021, 05.09.2021 і 09.09.2021, у межах кварталу",
        ),
        (span(DateKind.MONTH, D(2021, 9, 1), D(2021, 9, 30)), "вересень 2021, у межах кварталу"),
        (
            span(DateKind.MONTHS, D(2021, 5, 1), D(2021, 7, 31)),
            "травень–липень 2021, частково у межах кварталу",
        ),
        (
            span(DateKind.MONTHS, D(2020, 12, 1), D(2021, 7, 31)),
            "грудень 2020 – липень 2021, частково у межах кварталу",
        ),
        (span(DateKind.QUARTER, D(2021, 7, 1), D(2021, 9, 30)), "ІІІ квартал 2021, у межах кварталу"),
        (
            span(DateKind.QUARTER, D(2021, 4, 1), D(2021, 12, 31)),
            "ІІ–ІV квартали 2021, частково у межах кварталу",
        ),
        (
            span(DateKind.HALF_YEAR, D(2021, 7, 1), D(2021, 12, 31)),
            "ІІ півріччя 2021, частково у межах кварталу",
        ),
        (span(DateKind.YEAR, D(2021, 1, 1), D(2021, 12, 31)), "увесь 2021 рік, частково у межах кварталу"),
        (span(DateKind.ONGOING), "постійний захід, початок не вказано"),
        (span(DateKind.ONGOING_FROM, D(2018, 6, 25)), "триває з 25.06.2018"),
        (span(DateKind.UNTIL_EVENT, D(2020, 3, 17)), "триває з 17.03.2020, до певної події"),
        (span(DateKind.UNTIL_EVENT), "триває, до певної події"),
        (span(DateKind.RECURRING), "повторюється, постійний захід"),
        (span(DateKind.AS_NEEDED), "за потреби, постійний захід"),
        (span(DateKind.ONGOING, None, D(2021, 12, 31)), "постійний захід до 31.12.2021"),
        (
            span(DateKind.ONGOING_FROM, D(2021, 1, 1), D(2021, 8, 30)),
            "триває з 01.01.2021 до 30.08.2021",
        ),
        (span(DateKind.RECURRING, D(2021, 2, 1)), "повторюється з 01.02.2021, постійний захід"),
        (span(DateKind.RECURRING, None, D(2021, 12, 31)), "повторюється до 31.12.2021, постійний захід"),
        (
            span(DateKind.RECURRING, D(2021, 7, 5), D(2021, 9, 7), dates=(D(2021, 7, 5), D(2021, 9, 7))),
            "повторюється, 2 дні: 05.07.2021 і 07.09.2021",
        ),
        (span(DateKind.AS_NEEDED, D(2021, 8, 1)), "за потреби з 01.08.2021, постійний захід"),
        (span(DateKind.EMPTY), "дату не вказано"),
    ],
)
def test_what_is_sure_is_said_plainly(given: DateSpan, said: str) -> None:
    assert date_phrase(given, Q3) == Phrase(said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (span(DateKind.DAY, D(2021, 10, 1), D(2021, 10, 1)), "1 жовтня 2021, поза кварталом"),
        (span(DateKind.ONGOING_FROM, D(2021, 10, 1)), "триває з 01.10.2021, поза кварталом"),
        (
            span(DateKind.RECURRING, None, D(2021, 6, 30)),
            "повторюється до 30.06.2021, постійний захід, поза кварталом",
        ),
        (span(DateKind.TEXT), "дату не зрозуміло"),
        (span(DateKind.INVALID), "такої дати немає в календарі, перевірте"),
        (
            span(DateKind.DAY, D(2121, 8, 13), D(2121, 8, 13), confidence=Confidence.SUSPICIOUS),
            "сумнівно: 13 серпня 2121, перевірте",
        ),
        (
            span(DateKind.DAY, D(2021, 9, 15), D(2021, 9, 15), confidence=Confidence.PROBABLE),
            "імовірно, 15 вересня 2021",
        ),
    ],
)
def test_a_doubtful_date_is_said_as_a_doubt(given: DateSpan, said: str) -> None:
    assert date_phrase(given, Q3) == Phrase(said, doubt=True)


def test_every_kind_of_date_has_words() -> None:
    for kind in DateKind:
        for start, end in ((None, None), (D(2021, 8, 1), D(2021, 8, 31))):
            assert date_phrase(span(kind, start, end)).text


def test_outside_a_report_nothing_is_said_of_the_quarter() -> None:
    assert date_phrase(span(DateKind.DAY, D(2021, 8, 13), D(2021, 8, 13))).text == "13 серпня 2021"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(2021, 1, PeriodKind.YEAR), "13 серпня 2021, у межах року"),
        (Period(2021, 1, PeriodKind.HALF_YEAR), "13 серпня 2021, поза півріччям"),
    ],
)
def test_a_longer_period_has_its_own_word(period: Period, said: str) -> None:
    assert date_phrase(span(DateKind.DAY, D(2021, 8, 13), D(2021, 8, 13)), period).text == said


def link(target: str, flaw: LinkFlaw | None = None) -> Link:
    return Link(target, target, 0, len(target), flaw)


@pytest.mark.parametrize(
    ("links", "text", "phrase"),
    [
        ((), "", Phrase("посилань немає")),
        ((), " –\n", Phrase("посилань немає")),
        ((), "див. сайт", Phrase("посилання не знайдено", doubt=True)),
        ((link("https://a.ua"),), "…", Phrase("1 посилання")),
        ((link("https://a.ua"), link("https://b.ua")), "…", Phrase("2 посилання")),
        (
            (link("https://a.ua", LinkFlaw.NO_SCHEME),),
            "…",
            Phrase("1 посилання; адреса без https://", doubt=True),
        ),
    ],
)
def test_links(links: tuple[Link, ...], text: str, phrase: Phrase) -> None:
    assert links_phrase(links, text) == phrase


@pytest.mark.parametrize("flaw", list(LinkFlaw))
def test_every_flaw_of_a_link_has_words(flaw: LinkFlaw) -> None:
    assert links_phrase([link("https://a.ua", flaw)], "…").doubt


def item(outlet: str = "", url: str = "") -> MediaItem:
    return MediaItem(outlet, url, MediaKind.ONLINE if url else MediaKind.OFFLINE)


@pytest.mark.parametrize(
    ("media", "text", "phrase"),
    [
        (Media(count=0), "-", Phrase("публікацій немає")),
        (Media(), "", Phrase("публікацій немає")),
        (Media(), "десь було", Phrase("скільки публікацій, не зрозуміло", doubt=True)),
        (Media(count=5, stated=5), "5", Phrase("5 публікацій")),
        (
            Media(
                (item("«Весь Кривий Ріг»", "https://veskr.ua/1"), item("", "https://www.1kr.ua/2")), count=2
            ),
            "…",
            Phrase("2 публікації: «Весь Кривий Ріг», 1kr.ua"),
        ),
        (
            Media((item("«Голос»"),), count=1, stated=3),
            "…",
            Phrase("1 публікація: «Голос»; названо число 3, а перелічено 1", doubt=True),
        ),
    ],
)
def test_media(media: Media, text: str, phrase: Phrase) -> None:
    assert media_phrase(media, text) == phrase


@pytest.mark.parametrize(
    ("participants", "phrase"),
    [
        (Participants(ParticipantsKind.EXACT, 1, 1), Phrase("1 учасник")),
        (Participants(ParticipantsKind.EXACT, 22, 22), Phrase("22 учасники")),
        (Participants(ParticipantsKind.EXACT, 25, 25), Phrase("25 учасників")),
        (Participants(ParticipantsKind.APPROX, 100, 100), Phrase("близько 100 учасників, точно не відомо")),
        (Participants(ParticipantsKind.APPROX, 21, 21), Phrase("близько 21 учасника, точно не відомо")),
        (Participants(ParticipantsKind.MIN, 40), Phrase("щонайменше 40, точно не відомо")),
        (Participants(ParticipantsKind.MAX, None, 100), Phrase("до 100 учасників, точно не відомо")),
        (Participants(ParticipantsKind.RANGE, 20, 30), Phrase("від 20 до 30 учасників, точно не відомо")),
        (Participants(ParticipantsKind.NONE), Phrase("кількість не вказано")),
        (Participants(ParticipantsKind.TEXT), Phrase("скільки учасників, не зрозуміло", doubt=True)),
    ],
)
def test_participants(participants: Participants, phrase: Phrase) -> None:
    assert participants_phrase(participants) == phrase


def test_numbers_take_the_right_word() -> None:
    assert [wording.rows(n) for n in (0, 1, 2, 5, 11, 12, 14, 21, 102, 111)] == [
        "0 рядків",
        "1 рядок",
        "2 рядки",
        "5 рядків",
        "11 рядків",
        "12 рядків",
        "14 рядків",
        "21 рядок",
        "102 рядки",
        "111 рядків",
    ]
    assert wording.events(100_000) == "100\u00a0000 заходів"
    assert wording.listed([]) == ""
