"""Names of files: the examples are those of the Cabinet's resolution 55 of 27.01.2010."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.period import Period
from courtcomms.reports.filename import file_stem, offered_name, transliterate

_EXAMPLES = """Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця
Vinnytsia, Володимир Volodymyr, Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan,
Ґорґани Gorgany, Донецьк Donetsk, Дмитро Dmytro, Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве
Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr, Жанна Zhanna, Жежелів Zhezheliv,
Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko, Іванків Ivankiv,
Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka, Стрий
Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn, Леонід Leonid, Миколаїв
Mykolaiv, Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko, Полтава
Poltava, Петро Petro, Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia,
Тернопіль Ternopil, Троць Trots, Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk,
Харків Kharkiv, Христина Khrystyna, Біла Bila, Церква Tserkva, Стеценко Stetsenko, Чернівці Chernivtsi,
Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко
Harashchenko, Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин
Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia, Згорани Zghorany, Розгон Rozghon"""


@pytest.mark.parametrize(
    "pair", [pair.split() for pair in re.split(r",\s+", _EXAMPLES)], ids=lambda pair: pair[1]
)
def test_examples_of_the_resolution(pair: list[str]) -> None:
    ukrainian, latin = pair
    assert transliterate(ukrainian) == latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("ЩАСТЯ", "SHCHASTIA"),
        ("ЄС", "YES"),
        ("Я", "Ya"),
        ("я і ти", "ya i ty"),
        ("Івано-Франківськ", "Ivano-Frankivsk"),
        ("Нью-Йорк", "Niu-York"),
        ("знам’янка Знамʼянка ЗНАМꞌЯНКА", "znamianka Znamianka ZNAMIANKA"),
        ("'лапки'", "'lapky'"),
        ("Facebook 2021", "Facebook 2021"),
        ("розгром", "rozghrom"),
    ],
)
def test_case_apostrophes_and_foreign_words(text: str, latin: str) -> None:
    assert transliterate(text) == latin


@pytest.mark.parametrize(
    ("code", "suffix", "name"),
    [
        ("2021-Q3", ".docx", "zvit_komunikatsii_2021_q3.docx"),
        ("2021-Q3", "xlsx", "zvit_komunikatsii_2021_q3.xlsx"),
        ("2022-H1", ".docx", "zvit_komunikatsii_2022_h1.docx"),
        ("2022", ".xlsx", "zvit_komunikatsii_2022.xlsx"),
    ],
)
def test_offered_name(code: str, suffix: str, name: str) -> None:
    assert offered_name(Period.parse(code), suffix) == name


@given(st.text())
def test_a_name_has_digits_latin_letters_and_underscores_only(text: str) -> None:
    assert re.fullmatch(r"(?:[0-9a-z]+(?:_[0-9a-z]+)*)?", file_stem(text))
