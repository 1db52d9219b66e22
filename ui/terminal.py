"""The main job without a display: a sample register, its check, the documents and a picture of the window."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from courtcomms.commands.register import check, sample
from courtcomms.errors import CannotWrite, CourtcommsError
from courtcomms.paths import DataDir
from courtcomms.reports.filename import offered_name
from courtcomms.services import only_court
from courtcomms.store import Register

OUT = Path("out")


def main_job(out: Path) -> None:
    """Do the whole of a quarter's work in ``out``, telling it in plain words.

    Raises:
        CourtcommsError: a step that cannot be done, in one sentence.
    """
    folder = out / "sample"
    _fresh(folder)
    _say("Екрана тут немає, тож програма зробить свою головну роботу в терміналі.\n")
    _say("1. Заповнюю реєстр прикладом: вигаданий суд, два квартали.")
    sample(folder)
    with Register.open(DataDir(folder).database) as register:
        period = register.reports(only_court(register).id)[0].period
        _say("\n2. Перевіряю звіт перед поданням:")
        check(register, period, as_json=False)
    _say("\n3. Виводжу звіт у Word і Excel точно за формою «Таблиці 1»:")
    for suffix in (".docx", ".xlsx"):
        name = offered_name(period, suffix)
        (folder / name).replace(out / name)
        _say(f"   {out / name}")
    _say("\n4. Малюю вікно програми:")
    picture = out / "window.png"
    _draw(folder, picture)
    _say(f"   {picture}")
    _say("\nГотово. На комп'ютері з екраном та сама команда відкриє вікно: python3 start.py")


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
