"""What is told of a submitted report that would be another one now."""

from hypothesis import given
from hypothesis import strategies as st

from courtcomms.model import (
    Anchor,
    Cells,
    Column,
    DateKind,
    DateSpan,
    DifferenceKind,
    Event,
    FrozenRow,
    Participants,
    ParticipantsKind,
)
from courtcomms.reports.comparing import compare_rows


def now(number: int, cells: Cells) -> Event:
    return Event(number, 1, 1, cells, DateSpan(DateKind.EMPTY), Participants(ParticipantsKind.NONE))


def titled(ids):
    return [FrozenRow(id_, Cells(title=f"т{id_}")) for id_ in ids], [Cells(title=f"т{id_}") for id_ in ids]


def differences(before, after):
    sent, _ = titled(before)
    return compare_rows(sent, [now(id_, Cells(title=f"т{id_}")) for id_ in after])


def test_nothing_changed():
    assert differences([3, 1, 2], [3, 1, 2]) == ()


def test_cells_are_compared_but_for_the_number():
    sent = [FrozenRow(5, Cells(number="1", title="Зустріч", goal="Ціль"))]
    (told,) = compare_rows(sent, [now(5, Cells(number="7", title="Зустріч", goal="Інша"))])
    assert (told.event_id, told.number, told.kind, told.column) == (
        *(5, 1, DifferenceKind.CHANGED),
        Column.GOAL,
    )
    assert (told.before, told.after) == ("Ціль", "Інша")


def test_the_same_words_may_lead_elsewhere():
    def cells(target):
        return Cells(site_links="тут", anchors=(Anchor(Column.SITE_LINKS, "тут", target),))

    (told,) = compare_rows([FrozenRow(1, cells("https://a.ua"))], [now(1, cells("https://b.ua"))])
    assert (told.column, told.before, told.after) == (
        Column.SITE_LINKS,
        "тут → https://a.ua",
        "тут → https://b.ua",
    )


def test_rows_that_went_and_came():
    gone, came = differences([1, 2], [2, 9])
    assert (gone.kind, gone.number, gone.before) == (DifferenceKind.REMOVED, 1, "т1")
    assert (came.kind, came.number, came.after) == (DifferenceKind.ADDED, 2, "т9")


def test_one_row_moved_is_one_difference():
    (told,) = differences([1, 2, 3, 4, 5], [2, 3, 4, 5, 1])
    assert (told.event_id, told.kind, told.before, told.after) == (1, DifferenceKind.MOVED, "1", "5")


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_moving_only_what_is_told_gives_the_new_order(before, after):
    """The others keep their order, and the fewest are told: any one more left would stand wrong."""
    told = differences(before, after)
    assert {one.kind for one in told} <= {DifferenceKind.MOVED}
    moved = {one.event_id for one in told}
    assert [id_ for id_ in before if id_ not in moved] == [id_ for id_ in after if id_ not in moved]
    for one in moved:
        kept = moved - {one}
        assert [id_ for id_ in before if id_ not in kept] != [id_ for id_ in after if id_ not in kept]
