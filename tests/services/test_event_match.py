"""Whether two rows tell of the same event: labelled pairs, and what must hold for any text."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from event_pairs import OTHER, PAIRS, Q1, Q2, SAME, Pair

from courtcomms.model import Cells
from courtcomms.services.event_match import OFFERED, SURE, likeness, likeness_in_report, sight_of
from courtcomms.services.event_words import overlap, weight_of, words_of


def measured(pair: Pair) -> float:
    first, second = pair.periods
    return likeness(sight_of(pair.one, first), sight_of(pair.other, second))


@pytest.mark.parametrize("pair", [pair for pair in SAME if not pair.unsure], ids=lambda pair: pair.name)
def test_the_same_event_is_known_for_sure(pair: Pair) -> None:
    assert measured(pair) >= SURE


@pytest.mark.parametrize("pair", [pair for pair in SAME if pair.unsure], ids=lambda pair: pair.name)
def test_what_only_a_person_can_tell_is_offered(pair: Pair) -> None:
    assert OFFERED <= measured(pair) < SURE


@pytest.mark.parametrize("pair", OTHER, ids=lambda pair: pair.name)
def test_another_event_is_never_joined_unasked(pair: Pair) -> None:
    assert measured(pair) < SURE


def test_precision_and_recall_over_all_pairs() -> None:
    joined = [pair for pair in PAIRS if measured(pair) >= SURE]
    offered = [pair for pair in SAME if measured(pair) >= OFFERED]
    assert len(PAIRS) >= 60
    assert all(pair.same for pair in joined)
    assert len(joined) / len([pair for pair in SAME if not pair.unsure]) == 1.0
    assert len(offered) / len(SAME) >= 0.95


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_which_of_both_comes_first_makes_no_difference(pair: Pair) -> None:
    first, second = sight_of(pair.one, pair.periods[0]), sight_of(pair.other, pair.periods[1])
    assert likeness(first, second) == pytest.approx(likeness(second, first))


TEXTS = st.text(alphabet="абвгіїє АБ«»\"'-–\n\xa015", max_size=60)


@settings(max_examples=60)
@given(title=TEXTS, goal=TEXTS, date=st.sampled_from(["постійно", "12.02.2025", "", "щомісяця", "2025 рік"]))
def test_a_row_is_like_itself_and_no_likeness_leaves_its_bounds(title: str, goal: str, date: str) -> None:
    cells = Cells(title=title, goal=goal, date=date)
    here, there = sight_of(cells, Q1), sight_of(cells, Q1)
    like = likeness(here, there)
    assert 0 <= like <= 1
    # A title that tells little («1 1 А») is not enough to know an event by.
    if weight_of(words_of(title)) >= 5 and date in ("постійно", "щомісяця", "2025 рік"):
        assert like == pytest.approx(1)
    assert 0 <= likeness_in_report(cells, Cells(title=goal, goal=title, date=date), Q1) <= 1


@settings(max_examples=60)
@given(
    words=st.lists(
        st.sampled_from(("суд", "стенд", "інформація", "про", "для", "збір", "5", "І")), max_size=9
    )
)
def test_order_case_and_signs_of_words_do_not_count(words: list[str]) -> None:
    one, other = words_of(" ".join(words)), words_of(" — ".join(reversed(words)).upper())
    found = overlap(one, other)
    assert found.part == pytest.approx(1)
    assert (found.replaced, found.numbers_differ, found.grown) == (False, False, 0)


@settings(max_examples=60)
@given(word=st.text(alphabet="абвгдежзик", min_size=6, max_size=9), place=st.integers(0, 5))
def test_a_letter_left_out_of_a_long_word_is_a_slip(word: str, place: int) -> None:
    slipped = word[:place] + word[place + 1 :]
    assert overlap(words_of(f"нарада {word}"), words_of(f"нарада {slipped}")).part == pytest.approx(1)


def test_days_of_one_report_tell_excursions_apart() -> None:
    first = Cells(title="Екскурсія", goal="Просвіта", date="12.02.2025")
    second = Cells(title="Екскурсія", goal="Просвіта", date="19.02.2025")
    assert likeness_in_report(first, second, Q1) == 0
    paged = [
        Cells(title=one.title, goal=one.goal, date=one.date, site_links="https://a.ua/7")
        for one in (first, second)
    ]
    assert likeness_in_report(*paged, Q1) >= SURE


def test_a_rewritten_title_is_known_by_its_page_and_day() -> None:
    first = Cells(title="Зустріч", goal="Просвіта молоді", date="12.02.2025", site_links="https://a.ua/7")
    second = Cells(
        title="Візит ліцеїстів", goal="Просвіта молоді", date="12.02.2025", site_links="https://a.ua/7"
    )
    assert likeness_in_report(first, second, Q1) >= SURE
    assert (
        likeness_in_report(first, Cells(title="Візит ліцеїстів", goal="Інше", date="12.02.2025"), Q1) < SURE
    )


def test_the_users_own_word_makes_an_event_standing() -> None:
    cells = Cells(title="Робота гарячої лінії суду для громадян", goal="Довідки", date="протягом кварталу")
    assert likeness(sight_of(cells, Q1), sight_of(cells, Q2)) < SURE
    assert likeness(sight_of(cells, Q1, standing=True), sight_of(cells, Q2)) >= SURE
    once = Cells(title=cells.title, goal=cells.goal, date="14.05.2025")
    assert likeness(sight_of(cells, Q1, standing=True), sight_of(once, Q2)) == 0
