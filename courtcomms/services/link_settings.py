"""The user's settings of link checks, in ``links.toml`` of the data folder."""

from __future__ import annotations

from courtcomms.atomic import write_bytes
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.linkcheck.settings_file import read_settings, settings_text
from courtcomms.paths import DataDir


def load_settings(data: DataDir) -> LinkSettings:
    """The settings as the user left them; what cannot be read is as it would be without the file."""
    return load_settings_told(data)[0]


def load_settings_told(data: DataDir) -> tuple[LinkSettings, str]:
    """As :func:`load_settings`, with one sentence on what could not be read; empty where all could."""
    return read_settings(data.links) if data.links.is_file() else (DEFAULT, "")


def save_settings(data: DataDir, settings: LinkSettings) -> None:
    """Keep the settings, whole or not at all.

    Raises:
        CannotWrite: no right to or no room; what stood there is untouched.
    """
    data.create()
    write_bytes(data.links, settings_text(settings).encode("utf-8"))
