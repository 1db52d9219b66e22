"""Why there was no answer, in a verdict."""

from __future__ import annotations

from courtcomms.linkcheck import reasons
from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.judged import Judged, temporary
from courtcomms.linkcheck.places import host_words
from courtcomms.model import Severity, Verdict

_ERROR, _WARN = Severity.ERROR, Severity.WARN

#: What stops a reader for certain is an error; where the check may have been stricter than a browser, look.
_VERDICTS = {
    FailureKind.NO_HOST: Judged(Verdict.NO_HOST, _ERROR, reasons.NO_HOST),
    FailureKind.NAME_SERVER: temporary(reasons.NAME_SERVER),
    FailureKind.REFUSED: temporary(reasons.REFUSED),
    FailureKind.RESET: temporary(reasons.RESET),
    FailureKind.TIMEOUT: temporary(reasons.TIMEOUT),
    FailureKind.UNREACHABLE: temporary(reasons.UNREACHABLE),
    FailureKind.PROXY: temporary(reasons.PROXY),
    FailureKind.CERTIFICATE_EXPIRED: Judged(Verdict.CERTIFICATE_EXPIRED, _ERROR, reasons.CERTIFICATE_EXPIRED),
    FailureKind.CERTIFICATE_NAME: Judged(Verdict.CERTIFICATE_NAME, _ERROR, reasons.CERTIFICATE_NAME),
    FailureKind.CERTIFICATE_ISSUER: Judged(Verdict.CERTIFICATE_ISSUER, _WARN, reasons.CERTIFICATE_ISSUER),
    FailureKind.TLS: Judged(Verdict.BROKEN_TLS, _WARN, reasons.BROKEN_TLS),
    FailureKind.LOOP: Judged(Verdict.REDIRECT_LOOP, _WARN, reasons.LOOP),
    FailureKind.TOO_MANY_HOPS: Judged(Verdict.REDIRECT_LOOP, _WARN, reasons.TOO_MANY_HOPS),
    FailureKind.GARBAGE: Judged(Verdict.BROKEN_ANSWER, _WARN, reasons.GARBAGE),
    FailureKind.HEADERS: Judged(Verdict.BROKEN_ANSWER, _WARN, reasons.HEADERS),
    FailureKind.PRIVATE: Judged(Verdict.NOT_ASKED, _WARN, reasons.PRIVATE),
    FailureKind.SCHEME: Judged(Verdict.NOT_ASKED, _WARN, reasons.SCHEME),
}
#: The same where another server's redirect led there.
_AFTER_REDIRECT = {
    FailureKind.NO_HOST: Judged(Verdict.NO_HOST, _ERROR, reasons.TO_NO_HOST),
    FailureKind.PRIVATE: Judged(Verdict.BAD_REDIRECT, _ERROR, reasons.TO_PRIVATE),
    FailureKind.SCHEME: Judged(Verdict.BAD_REDIRECT, _ERROR, reasons.TO_SCHEME),
}


def without_answer(fetched: Fetched) -> Judged:
    """What a failure means; none at all, and no answer either, is a server that kept silent."""
    if fetched.failure is None:
        return temporary(reasons.TIMEOUT.format(host=host_words(fetched.url)))
    kind = fetched.failure.kind
    found = _AFTER_REDIRECT.get(kind) if fetched.answers else None
    judged = found or _VERDICTS[kind]
    reason = judged.reason.format(host=host_words(fetched.failure.url))
    return Judged(judged.verdict, judged.severity, reason)
