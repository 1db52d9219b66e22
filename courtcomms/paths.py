"""Where the program's own files lie."""

from __future__ import annotations

from pathlib import Path


def resources_dir() -> Path:
    """The folder of templates, icons and samples: beside the package in a checkout, a wheel and a bundle."""
    return Path(__file__).resolve().parents[1] / "resources"
