"""How the beginning of a quarter is put into words."""

from __future__ import annotations

from courtcomms.model import Event, Report, ReportState
from courtcomms.plural import plural
from ui import wording
from ui.report.queries import QuarterPlan

NAMELESS = "(без назви)"


def one_line(text: str) -> str:
    """A cell's text where there is room for one line only."""
    return " ".join(text.split())


def title(event: Event) -> str:
    """An event's name in one line."""
    return one_line(event.cells.title) or NAMELESS


def lasting(event: Event) -> str:
    """A standing event's date as written, and since when it lasts, or when it ends within the quarter."""
    phrase, start = one_line(event.cells.date), event.date_span.start
    if event.closed_on is not None:
        return f"{phrase} · {ended(event)}, але ще припадає на цей період"
    since = f"триває з {wording.digits(start)}" if start is not None else "триває постійно"
    return f"{phrase} · {since}" if phrase and phrase != "-" else since


def dated(event: Event) -> str:
    """A dated event's date as written."""
    return one_line(event.cells.date)


def ended(event: Event) -> str:
    """Why a standing event does not return."""
    if event.closed_on is not None:
        return f"завершено {wording.digits(event.closed_on)}"
    if event.date_span.end is not None:
        return f"тривав до {wording.digits(event.date_span.end)}"
    return f"більше не постійний: {one_line(event.cells.date) or 'дату не вказано'}"


def summary(plan: QuarterPlan, ticked: int) -> str:
    """«7 постійних заходів перенесуться, 2 додадуться за датою»."""
    offered, coming = len(plan.carry.carried), len(plan.carry.dated)
    if not offered and not coming:
        return "Нових рядків немає." if plan.report else "Переносити нічого: почнеться порожній звіт."
    parts = []
    if offered:
        standing = wording.counted(ticked, "постійний захід", "постійні заходи", "постійних заходів")
        verb = plural(ticked, "перенесеться", "перенесуться", "перенесуться")
        unticked = f" (без позначки: {offered - ticked})" if ticked < offered else ""
        parts.append(f"{standing} {verb}{unticked}")
    if coming and plan.report is None:
        verb = plural(coming, "додасться", "додадуться", "додадуться")
        parts.append(f"{wording.counted(coming, *[f'{verb} за датою'] * 3)}")
    return f"{', '.join(parts) or 'Постійні заходи вже у звіті'}."


def lead(plan: QuarterPlan) -> str:
    """Where the rows come from, or that the report is there already."""
    report, source = plan.report, plan.carry.source
    if report is not None:
        return _present(report, bool(plan.carry.carried))
    if source is None:
        return "Попереднього звіту немає: беремо постійні заходи з реєстру."
    return f"Порядок рядків — як у звіті за {source.title}. Знятий рядок лишиться в реєстрі."


def _present(report: Report, lacking: bool) -> str:
    known = f"Такий звіт уже є: {wording.rows(report.rows)}."
    if report.state is ReportState.SUBMITTED:
        return f"{known} Його подано, тож рядків не додати: спершу поверніть його до чернетки."
    return f"{known} До нього можна додати постійні заходи, яких у ньому немає." if lacking else known


def button(plan: QuarterPlan, ticked: int) -> str:
    """What the dialog's button does."""
    if plan.report is None:
        return "Почати звіт"
    return "Додати до звіту" if ticked else "Відкрити звіт"


def told(plan: QuarterPlan, carried: int) -> str:
    """What was done, for the status line."""
    period = plan.carry.target.title
    if plan.report is not None:
        return f"До звіту за {period} додано {wording.rows(carried)}"
    parts = [f"перенесено {wording.events(carried)}"] if carried else []
    if plan.carry.dated:
        parts.append(f"за датою — {wording.events(len(plan.carry.dated))}")
    return f"Почато звіт за {period}: {', '.join(parts) or 'поки що порожній'}"
