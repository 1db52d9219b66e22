"""What the editor of forms asks of the disk and of the register; none of it runs in the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.errors import CourtcommsError
from courtcomms.model import Court, Event
from courtcomms.period import Period
from courtcomms.progress import Progress
from courtcomms.reports.form import load_form
from courtcomms.reports.form_choices import FormChoice
from courtcomms.reports.form_library import STANDARD, FormLibrary
from courtcomms.reports.form_model import FormLetterhead, ReportForm

if TYPE_CHECKING:
    from courtcomms.store import Register
    from ui.pages.layout import PagedReport


@dataclass(frozen=True, slots=True)
class Shelf:
    """The forms as they lie on disk, their choices, and what had to be told on the way."""

    forms: Mapping[str, ReportForm]
    choices: tuple[FormChoice, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """The report that a form is shown with."""

    court: Court
    period: Period
    events: tuple[Event, ...]


def read_shelf(library: FormLibrary) -> Shelf:
    """Every form; one that cannot be read is left out and told, the standard one is as it came then."""
    forms: dict[str, ReportForm] = {}
    told: list[str] = []
    for name in library.names():
        try:
            forms[name] = library.load(name)
        except CourtcommsError as refusal:
            told.append(str(refusal))
            if name == STANDARD:
                forms[name] = load_form()
        else:
            told += [f"Форма «{name}»: {forms[name].remark}"] if forms[name].remark else []
    return Shelf(forms, library.choices(), (*told, *library.notes))


def open_shelf(library: FormLibrary, court_id: int, period: Period | None) -> tuple[str, Shelf]:
    """The form that a report is written in (the standard one without a report), and all forms."""
    return STANDARD if period is None else library.chosen(court_id, period), read_shelf(library)


def save_forms(library: FormLibrary, forms: Mapping[str, ReportForm]) -> None:
    """Keep changed forms."""
    for name, form in forms.items():
        library.save(name, form)


def create_form(library: FormLibrary, name: str, form: ReportForm) -> tuple[str, Shelf]:
    """A new form; its name as it is kept, and all forms."""
    return library.create(name, form), read_shelf(library)


def rename_form(library: FormLibrary, old: str, new: str) -> tuple[str, str, Shelf]:
    """Another name for a form; both names, the new one as it is kept, and all forms."""
    return old, library.rename(old, new), read_shelf(library)


def delete_form(library: FormLibrary, name: str) -> tuple[str, Shelf]:
    """Take a form away; which one is looked at then, and all forms."""
    library.delete(name)
    return STANDARD, read_shelf(library)


def choose_form(library: FormLibrary, choice: FormChoice, dropped: Sequence[FormChoice] = ()) -> None:
    """Let a form be for reports, and take other choices back once that is written."""
    library.choose(choice.court_id, choice.period, choice.name, onward=choice.reach == "onward")
    for one in dropped:
        library.unchoose(one)


def keep_letterhead(library: FormLibrary, path: Path) -> tuple[FormLetterhead, tuple[str, ...]]:
    """A copy of a letterhead among the forms."""
    return library.keep_letterhead(path)


def read_example(register: Register, court: Court | None, period: Period | None) -> Example:
    """The report of a period, else the newest one; the sample's where the register has none."""
    from courtcomms import services

    if court is not None:
        periods = [report.period for report in register.reports(court.id)]
        shown = period if period in periods else (periods[0] if periods else None)
        if shown is not None:
            return Example(court, shown, services.report_events(register, court.id, shown))
    return _sample()


def _sample() -> Example:
    from courtcomms.model import DateKind, DateSpan, Participants, ParticipantsKind
    from courtcomms.sample import load_sample

    sample = load_sample()
    period = sample.periods[-1]
    rows = [event.cells for event in sample.events if period in event.periods]
    span, many = DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT)
    return Example(
        sample.court, period, tuple(Event(n, 1, 1, cells, span, many) for n, cells in enumerate(rows, 1))
    )


def lay_out_example(form: ReportForm, example: Example, progress: Progress) -> PagedReport:
    """The report in a form, on its sheets.

    Raises:
        Cancelled: the form is another one by now.
    """
    from courtcomms.reports.snapshot import take_snapshot
    from ui.pages.layout import lay_out

    return lay_out(take_snapshot(form, example.court, example.period, example.events), progress)
