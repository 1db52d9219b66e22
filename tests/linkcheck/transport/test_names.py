"""Names, refusals of the network, and no network at all."""

import socket
import threading
from dataclasses import replace

import pytest

from courtcomms.linkcheck import network
from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.resolving import system_lookup
from courtcomms.model import LinkCheck, Verdict
from tests.linkcheck.transport.worlds import LIMITS, World, say

UNKNOWN = socket.gaierror(socket.EAI_NONAME, "no such name")
MUTE = socket.gaierror(socket.EAI_AGAIN, "no answer")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (UNKNOWN, Kind.NO_HOST),
        (socket.gaierror(11001, "WSAHOST_NOT_FOUND"), Kind.NO_HOST),
        (socket.gaierror(11004, "WSANO_DATA"), Kind.NO_HOST),
        (socket.gaierror(11002, "WSATRY_AGAIN"), Kind.NAME_SERVER),
        (MUTE, Kind.NAME_SERVER),
        (socket.gaierror(socket.EAI_FAIL, "broken"), Kind.NAME_SERVER),
        (OSError("anything"), Kind.NAME_SERVER),
        (RuntimeError("a broken resolver"), Kind.GARBAGE),
    ],
)
def test_what_a_name_server_says(world: World, said: Exception, expected: Kind) -> None:
    world.names["name.test"] = said
    failure = world.fetch("http://name.test/").failure
    assert failure is not None
    assert failure.kind is expected


def test_a_name_without_an_address_is_no_host(world: World) -> None:
    world.names["empty.test"] = []
    failure = world.fetch("http://empty.test/").failure
    assert failure is not None
    assert failure.kind is Kind.NO_HOST


def test_a_name_server_that_keeps_silent_is_given_up(world: World) -> None:
    silence = threading.Event()

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        silence.wait(20)
        return []

    fetched = world.fetch("http://a.test/", replace(LIMITS, connect_seconds=0.4), resolve=resolve)
    silence.set()
    assert fetched.failure is not None
    assert fetched.failure.kind is Kind.NAME_SERVER


def test_a_name_is_looked_up_once_a_check(world: World) -> None:
    world.play("*", say(connection="close"))
    world.check(*(f"http://a.test/{n}" for n in range(20)))
    assert world.looked_up == ["a.test"]


def test_a_name_server_that_recovers_is_asked_again(world: World) -> None:
    said = iter([MUTE])

    def resolve(host: str, port: int) -> object:
        for error in said:
            raise error
        return world.resolve(host, port)

    world.play("/", say())
    assert world.check("http://a.test/", resolve=resolve)["http://a.test/"].verdict is Verdict.WORKS


def test_a_closed_port_is_a_refusal(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    world.names["shut.test"] = [("127.0.0.1", port), ("127.0.0.1", port)]
    failure = world.fetch("http://shut.test/").failure
    assert failure is not None
    assert failure.kind is Kind.REFUSED


def test_a_machine_that_takes_no_connection_is_given_up_in_time(world: World) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        fill = [socket.socket() for _ in range(4)]
        for each in fill:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        world.names["full.test"] = [("127.0.0.1", port)]
        failure = world.fetch("http://full.test/", replace(LIMITS, connect_seconds=0.5)).failure
        for each in fill:
            each.close()
    assert failure is not None
    assert failure.kind is Kind.TIMEOUT


def run_without(world: World, *urls: str, **how: object) -> list[LinkCheck]:
    told: list[LinkCheck] = []
    world.runs.append(world.checker(**how).check(urls, told.append))  # type: ignore[arg-type]
    return told


@pytest.mark.parametrize("said", [UNKNOWN, MUTE])
def test_without_a_network_nothing_is_told_as_bad(world: World, said: Exception) -> None:
    urls = [f"http://site{n}.test/" for n in range(60)]
    world.names |= dict.fromkeys([f"site{n}.test" for n in range(60)], said)
    looks: list[int] = []

    def online() -> bool:
        looks.append(1)
        return False

    assert run_without(world, *urls, online=online) == []
    assert len(looks) == 1
    (run,) = world.runs
    assert (run.asked, run.told, run.no_network) == (60, 0, True)
    assert run.obstacle in (Kind.NO_HOST, Kind.NAME_SERVER)


def test_the_checker_finds_out_by_itself(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "has_way_out", lambda: True)
    world.names["gone.test"] = UNKNOWN
    assert run_without(world, "http://gone.test/", online=None) == []
    assert world.runs[-1].no_network
    assert set(world.looked_up) > {"court.gov.ua"}

    world.names["court.gov.ua"] = [("193.29.204.1", 443)]
    (check,) = run_without(world, "http://gone.test/", online=None)
    assert check.verdict is Verdict.NO_HOST
    assert not world.runs[-1].no_network

    monkeypatch.setattr(network, "has_way_out", lambda: False)
    assert run_without(world, "http://gone.test/", online=None) == []


def test_one_address_that_answers_proves_the_network(world: World) -> None:
    world.names["gone.test"] = UNKNOWN
    world.play("/", say())
    told = run_without(world, "http://gone.test/", "http://a.test/", online=lambda: False)
    assert {check.verdict for check in told} == {Verdict.NO_HOST, Verdict.WORKS}
    assert not world.runs[-1].no_network


def test_a_way_to_nowhere_is_an_obstacle(world: World) -> None:
    """A network that is unreachable says so for every address."""
    world.names["far.test"] = [("2001:db8::1", 80)]
    told = run_without(world, "http://far.test/", online=lambda: False, guard=lambda host, ip: True)
    run = world.runs[-1]
    if run.obstacle is None:
        assert [check.verdict for check in told] == [Verdict.TEMPORARY]  # this machine has a way there
    else:
        assert (told, run.obstacle) == ([], Kind.UNREACHABLE)


def test_the_system_is_asked_for_both_families() -> None:
    places = system_lookup("localhost", 80)
    assert {ip for ip, _ in places} <= {"127.0.0.1", "::1"}
    assert all(port == 80 for _, port in places)
    with pytest.raises(socket.gaierror):
        system_lookup("no-such-name.invalid", 80)


def test_whether_there_is_a_way_out_is_asked_without_sending() -> None:
    assert network.has_way_out() in (True, False)
