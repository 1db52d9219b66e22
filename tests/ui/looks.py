"""Looks at addresses, as a check would have left them in the register."""

from __future__ import annotations

from datetime import UTC, datetime

from courtcomms.model import LinkCheck, Severity, Verdict

SITE = "https://ing.dp.court.gov.ua/sud0416/news/"
FINE, GONE, MOVED, WALLED, UNSEEN = (f"{SITE}{name}/" for name in ("1", "2", "3", "4", "5"))
NEW = f"{SITE}33/"


def look(url: str, verdict: Verdict, severity: Severity, http: int = 200, repair: str = "") -> LinkCheck:
    at = datetime.now(UTC)
    return LinkCheck(url, verdict, severity, f"Речення: {verdict.value}.", at, http, url, (url,), "", repair)


#: One of each group.
LOOKS: dict[str, tuple[LinkCheck, ...]] = {
    FINE: (look(FINE, Verdict.WORKS, Severity.OK),),
    GONE: (look(GONE, Verdict.GONE, Severity.ERROR, 404),),
    MOVED: (look(MOVED, Verdict.MOVED, Severity.HINT, repair=NEW),),
    WALLED: (look(WALLED, Verdict.BLOCKED, Severity.WARN, 403),),
}
ALL = "\n".join((FINE, GONE, MOVED, WALLED, UNSEEN))
