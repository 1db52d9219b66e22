"""What the user wishes of an import stays with its report and row, wherever these stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plans import Q2, Q3, Q4, document, read

from courtcomms.services.import_model import Decision, ImportWishes
from ui.imports.batch import Batch, key_of
from ui.imports.reading import Reading

FIRST = document([read("А"), read("Б")], "перший.docx", period=Q2)
SECOND = document([read("В"), read("Г")], "другий.docx")
NAMELESS = document(name="без періоду.docx", period=None)


def batch(*documents: object) -> Batch:
    files = {one.source.sha256: Path(one.source.name) for one in documents}  # type: ignore[attr-defined]
    return Batch(Reading(tuple(documents), files), Q4)  # type: ignore[arg-type]


def test_nothing_is_wished_at_first() -> None:
    assert batch(FIRST, SECOND).wishes() == ImportWishes()


def test_wishes_are_told_by_the_places_of_the_reports() -> None:
    asked = batch(FIRST, SECOND)
    asked.decide(key_of(SECOND), [0, 1], Decision.SKIP)
    asked.keep_as_sent(key_of(FIRST), True)
    asked.take(key_of(FIRST), False)
    wishes = asked.wishes()
    assert wishes.decisions == {(1, 0): Decision.SKIP, (1, 1): Decision.SKIP}
    assert wishes.sent == {0: True}
    assert wishes.left_out == {0}
    asked.take(key_of(FIRST), True)
    assert not asked.wishes().left_out


def test_another_period_takes_back_what_was_said_of_the_rows() -> None:
    """They are matched with another report's now."""
    asked = batch(FIRST, SECOND)
    asked.decide(key_of(FIRST), [0], Decision.JOIN)
    asked.decide(key_of(SECOND), [0], Decision.JOIN)
    asked.choose_period(key_of(SECOND), Q4)
    assert asked.wishes().periods == {1: Q4}
    assert asked.wishes().decisions == {(0, 0): Decision.JOIN}
    assert asked.period(SECOND) == Q4
    assert asked.period(FIRST) == Q2


def test_a_report_without_a_period_goes_where_it_may_belong() -> None:
    alone = batch(NAMELESS)
    assert alone.wishes().periods == {0: Q4}
    assert not alone.wishes().left_out


def test_among_several_it_is_not_taken_before_its_period_is_chosen() -> None:
    asked = batch(FIRST, NAMELESS)
    assert asked.wishes().left_out == {1}
    asked.choose_period(key_of(NAMELESS), Q3)
    assert not asked.wishes().left_out


def test_a_file_read_anew_takes_its_place_and_the_others_keep_their_wishes() -> None:
    asked = batch(FIRST, SECOND)
    asked.decide(key_of(FIRST), [0], Decision.SKIP)
    asked.decide(key_of(SECOND), [1], Decision.SKIP)
    asked.keep_as_sent(key_of(SECOND), True)
    anew = replace(FIRST, columns=())
    added = replace(FIRST, part=1, parts=2)
    files = {FIRST.source.sha256: Path("перший.docx")}
    asked.read_anew(Reading((anew, added), files, remembered=frozenset({"a shape"})))
    assert asked.documents == (anew, added, SECOND)
    assert asked.wishes().decisions == {(2, 1): Decision.SKIP}
    assert asked.wishes().sent == {2: True}
    assert asked.remembered == {"a shape"}


def test_a_choice_taken_back_is_no_longer_told_of() -> None:
    asked = Batch(Reading((FIRST,), {}, remembered=frozenset({"a shape"})), Q4)
    asked.read_anew(Reading((FIRST,), {FIRST.source.sha256: Path("перший.docx")}))
    assert asked.remembered == frozenset()


def test_one_line_is_no_list() -> None:
    assert not batch(FIRST).several
    assert batch(FIRST, SECOND).several
    assert Batch(Reading((FIRST,), {}, (("зламаний.docx", "Не прочитано."),)), Q4).several
