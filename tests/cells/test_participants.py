"""How many people took part, as people write it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.participants import read_participants
from courtcomms.model import Participants, ParticipantsKind

EXACT, APPROX, MIN, MAX, RANGE, NONE, TEXT = (
    ParticipantsKind.EXACT,
    ParticipantsKind.APPROX,
    ParticipantsKind.MIN,
    ParticipantsKind.MAX,
    ParticipantsKind.RANGE,
    ParticipantsKind.NONE,
    ParticipantsKind.TEXT,
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        "—",
        "\u00a0",
        "\n",
        "немає",
        "Немає",
        "відсутні",
        "не було",
        "учасники відсутні",
        "нікого",
        "без учасників",
    ],
)
def test_nobody(text: str) -> None:
    assert read_participants(text) == Participants(NONE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("25", 25),
        ("25.", 25),
        (" 25 ", 25),
        ("0", 0),
        ("0 осіб", 0),
        ("1", 1),
        ("1 особа", 1),
        ("3 особи", 3),
        ("25 осіб", 25),
        ("25 ОСІБ", 25),
        ("25\u00a0осіб", 25),
        ("25\nосіб", 25),
        ("25осіб", 25),
        ("25 ос.", 25),
        ("25 чол.", 25),
        ("25чол", 25),
        ("25 чоловік", 25),
        ("25 учнів", 25),
        ("157 людей", 157),
        ("25 працівників суду", 25),
        ("25 працівників апарату суду", 25),
        ("25 державних службовців", 25),
        ("3 судді", 3),
        ("12 присяжних", 12),
        ("5 судових розпорядників", 5),
        ("30 юних відвідувачів", 30),
        ("15 студентів-практикантів", 15),
        ("40 представників ЗМІ", 40),
        ("25 учасників заходу", 25),
        ("25-ть осіб", 25),
        ("1200", 1200),
        ("1 200 осіб", 1200),
        ("1\u00a0200 осіб", 1200),
        ("10 000", 10_000),
        ("двадцять п'ять осіб", 25),
        ("Двадцять п’ять осіб", 25),
        ("двадцять пять", 25),
        ("десятеро", 10),
        ("п’ятнадцять", 15),
        ("одинадцять учнів", 11),
        ("сто двадцять", 120),
        ("двоє суддів", 2),
        ("25 (двадцять п'ять) осіб", 25),
        ("25 осіб (двадцять п'ять)", 25),
        ("група 25 осіб", 25),
        ("Група студентів (25 осіб)", 25),
        ("Взяли участь 25 осіб", 25),
        ("У заході взяли участь 25 осіб.", 25),
        ("Кількість учасників: 25", 25),
        ("Кількість учасників – 25 осіб", 25),
        ("Учасники: 25 студентів", 25),
        ("всього 45", 45),
        ("Загалом 45 осіб", 45),
        ("Присутні 12", 12),
        ("Охоплено 120 учнів", 120),
        ("осіб - 25", 25),
        ("працівники суду – 45", 45),
        ("усі працівники суду (45 осіб)", 45),
        ("Студенти юридичного факультету (20 осіб)", 20),
        ("25 осіб (учні та вчителі)", 25),
        ("25 осіб – учні та вчителі школи", 25),
        ("25 учнів 10-х класів", 25),
        ("25 учнів 9-А класу школи № 5", 25),
        ("учні 9 класу - 25", 25),
        ("25 учнів 9-11 класів", 25),
        ("40 учнів віком 10-14 років", 40),
        ("25 учнів з 3 шкіл", 25),
        ("25 учасників із 5 громад", 25),
        ("13.08.2021 – 25 осіб", 25),
        ("25 осіб (13.08.2021)", 25),
        ("20 серпня - 25 осіб", 25),
        ("1) 25 осіб", 25),
        ("30 осіб (2 заходи)", 30),
        ("22 особи, онлайн", 22),
        ("45 (з них 20 онлайн)", 45),
        ("45 осіб, з них 20 онлайн", 45),
        ("45 осіб, у тому числі 5 суддів", 45),
        ("45 осіб, в т.ч. 5 суддів та 3 помічники", 45),
        ("45 осіб (20 учнів та 25 батьків)", 45),
        ("всього 45 (судді – 5, працівники – 40)", 45),
        ("учнів - 15, вчителів - 2, всього - 17", 17),
    ],
)
def test_a_counted_number(text: str, number: int) -> None:
    assert read_participants(text) == Participants(EXACT, number, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15 учнів та 2 вчителі", 17),
        ("15 учнів і 2 вчителі", 17),
        ("15 учнів, 2 вчителі", 17),
        ("15 учнів\n2 вчителі", 17),
        ("15 учнів + 2 вчителі", 17),
        ("15+2", 17),
        ("20 учнів, 2 вчителі та 3 судді", 25),
        ("судді – 5, працівники апарату – 20", 25),
        ("учнів - 15; вчителів - 2", 17),
        ("учні (25), вчителі (2)", 27),
        ("Від суду: 3 судді, 2 помічники", 5),
        ("20 онлайн, 25 офлайн", 45),
        ("онлайн – 20, офлайн – 25", 45),
        ("20 осіб онлайн та 25 осіб офлайн", 45),
        ("20 жінок та 5 чоловіків", 25),
        ("25 осіб та 3 судді", 28),
    ],
)
def test_groups_that_cannot_overlap_are_added(text: str, number: int) -> None:
    assert read_participants(text) == Participants(EXACT, number, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("близько 100", 100),
        ("Близько 100 осіб", 100),
        ("біля 100", 100),
        ("приблизно 50 осіб", 50),
        ("прибл. 50", 50),
        ("орієнтовно 40", 40),
        ("орієнт. 40 осіб", 40),
        ("майже 60 учнів", 60),
        ("десь 30 осіб", 30),
        ("~100", 100),
        ("~ 50 чол.", 50),
        ("≈100", 100),
        ("100±", 100),
        ("100 ± 10", 100),
        ("±100", 100),
        ("25 осіб (приблизно)", 25),
        ("25 приблизно", 25),
        ("близько 25-ти осіб", 25),
        ("близько двадцяти п'яти осіб", 25),
        ("близько сотні осіб", 100),
        ("сотня осіб", 100),
        ("два десятки осіб", 20),
        ("осіб 25", 25),
        ("1 тис.", 1000),
        ("1,5 тис. осіб", 1500),
        ("2 млн", 2_000_000),
        ("5 тисяч осіб", 5000),
        ("п'ять тисяч", 5000),
        ("близько 20 учнів та 2 вчителі", 22),
    ],
)
def test_an_estimate_is_never_exact(text: str, number: int) -> None:
    assert read_participants(text) == Participants(APPROX, number, number)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("понад 40", 40),
        ("Понад 40 осіб", 40),
        ("понад сорок", 40),
        ("понад 40-ка", 40),
        ("більше 40", 40),
        ("більш ніж 40", 40),
        ("більше ніж 40 осіб", 40),
        ("не менше 20", 20),
        ("не менше ніж 20 осіб", 20),
        ("не менш як двадцять учасників", 20),
        ("щонайменше 20 осіб", 20),
        ("мінімум 20", 20),
        ("від 20 осіб", 20),
        ("100+", 100),
        ("100+ осіб", 100),
        (">40", 40),
        ("≥ 40", 40),
        ("25 і більше", 25),
        ("25 осіб та більше", 25),
        ("понад 1,2 тис. користувачів", 1200),
        ("понад сотню учнів", 100),
        ("понад 40 учнів та 2 вчителі", 42),
    ],
)
def test_at_least(text: str, low: int) -> None:
    assert read_participants(text) == Participants(MIN, low, None)


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("до 100", 100),
        ("до 100 осіб", 100),
        ("до ста осіб", 100),
        ("не більше 30", 30),
        ("не більше ніж 30 осіб", 30),
        ("не більш ніж 30 осіб", 30),
        ("щонайбільше 30", 30),
        ("максимум 30", 30),
        ("30 осіб максимум", 30),
        ("менше 30 осіб", 30),
        ("в межах 30 осіб", 30),
        ("≤30", 30),
        ("до 30-ти учнів", 30),
        ("до 30 учнів та 2 вчителі", 32),
    ],
)
def test_at_most(text: str, high: int) -> None:
    assert read_participants(text) == Participants(MAX, None, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20-30 осіб", 20, 30),
        ("20–30", 20, 30),
        ("20 - 30", 20, 30),
        ("20…30", 20, 30),
        ("від 20 до 30", 20, 30),
        ("від 20 до 30 осіб", 20, 30),
        ("близько 20-30 осіб", 20, 30),
        ("двадцять-тридцять осіб", 20, 30),
        ("від двадцяти до тридцяти осіб", 20, 30),
        ("2-3 судді", 2, 3),
    ],
)
def test_a_range(text: str, low: int, high: int) -> None:
    assert read_participants(text) == Participants(RANGE, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "всі працівники суду",
        "кілька десятків",
        "декілька осіб",
        "сотні осіб",
        "десятки учнів",
        "багато",
        "необмежена кількість",
        "невідомо",
        "не обліковується",
        "громадяни",
        "необмежене коло осіб",
        # signs that only look like digits
        "З0 осіб",
        "3О осіб",
        "2о осіб",
        "l5 осіб",
        "1O",
        # numbers of other things
        "10 класів",
        "2 групи по 15 осіб",
        "Дві групи учнів",
        "500 переглядів",
        "Переглядів - 500",
        "100 буклетів",
        "Буклетів – 100",
        "3 судові засідання",
        "2 заходи",
        "40%",
        "100 % працівників",
        "2021 рік",
        "13.08.2021",
        "20 хвилин",
        "№ 25",
        "+380564901234",
        # what may be read in two ways
        "1.200",
        "1,200",
        "12,5",
        "007",
        "25/30",
        "25, 30",
        "25 30",
        "25\n30",
        "30-20",
        "25 (двадцять шість) осіб",
        "20 осіб (30 учнів)",
        "45 осіб (20 учнів та 30 батьків)",
        "25 осіб, 20 учнів",
        "25 осіб, 3 судді",
        "20 учнів, 20 учнів",
        "20 учнів, 5 дівчат",
        "13.08.2021 – 25 осіб\n14.08.2021 – 30 осіб",
        "1. 25 осіб\n2. 30 осіб",
        "25 осіб щодня",
        "по 25 осіб",
        "25 осіб на день",
        "в середньому 25 осіб",
        "кожного разу 20 осіб",
        # people who are not counted
        "25 учнів та вчителі",
        "25 учнів та класний керівник",
        "всі судді та 25 студентів",
        "працівники суду, 25 студентів",
        "працівники суду\n25 студентів",
        # plans and the absent
        "запрошено 20 осіб",
        "планується 20 осіб",
        "зареєстровано 45 учасників",
        "відсутні 5 осіб",
        "не брали участі 5 осіб",
        "без урахування 5 онлайн",
        "25 осіб, крім 3 суддів",
    ],
)
def test_what_is_not_certain_stays_text(text: str) -> None:
    assert read_participants(text) == Participants(TEXT)


def test_a_story_is_no_number() -> None:
    assert read_participants("25 осіб " + "слово " * 200) == Participants(TEXT)
    assert read_participants("9" * 100_000) == Participants(TEXT)


NOUNS = st.sampled_from(
    ["", " осіб", " учнів", " чол.", " людей", " учасників", " студентів", " працівників суду"]
)


@given(st.integers(0, 9999), NOUNS)
def test_any_plain_number_is_exact(number: int, noun: str) -> None:
    assert read_participants(f"{number}{noun}") == Participants(EXACT, number, number)
    assert read_participants(f"близько {number}{noun}") == Participants(APPROX, number, number)
    assert read_participants(f"понад {number}{noun}") == Participants(MIN, number, None)
    assert read_participants(f"до {number}{noun}") == Participants(MAX, None, number)


SINGLE_WORDS = (
    "25 3 осіб учнів та , ( ) - до від понад близько двадцять п'ять тис. кілька онлайн суду ; + % З0"
)
WORDS = st.sampled_from(
    [*SINGLE_WORDS.split(), "з них", "2 заходи", "\n", "№ 5", "13.08.2021", "вчителі", "всього", "2 вчителі"]
)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=10).map(" ".join)))
def test_whatever_is_read_fits_its_kind(text: str) -> None:
    read = read_participants(text)
    match read.kind:
        case ParticipantsKind.EXACT | ParticipantsKind.APPROX:
            assert read.low == read.high is not None
        case ParticipantsKind.MIN:
            assert read.low is not None
            assert read.high is None
        case ParticipantsKind.MAX:
            assert read.low is None
            assert read.high is not None
        case ParticipantsKind.RANGE:
            assert read.low is not None
            assert read.high is not None
            assert read.low < read.high
        case _:
            assert read.low is None
            assert read.high is None


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_doubtful_words_are_never_exact(text: str) -> None:
    for doubtful in (f"кілька {text}", f"{text} З0", f"{text} 40%"):
        assert read_participants(doubtful).kind is TEXT
