"""Which column a heading names, and what is no heading at all."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.headings import Heading, read_heading

FORM = {
    Heading.NUMBER: "№",
    Heading.TITLE: "Назва (вид) заходу",
    Heading.GOAL: "Комунікаційна ціль заходу",
    Heading.DATE: "Дата проведення",
    Heading.SITE_LINKS: "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
    Heading.MEDIA: "Кількість публікацій у ЗМІ з посиланням",
    Heading.AUDIENCE: "Цільова аудиторія, на яку направлений захід",
    Heading.RESPONSIBLE: "Відповідальні особи (посада), які брали участь у заході від суду",
    Heading.PARTICIPANTS: "Кількість учасників, які брали участь у заході",
}

VARIANTS = {
    Heading.NUMBER: [
        "№ з/п",
        "№ п/п",
        "№з/п",
        "№ п.п.",
        "N",
        "N з/п",
        "№\nз/п",
        "Номер",
        "Порядковий номер",
        "п/п",
    ],
    Heading.TITLE: [
        "Назва заходу",
        "Назва",
        "Захід",
        "Заходи",
        "Найменування заходу",
        "Вид заходу",
        "НАЗВА (ВИД) ЗАХОДУ",
        "Назва(вид)заходу",
        "Назвазаходу",
        "Назва (вид) захо-\nду",
        "2. Назва заходу",
        "Назва комунікаційного заходу",
        "Hазва заходу",
    ],
    Heading.GOAL: [
        "Мета заходу",
        "Мета",
        "Ціль",
        "Ціль заходу",
        "Комунікаційна\nціль\nзаходу",
        "Комунікаційна мета",
        "Комунікаційні цілі заходу",
        "Комунікацiйна цiль заходу",
        "Мета (комунікаційна ціль) заходу",
        "3) Комунікаційна ціль",
    ],
    Heading.DATE: [
        "Дата",
        "Дата проведення заходу",
        "Дата\nпроведення",
        "Дата прове-\nдення",
        "прове дення дата",
        "Датапроведення",
        "ДАТА ПРОВЕДЕННЯ",
        "Дaта прoведення",
        "Дата провдення",
        "4. Дата проведення",
        "Термін",
        "Термін проведення",
        "Строк проведення",
        "Дата та час",
        "Дата, час та місце проведення",
        "Дата/період проведення",
        "Період проведення",
        "Строки виконання",
        "Дата публікації",
    ],
    Heading.SITE_LINKS: [
        "Посилання на сайт",
        "Посилання",
        "Розміщення на сайті",
        "Розміщення інформації на вебсайті суду",
        "Посилання на офіційний вебсайт суду",
        "Посилання на офіційний веб-сайт",
        "Посилання  на офіційний веб-сайт суду, де розміщена\nінформація про проведений захід",
        "Посилання на офіцйний веб-сайт суду",
        "Посилання на публікацію на сайті суду",
        "Адреса сторінки на сайті",
        "ПОСИЛАННЯ НА САЙТ СУДУ",
    ],
    Heading.MEDIA: [
        "Публікації у ЗМІ",
        "Публікації в ЗМІ",
        "ЗМІ",
        "Висвітлення у ЗМІ",
        "Кількість публікацій в медіа з посиланнями",
        "Кількість публікацій у ЗМІ (з посиланням)",
        "Кількість публiкацiй у 3МІ з посиланням".replace("3", "З"),
        "Кількість публікацій у ЗМІ та мережі Інтернет з посиланням",
        "Публікації у засобах масової інформації",
    ],
    Heading.MEDIA_COUNT: [
        "Кількість публікацій у ЗМІ",
        "Кількість публікацій",
        "К-ть публікацій у ЗМІ",
        "Кількість публікацій у засобах масової інформації",
    ],
    Heading.MEDIA_LINKS: [
        "Посилання на публікації у ЗМІ",
        "Посилання на публікацію в ЗМІ (за наявності)",
        "Посилання на ЗМІ",
    ],
    Heading.AUDIENCE: [
        "Цільова аудиторія",
        "Аудиторія",
        "Цільова\u00a0аудиторія",
        "Цільова аудиторія заходу",
        "Цільва аудиторія",
        "Ціловa аудиторя",
        "ЦІЛЬОВА АУДИТОРІЯ",
        "Цільова ауди-\nторія",
    ],
    Heading.RESPONSIBLE: [
        "Відповідальні особи",
        "Відповідальний",
        "Відповідальна особа",
        "Вдповідальні особи",
        "Відповідальні особи (посада)",
        "Відповідальна особа за проведення заходу",
        "Прізвище та посада відповідальної особи",
        "П.І.Б. відповідальної особи",
        "Відповідальні за виконання",
    ],
    Heading.PARTICIPANTS: [
        "Кількість учасникі",
        "Кількість учасникі, які брали участь у заході",
        "Учасники",
        "К-ть учасників",
        "Кільсть учасників",
        "Кількість учасників (осіб)",
        "Кількість осіб, які взяли участь",
        "Охоплення",
        "Охоплення аудиторії",
        "Кількість присутніх",
    ],
}


@pytest.mark.parametrize(("key", "text"), FORM.items())
def test_the_forms_own_headings(key: Heading, text: str) -> None:
    assert read_heading(text) is key
    assert read_heading(text.upper()) is key
    assert read_heading(f"\n {text.replace(' ', '  ')}\u00a0\n") is key


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in VARIANTS.items() for text in texts])
def test_headings_as_people_write_them(key: Heading, text: str) -> None:
    assert read_heading(text) is key


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "1",
        "25",
        "ІІІ",
        "IV",
        "Громадяни – відвідувачі суду",
        "Громадяни",
        "Заступник керівника апарату",
        "Представники ЗМІ",
        "Громадськість, ЗМІ",
        "Учасники судового процесу",
        "Відвідувачі суду",
        "Судді",
        "Суддя",
        "Голова суду",
        "Прес-секретар",
        "Посадові особи суду",
        "25 учасників",
        "25 осіб",
        "до 100 осіб",
        "Мета заходу 2021",
        "Кількість публікацій – 3",
        "Публікація у ЗМІ статті про діяльність суду",
        "Розміщення на інформаційних стендах суду плакатів",
        "Розміщення на сайті інформації щодо коронавірусу",
        "Інформування громадян",
        "Інформація про зміни",
        "Навчання працівників суду",
        "Проведення зборів колективу суду",
        "https://court.gov.ua",
        "13.08.2021",
        "на постійній основі",
        "протягом року",
        "Таблиця 1",
        "Звіт",
        "за ІІІ квартал 2021 року",
        "щодо комунікаційної діяльності суду",
        "Виконавець",
        "Критерії ефективності",
        "Тематичні блоки",
        "Примітка",
        "Місце проведення",
        "Кількість",
        "Веб-сайт",
        "Офіційний сайт суду",
        "«Весь Кривий Ріг»",
        "Дата " * 100,
    ],
)
def test_a_cells_text_is_no_heading(text: str) -> None:
    assert read_heading(text) is None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([text for texts in VARIANTS.values() for text in texts if len(text) > 12]), st.data())
def test_one_slip_never_turns_a_heading_into_another(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    slipped = text[:at] + data.draw(st.sampled_from(["", "ж", text[at] * 2])) + text[at + 1 :]
    assert read_heading(slipped) in {read_heading(text), None, *_neighbours(read_heading(text))}


def _neighbours(key: Heading | None) -> set[Heading]:
    """The media columns differ by one word, and a lost one makes another of them."""
    media = {Heading.MEDIA, Heading.MEDIA_COUNT, Heading.MEDIA_LINKS}
    return media if key in media else set()


@given(st.text(max_size=250))
def test_any_text_has_an_answer(text: str) -> None:
    assert read_heading(text) in {None, *Heading}


def test_a_page_of_text_is_refused_quickly() -> None:
    started = time.process_time()
    for number in range(200):
        assert read_heading(f"щодо проведеня заходув звязку з карантыном судув {number}") is None
    assert time.process_time() - started < 2


def test_the_real_reports_headings_and_nothing_else(shared_data: Path) -> None:
    report = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    assert [read_heading(text) for text in report["header"]] == list(FORM)
    for line in report["title_lines"]:
        assert read_heading(line) is None
    for row in report["rows"]:
        assert [read_heading(cell["text"]) for cell in row["cells"]] == [None] * 9
