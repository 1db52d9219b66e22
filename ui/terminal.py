"""The main job without a display: a sample register, its check, the documents and a picture of the window."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from courtcomms.commands.check import tell_findings
from courtcomms.errors import CannotWrite, CourtcommsError
from courtcomms.paths import DataDir
from courtcomms.plural import counted_rows
from courtcomms.reports.filename import offered_name
from courtcomms.reports.form import load_form
from courtcomms.review import review
from courtcomms.sample import fill_sample
from courtcomms.services import only_court, report_events, write_report
from courtcomms.store import Register

OUT = Path("out")


def main_job(out: Path) -> None:
    """Do the whole of a quarter's work in ``out``, telling it in plain words.

    Raises:
        CourtcommsError: a step that cannot be done, in one sentence.
    """
    data = DataDir(out / "sample")
    _fresh(data.root)
    _say("Екрана тут немає, тож програма зробить свою головну роботу в терміналі.\n")
    with Register.open(data.database) as register:
        _work(register, out)
    _say("4. Малюю вікно програми:")
    picture = out / "window.png"
    _draw(data.root, picture)
    _say(f"   {picture}\n")
    _say("Готово. На комп'ютері з екраном та сама команда відкриє вікно: python3 start.py")


def _work(register: Register, out: Path) -> None:
    fill_sample(register)
    court = only_court(register)
    report = register.reports(court.id)[0]
    _say("1. Заповнено реєстр прикладом (суд вигаданий):")
    _say(f"   {court.names[-1].nominative}, {report.period.name}, {counted_rows(report.rows)}\n")
    _say("2. Перевірка звіту перед поданням:")
    events = report_events(register, court.id, report.period)
    tell_findings(events, review(events, report.period, court=court))
    _say("\n3. Звіт у Word і Excel точно за формою «Таблиці 1»:")
    for suffix in (".docx", ".xlsx"):
        target = out / offered_name(report.period, suffix)
        written = write_report(register, report.period, target, load_form(None))
        _say(f"   {target}, {counted_rows(written.rows)}")
    _say("")


def _fresh(folder: Path) -> None:
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        raise CannotWrite(f"Не вдалося створити теку «{folder}»: перевірте права на запис.") from error


def _draw(folder: Path, picture: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import draw_window

    draw_window(folder, picture)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Entry of ``python -m ui.terminal``; returns the exit code."""
    try:
        main_job(OUT)
    except CourtcommsError as refusal:
        sys.stderr.write(f"Не вийшло. {refusal}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
