"""The forms of the report, kept by name: files in a folder, and which of them is for which report.

Each form is a TOML file of what differs from the standard one, with its name inside; the file's own name
is only its transliteration. What is replaced or deleted stays beside it as ``.old``, what cannot be read
as ``.broken``.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.atomic import write_bytes
from courtcomms.errors import BadInput, CannotWrite, Missing, reason_of
from courtcomms.period import Period
from courtcomms.reports.form_choices import (
    FormChoice,
    Reach,
    choices_text,
    chosen_name,
    read_choices,
    renamed,
    with_choice,
    without_choice,
)
from courtcomms.reports.form_put import checked_name, make_folder, moved, put, set_aside, shown_name

if TYPE_CHECKING:
    from courtcomms.reports.form_model import FormLetterhead, ReportForm

#: The form that is always there.
STANDARD = "Таблиця 1"

_CHOICES = "choices.toml"
_STANDARD_FILE = "standard.toml"
_LONGEST_STEM = 60

log = logging.getLogger(__name__)


class FormLibrary:
    """The forms of a folder, which may not exist yet. ``own`` is where the user's changes of the standard
    form lie.

    It holds nothing but ``notes``: Ukrainian sentences on files that had to be set aside. Any thread may ask.
    """

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self.folder = folder
        self._own = own or folder / _STANDARD_FILE
        self.notes: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Every form, the standard one first, then by the alphabet."""
        return (STANDARD, *sorted(self._shelf(), key=str.casefold))

    def load(self, name: str) -> ReportForm:
        """The form of a name.

        Raises:
            Missing: there is none. BadInput: its file says something that a form cannot say.
        """
        from courtcomms.reports.form import load_form, read_form
        from courtcomms.reports.form_section import FormMistake

        if name == STANDARD:
            return load_form(self._own if self._own.is_file() else None, self.folder)
        path = self._path(name)
        try:
            return read_form(path, self.folder)[1]
        except FormMistake as mistake:
            aside = set_aside(path, ".broken")
            raise BadInput(
                f"Форму «{name}» не прочитано: {mistake}. Її файл збережено як «{aside.name}»; виберіть для "
                "звіту іншу форму."
            ) from mistake

    def save(self, name: str, form: ReportForm) -> None:
        """Keep a form under a name, in place of the one that had it.

        Raises:
            BadInput: no name. CannotWrite: the folder cannot be written; what was there is untouched.
        """
        from courtcomms.reports.form_file import form_text

        if name == STANDARD:
            put(self._own, form_text(form))
            return
        name = checked_name(name)
        path = self._shelf().get(name) or self._free_path(name)
        put(path, form_text(form, name))

    def create(self, name: str, form: ReportForm) -> str:
        """Keep a form under a name that no other has; returns the name as it is kept.

        Raises:
            BadInput: no name, or it is taken. CannotWrite: the folder cannot be written.
        """
        name = self._free_name(name)
        self.save(name, form)
        return name

    def rename(self, old: str, new: str) -> str:
        """Give a form another name, wherever it was chosen too; returns the name as it is kept.

        Raises:
            BadInput: the standard form, no name, or a name that is taken. Missing: no such form.
            CannotWrite: the folder cannot be written.
        """
        import tomli_w

        if old == STANDARD:
            raise BadInput(f"Стандартну форму «{STANDARD}» не можна перейменувати: зробіть її копію.")
        path, new = self._path(old), self._free_name(new, besides=old)
        before = path.read_bytes()
        values = {**tomllib.loads(before.decode("utf-8-sig")), "name": new}
        write_bytes(path, tomli_w.dumps(values).encode())
        try:
            self._put_choices(renamed(self.choices(), old, new))
        except CannotWrite:
            write_bytes(path, before)  # its reports would look for the old name
            raise
        return new

    def delete(self, name: str) -> None:
        """Take a form away; its file stays as ``.old``, reports that it was chosen for have the usual one.

        Raises:
            BadInput: the standard form. Missing: no such form. CannotWrite: the folder cannot be written.
        """
        if name == STANDARD:
            raise BadInput(f"Стандартну форму «{STANDARD}» не можна видалити: вона є завжди.")
        path = self._path(name)
        try:
            old = moved(path, ".old")
        except OSError as error:
            raise CannotWrite(
                f"Форму «{name}» не видалено: {reason_of(error)}. Перевірте права на теку «{self.folder}»."
            ) from error
        try:
            self._put_choices(tuple(choice for choice in self.choices() if choice.name != name))
        except CannotWrite:
            old.rename(path)  # its reports would look for a form that is gone
            raise

    def choices(self) -> tuple[FormChoice, ...]:
        """Every choice of a form for reports."""
        path = self.folder / _CHOICES
        try:
            return read_choices(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, RecursionError):
            aside = set_aside(path, ".broken")
            self._note(
                "Не прочитано, яку форму вибрано для яких звітів: діє стандартна. Файл збережено як "
                f"«{aside.name}»; виберіть форми ще раз."
            )
            return ()

    def choose(self, court_id: int, period: Period | None, name: str, *, onward: bool = False) -> None:
        """Let a form be for one report, ``onward`` from it on, or without a period for all of a court.

        Raises:
            Missing: there is no such form. CannotWrite: the folder cannot be written.
        """
        if name != STANDARD:
            self._path(name)
        reach = Reach.ALWAYS if period is None else Reach.ONWARD if onward else Reach.PERIOD
        self._put_choices(with_choice(self.choices(), FormChoice(court_id, name, reach, period)))

    def unchoose(self, choice: FormChoice) -> None:
        """Take a choice back.

        Raises:
            CannotWrite: the folder cannot be written.
        """
        self._put_choices(without_choice(self.choices(), choice))

    def chosen(self, court_id: int, period: Period) -> str:
        """The name of the form that a report is written in."""
        return chosen_name(self.choices(), court_id, period) or STANDARD

    def form_for(self, court_id: int, period: Period) -> ReportForm:
        """The form that a report is written in; what had to be set aside is in its ``remark``.

        Raises:
            Missing: the form chosen for it is gone. BadInput: it cannot be used.
        """
        form = self.load(self.chosen(court_id, period))
        remarks = [remark for remark in (form.remark, *self.notes) if remark]
        return replace(form, remark=" ".join(remarks)) if self.notes else form

    def keep_letterhead(self, path: Path) -> tuple[FormLetterhead, tuple[str, ...]]:
        """Copy a letterhead into the folder, by its hash; with what of it was left out, in Ukrainian.

        Raises:
            BadInput: it does not serve. CannotWrite: the folder cannot be written.
        """
        from courtcomms.reports.form_model import FormLetterhead
        from courtcomms.reports.letterhead import cleaned_letterhead, letterhead_file

        content, left_out = cleaned_letterhead(path)
        file = letterhead_file(content)
        put(self.folder / file, content.document)
        return FormLetterhead(file, shown_name(path.name), content), left_out

    def _shelf(self) -> dict[str, Path]:
        """Forms of the folder by name; a file that is no TOML is set aside."""
        found: dict[str, Path] = {}
        for path in sorted(self.folder.glob("*.toml")):
            if path.name in (_CHOICES, _STANDARD_FILE):
                continue
            try:
                name = str(tomllib.loads(path.read_text(encoding="utf-8-sig")).get("name") or path.stem)
            except (OSError, ValueError, RecursionError):
                aside = set_aside(path, ".broken")
                self._note(f"Файл форми «{path.name}» не прочитано: його збережено як «{aside.name}».")
                continue
            taken = name in found or name.casefold() == STANDARD.casefold()
            found[f"{name} ({path.stem})" if taken else name] = path
        return found

    def _path(self, name: str) -> Path:
        path = self._shelf().get(name)
        if path is None:
            raise Missing(
                f"Форми «{name}» вже немає: нічого не записано. Виберіть для звіту іншу: «Форма звіту…»."
            )
        return path

    def _free_name(self, name: str, besides: str = "") -> str:
        name = checked_name(name)
        taken = {known.casefold() for known in self.names() if known != besides}
        if name.casefold() in taken:
            raise BadInput(f"Форма «{name}» вже є: нічого не змінено. Назвіть її інакше.")
        return name

    def _free_path(self, name: str) -> Path:
        from courtcomms.reports.filename import file_stem

        stem = f"form_{file_stem(name)}"[:_LONGEST_STEM].rstrip("_")
        path, number = self.folder / f"{stem}.toml", 1
        while path.exists():
            number += 1
            path = self.folder / f"{stem}_{number}.toml"
        return path

    def _put_choices(self, choices: tuple[FormChoice, ...]) -> None:
        if choices != self.choices():
            make_folder(self.folder)
            write_bytes(self.folder / _CHOICES, choices_text(choices).encode())

    def _note(self, text: str) -> None:
        if text not in self.notes:  # a file that cannot be moved is met again and again
            log.warning("a file of forms was set aside: %s", text)
            self.notes = (*self.notes, text)
