"""How rows, reports and what is left of a document are told; no Qt here."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from courtcomms.model import Column
from ui import wording
from ui.columns import COLUMNS, short

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.importing.document import LeftOut
    from courtcomms.services.import_model import ImportPlan, Match, PlannedRow, ReportPlan

#: Two narrower columns of some forms make the one of «Таблиця 1».
PARTS = {"media_count": "media", "media_links": "media"}
#: What a source column can be taken for, by the keys of the core.
KEYS: dict[str, str] = {
    **{column.value: short(column) for column in COLUMNS},
    "media_count": "ЗМІ: кількість",
    "media_links": "ЗМІ: посилання",
}
#: What a column is told that nothing is taken from.
SKIPPED = "не брати"
_LEFT = {
    "text": "текст поза таблицею",
    "table": "таблиця",
    "row": "рядок",
    "column": "стовпець",
    "note": "виноска",
    "comment": "примітка",
    "image": "зображення",
}
#: How warnings begin that count such things.
_COUNTED = {
    "text": re.compile(r"Текст поза таблицею не взято"),
    "row": re.compile(r"Рядок-заголовок розділу не взято"),
    "note": re.compile(r"Не взято \d+ вин"),
    "comment": re.compile(r"Не взято \d+ приміт"),
    "image": re.compile(r"Не взято \d+ зображ"),
}


class Shown(Enum):
    """The mark of a row: a form and a word."""

    NEW = ("+", "новий")
    SAME = ("=", "такий самий")
    CHANGED = ("≠", "змінено")
    DOUBTFUL = ("?", "сумнівно")

    @property
    def sign(self) -> str:
        """Its form."""
        return self.value[0]

    @property
    def word(self) -> str:
        """Its word."""
        return self.value[1]


def shown(row: PlannedRow) -> Shown:
    """The mark of a row; a doubt is told first, but for a row that the report has as it is."""
    if row.mark.value == "same" and row.decision.value == "skip":
        return Shown.SAME
    return Shown.DOUBTFUL if doubts(row) else Shown[row.mark.name]


def doubts(row: PlannedRow) -> tuple[str, ...]:
    """What is doubtful about a row: in its reading, and in what it is taken for."""
    return tuple(dict.fromkeys((*row.row.doubts, *row.doubts)))


def decision_word(row: PlannedRow, decision: object) -> str:
    """What becomes of a row."""
    name = getattr(decision, "value", "")
    if name == "join":
        return "узяти цей текст" if row.match is not None and row.match.own_report else "той самий захід"
    return {"add": "новий захід", "skip": "не брати"}.get(name, "")


def court_line(report: ReportPlan) -> str:
    """The court, and what the document calls it where that is another one."""
    named, name = report.document.court, report.court.names[-1].nominative
    if named is not None and report.other_court is not None:
        return f"⚠ у файлі: {named.nominative}; буде: {name}"
    return f"{name} (новий у реєстрі)" if report.new_court else name


def columns_line(document: ImportedDocument) -> str:
    """Which columns of the form are absent; empty where there are all."""
    keys = {PARTS.get(column.key or "", column.key) for column in document.columns}
    absent = [short(column) for column in COLUMNS if column.value not in keys and column is not Column.NUMBER]
    return f"У файлі немає стовпців: {', '.join(absent)}." if absent else ""


def sent_tip(report: ReportPlan | None) -> str:
    """What keeping a report as it was sent means, or why it cannot be had otherwise."""
    if report is not None and report.required:
        return "Без цього змінився б текст звіту: його захід має новіший текст"
    return "Звіт збережеться поданим, точно таким, як у файлі; змінити його можна, повернувши до чернетки"


def notices(document: ImportedDocument, report: ReportPlan | None) -> list[str]:
    """What to mind about a document, the most weighty first; then what was not taken, with its place."""
    found = []
    if report is not None and report.frozen:
        found.append(f"⚠ {report.refusal}")
    if report is not None and report.other_court is not None:
        found.append("⚠ У документі названо інший суд: рядки буде додано до звіту вашого суду.")
    if document.period is None:
        found.append("⚠ Період у документі не знайдено: виберіть його самі.")
    columns = columns_line(document)
    kinds = {one.kind.value for one in document.left}
    told = [note for note in document.warnings if not _listed(note, kinds)]
    found += [f"⚠ {note}" for note in ([columns] if columns else []) + told]
    return found + [f"– не взято: {left_words(one)}" for one in document.left]


def _listed(warning: str, kinds: set[str]) -> bool:
    """Whether a warning only counts what the list of what was not taken names one by one."""
    return any(pattern.match(warning) for kind, pattern in _COUNTED.items() if kind in kinds)


def left_words(left: LeftOut) -> str:
    """«виноска («Крім того…»), таблиця 1, рядок 4»."""
    text = " ".join(left.text.split())
    kind = _LEFT.get(left.kind.value, left.kind.value)
    said = f"{kind} «{text}»" if text else kind
    return f"{said} — {left.place}" if left.place else said


def match_line(match: Match) -> str:
    """Where the same event stood last."""
    if match.period is None:
        return "Такий захід уже є в реєстрі, поза звітами."
    whence = "у реєстрі" if match.event_id is not None else "серед цих файлів"
    return f"Такий захід уже є {whence}: у звіті за {match.period.title}."


def counts(report: ReportPlan | None) -> Counter[Shown]:
    """How many rows have which mark."""
    return Counter(shown(row) for row in report.rows) if report is not None else Counter()


def summary(plan: ImportPlan) -> str:
    """What will be done, in a sentence without its full stop."""
    open_reports = [report for report in plan.reports if not report.frozen]
    if not open_reports:
        return "Нічого не буде взято"
    decided = Counter(deed(row) for report in open_reports for row in report.rows)
    added, joined, taken, left = (decided[what] for what in ("add", "join", "text", "skip"))
    if len(open_reports) > 1:
        where = wording.counted(len(open_reports), "звіту", "звітів", "звітів")
    else:
        where = f"звіту за {open_reports[0].period.title}"
    if not (added or joined or taken):
        whole = left and all(row.mark.value == "same" for report in plan.reports for row in report.rows)
        if whole and len(plan.reports) == 1:
            return f"Усе, що є у файлі, вже стоїть у звіті за {open_reports[0].period.title}: додавати нічого"
        if whole:
            return "Усе, що є у файлах, уже стоїть у звітах: додавати нічого"
        return "Нових рядків немає: додавати нічого" if left else f"До {where} не буде додано жодного рядка"
    parts = [f"{wording.rows(added + joined)} буде додано до {where}"] if added or joined else []
    if joined:
        rows = wording.counted(joined, "рядок", "рядки", "рядків")
        same = "той самий захід, що в іншому звіті" if joined == 1 else "ті самі заходи, що в інших звітах"
        parts.append(f"з них {rows} — {same}")
    if taken:
        parts.append(f"текст із файла візьме {wording.counted(taken, 'рядок', 'рядки', 'рядків')}")
    if left:
        parts.append(f"не буде взято: {wording.rows(left)}")
    return "; ".join(parts)


def deed(row: PlannedRow) -> str:
    """«add» a row with a new event, «join» a row with one that is there, «text» for one that stands in the
    report, «skip»."""
    if row.decision.value == "join" and row.match is not None and row.match.own_report:
        return "text"
    return str(row.decision.value)


def done(plan: ImportPlan) -> str:
    """What was imported."""
    rows = sum(deed(row) != "skip" for report in plan.reports if not report.frozen for row in report.rows)
    periods = [report.period.title for report in plan.reports if not report.frozen]
    if len(periods) == 1:
        return (
            f"Імпортовано {wording.rows(rows)} до звіту за {periods[0]}"
            if rows
            else f"Усі рядки вже були у звіті за {periods[0]}"
        )
    reports = wording.counted(len(periods), "звіту", "звітів", "звітів")
    return f"Імпортовано {wording.rows(rows)} до {reports}" if rows else "Усі рядки вже були у звітах"
