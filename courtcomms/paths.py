"""Where the program's own files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


def resources_dir() -> Path:
    """The folder of templates, icons and samples: beside the package in a checkout, a wheel and a bundle."""
    return Path(__file__).resolve().parents[1] / "resources"


@dataclass(frozen=True, slots=True)
class DataDir:
    """Everything the program keeps for a user lies in one folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The register."""
        return self.folder / "register.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of the register's verified copies."""
        return self.folder / "backups"

    @property
    def form(self) -> Path | None:
        """The court's own form of the report, where there is one."""
        own = self.folder / "table1.toml"
        return own if own.is_file() else None

    @property
    def log(self) -> Path:
        """Where unexpected errors are written down."""
        return self.folder / "courtcomms.log"


def default_data_dir() -> Path:
    """The platform's own place for a program's data."""
    return user_data_path("courtcomms", appauthor=False)
