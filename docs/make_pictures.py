"""Draw the pictures of the README and the manual from the real program.

Run as ``.venv/bin/python docs/make_pictures.py``; needs no display. Each picture is a short play: what a
user would do, done by the program's own actions on the invented court of the sample.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from old_reports import lay_out
from pages import Pages
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from studio import Studio, studio

from courtcomms.sample import fill_sample
from courtcomms.store import Register
from ui.columns import COLUMNS
from ui.report.submit_dialog import SubmitDialog

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "docs" / "images"
MANUAL = ROOT / "resources" / "manual" / "images"

Play = Callable[[Studio], None]

#: What the list of links is given of the window's height, in pixels.
LINKS_HEIGHT = 300
#: Addresses as they are copied out of a browser.
NEWS = (
    "https://kln.ls.court.gov.ua/sud9901/pres-centr/news/2101210/",
    "https://kln.ls.court.gov.ua/sud9901/pres-centr/news/2102844/",
    "https://www.zelenohirsk.example/novyny/den-vidkrytykh-dverei",
    "https://pravo.example/news/urok-prava",
    "https://lisostep.example/stare",
    "https://kln.ls.court.gov.ua/sud9901/pres-centr/news/1902137/",
)

#: Rows as they come from a web page or a letter; the columns are found by their headings.
COPIED = (
    ("Назва заходу", "Дата", "Аудиторія", "Посилання"),
    ("День відкритих дверей для студентів", "14.09.2026", "студенти", "https://kln.ls.court.gov.ua/news/1/"),
    ("Зустріч зі старостами", "22.09.2026", "старости громад", "https://kln.ls.court.gov.ua/news/2/"),
    ("Прямий ефір на місцевому радіо", "29.09.2026", "мешканці громади", "-"),
)


def window(stage: Studio) -> None:
    stage.choose(0)


def event(stage: Studio) -> None:
    stage.choose(2, 3)
    stage.do("phrase")


def paste(stage: Studio) -> None:
    data = QMimeData()
    data.setText("\n".join("\t".join(row) for row in COPIED))
    QGuiApplication.clipboard().setMimeData(data)
    stage.do("paste_rows")


def replace(stage: Studio) -> None:
    stage.do("replace")
    dialog = stage.window.commands.replacing.dialog
    assert dialog is not None
    dialog.needle.setText("сайт")
    dialog.replacement.setText("вебсайт")
    dialog.whole_words.setChecked(True)
    stage.wait()


def quarter(stage: Studio) -> None:
    stage.do("quarter")


def findings(stage: Studio) -> None:
    stage.do("review")


def links(stage: Studio) -> None:
    flow = stage.window.commands.links
    flow.checks.make = Pages
    stage.window.parts.memory.put("links/told", True)
    stage.window.panes.foot.setMinimumHeight(LINKS_HEIGHT)
    stage.do("links_check")
    stage.until(lambda: not flow.checks.under_way)


def drafts(stage: Studio) -> None:
    flow = stage.window.commands.drafts
    flow.make = Pages
    stage.choose(5)
    data = QMimeData()
    data.setText("\n".join(NEWS))
    QGuiApplication.clipboard().setMimeData(data)
    stage.do("paste")
    assert flow.dialog is not None
    flow.dialog.consent.setChecked(True)
    stage.wait()


def imports(stage: Studio) -> None:
    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name))
        flow = stage.window.commands.importing
        flow.take([Path(name)])
        stage.until(lambda: flow.preview is not None)


def submitted(stage: Studio) -> None:
    stage.do("submit")
    stage.window.findChildren(SubmitDialog)[0].action.click()
    stage.wait()


def history(stage: Studio) -> None:
    table = stage.window.table
    for text in ("Заступник керівника апарату", "Заступник керівника апарату, пресслужба суду"):
        table.setData(table.index(1, COLUMNS.index("responsible")), text)
        stage.wait()
    stage.choose(1)
    stage.do("history")


def forms(stage: Studio) -> None:
    stage.do("forms")
    dialog = stage.window.commands.forms.dialog
    assert dialog is not None
    stage.until(lambda: dialog.preview.sheets.page_count > 0)
    dialog.tabs.setCurrentIndex(3)
    stage.wait()
    dialog.tail.signatory_box.setChecked(True)
    dialog.tail.post.insertPlainText("Заступник керівника апарату")
    dialog.tail.name.setText("Ольга ПРИКЛАД")
    stage.wait()


PLAYS: dict[str, Play] = {
    play.__name__: play
    for play in (
        window,
        event,
        paste,
        replace,
        quarter,
        findings,
        links,
        drafts,
        imports,
        submitted,
        history,
        forms,
    )
}


def main(readme: Path = README, manual: Path = MANUAL) -> None:
    """Draw each picture anew, in place of the old one."""
    for folder in (readme, manual):
        folder.mkdir(parents=True, exist_ok=True)
    for name, play in PLAYS.items():
        draw(play, manual / f"{name}.png")
    (readme / "window.png").write_bytes((manual / "window.png").read_bytes())


def draw(play: Play, path: Path, size: tuple[int, int] = (1280, 720), *, dark: bool = False) -> None:
    """Play on a fresh register of the invented court, and draw how it ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Register.open(folder / "register.sqlite3") as register:
            fill_sample(register)
        with studio(folder, size, dark=dark) as stage:
            play(stage)
            stage.shoot(path)


if __name__ == "__main__":
    main()
