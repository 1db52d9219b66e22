"""The user's real report lives through everything that a register does."""

import json

import pytest

from courtcomms.model import Anchor, Cells, Column
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register, backup

Q3 = Period.quarter(2021, 3)


@pytest.fixture
def rows(shared_data):
    data = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    return [_cells(row["cells"]) for row in data["rows"]]


def _cells(cells):
    anchors = tuple(
        Anchor(column, link["display"], link["target"])
        for column, cell in zip(Column, cells, strict=True)
        for link in cell["links"]
        if link["display"] != link["target"]
    )
    return Cells(*(cell["text"] for cell in cells), anchors=anchors)


def report(register):
    return register.events(register.event_ids(EventQuery(1, period=Q3)))


def test_twelve_rows_of_nine_cells_come_back_as_they_were(register, rows, file):
    register.add_rows(1, Q3, rows, label="Імпорт: 12 заходів")
    register.close()
    with Register.open(file) as again:
        assert [event.cells for event in report(again)] == rows
        assert again.report(1, Q3).rows == len(rows) == 12


def test_they_survive_undo_redo_backup_and_restore(register, rows, file, tmp_path):
    done = register.add_rows(1, Q3, rows, label="Імпорт: 12 заходів")
    undone = register.revert(done.step_id)
    assert report(register) == ()
    register.revert(undone.step_id)
    copy = register.backup(tmp_path / "копія.sqlite3")
    register.trash_events(done.created)
    register.close()
    backup.restore(copy, file)
    with Register.open(file) as again:
        assert [event.cells for event in report(again)] == rows
        assert again.integrity() == ()


def test_every_row_is_understood_enough_to_be_found_and_counted(register, rows):
    register.add_rows(1, Q3, rows, label="Імпорт: 12 заходів")
    events = report(register)
    assert sum(event.link_count for event in events) >= 9
    assert sum(event.is_standing for event in events) >= 5
    for event in events:
        word = max(event.cells.title.split(), key=len)
        assert event.id in register.event_ids(EventQuery(1, search=word))
        assert event.id in register.event_ids(EventQuery(1, search=word.upper(), period=Q3))


def test_every_cell_can_be_emptied_and_brought_back(register, rows):
    (event_id,) = register.add_rows(1, Q3, rows[:1], label="Імпорт").created
    steps = []
    for column in Column:
        version = register.events([event_id])[0].version
        changes = register.set_cell(event_id, column, "", version=version)
        steps += [changes.step_id] if changes else []
    assert not any(text for _, text in register.events([event_id])[0].cells.texts())
    for step_id in reversed(steps):
        register.revert(step_id)
    assert register.events([event_id])[0].cells == rows[0]
