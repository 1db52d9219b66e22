"""Certificates of every kind for the cases' servers, made anew for each run."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.link_cases.case import Tls

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificates:
    """An issuer that checkers are told to trust, one in its name, and one that nobody knows."""

    trusted: trustme.CA = field(default_factory=trustme.CA)
    unknown: trustme.CA = field(default_factory=trustme.CA)

    def context(self, kind: Tls, *names: str) -> ssl.SSLContext:
        """What a server with these names and addresses shows."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if kind is Tls.SELF_SIGNED:
            _load(context, *_self_signed(names))
        elif kind is Tls.NO_CHAIN:
            certificate = self.trusted.create_child_ca().issue_cert(*names)
            _load(context, certificate.cert_chain_pems[0].bytes(), certificate.private_key_pem.bytes())
        else:
            self._certificate(kind, names).configure_cert(context)
        return context

    def _certificate(self, kind: Tls, names: tuple[str, ...]) -> trustme.LeafCert:
        now = dt.datetime.now(dt.UTC)
        match kind:
            case Tls.EXPIRED:
                return self.trusted.issue_cert(*names, not_before=now - 400 * _DAY, not_after=now - 3 * _DAY)
            case Tls.NOT_YET:
                return self.trusted.issue_cert(*names, not_before=now + _DAY, not_after=now + 90 * _DAY)
            case Tls.OTHER_NAME:
                return self.trusted.issue_cert("other.test")
            case Tls.UNKNOWN:
                return self.unknown.issue_cert(*names)
            case _:
                return self.trusted.create_child_ca().issue_cert(*names)


def _load(context: ssl.SSLContext, certificate: bytes, key: bytes) -> None:
    """The standard library reads certificates from files alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "server.pem"
        file.write_bytes(key + certificate)
        context.load_cert_chain(file)


def _self_signed(names: tuple[str, ...]) -> tuple[bytes, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    now = dt.datetime.now(dt.UTC)
    hosts = x509.SubjectAlternativeName([_alternative(name) for name in names])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + 90 * _DAY)
        .add_extension(hosts, critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return certificate.public_bytes(serialization.Encoding.PEM), private


def _alternative(name: str) -> x509.GeneralName:
    if name[:1].isdigit():
        return x509.IPAddress(ipaddress.ip_address(name))
    return x509.DNSName(name)
