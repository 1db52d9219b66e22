"""The participants of many events together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.participants import ParticipantsTotal, read_participants, total_participants


def total(*texts: str) -> ParticipantsTotal:
    return total_participants(read_participants(text) for text in texts)


def test_counted_numbers_add_up() -> None:
    assert total("25 осіб", "157 людей", "-", "") == ParticipantsTotal(182, 0, 182, 182, False, 0, 2)


def test_an_estimate_makes_the_sum_an_estimate() -> None:
    result = total("100", "близько 40", "-")
    assert (result.exact, result.approx, result.low, result.high, result.estimated) == (
        100,
        40,
        140,
        140,
        True,
    )


def test_an_open_end_leaves_the_sum_open() -> None:
    result = total("100", "понад 40")
    assert (result.exact, result.low, result.high, result.estimated) == (100, 140, None, True)


def test_limits_bound_the_sum() -> None:
    result = total("10", "до 100 осіб", "20-30")
    assert (result.exact, result.low, result.high, result.estimated) == (10, 30, 140, True)


def test_words_without_a_number_are_counted_apart() -> None:
    result = total("25", "всі працівники", "кілька десятків", "-")
    assert (result.exact, result.untold, result.told, result.estimated) == (25, 2, 1, False)


@pytest.mark.parametrize(
    ("texts", "phrase"),
    [
        ((), "кількість учасників не вказано"),
        (("-", ""), "кількість учасників не вказано"),
        (("всі працівники",), "кількість учасників не названо числом (1 рядок)"),
        (("всі", "усі", "-"), "кількість учасників не названо числом (2 рядки)"),
        (("25", "157"), "182 особи"),
        (("1",), "1 особа"),
        (("21",), "21 особа"),
        (("11",), "11 осіб"),
        (("близько 40",), "близько 40 осіб"),
        (("близько 21",), "близько 21 особи"),
        (("100", "близько 40"), "близько 140 осіб, з них 40 приблизно"),
        (("понад 40",), "щонайменше 40 осіб"),
        (("100", "понад 22"), "щонайменше 122 особи"),
        (("60", "близько 40", "понад 40"), "щонайменше 140 осіб, з них 40 приблизно"),
        (("до 100",), "до 100 осіб"),
        (("10", "до 100"), "від 10 до 110 осіб"),
        (("20-30",), "від 20 до 30 осіб"),
        (("25", "всі працівники"), "25 осіб; ще 1 рядок без числа"),
        (("0",), "0 осіб"),
    ],
)
def test_the_sum_says_how_sure_it_is(texts: tuple[str, ...], phrase: str) -> None:
    assert total(*texts).phrase() == phrase


CELLS = st.sampled_from(
    ["-", "25", "близько 40", "понад 10", "до 100", "20-30", "всі", "", "0", "12 учнів та 3 вчителі"]
)


@given(st.lists(CELLS, max_size=12))
def test_the_bounds_hold_and_an_estimate_is_named(cells: list[str]) -> None:
    result = total(*cells)
    assert result.exact <= result.low
    assert result.high is None or result.low <= result.high
    guessed = any(cell in {"близько 40", "понад 10", "до 100", "20-30"} for cell in cells)
    assert result.estimated is guessed
    if not guessed and not result.untold:
        assert result.exact == result.low == result.high
    if guessed:
        assert any(word in result.phrase() for word in ("близько", "щонайменше", "до", "приблизно"))
