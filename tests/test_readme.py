"""What README promises is true today."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from courtcomms.cli import build_parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def promised_commands() -> list[str]:
    """The command lines of README's examples, without the remarks beside them."""
    lines = re.findall(r"^courtcomms (.+)$", README, re.MULTILINE)
    return [re.split(r"\s{3,}", line)[0] for line in lines if not line.startswith(("backup", "--help"))]


@pytest.mark.parametrize("line", promised_commands())
def test_command_of_the_examples_parses(line: str) -> None:
    assert build_parser().parse_args(shlex.split(line)).run


@pytest.mark.parametrize("line", ["backup", "backup x", "restore x", "integrity", "sample x"])
def test_command_of_the_short_list_parses(line: str) -> None:
    assert line.split()[0] in README
    assert build_parser().parse_args(line.split()).run


def test_linked_files_are_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) >= 5
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_ci_runs_the_promised_test_command() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last == "exec python3 start.py test"
    assert "python3 start.py test" in README


def manual_pictures() -> set[str]:
    """The pictures that the manual's texts show."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "resources" / "manual").glob("*.md"))
    return {name for text in texts for name in re.findall(r"\]\(images/([^)]+)\)", text)}


@pytest.mark.timeout(300)
def test_pictures_are_drawn_from_the_real_program(tmp_path: Path) -> None:
    """The plays still play: what they do in the window is still there under its name."""
    program = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'docs'); import make_pictures; "
        f"out = Path({str(tmp_path)!r}); make_pictures.main(out / 'readme', out / 'manual')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "manual").glob("*.png")} == manual_pictures()
    assert {path.name for path in (tmp_path / "readme").glob("*.png")} == {"window.png"}


def test_every_picture_that_is_kept_is_one_that_is_drawn_and_shown() -> None:
    assert {path.name for path in (ROOT / "docs" / "images").glob("*.png")} == {"window.png"}
    assert {path.name for path in (ROOT / "resources" / "manual" / "images").glob("*")} == manual_pictures()
