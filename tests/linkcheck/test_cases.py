"""Every case through the checker, all in one run: the right verdict of each, and nothing left behind."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from benchmarks.link_cases import CASES, Case, Group
from benchmarks.link_cases.running import SHORT, case_servers, checker_of
from courtcomms.linkcheck.checker import CheckRun
from courtcomms.model import LinkCheck, Severity, Verdict

ROOT = Path(__file__).resolve().parents[2]
RUN = "test"


@dataclass(frozen=True)
class Seen:
    """One run of everything: what was told of each case, and what the process had before and after."""

    run: CheckRun
    told: dict[str, LinkCheck]
    times_told: int
    touched: int
    left: set[object]


def held() -> set[object]:
    """Threads and sockets of this process."""
    sockets = {(one.fd, one.laddr, one.raddr) for one in psutil.Process().net_connections("inet")}
    return {thread.name for thread in threading.enumerate()} | sockets


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    with case_servers() as servers:
        told: list[LinkCheck] = []
        before = held()
        run = checker_of(servers).check([servers.url(case, RUN) for case in CASES], told.append)
        left = held() - before
        names = {servers.key(case, RUN): case.name for case in CASES}
        by_name = {names[check.url]: check for check in told}
        yield Seen(run, by_name, len(told), servers.touched(), left)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_verdict_is_right(seen: Seen, case: Case) -> None:
    check = seen.told[case.name]
    assert check.verdict in case.verdicts, f"{case.about}: {check.reason} (HTTP {check.http}, {check.chain})"


def test_each_address_is_told_once_and_all_are(seen: Seen) -> None:
    assert seen.times_told == len(CASES) == seen.run.asked == seen.run.told
    assert not seen.run.no_network


def test_nobody_came_to_the_machine_itself(seen: Seen) -> None:
    assert seen.touched == 0


def test_no_thread_and_no_socket_is_left(seen: Seen) -> None:
    assert seen.left == set()


def test_every_verdict_has_a_ukrainian_reason(seen: Seen) -> None:
    for name, check in seen.told.items():
        assert re.search("[а-щьюяєіїґ]", check.reason), name
        assert "{" not in check.reason, name
        assert len(check.reason) < 400, name


def test_what_is_wrong_is_never_told_as_fine(seen: Seen) -> None:
    for name, check in seen.told.items():
        fine = check.verdict is Verdict.WORKS
        assert (check.severity is Severity.OK) == fine, name


@pytest.mark.parametrize(
    "case", [one for one in CASES if one.group is Group.MOVES], ids=lambda case: case.name
)
def test_a_page_that_moved_for_good_is_offered_by_its_new_address(seen: Seen, case: Case) -> None:
    check = seen.told[case.name]
    if check.verdict is Verdict.MOVED:
        assert check.repair == check.final_url != check.url
    else:
        assert check.repair == ""


def test_titles_are_text_of_bounded_length(seen: Seen) -> None:
    title = "У суді провели день відкритих дверей для школярів"
    assert seen.told["plain"].title == title
    assert seen.told["windows-1251"].title == title
    for name, check in seen.told.items():
        assert len(check.title) <= 500, name
        assert check.title.isprintable(), name
    assert "<b onclick=alert(1)>" in seen.told["title-markup"].title


def test_chains_are_told_hop_by_hop(seen: Seen) -> None:
    assert seen.told["moved-twice"].hops == 2
    assert seen.told["chain-15"].hops == 15
    assert seen.told["chain-25"].hops <= SHORT.most_hops + 1
    assert seen.told["moved-https"].final_url == "https://moved-https.case.test/news/1"
    assert [seen.told[name].http for name in ("plain", "gone-404", "blocked-999", "no-host")] == [
        200,
        404,
        999,
        None,
    ]


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="the peak of memory is told by Linux alone"
)
def test_hostile_servers_cost_little_memory() -> None:
    program = (
        "from benchmarks.child import peak_memory, start_of_memory\n"
        "from benchmarks.link_cases import CASES, Group\n"
        "from benchmarks.link_cases.running import case_servers, checker_of\n"
        "with case_servers() as servers:\n"
        "    for groups in ([Group.WORKS], [Group.HOSTILE]):\n"
        "        before = start_of_memory()\n"
        "        urls = [servers.url(case, 'memory') for case in CASES if case.group in groups]\n"
        "        checker_of(servers).check(urls, lambda check: None)\n"
        "        print(len(urls), peak_memory() - before)\n"
    )
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    asked, added = done.stdout.splitlines()[-1].split()
    assert int(asked) == sum(case.group is Group.HOSTILE for case in CASES)
    assert float(added) < 40, "a gigabyte was sent, packed, and pages without end"
