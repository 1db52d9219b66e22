"""The table of the window is whole, and all peers were asked for the same."""

from pathlib import Path

import pytest

from benchmarks.measure import reported
from benchmarks.window import PEERS, _case, _prepared, p95, run
from benchmarks.window_cases import PHRASES
from benchmarks.window_rows import rows

SIZE = 96


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("registers")


def test_window_table_is_whole(registers: Path) -> None:
    text = run([SIZE], repeats=1, registers=registers)
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    assert [line[0].strip() for line in lines[2:]] == list(PEERS.values())
    assert {len(line) for line in lines} == {11}
    times = [cell.split("/") for line in lines[2:] for cell in (line[2], line[3], line[5], line[7])]
    assert all(float(wall) > 0 for _cpu, wall in times)


def test_every_peer_finds_rows_and_ours_all_that_have_the_words(registers: Path) -> None:
    file = _prepared(registers, SIZE)
    told = {peer: reported(_case(peer, SIZE, file)) for peer in PEERS}
    assert {len(one["hits"]) for one in told.values()} == {len(PHRASES)}
    assert {len(one["keys"]) for one in told.values()} == {sum(map(len, PHRASES))}
    texts = [" ".join(row).casefold() for _period, some in rows(SIZE) for row in some]
    assert len(texts) == SIZE
    ours = dict(zip(PHRASES, told["ours"]["hits"], strict=True))
    assert ours["школ"] == sum("школ" in text for text in texts)
    # The same words in the older spelling: only ours knows them for one.
    proxy = dict(zip(PHRASES, told["proxy"]["hits"], strict=True))
    assert (ours["проект"] > 0, proxy["проект"]) == (True, 0)


def test_p95_is_what_all_but_the_worst_twentieth_do_not_exceed() -> None:
    assert p95(range(1, 101)) == 95
    assert p95([7.0]) == 7.0
