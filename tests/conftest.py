"""What every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A change is judged by the same examples each time; new ones are looked for where people work.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real report as DOCX, XLSX and JSON; it is the user's and stays outside the project."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the user's real report is not beside this checkout")
    return folder
