"""A pasted cell brings its hyperlinks: they replace those of its column, in the same step."""

from __future__ import annotations

from courtcomms.model import Anchor, Cells, Column
from courtcomms.store import CellEdit, Register

SITE = Anchor(Column.SITE_LINKS, "тут", "https://a.example/1")
MEDIA = Anchor(Column.MEDIA, "тут", "https://b.example/1")
FRESH = Anchor(Column.SITE_LINKS, "тут", "https://a.example/2")


def entered(register: Register) -> int:
    cells = Cells(site_links="тут", media="тут", anchors=(SITE, MEDIA))
    return register.add_event(1, cells).created[0]


def test_anchors_of_the_cell_are_replaced_and_come_back(register: Register) -> None:
    event_id = entered(register)
    changes = register.set_cells(
        [CellEdit(event_id, Column.SITE_LINKS, "і тут", 1, (FRESH,))], label="Вставлено"
    )
    (event,) = register.events([event_id])
    assert (event.cells.site_links, set(event.cells.anchors)) == ("і тут", {MEDIA, FRESH})
    register.revert(changes.step_id)
    (event,) = register.events([event_id])
    assert (event.cells.site_links, event.cells.anchors) == ("тут", (SITE, MEDIA))


def test_the_same_text_with_another_target_is_a_change(register: Register) -> None:
    event_id = entered(register)
    assert register.set_cells([CellEdit(event_id, Column.SITE_LINKS, "тут", 1, (FRESH,))])
    assert FRESH in register.events([event_id])[0].cells.anchors


def test_without_a_word_about_them_anchors_stay(register: Register) -> None:
    event_id = entered(register)
    register.set_cells([CellEdit(event_id, Column.SITE_LINKS, "не тут", 1)])
    assert register.events([event_id])[0].cells.anchors == (SITE, MEDIA)
    assert not register.set_cells([CellEdit(event_id, Column.MEDIA, "тут", 2, (MEDIA,))])
