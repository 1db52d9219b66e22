"""Undo holds only what the register has done, merges typing, and survives refusals."""

from __future__ import annotations

from collections.abc import Callable

from fake_register import FakeRegister

from courtcomms.errors import CannotWrite
from courtcomms.model import Cells, Column
from ui.parts import Parts
from ui.register import queries
from ui.register.desk import CellText

MakeParts = Callable[..., Parts]


def typed(parts: Parts, text: str, event: int = 1, column: Column = Column.TITLE) -> None:
    """Write a cell as the editor does, from the version it has now."""
    version = parts.service._desk.register.stored[event].version
    parts.service.write([CellText(event, column, text, version)])


def title(fake: FakeRegister, event: int = 1) -> str:
    return fake.stored[event].cells.title


def test_a_step_is_undone_and_done_again(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    typed(parts, "Інша назва")
    parts.history.undo()
    assert title(fake) == "Захід 1"
    assert not parts.history.can_undo
    parts.history.redo()
    assert title(fake) == "Інша назва"
    assert parts.history.can_undo
    assert not parts.history.can_redo


def test_steps_are_undone_in_turn_many_times_over(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    for number in range(120):
        typed(parts, f"Назва {number}", event=1 + number % 3)
    assert parts.history.count == 120
    for _ in range(2):
        for _ in range(120):
            parts.history.undo()
        assert [title(fake, n) for n in (1, 2, 3)] == ["Захід 1", "Захід 2", "Захід 3"]
        for _ in range(120):
            parts.history.redo()
        assert [title(fake, n) for n in (1, 2, 3)] == ["Назва 117", "Назва 118", "Назва 119"]


def test_typing_on_in_one_cell_is_one_step(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    for text in ("З", "За", "Зап", "Запис"):
        typed(parts, text)
    assert parts.history.count == 1
    parts.history.undo()
    assert title(fake) == "Захід 1"
    parts.history.redo()
    assert title(fake) == "Запис"


def test_leaving_the_cell_or_changing_it_ends_the_step(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    typed(parts, "раз")
    parts.history.seal()
    typed(parts, "два")
    typed(parts, "три", column=Column.GOAL)
    typed(parts, "чотири", event=2)
    assert parts.history.count == 4


def test_a_new_step_after_undo_drops_what_could_be_redone(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    typed(parts, "раз")
    parts.history.undo()
    typed(parts, "інакше", event=2)
    assert not parts.history.can_redo
    parts.history.undo()
    assert title(fake, 2) == "Захід 2"


def test_a_step_something_later_stands_on_leaves_the_stack(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    said: list[BaseException] = []
    parts.history.refused.connect(said.append)
    typed(parts, "друга", event=2)
    typed(parts, "моє")
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    parts.history.undo()
    assert [str(error) for error in said] == [
        "Клітинку змінено пізніше: крок не скасовано, текст лишився як є."
    ]
    assert title(fake) == "чуже"
    assert parts.history.count == 1
    parts.history.undo()
    assert title(fake, 2) == "Захід 2"


def test_passing_trouble_keeps_the_step(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    said: list[BaseException] = []
    parts.history.refused.connect(said.append)
    typed(parts, "моє")
    fake.refuse = CannotWrite("На диску немає місця: нічого не змінено.")
    parts.history.undo()
    assert len(said) == 1
    assert parts.history.can_undo
    parts.history.undo()
    assert title(fake) == "Захід 1"


def test_an_action_of_several_steps_is_undone_as_one(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    texts = [
        CellText(1, Column.TITLE, "", 1),
        CellText(1, Column.DATE, "", 1),
        CellText(2, Column.TITLE, "", 1),
    ]
    parts.service.write(texts, label="Очищення: 3 клітинки")
    assert fake.stored[1].cells.date == ""
    assert parts.history.undo_text == "Очищення: 3 клітинки"
    parts.history.undo()
    assert [fake.stored[1].cells.title, fake.stored[1].cells.date, title(fake, 2)] == [
        "Захід 1",
        "13.08.2021",
        "Захід 2",
    ]


def test_an_action_that_fails_in_the_middle_changes_nothing(
    make_parts: MakeParts, fake: FakeRegister
) -> None:
    parts = make_parts(fake)
    said: list[BaseException] = []
    fake.change_elsewhere(2, Column.GOAL, "чуже")
    texts = [CellText(1, Column.TITLE, "", 1), CellText(2, Column.TITLE, "", 1)]
    parts.service.write(texts, failed=said.append)
    assert len(said) == 1
    assert title(fake) == "Захід 1"
    assert parts.history.count == 0


def test_undo_waits_for_what_is_still_being_written(
    make_parts: MakeParts, fake: FakeRegister, qtbot: object
) -> None:
    parts = make_parts(fake, threads=True)
    version = 1
    for text in ("а", "аб", "абв"):
        parts.service.write([CellText(1, Column.TITLE, text, version)])
    parts.history.undo()
    qtbot.waitUntil(lambda: parts.history.can_redo)  # type: ignore[attr-defined]
    assert title(fake) == "Захід 1"
    assert parts.history.count == 1


def test_a_new_event_is_withdrawn_and_comes_back(make_parts: MakeParts, fake: FakeRegister) -> None:
    parts = make_parts(fake)
    parts.service.act(queries.add_event, 1, None, None)
    assert parts.history.undo_text == "Новий захід"
    parts.history.undo()
    assert fake.stored[4].state.value == "withdrawn"
    parts.history.redo()
    assert fake.stored[4].state.value == "live"
    assert fake.stored[4].cells == Cells()
