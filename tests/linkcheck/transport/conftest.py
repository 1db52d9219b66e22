"""A world of servers on loopback for each test, and one with certificates."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.linkcheck.transport.worlds import Server, World, say


@pytest.fixture
def world() -> Iterator[World]:
    server = Server()
    made = World(server, [server])
    yield made
    for each in made.servers:
        each.close()


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(world: World, authority: trustme.CA) -> Server:
    """A server of TLS that shows each name the certificate which its first label says."""
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=3)
    certificates = {
        "good": authority.issue_cert("good.test"),
        "expired": authority.issue_cert("expired.test", not_after=past),
        "other": authority.issue_cert("quite.another.test"),
        "unknown": trustme.CA().issue_cert("unknown.test"),
    }
    contexts = {name: _context(certificate) for name, certificate in certificates.items()}

    def choose(link: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> None:
        link.context = contexts[(name or "good").partition(".")[0]]

    context = _context(certificates["good"])
    context.sni_callback = choose
    server = world.serve(context=context, players={"*": say()})
    for name in certificates:
        world.names[f"{name}.test:443"] = [("127.0.0.1", server.port)]
    world.trust = ssl.create_default_context()
    authority.configure_trust(world.trust)
    return server


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
