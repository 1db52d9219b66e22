"""Old reports as Word files, plain ones and one with everything that goes wrong in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "importing"))

from docx_files import docx, lines, p, r, row, tbl, tc, tr, word_part

COURT = "Зеленогірського районного суду Лісостепової області"
ROMAN = ("І", "ІІ", "ІІІ", "ІV")
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
#: Standing events as they came back in each quarter.
FACEBOOK = "Ведення сторінки суду у мережі Facebook"
NEWS = "Розміщення новин на офіційному вебсайті суду"
_STANDING_DATE = "постійно"


def event(
    title: str, date: str, *, goal: str = "Підвищення довіри до суду", site: str = "-"
) -> tuple[str, ...]:
    """The texts of a row."""
    return (title, goal, date, site, "-", "Громадяни", "Пресслужба суду", "-")


def standing(title: str, *, goal: str = "Відкритість суду") -> tuple[str, ...]:
    """A row that comes back in each quarter."""
    return event(title, _STANDING_DATE, goal=goal)


def title(quarter: int, year: int = 2021) -> str:
    """The four lines over the table."""
    over = ("Таблиця 1", "Звіт", f"{COURT} щодо комунікаційної діяльності суду")
    return "".join(p(r(line)) for line in (*over, f"за {ROMAN[quarter - 1]} квартал {year} року"))


def report(path: Path, quarter: int, rows: Sequence[Sequence[str]], year: int = 2021) -> Path:
    """A report in the form's own columns."""
    body = [row(str(number), *texts) for number, texts in enumerate(rows, 1)]
    path.write_bytes(docx(title(quarter, year) + tbl(row(*HEADINGS), *body)))
    return path


def whole_year(path: Path) -> Path:
    """Four reports in one file, one under the other."""
    parts = [
        title(quarter)
        + tbl(row(*HEADINGS), row("1", *event(f"Зустріч {quarter}", f"15.{3 * quarter:02}.2021")))
        for quarter in range(1, 5)
    ]
    path.write_bytes(docx("".join(parts)))
    return path


def undated(path: Path) -> Path:
    """A report that does not say of which quarter it is."""
    path.write_bytes(docx(tbl(row(*HEADINGS), row("1", *event("Лекція", "постійно")))))
    return path


def year(folder: Path) -> list[Path]:
    """Four quarters: two standing events in each, one renamed in the third, and one event of its own."""
    folder.mkdir(exist_ok=True)
    renamed = f"{FACEBOOK} та Instagram"
    found = []
    for quarter in range(1, 5):
        name = FACEBOOK if quarter < 3 else renamed
        rows = [standing(name), standing(NEWS), event(f"Зустріч {quarter}", f"15.{3 * quarter:02}.2021")]
        found.append(report(folder / f"zvit_2021_q{quarter}.docx", quarter, rows))
    return found


def remarked(path: Path, quarter: int = 3) -> Path:
    """A report whose third column has a heading that the form does not know."""
    headings = (*HEADINGS[:2], "Графа Б", *HEADINGS[3:])
    rows = (event("Круглий стіл", "13.08.2021"), event("Лекція", "14.08.2021"))
    body = [row(str(number), *texts) for number, texts in enumerate(rows, 1)]
    path.write_bytes(docx(title(quarter) + tbl(row(*headings), *body)))
    return path


def messy(path: Path, *, changed: Sequence[Sequence[str]] = ()) -> Path:
    """Columns in another order, a section row, merged cells, a footnote, a picture, a signature."""
    order = (0, 3, 1, 2, 6, 4, 5, 7, 8)
    headings = tuple(HEADINGS[place] for place in order)

    def placed(number: int, texts: Sequence[str]) -> str:
        cells = (str(number), *texts)
        return row(*(cells[place] for place in order))

    section = tr(tc(lines("І. Постійні заходи"), '<w:gridSpan w:val="9"/>'))
    own = tr(tc(lines("ІІ. Заходи кварталу"), '<w:gridSpan w:val="9"/>'))
    noted = ("3", "l5.09.2021", "Виїзна лекція у школі", "Правова освіта", "Учні", "-", "-", "Суддя", "25")
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    third = tr(
        *(tc(p(r(text), reference) if place == 2 else lines(text)) for place, text in enumerate(noted))
    )
    merged = tr(
        tc(lines("4")),
        tc(lines("20.09.2021")),
        tc(lines("Прямий ефір на місцевому радіо"), '<w:gridSpan w:val="2"/>'),
        *(tc(lines(text)) for text in ("Мешканці громади", "-", "1: радіо «Хвиля»", "Речник суду", "-")),
    )
    picture = p(
        "<w:r><w:drawing><pic:pic><pic:blipFill/></pic:pic></w:drawing></w:r>",
    )
    body = [section, *(placed(n, texts) for n, texts in enumerate(changed, 1)), own, third, merged]
    notes = f'<w:footnote w:id="1">{p(r("Захід перенесено з липня через карантин."))}</w:footnote>'
    text = (
        title(3)
        + p(r("Додатково повідомляємо, що у серпні суд працював дистанційно."))
        + tbl(row(*headings), *body)
        + picture
        + p(r("Керівник апарату суду                    Оксана ПЕТРЕНКО"))
    )
    path.write_bytes(docx(text, more={"footnotes": word_part("footnotes", notes)}))
    return path
