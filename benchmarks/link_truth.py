"""Table: what the checkers say of each case on the case server; the right verdicts are ours.

``python -m benchmarks.links --truth``. Peers are asked about each address in a process of its own: in one run
of all, a single address (``Retry-After: 86400``) keeps a peer from ending, and with it from telling anything.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import link_peers as peers
from benchmarks.link_cases import CASES, Case, Group
from benchmarks.link_cases.running import CaseServers, case_servers, checker_of
from benchmarks.link_peers import Missing, Said
from benchmarks.table import markdown
from courtcomms.model.link_checks import LinkCheck, Verdict

_PEERS_AT_ONCE = 4
#: Longer than every limit that the peers are given, with their repeats.
_PATIENCE = 25.0
_LYCHEE_OPTIONS = ("--timeout", "4", "--max-redirects", "20")
#: Its count is one less than how often it asks again; without this it waits longer than the patience here.
_LINKINATOR_OPTIONS = (
    *("--timeout", "4000"),
    *("--retry-errors", "--retry-errors-count", "1", "--retry-errors-jitter", "0"),
)

_FINE = frozenset({Said.OK, Said.REDIRECT})
#: What a peer may say where the verdict is right: it has no finer words, so that a plain "ok" of a page that
#: moved counts, and any error of one that is broken; only "blocked" and "for now" need a word of their own.
MEANS: Mapping[Verdict, frozenset[Said]] = {
    Verdict.WORKS: _FINE,
    Verdict.MOVED: _FINE,
    Verdict.REDIRECTED: _FINE,
    Verdict.REDIRECTED_TO_ROOT: frozenset({Said.REDIRECT, Said.ERROR}),
    Verdict.REDIRECTED_TO_LOGIN: frozenset({Said.REDIRECT, Said.BLOCKED}),
    Verdict.BLOCKED: frozenset({Said.BLOCKED}),
    Verdict.TEMPORARY: frozenset({Said.TIMEOUT}),
    Verdict.NOT_ASKED: frozenset({Said.NOTHING}),
}
_BROKEN = frozenset({Said.ERROR})


@dataclass(frozen=True, slots=True)
class Told:
    """What one checker said of a case, and whether that is right; ``None`` where it was not asked."""

    word: str
    right: bool | None


Answers = Mapping[str, Told]


def ours(servers: CaseServers, run: str = "ours") -> Answers:
    """All cases in one run of our checker."""
    found: dict[str, LinkCheck] = {}
    urls = {servers.url(case, run): case for case in CASES}
    checker_of(servers).check(urls, lambda check: found.__setitem__(check.url, check))
    keyed = {servers.key(case, run): case for case in CASES}
    told = {keyed[url].name: _ours(keyed[url], check) for url, check in found.items() if url in keyed}
    return {case.name: told.get(case.name, Told("nothing", right=False)) for case in CASES}


def _ours(case: Case, check: LinkCheck) -> Told:
    return Told(check.verdict.value, check.verdict in case.verdicts)


def of_peer(servers: CaseServers, ask: Callable[[str], Said], run: str) -> Answers:
    """Each case that a peer can be asked, one after the other, a few at once."""
    cases = [case for case in CASES if case.for_peers]
    with ThreadPoolExecutor(_PEERS_AT_ONCE) as pool:
        said = pool.map(ask, (servers.plain_url(case, run) for case in cases))
        told = {
            case.name: Told(word.value, _is_right(case, word)) for case, word in zip(cases, said, strict=True)
        }
    return {case.name: told.get(case.name, Told("–", None)) for case in CASES}


def _is_right(case: Case, said: Said) -> bool:
    return any(said in MEANS.get(verdict, _BROKEN) for verdict in case.verdicts)


def lychee_asks(program: Path, trusted: Path, url: str) -> Said:
    """What lychee says of one address."""
    return _asked(partial(peers.lychee_command, program), _LYCHEE_OPTIONS, peers.lychee_said, trusted, url)


def linkinator_asks(script: Path, trusted: Path, url: str) -> Said:
    """What linkinator says of one address."""
    return _asked(
        partial(peers.linkinator_command, script), _LINKINATOR_OPTIONS, peers.linkinator_said, trusted, url
    )


def _asked(
    command: Callable[..., list[str]],
    options: Sequence[str],
    said: Callable[[str], dict[str, Said]],
    trusted: Path,
    url: str,
) -> Said:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        arguments = command(Path(folder), [url], *options)
        try:
            done = subprocess.run(
                arguments,
                cwd=folder,
                env=peers.environment(trusted),
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Said.NO_END
    try:
        answers = said(done.stdout)
    except (json.JSONDecodeError, KeyError):
        return Said.CRASH
    return next((word for asked, word in answers.items() if asked.startswith("http")), Said.NOTHING)


def run(names: Iterable[str] = ("lychee", "linkinator")) -> str:
    """Ask everybody about everything; two tables as Markdown: by group, and case by case."""
    with case_servers() as servers, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        trusted = Path(folder) / "issuer.pem"
        trusted.write_text(servers.trusted, encoding="ascii")
        told: dict[str, Answers] = {"courtcomms": ours(servers)}
        notes = []
        for name in names:
            program = getattr(peers, name)()
            if isinstance(program, Missing):
                notes.append(program.reason)
                continue
            ask = lychee_asks if name == "lychee" else linkinator_asks
            told[name] = of_peer(servers, partial(ask, program, trusted), name)
    blocks = ["### What is told rightly", _NOTE, *notes, _by_group(told), "#### Case by case", _by_case(told)]
    return "\n\n".join(blocks)


_NOTE = (
    "The right verdicts are ours: what a person at a browser would say of the address, in some cases either "
    "of two. A peer is right where its words allow it: “ok” or “redirect” for what works or moved, “error” "
    "for what is gone or broken, “timeout” for what is so for now; a wall against robots only where it says "
    "so. Cases that only a name can play, or that are about refusing loopback, are not asked of peers (–). "
    "All are given 4 s for an address and 20 redirects; ours is asked about all in one run, a peer about "
    "each in a process of its own, which may take 25 s."
)


def _by_group(told: Mapping[str, Answers]) -> str:
    rows = [_group_row(group.value, [case for case in CASES if case.group is group], told) for group in Group]
    rows.append(_group_row("**all that peers were asked**", [case for case in CASES if case.for_peers], told))
    rows.append(_group_row("**all**", CASES, told))
    return markdown(("Group", *told), rows)


def _group_row(name: str, cases: Sequence[Case], told: Mapping[str, Answers]) -> list[str]:
    return [name, *(_count([answers[case.name] for case in cases]) for answers in told.values())]


def _count(answers: Sequence[Told]) -> str:
    asked = [one for one in answers if one.right is not None]
    return f"{sum(bool(one.right) for one in asked)}/{len(asked)}" if asked else "–"


def _by_case(told: Mapping[str, Answers]) -> str:
    rows = [
        [case.about, " or ".join(case.verdicts), *(_cell(answers[case.name]) for answers in told.values())]
        for case in CASES
    ]
    return markdown(("Case", "right", *told), rows)


def _cell(told: Told) -> str:
    return f"**{told.word}**" if told.right is False else told.word
