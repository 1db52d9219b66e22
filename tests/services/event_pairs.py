"""Pairs of rows from reports of an invented court, each told to be the same event or another one.

The shapes are those of a real year: four quarters, typed anew by different people from the last one's file.
"""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.model import Cells
from courtcomms.period import Period

Q1, Q2, Q3, Q4 = (Period.quarter(2025, quarter) for quarter in (1, 2, 3, 4))
NEXT = Period.quarter(2026, 1)


@dataclass(frozen=True)
class Pair:
    """Two rows and what a person would say; ``unsure``: she would have to ask."""

    name: str
    one: Cells
    other: Cells
    same: bool
    periods: tuple[Period, Period] = (Q1, Q2)
    unsure: bool = False


def row(title: str, goal: str, date: str, audience: str = "Громадськість", **more: str) -> Cells:
    """A row of the form."""
    return Cells(title=title, goal=goal, date=date, audience=audience, **more)


STANDS = "Розміщення на інформаційних стендах суду зразків заяв і квитанцій про сплату судового збору"
STANDS_GOAL = "Полегшення звернення до суду, інформування громадян про порядок сплати судового збору"
SITE = "Адміністрування та наповнення корисною та актуальною інформацією офіційного вебсайту суду"
SITE_GOAL = "Громадяни мають знати про діяльність суду, тому інформація на сайті оновлюється щодня"
FACEBOOK = "Адміністрування та наповнення корисною та актуальною інформацією сторінки суду у Facebook"
FACEBOOK_GOAL = "Реалізація політики відкритості та прозорості в роботі суду, спілкування з громадянами"
AID = "Розміщення на інформаційних стендах суду плакатів щодо роботи Центру безоплатної правничої допомоги"
AID_GOAL = "Підвищення рівня обізнаності громадян щодо послуг, які можна отримати безоплатно"
LIVE = "з 01.02.2024 на постійній основі"
SINCE = "на постійній основі\n(з 25.06.2018)"


def _same(name: str, one: Cells, other: Cells, *periods: Period, unsure: bool = False) -> Pair:
    return Pair(name, one, other, True, periods or (Q1, Q2), unsure)  # type: ignore[arg-type]


def _other(name: str, one: Cells, other: Cells, *periods: Period) -> Pair:
    return Pair(name, one, other, False, periods or (Q1, Q2))  # type: ignore[arg-type]


base = row(STANDS, STANDS_GOAL, LIVE)
site = row(SITE, SITE_GOAL, SINCE)
facebook = row(FACEBOOK, FACEBOOK_GOAL, SINCE)
aid = row(AID, AID_GOAL, "з 22.03.2024 - на постійній основі у 2025 році")
monthly = row(
    "Прийом громадян керівництвом суду", "Реалізація права громадян на звернення", "щомісяця (15.01, 12.02)"
)
hotline = row("Робота телефонної гарячої лінії суду", "Надання довідкової інформації учасникам", "постійно")
quarantine = row(
    "Інформування про особливості роботи суду в умовах воєнного стану",
    "Безпека відвідувачів і працівників суду",
    "з 24.02.2022 до закінчення воєнного стану",
)
yearly = row(
    "Проведення конкурсу дитячих малюнків «Суд очима дітей»",
    "Правова просвіта дітей та молоді",
    "протягом 2025 року",
    "Школярі",
)
excursion = row("Екскурсія до суду для школярів", "Правова просвіта молоді", "12.02.2025", "Школярі")
lecture = row(
    "Лекція для студентів про роботу суду", "Правова просвіта студентської молоді", "щомісяця", "Студенти"
)

SAME = (
    _same("untouched", base, base),
    _same("another number", Cells(number="1", title=SITE, goal=SITE_GOAL, date=SINCE), site),
    _same("capitals", base, row(STANDS.upper(), STANDS_GOAL, LIVE)),
    _same("no final dot", row(f"{STANDS}.", STANDS_GOAL, LIVE), base),
    _same("blanks", row(STANDS.replace(" ", "  "), STANDS_GOAL.replace(" ", "\xa0"), LIVE), base),
    _same("lines", row(STANDS.replace(" суду", "\nсуду"), STANDS_GOAL, LIVE), base),
    _same("slip in the title", row(STANDS.replace("стендах", "стедах"), STANDS_GOAL, LIVE), base),
    _same("swapped letters", row(STANDS.replace("зразків", "зразкви"), STANDS_GOAL, LIVE), base),
    _same("slip in the goal", row(STANDS, STANDS_GOAL.replace("порядок", "порядк"), LIVE), base),
    _same(
        "slips in both",
        row(SITE.replace("інформацією", "інфомацією"), SITE_GOAL.replace("знати", "занти"), SINCE),
        site,
    ),
    _same(
        "quotation marks",
        yearly,
        row(yearly.title.replace("«", '"').replace("»", '"'), yearly.goal, yearly.date),
    ),
    _same(
        "dashes",
        row("Рубрика - новини суду для громадян міста", AID_GOAL, LIVE),
        row("Рубрика — новини суду для громадян міста", AID_GOAL, LIVE),
    ),
    _same("hyphen of вебсайт", site, row(SITE.replace("вебсайту", "веб-сайту"), SITE_GOAL, SINCE)),
    _same("a blank lost", site, row(SITE.replace("корисною та", "корисноюта"), SITE_GOAL, SINCE)),
    _same("latin letters", row(STANDS.replace("с", "c").replace("о", "o"), STANDS_GOAL, LIVE), base),
    _same(
        "apostrophes",
        row("Рубрика «Обов'язки присяжного» на сайті суду", AID_GOAL, LIVE),
        row("Рубрика «Обовʼязки присяжного» на сайті суду", AID_GOAL, LIVE),
    ),
    _same(
        "проект and проєкт",
        row("Участь суду в проекті «Модельний суд»", AID_GOAL, LIVE),
        row("Участь суду в проєкті «Модельний суд»", AID_GOAL, LIVE),
    ),
    _same("other endings", row(STANDS.replace("зразків", "зразки"), STANDS_GOAL, LIVE), base),
    _same(
        "links added", base, row(STANDS, STANDS_GOAL, LIVE, site_links="https://sud.ua/1\nhttps://sud.ua/2")
    ),
    _same(
        "participants differ",
        row(STANDS, STANDS_GOAL, LIVE, participants="120"),
        row(STANDS, STANDS_GOAL, LIVE, participants="понад 340"),
    ),
    _same(
        "media and people differ",
        row(SITE, SITE_GOAL, SINCE, media="3", responsible="Керівник апарату"),
        row(SITE, SITE_GOAL, SINCE, media="7", responsible="Пресекретар"),
    ),
    _same("audience reworded", site, row(SITE, SITE_GOAL, SINCE, "Відвідувачі суду, ЗМІ")),
    _same("phrase turned round", row(STANDS, STANDS_GOAL, "постійно (з 01.02.2024)"), base),
    _same("phrase with the year", aid, row(AID, AID_GOAL, "з 22.03.2024 постійно"), Q4, NEXT),
    _same("beginning untold", site, row(SITE, SITE_GOAL, "постійно")),
    _same(
        "постійно, на постійній основі",
        row(SITE, SITE_GOAL, "на постійній основі"),
        row(SITE, SITE_GOAL, "постійно"),
    ),
    _same(
        "information renewed",
        quarantine,
        row(quarantine.title, quarantine.goal, f"{quarantine.date}.\nІнформація постійно оновлюється"),
    ),
    _same(
        "until an event, then always",
        quarantine,
        row(quarantine.title, quarantine.goal, "з 24.02.2022 постійно"),
    ),
    _same("every month, other days", monthly, row(monthly.title, monthly.goal, "щомісяця (16.04, 14.05)")),
    _same("every month, days untold", monthly, row(monthly.title, monthly.goal, "щомісячно")),
    _same(
        "as needed",
        row(hotline.title, hotline.goal, "за потреби"),
        row(hotline.title, hotline.goal, "у разі потреби"),
    ),
    _same("a short title", hotline, hotline),
    _same("the same year", yearly, yearly),
    _same("the year untold", yearly, row(yearly.title, yearly.goal, "протягом року", "Школярі")),
    _same(
        "a long span",
        row("Виставка архівних документів суду", AID_GOAL, "з 01.03.2025 по 30.06.2025"),
        row("Виставка архівних документів суду", AID_GOAL, "01.03.2025 - 30.06.2025"),
    ),
    _same("reported late", excursion, excursion),
    _same("title grew at its end", base, row(f"{STANDS}, а також на вебсайті", STANDS_GOAL, LIVE)),
    _same(
        "title grew inside",
        site,
        row(SITE.replace("офіційного", "офіційного україномовного"), SITE_GOAL, SINCE),
    ),
    _same("title grew by a bracket", facebook, row(f"{FACEBOOK} (та у Telegram)", FACEBOOK_GOAL, SINCE)),
    _same("title was cut", row(f"{AID} в області", AID_GOAL, aid.date), aid),
    _same("goal grew", site, row(SITE, f"{SITE_GOAL} працівниками апарату суду", SINCE)),
    _same(
        "goal reworded",
        site,
        row(
            SITE,
            "Громадяни повинні знати про діяльність суду, інформація на сайті оновлюється щоденно",
            SINCE,
        ),
    ),
    _same("no goals", row(STANDS, "", LIVE), row(STANDS, "-", LIVE)),
    _same("a goal came", row(SITE, "", SINCE), site),
    _same("no titles", row("", SITE_GOAL, SINCE), row("", SITE_GOAL, SINCE)),
    _same(
        "it got an end",
        row(SITE, SITE_GOAL, "з 01.02.2024 постійно"),
        row(SITE, SITE_GOAL, "з 01.02.2024 по 31.12.2025"),
        Q3,
        Q4,
    ),
    _same("a year between", site, site, Q1, NEXT),
    _same("word replaced", site, row(SITE.replace("корисною", "важливою"), SITE_GOAL, SINCE), unsure=True),
    _same(
        "year in the title",
        row(f"{STANDS} у 2025 році", STANDS_GOAL, LIVE),
        row(f"{STANDS} у 2026 році", STANDS_GOAL, LIVE),
        Q4,
        NEXT,
        unsure=True,
    ),
    _same(
        "a slip in the beginning",
        base,
        row(STANDS, STANDS_GOAL, "з 10.02.2024 на постійній основі"),
        unsure=True,
    ),
    _same(
        "whole quarters",
        row(hotline.title, hotline.goal, "протягом І кварталу"),
        row(hotline.title, hotline.goal, "протягом ІІ кварталу"),
        unsure=True,
    ),
    _same("no dates", row(STANDS, STANDS_GOAL, ""), row(STANDS, STANDS_GOAL, "-"), unsure=True),
)

OTHER = (
    _other("site and Facebook", site, facebook),
    _other("stands about something else", base, aid),
    _other(
        "one word tells the topic",
        row("Розміщення на стендах інформації про судовий збір", AID_GOAL, LIVE),
        row("Розміщення на стендах інформації про медіацію", AID_GOAL, LIVE),
    ),
    _other(
        "the topic added",
        row("Розміщення інформації на стендах", "Інформування громадян", LIVE),
        row("Розміщення інформації на стендах про медіацію та примирення", "Інформування громадян", LIVE),
    ),
    _other(
        "same title, other goal",
        row("Розміщення інформації на сайті суду", "Зміни реквізитів для сплати", LIVE),
        row("Розміщення інформації на сайті суду", "Добір кандидатів у присяжні", LIVE),
    ),
    _other(
        "same title, other goal, no beginning",
        row("Розміщення інформації", "Зміни реквізитів для сплати", "постійно"),
        row("Розміщення інформації", "Добір кандидатів у присяжні", "постійно"),
    ),
    _other("two excursions", excursion, row(excursion.title, excursion.goal, "14.05.2025", "Школярі")),
    _other(
        "two excursions of one text",
        row(excursion.title, excursion.goal, "12.02"),
        row(excursion.title, excursion.goal, "12.02"),
        Q1,
        NEXT,
    ),
    _other(
        "days of two quarters",
        row(excursion.title, excursion.goal, "12.02.2025, 14.02.2025"),
        row(excursion.title, excursion.goal, "14.05.2025, 16.05.2025"),
    ),
    _other(
        "two months",
        row(hotline.title, hotline.goal, "лютий 2025 року"),
        row(hotline.title, hotline.goal, "14.05.2025"),
    ),
    _other("standing and once", hotline, row(hotline.title, hotline.goal, "14.05.2025")),
    _other("other years", yearly, row(yearly.title, yearly.goal, "протягом 2026 року"), Q4, NEXT),
    _other(
        "another beginning",
        row("Рубрика на сайті", "Інформування", "з 01.02.2021 постійно"),
        row("Рубрика на сайті", "Інформування", "з 05.05.2025 постійно"),
    ),
    _other(
        "same day, other events",
        row("Нарада суддів", "Узагальнення практики", "14.05.2025"),
        row("Екскурсія до суду", "Правова просвіта", "14.05.2025"),
    ),
    _other(
        "same goal, other titles",
        row("Лекції у школах міста", "Правова просвіта молоді", "щомісяця"),
        row("Публікації у місцевій газеті", "Правова просвіта молоді", "щомісяця"),
    ),
    _other(
        "groups by number",
        row("Заняття зі школярами групи 1", "Правова просвіта", "щомісяця"),
        row("Заняття зі школярами групи 2", "Правова просвіта", "щомісяця"),
    ),
    _other(
        "Roman numbers",
        row("Виставка робіт, частина І", "Просвіта", "постійно"),
        row("Виставка робіт, частина ІІ", "Просвіта", "постійно"),
    ),
    _other(
        "radio and television",
        row("Виступи судді на радіо про роботу суду", FACEBOOK_GOAL, LIVE),
        row("Виступи судді на телебаченні про роботу суду", FACEBOOK_GOAL, LIVE),
    ),
    _other(
        "pupils and students",
        lecture,
        row("Лекція для школярів про роботу суду", "Правова просвіта шкільної молоді", "щомісяця", "Школярі"),
    ),
    _other("nothing but dates", row("", "", "постійно"), row("", "", "постійно")),
    _other("two words", row("Наради", "", "щомісяця"), row("Наради суддів", "", "щомісяця")),
    _other(
        "Telegram and Instagram",
        row("Ведення каналу суду в Telegram", FACEBOOK_GOAL, SINCE),
        row("Ведення сторінки суду в Instagram", FACEBOOK_GOAL, SINCE),
    ),
    _other(
        "spans that only meet",
        row("Виставка архівних документів суду", AID_GOAL, "з 01.03.2025 по 30.04.2025"),
        row("Виставка архівних документів суду", AID_GOAL, "з 01.05.2025 по 30.06.2025"),
    ),
    _other(
        "a title without its end",
        row("Розміщення на стендах", "Інформування громадян", "постійно"),
        row("Розміщення на стендах плакатів Центру правничої допомоги", "Інформування громадян", "постійно"),
    ),
)

PAIRS = SAME + OTHER
