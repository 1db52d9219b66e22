"""Rows like those of a real report: about 420 characters and two links each, all invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

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
WIDTHS_MM = (9, 38, 32, 25, 45, 40, 26, 32, 20)
TITLES = (
    "Таблиця 1",
    "Звіт",
    "Вигаданого районного суду щодо комунікаційної діяльності суду",
    "за ІІІ квартал 2021 року",
)
SITE_LINKS, MEDIA = 4, 5


@dataclass(frozen=True, slots=True)
class BenchCell:
    """A cell's text; ``link`` is the address that its last line is and leads to, or empty."""

    text: str
    link: str = ""

    @property
    def before_link(self) -> str:
        """The text up to the link."""
        return self.text.removesuffix(self.link) if self.link else self.text


BenchRow = tuple[BenchCell, ...]


def bench_rows(size: int) -> tuple[BenchRow, ...]:
    """``size`` rows, no two with the same links."""
    return tuple(_row(number) for number in range(1, size + 1))


def _row(number: int) -> BenchRow:
    site = partial("https://vyhadanyi.example.court.gov.ua/sud0000/pres-centr/news/{}/".format)
    media = partial("https://novyny.example.ua/2021/{}/sud-vidkryv-dveri-dlia-shkoliariv.html".format)
    return (
        BenchCell(str(number)),
        BenchCell(f"День відкритих дверей у суді № {number} для учнів & студентів, екскурсія залами"),
        BenchCell("Підвищення рівня довіри громадян до суду, роз'яснення порядку розгляду справ"),
        BenchCell(f"{number % 28 + 1:02}.08.2021"),
        BenchCell(site(900000 + number), site(900000 + number)),
        BenchCell("«Вигадані новини»\n" + media(number), media(number)),
        BenchCell("Учні старших класів, студенти, громадськість"),
        BenchCell("Заступник керівника апарату суду, помічник судді"),
        BenchCell("близько 25 осіб"),
    )
