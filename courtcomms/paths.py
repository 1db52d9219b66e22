"""Where things lie: the user's data, and what comes with the program."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from courtcomms.errors import CannotWrite, Missing, reason_of


@dataclass(frozen=True, slots=True)
class DataDir:
    """The folder that holds everything of one user: register, copies, settings, log.

    Nothing is created by asking for a path; see :meth:`create`.
    """

    root: Path

    @property
    def database(self) -> Path:
        """The register."""
        return self.root / "register.sqlite3"

    @property
    def backups(self) -> Path:
        """The folder of the register's copies."""
        return self.root / "backups"

    @property
    def form(self) -> Path:
        """Where the user's own form of the report lies, if she has one."""
        return self.root / "table1.toml"

    @property
    def own_form(self) -> Path | None:
        """The user's own form, or ``None`` where the standard one holds."""
        return self.form if self.form.is_file() else None

    @property
    def links(self) -> Path:
        """Where the user's settings of link checks lie, if she has changed any."""
        return self.root / "links.toml"

    @property
    def forms(self) -> Path:
        """The folder of the user's own forms, letterheads, and which of them is for which report."""
        return self.root / "forms"

    @property
    def sources(self) -> Path:
        """The folder of imported files, each by its SHA-256."""
        return self.root / "sources"

    @property
    def import_columns(self) -> Path:
        """What the user said of the columns of imported files."""
        return self.root / "import_columns.json"

    @property
    def log(self) -> Path:
        """The newest log."""
        return self.root / "courtcomms.log"

    def create(self) -> None:
        """Make the folder if it is not there.

        Raises:
            CannotWrite: no right to, or a file stands in its place.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(
                f"Не вдалося створити теку даних «{self.root}»: {reason_of(error)}. "
                "Нічого не записано, виберіть іншу теку: --data-dir ТЕКА."
            ) from error


def default_data_dir() -> Path:
    """The platform's own place for a program's data of this user; it may not exist yet."""
    return platformdirs.user_data_path("courtcomms", appauthor=False)


def resources_dir() -> Path:
    """The folder ``resources`` of a frozen program, a checkout or an installed package.

    Raises:
        Missing: the program was installed without it.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    # In a checkout and in an installed package alike it lies beside the package courtcomms.
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    folder = base / "resources"
    if not folder.is_dir():
        raise Missing(f"Немає теки програми «{folder}»: установіть програму ще раз. Дані цілі.")
    return folder
