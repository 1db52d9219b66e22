"""The invented quarter of an invented court that all files of the corpus tell of, each in its manner."""

from collections.abc import Mapping
from dataclasses import dataclass, field

COURT = "Приозерний районний суд Вигаданої області"
PERIOD = "2024-Q2"
TITLE = (
    "Таблиця 1",
    "Звіт",
    "Приозерного районного суду Вигаданої області щодо комунікаційної діяльності суду",
    "за ІІ квартал 2024 року",
)
HEADINGS = (
    "№",
    "Назва (вид) заходу",
    "Комунікаційна ціль заходу",
    "Дата проведення",
    "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
    "Кількість публікацій у ЗМІ з посиланням",
    "Цільова аудиторія, на яку направлений захід",
    "Відповідальні особи (посада), які брали участь у заході від суду",
    "Кількість учасників, які брали участь у заході",
)
KEYS = (
    *("number", "title", "goal", "date", "site_links", "media", "audience", "responsible"),
    "participants",
)
SITE = "https://pz.court.example/sud0000/news"
STANDING = (
    "1",
    "Розміщення інформації на офіційному вебсайті суду\n(постійно)",
    "Поінформованість громадськості про роботу суду",
    "Постійно",
    "https://pz.court.example/sud0000/pres-centr/",
    "-",
    "Громадяни, учасники судових процесів",
    "Керівник апарату, прессекретар",
    "Не визначено",
)
DOORS = (
    "2",
    "День відкритих дверей для студентів-правників",
    "Довіра до суду",
    "12.04.2024",
    f"{SITE}/1501122/",
    "2\n«Вісті Приозер'я»\nhttps://visti.example/den-vidkrytykh-dverei\n«Радіо Приклад»",
    "Студенти",
    "Голова суду,\nсуддя-спікер",
    "близько 40 осіб",
)
TOUR = (
    "3",
    "Екскурсія «Стежками правосуддя»",
    "Правова освіта дітей",
    "15.05.2024, 22.05.2024",
    "новина на сайті суду",
    "-",
    "Учні 9–11 класів",
    "Прессекретар",
    "54",
)
BRIEFING = (
    "4",
    "Брифінг щодо електронного суду",
    "Роз'яснення змін",
    "03.06.2024",
    f"{SITE}/1517004/\n{SITE}/1517010/",
    "1 (https://tv.example/v/77)",
    "Адвокати, журналісти",
    "Заступник керівника апарату",
    "17",
)
SURVEY = (
    "5",
    "Опитування відвідувачів",
    "Оцінка якості роботи суду",
    "з 01.04.2024 по 30.06.2024",
    "-",
    "-",
    "Відвідувачі суду",
    "Начальник відділу",
    "120",
)
EVENTS = (STANDING, DOORS, TOUR, BRIEFING, SURVEY)
TOUR_LINK = f"{SITE}/1509876/"
#: Links of the usual five rows that their texts do not show, by row and column from 0.
WORDS = {(2, 4): [(TOUR_LINK, "новина на сайті суду")]}
SIGNED = ("Керівник апарату", "Виконавець: прессекретар, 000-00-00")
SIGNED_TOLD = "Текст поза таблицею не взято: «Керівник апарату»; «Виконавець: прессекретар, 000-00-00»."

Links = Mapping[tuple[int, int], list[tuple[str, str]]]


@dataclass(frozen=True)
class Case:
    """A file and what must be read from it; ``warnings`` are all of them, each wholly or by a piece."""

    name: str
    content: bytes
    rows: tuple[tuple[str, ...], ...] = EVENTS
    links: Links = field(default_factory=lambda: WORDS)
    warnings: tuple[str, ...] = ()
    headings: tuple[str, ...] = HEADINGS


def changed(event: tuple[str, ...], **cells: str) -> tuple[str, ...]:
    """An event with other texts in columns named by their keys."""
    return tuple(cells.get(key, text) for key, text in zip(KEYS, event, strict=True))
