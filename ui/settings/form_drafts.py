"""The forms as they are being edited: what is saved, what is changed, which of them is in hand."""

from __future__ import annotations

from collections.abc import Mapping

from courtcomms.reports.form_check import FormRemark, check_form
from courtcomms.reports.form_model import ReportForm


class FormDrafts:
    """Forms by name; a change lies beside what is saved until it is saved too."""

    def __init__(self, saved: Mapping[str, ReportForm], current: str) -> None:
        self._saved = dict(saved)
        self._changed: dict[str, ReportForm] = {}
        self.current = current

    @property
    def names(self) -> tuple[str, ...]:
        """All forms in the order of the list."""
        return tuple(self._saved)

    @property
    def form(self) -> ReportForm:
        """The form in hand, as it is now."""
        return self.of(self.current)

    def of(self, name: str) -> ReportForm:
        """A form as it is now."""
        return self._changed.get(name, self._saved[name])

    def put(self, form: ReportForm) -> None:
        """Change the form in hand; back to what is saved is no change."""
        if form == self._saved[self.current]:
            self._changed.pop(self.current, None)
        else:
            self._changed[self.current] = form

    def changed(self, name: str) -> bool:
        """Whether a form differs from what is saved."""
        return name in self._changed

    @property
    def unsaved(self) -> dict[str, ReportForm]:
        """Changed forms by name."""
        return dict(self._changed)

    def remarks(self) -> dict[str, FormRemark]:
        """What is to be said of the form in hand, by field; the first at each."""
        told: dict[str, FormRemark] = {}
        for remark in check_form(self.form):
            told.setdefault(remark.field, remark)
        return told

    def unsound(self) -> tuple[str, ...]:
        """Changed forms with a mistake for which they cannot be saved."""
        return tuple(
            name for name, form in self._changed.items() if any(one.grave for one in check_form(form))
        )

    def taken(self, saved: Mapping[str, ReportForm], current: str, renamed: tuple[str, str] | None) -> None:
        """The forms lie on disk otherwise now; changes stay with their forms, under a new name too."""
        if renamed is not None and renamed[0] in self._changed:
            self._changed[renamed[1]] = self._changed.pop(renamed[0])
        self._saved = dict(saved)
        self._changed = {
            name: form
            for name, form in self._changed.items()
            if name in self._saved and form != self._saved[name]
        }
        self.current = current if current in self._saved else next(iter(self._saved))
