"""Nothing but the world is dialled: by number, by name, by a name server that lies."""

import socket
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.guard import Gate, is_global, is_local_name, literal
from courtcomms.model import Verdict
from tests.linkcheck.transport.worlds import LIMITS, World, say

PRIVATE = (
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:192.168.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
)
WORLD = (
    "8.8.8.8",
    "193.29.204.1",
    "2a00:1450:4001::1",
    "2606:4700::1111",
    "64:ff9b::808:808",
    "2002:808:808::1",
)


@pytest.mark.parametrize("ip", PRIVATE)
def test_what_is_not_of_the_world_is_refused(ip: str) -> None:
    assert not is_global("a.ua", ip)


@pytest.mark.parametrize("ip", WORLD)
def test_the_world_may_be_dialled(ip: str) -> None:
    assert is_global("a.ua", ip)


@given(st.ip_addresses(v=4).filter(lambda ip: not ip.is_global))
def test_no_wrapping_of_a_private_address_makes_it_of_the_world(ip: object) -> None:
    for form in ("{}", "::ffff:{}", "64:ff9b::{}", "::{}"):
        assert not is_global("a.ua", form.format(ip))
    first, second = f"{int(ip):08x}"[:4], f"{int(ip):08x}"[4:]  # type: ignore[call-overload]
    assert not is_global("a.ua", f"2002:{first}:{second}::1")


@pytest.mark.parametrize(
    "name",
    [
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "printer",
        "nas.local",
        "x.lan",
        "router.home.arpa",
        "home.arpa",
        "wiki.internal",
        "a.b.intranet",
        "",
    ],
)
def test_names_of_the_neighbourhood_need_not_be_asked_for(name: str) -> None:
    assert is_local_name(name)


@pytest.mark.parametrize("name", ["court.gov.ua", "local.ua", "localhost.com", "arpa.ua", "a.test"])
def test_other_names_are_asked_for(name: str) -> None:
    assert not is_local_name(name)


def test_digits_are_told_from_names() -> None:
    assert literal("[::1]") == "::1"
    assert literal("127.0.0.1") == "127.0.0.1"
    assert [literal(name) for name in ("a.ua", "1.a", "a1", "")] == ["", "", "", ""]


def test_only_what_was_judged_may_be_dialled() -> None:
    gate = Gate(is_global)
    assert not gate.may_dial("8.8.8.8", 80)
    assert gate.admits("a.ua", "8.8.8.8", 80, 80)
    assert gate.may_dial("8.8.8.8", 80)
    assert not gate.may_dial("8.8.8.8", 22)
    assert not gate.admits("a.ua", "10.0.0.1", 80, 80)
    assert not gate.may_dial("10.0.0.1", 80)


def test_a_proxy_may_be_private_but_is_no_page() -> None:
    gate = Gate(is_global)
    gate.vouch_for_proxy("10.0.0.1", 3128)
    assert gate.may_dial("10.0.0.1", 3128)
    assert not gate.lets("10.0.0.1", 3128)
    gate.vouch_for_proxy("proxy.court.ua", 3128)
    assert gate.admits("proxy.court.ua", "10.0.0.2", 3128, 3128)
    assert not gate.lets("proxy.court.ua", 3128)
    assert not gate.admits("proxy.court.ua", "10.0.0.2", 80, 80)


@pytest.mark.parametrize(
    "ip", ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "169.254.169.254"]
)
def test_a_name_that_leads_home_is_not_asked(world: World, ip: str) -> None:
    world.names["liar.ua"] = [(ip, world.server.port)]
    fetched = world.fetch("http://liar.ua/")
    assert fetched.failure is not None
    assert fetched.failure.kind is Kind.PRIVATE
    assert world.server.connections == 0


def test_of_a_name_that_leads_here_and_there_only_the_world_is_dialled(world: World) -> None:
    world.names["both.test"] = [("10.0.0.1", world.server.port), ("127.0.0.1", world.server.port)]
    world.play("/", say())
    assert world.fetch("http://both.test/").failure is None


def test_a_name_that_changes_its_mind_is_not_asked_again(world: World) -> None:
    """It leads into the world when judged, and home when dialled."""
    lies = iter([[("127.0.0.1", world.server.port)], [("10.0.0.1", 22)], [("10.0.0.1", 22)]])

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        return next(lies)

    world.play("*", say(302, b"", location="/on", connection="close"))
    world.play("/on", say())
    assert world.fetch("http://turning.test/", resolve=resolve).failure is None
    assert len(world.server.seen) == 2


def test_the_last_look_is_taken_where_the_socket_is_made(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where everything before it were fooled."""
    monkeypatch.setattr(Gate, "may_dial", lambda *_: False)
    fetched = world.fetch("http://a.test/")
    assert fetched.failure is not None
    assert world.server.connections == 0


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1/", "https://printer/"]
)
def test_private_addresses_are_told_as_not_asked(world: World, url: str) -> None:
    (check,) = world.check(url).values()
    assert check.verdict is Verdict.NOT_ASKED
    assert world.looked_up == []


def test_a_host_that_the_user_vouches_for_is_asked(world: World) -> None:
    world.names["intranet"] = [("127.0.0.1", world.server.port)]
    world.play("/", say())
    vouched = replace(LIMITS, allowed_hosts=("Intranet", "127.0.0.1"))
    assert world.fetch("http://intranet/", vouched, guard=is_global).failure is None
    assert world.fetch(f"http://127.0.0.1:{world.server.port}/", vouched, guard=is_global).failure is None
    other = world.fetch("http://intranet.local/", vouched, guard=is_global)
    assert other.failure is not None
    assert other.failure.kind is Kind.PRIVATE


def test_ipv6_is_asked_by_number_and_by_name(world: World) -> None:
    try:
        server = world.serve(address="::1", players={"*": say()})
    except OSError:
        pytest.skip("no IPv6 on this machine")
    world.names["six.test"] = [("::1", server.port)]
    assert world.fetch("http://six.test/").failure is None
    vouched = replace(LIMITS, allowed_hosts=("[::1]",))
    assert world.fetch(f"http://[::1]:{server.port}/", vouched).failure is None


def test_where_one_family_is_dead_the_other_answers(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = closed.getsockname()[1]
    world.names["two.test"] = [("::1", dead), ("127.0.0.1", world.server.port)]
    world.play("/", say())
    assert world.fetch("http://two.test/").failure is None
