"""The settings of link checks as the window reads and keeps them; each runs in a worker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from courtcomms.linkcheck.settings import LinkSettings


def read(folder: Path) -> LinkSettings:
    """The settings in the data folder."""
    return read_told(folder)[0]


def read_told(folder: Path) -> tuple[LinkSettings, str]:
    """The settings, and one sentence on what of the file could not be read."""
    from courtcomms.paths import DataDir
    from courtcomms.services.link_settings import load_settings_told

    return load_settings_told(DataDir(folder))


def keep(folder: Path, settings: LinkSettings) -> LinkSettings:
    """Keep the settings, and give them back.

    Raises:
        CannotWrite: what stood there is untouched.
    """
    from courtcomms.paths import DataDir
    from courtcomms.services.link_settings import save_settings

    save_settings(DataDir(folder), settings)
    return settings


def consent(folder: Path, **words: bool) -> LinkSettings:
    """Keep the user's word on ``read_pages`` or ``ask_archive``; the other settings stay as they are.

    Raises:
        CannotWrite: what stood there is untouched.
    """
    return keep(folder, replace(read(folder), **words))  # type: ignore[arg-type]
