"""What is done with rows and cells from the table: the slots, and what the table itself asks for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from courtcomms.model import Column, Event
from ui.places import ALL

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.editor.field import CellField
    from ui.main_window import MainWindow
    from ui.register.filters_flow import FilterFlow
    from ui.register.order_flow import OrderFlow


class RowCommands(QObject):
    """The flows of the table by name, made when first asked for."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        super().__init__(commands)
        self._window = window
        self._events = commands.events
        view, saver = window.page.view, window.parts.saver
        view.menu_wanted.connect(self._show_menu)
        view.heading.filter_wanted.connect(self._filter_at)
        view.drag.lifting.connect(self._lift)
        view.drag.dropped.connect(self._put)
        view.delegate.opened.connect(window.parts.history.seal)
        view.delegate.given_up.connect(self._give_up)
        window.table.typed.connect(self._try_again)
        saver.refused.connect(self._refuse_typed)

    @cached_property
    def order(self) -> OrderFlow:
        """Rows moved within a report."""
        from ui.register.order_flow import OrderFlow

        flow = OrderFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def filters(self) -> FilterFlow:
        """The filters of the register's columns."""
        from ui.register.filters_flow import FilterFlow

        flow = FilterFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def up(self) -> None:
        self._window.panel.save()
        self.order.up()

    def down(self) -> None:
        """In the register, whose rows have no order of their own, Alt+↓ opens the column's filter, as in a
        spreadsheet."""
        if self._window.parts.workspace.place == ALL:
            self.filters.begin()
        else:
            self._window.panel.save()
            self.order.down()

    def repeat_above(self) -> None:
        self._window.panel.save()
        self._events.repeat_above()

    def duplicate(self) -> None:
        self._window.panel.save()
        self._events.duplicate()

    def _show_menu(self, where: QPoint) -> None:
        """What can be done with the selected rows, at a point of the screen."""
        menu = QMenu(self._window.page.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Дії з рядком")
        self._window.actions_.fill_row_menu(menu)
        menu.popup(where)

    def _filter_at(self, section: int) -> None:
        self.filters.begin_at(section)

    def _lift(self) -> None:
        self.order.lift()

    def _put(self, ids: tuple[int, ...], after: int) -> None:
        self._window.panel.save()
        self.order.put(ids, after)

    def _give_up(self, event: Event, column: Column) -> None:
        """Esc in a cell whose text was saved on the way: the text that was there comes back."""
        self._window.parts.saver.drop(event.id, column)
        field = self._contested(event, column)
        if field is not None:
            field.yielded.emit(column)
        self._window.parts.history.take_back((event.id, column))

    def _try_again(self, event: Event, column: Column, text: str) -> None:
        """A refused text is typed on in place: the panel's copy of it is no other one."""
        field = self._contested(event, column)
        if field is not None:
            field.load(text)

    def _contested(self, event: Event, column: Column) -> CellField | None:
        """The panel's field of a cell, where it shows that its text was refused."""
        panel = self._window.panel
        shown, field = panel.event_shown, panel.fields[column]
        return field if shown is not None and shown.id == event.id and field.contested else None

    def _refuse_typed(self, event_id: int, column: object, _reason: str) -> None:
        """What is being typed in place was refused: no second try until the cell is left."""
        editor = self._window.page.view.delegate.editor
        if editor is not None and (editor.cell[0].id, editor.cell[1]) == (event_id, column):
            editor.refuse()
