"""The tables of link checking are whole, and everybody was asked for the same."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import link_peers, links
from benchmarks.link_cases import CASES, Group
from benchmarks.link_load import HOSTS, LONGEST, SHORTEST, Asked, Limits, Link, Load, load, physical_limit
from benchmarks.link_peers import Missing, Said, linkinator_said, lychee_said
from benchmarks.link_truth import MEANS, Answers, Told, _by_case, _by_group, _is_right
from benchmarks.link_watch import CommandFailed, Watched, watch
from courtcomms.model.link_checks import Verdict

ROOT = Path(__file__).resolve().parents[2]
SIZE = 50


def rows(text: str) -> list[list[str]]:
    """The first table's lines, cell by cell, without the rule."""
    block = next(block for block in text.split("\n\n") if block.startswith("| "))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
    return [cells[0], *cells[2:]]


def test_links_table_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing is fetched from anywhere in a test.
    monkeypatch.setattr(link_peers, "linkinator", lambda: Missing("linkinator stays away"))
    text = links.run([SIZE], repeats=1)
    assert "linkinator stays away" in text
    header, *lines = rows(text)
    assert {len(line) for line in lines} == {len(header)} == {1 + 6}
    assert header[4] == "its process: CPU / wall s"
    names = [line[0] for line in lines]
    assert [name.split()[0].strip(",") for name in names].count("courtcomms") == 3
    assert [name for name in names if name.startswith("lychee")] != []
    for name, limit, _check, times, process, memory, busiest in lines:
        assert float(times) > 0.95, "nobody is quicker than the limit"
        cpu, wall = map(float, process.split("/"))
        assert cpu > 0
        assert wall > float(limit)
        assert int(memory) > 5
        assert 1 <= int(busiest) <= (10 if "10" in name or "default" in name else 2) + 2


def test_growth_is_told_beside_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def once(_runner: links.Runner, _server: Load, some: Sequence[Link]) -> links.Taken:
        watched = Watched(wall=9.0, cpu=1.0, memory=20.0 + len(some), output="")
        return links.Taken(watched, len(some) / 10, Asked(len(some), 2))

    alone = links.Runner("alone", Limits(2, 128), lambda _folder, _urls: [], lambda _output: (0, None))
    monkeypatch.setattr(links, "_once", once)
    monkeypatch.setattr(links, "runners", lambda: ([alone], []))
    header, line = rows(links.run([500, 2000], repeats=1))
    assert len(line) == len(header) == 1 + 6 * 2 + 2
    limits = [float(line[1]), float(line[7])]
    assert float(line[3]) == pytest.approx(50 / limits[0], rel=0.01)
    assert float(line[-2]) == pytest.approx((200 / 50) / (limits[1] / limits[0]), rel=0.01)
    assert float(line[-1]) == pytest.approx(2020 / 520, rel=0.01)
    assert line[4:7] == ["1.00 / 9.00", "520", "2"]


def test_the_load_is_the_same_for_all_and_evenly_spread() -> None:
    with load() as server:
        first, again = server.links(500), server.links(500)
    assert first == again
    assert len({link.url for link in first}) == 500
    assert {sum(link.host == host for link in first) for host in HOSTS} == {10}
    assert all(SHORTEST <= link.seconds <= LONGEST for link in first)


def test_the_limit_is_the_tightest_of_three() -> None:
    hosts = [Link("", host, seconds) for host, seconds in (("a", 1.0), ("a", 1.0), ("a", 1.0), ("b", 0.5))]
    assert physical_limit(hosts, Limits(1, 100)) == 3.0, "the busiest host"
    assert physical_limit(hosts, Limits(2, 100)) == 1.5
    assert physical_limit(hosts, Limits(0, 1)) == 3.5, "everything, one after the other"
    assert physical_limit(hosts, Limits(100, 100)) == 1.0, "the slowest link"


def test_the_watch_sees_children_and_tells_what_went_wrong(tmp_path: Path) -> None:
    grand = "import time; held = bytearray(60_000_000); time.sleep(0.4)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grand!r}]); print('done')"
    watched = watch([sys.executable, "-c", child], cwd=tmp_path, environment=os.environ, patience=60)
    assert watched.output == "done\n"
    assert watched.memory > 60
    assert watched.wall > 0.4
    fails = [sys.executable, "-c", "raise SystemExit('no such thing')"]
    with pytest.raises(CommandFailed, match="no such thing"):
        watch(fails, cwd=tmp_path, environment=os.environ, patience=60)
    sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
    with pytest.raises(CommandFailed, match="not done in"):
        watch(sleeps, cwd=tmp_path, environment=os.environ, patience=0.3)


def test_what_lychee_says_is_read() -> None:
    one = {"url": "http://a/", "redirects": None}
    moved = {"url": "http://b/", "redirects": {"origin": "http://b/", "redirects": [{"url": "http://c/"}]}}
    told = {
        "success_map": {"f": [one, moved]},
        "error_map": {"f": [{"url": "http://d/"}]},
        "timeout_map": {"f": [{"url": "http://e/"}]},
        "excluded_map": {},
    }
    words = lychee_said(json.dumps(told))
    assert list(words.values()) == [Said.OK, Said.REDIRECT, Said.ERROR, Said.TIMEOUT]


def test_what_linkinator_says_is_read() -> None:
    states = [("a", "OK"), ("b", "BROKEN"), ("c", "SKIPPED")]
    told = {"links": [{"url": url, "state": state} for url, state in states]}
    assert list(linkinator_said(json.dumps(told)).values()) == [Said.OK, Said.ERROR, Said.BLOCKED]


def test_peers_are_right_only_where_they_could_say_so() -> None:
    right = {
        case.name: {said for said in Said if _is_right(case, said)}
        for case in CASES
        if case.name
        in ("plain", "gone-404", "soft-same", "blocked-403", "later-silent", "moved-301", "to-login")
    }
    assert right == {
        "plain": {Said.OK, Said.REDIRECT},
        "moved-301": {Said.OK, Said.REDIRECT},
        "gone-404": {Said.ERROR},
        "soft-same": {Said.ERROR},
        "blocked-403": {Said.BLOCKED},
        "later-silent": {Said.TIMEOUT},
        "to-login": {Said.REDIRECT, Said.BLOCKED},
    }
    assert not {Said.CRASH, Said.NO_END} & {word for words in MEANS.values() for word in words}
    assert set(MEANS) <= set(Verdict)


def test_the_tables_of_truth_have_every_group_and_every_case() -> None:
    ours: Answers = {case.name: Told(case.verdicts[0].value, right=True) for case in CASES}
    peer: Answers = {
        case.name: Told("ok", right=False) if case.for_peers else Told("–", None) for case in CASES
    }
    told = {"courtcomms": ours, "peer": peer}
    header, *groups = rows(_by_group(told))
    assert header == ["Group", "courtcomms", "peer"]
    assert [line[0] for line in groups[:-2]] == [group.value for group in Group]
    asked = sum(case.for_peers for case in CASES)
    assert groups[-2][1:] == [f"{asked}/{asked}", f"0/{asked}"]
    assert groups[-1][1:] == [f"{len(CASES)}/{len(CASES)}", f"0/{asked}"]
    _, *lines = rows(_by_case(told))
    assert [line[0] for line in lines] == [case.about for case in CASES]
    assert {line[3] for line in lines} == {"**ok**", "–"}


def test_links_have_their_place_in_the_description() -> None:
    text = (ROOT / "docs" / "BENCHMARKS.md").read_text(encoding="utf-8")
    assert "python -m benchmarks.links " in text
    assert "python -m benchmarks.links --truth" in text
    for group in Group:
        assert f"| {group.value} |" in text
