"""Names that do not exist, certificates of every kind, and addresses that must not be asked."""

from __future__ import annotations

from functools import partial

from benchmarks.link_cases.case import DOMAIN, Case, Group, Play, Tls
from benchmarks.link_cases.say import news, ok, redirect
from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

#: Peers would ask the world's name servers, and a benchmark stays on loopback.
_no_host = partial(Case, Group.HOSTS, for_peers=False)
_tls = partial(Case, Group.TLS, play=lambda _: news(), secure=True)
_guard = partial(Case, Group.GUARD, for_peers=False)
_NO_HOST, _NOT_ASKED = (Verdict.NO_HOST,), (Verdict.NOT_ASKED,)
_BROKEN = (Verdict.BROKEN_TLS,)
_ISSUER = (Verdict.CERTIFICATE_ISSUER,)
#: The first address is the user's and is not asked; where a server sends there, that server is to blame.
_REFUSED = (Verdict.BAD_REDIRECT, Verdict.NOT_ASKED)


def _to(location: str) -> Play:
    """Redirects to what ``location`` says, with the port that nobody may touch in it."""
    return lambda visit: redirect(302, location.replace("{trap}", str(visit.trap)))


def _refreshes_to(location: str) -> Play:
    def play(_visit: Visit) -> bytes:
        return ok("Зачекайте", top=f'<meta http-equiv="refresh" content="0; url={location}">')

    return play


CASES = (
    _no_host("no-host", "a name that does not exist", _NO_HOST, address="http://no-such-name.invalid/news/1"),
    _no_host("no-host-https", "the same by https", _NO_HOST, address="https://no-such-name.invalid/news/1"),
    _no_host(
        "no-host-next",
        "a redirect to a name that does not exist",
        (Verdict.NO_HOST, Verdict.BAD_REDIRECT),
        _to("http://no-such-name.invalid/"),
    ),
    _tls("tls-expired", "a certificate that ran out", (Verdict.CERTIFICATE_EXPIRED,), tls=Tls.EXPIRED),
    _tls(
        "tls-not-yet",
        "a certificate of tomorrow",
        (Verdict.CERTIFICATE_EXPIRED, Verdict.BROKEN_TLS),
        tls=Tls.NOT_YET,
    ),
    _tls("tls-other-name", "a certificate of another name", (Verdict.CERTIFICATE_NAME,), tls=Tls.OTHER_NAME),
    _tls("tls-self-signed", "a certificate signed by itself", _ISSUER, tls=Tls.SELF_SIGNED),
    _tls("tls-unknown", "a certificate of an unknown issuer", _ISSUER, tls=Tls.UNKNOWN),
    _tls("tls-no-chain", "the middle certificate is not sent", _ISSUER, tls=Tls.NO_CHAIN),
    _tls("tls-valid", "a certificate with its middle one", (Verdict.WORKS,), tls=Tls.VALID),
    _tls("tls-garbage", "garbage in place of a handshake", _BROKEN, tls=Tls.GARBAGE),
    _tls("tls-closes", "closes in the handshake", (*_BROKEN, Verdict.TEMPORARY), tls=Tls.CLOSES),
    _tls("tls-plain", "plain http at the port for https", _BROKEN),
    Case(
        Group.TLS,
        "tls-next",
        "http sends to an expired certificate",
        (Verdict.CERTIFICATE_EXPIRED,),
        lambda visit: redirect(301, visit.secure_url("/news/1")),
        tls=Tls.EXPIRED,
    ),
    _guard("guard-loopback", "127.0.0.1 itself", _NOT_ASKED, address="http://127.0.0.1:{trap}/"),
    _guard("guard-private", "10.0.0.1 itself", _NOT_ASKED, address="http://10.0.0.1/"),
    _guard("guard-metadata", "169.254.169.254 itself", _NOT_ASKED, address="http://169.254.169.254/latest/"),
    _guard("guard-ipv6", "[::1] itself", _NOT_ASKED, address="http://[::1]:{trap}/"),
    _guard("guard-mapped", "127.0.0.1 in IPv6", _NOT_ASKED, address="http://[::ffff:127.0.0.1]:{trap}/"),
    _guard("guard-nat64", "127.0.0.1 through NAT64", _NOT_ASKED, address="http://[64:ff9b::7f00:1]:{trap}/"),
    _guard("guard-decimal", "127.0.0.1 as one number", _NOT_ASKED, address="http://2130706433:{trap}/number"),
    _guard("guard-localhost", "localhost", _NOT_ASKED, address="http://localhost:{trap}/"),
    _guard(
        "guard-name",
        "a name that resolves to loopback",
        _NOT_ASKED,
        address=f"http://inner.{DOMAIN}:{{trap}}/",
        names=((f"inner.{DOMAIN}", "127.0.0.1"),),
    ),
    _guard(
        "guard-name-private",
        "a name that resolves to 192.168.1.1",
        _NOT_ASKED,
        address=f"http://router.{DOMAIN}/",
        names=((f"router.{DOMAIN}", "192.168.1.1"),),
    ),
    _guard(
        "guard-to-file", "302 to file:", (Verdict.BAD_REDIRECT,), _to("file:///etc/passwd"), for_peers=True
    ),
    _guard(
        "guard-to-script",
        "302 to javascript:",
        (Verdict.BAD_REDIRECT,),
        _to("javascript:alert(1)"),
        for_peers=True,
    ),
    _guard("guard-to-loopback", "302 to 127.0.0.1", _REFUSED, _to("http://127.0.0.1:{trap}/")),
    _guard("guard-to-private", "302 to 10.0.0.1", _REFUSED, _to("http://10.0.0.1/")),
    _guard("guard-to-ipv6", "302 to [::1]", _REFUSED, _to("http://[::1]:{trap}/")),
    _guard("guard-to-metadata", "302 to 169.254.169.254", _REFUSED, _to("http://169.254.169.254/latest/")),
    _guard(
        "guard-to-name",
        "302 to a name that resolves to loopback",
        _REFUSED,
        _to(f"http://inside.{DOMAIN}:{{trap}}/"),
        names=((f"inside.{DOMAIN}", "127.0.0.1"),),
    ),
    _guard(
        "guard-refresh",
        "meta refresh to file:",
        (*_REFUSED, Verdict.WORKS),
        _refreshes_to("file:///etc/passwd"),
    ),
)
