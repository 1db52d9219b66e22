"""What the rules without the network say of one address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from courtcomms.model import Severity

_WORST_FIRST = {
    severity: place
    for place, severity in enumerate((Severity.ERROR, Severity.WARN, Severity.HINT, Severity.OK))
}


@dataclass(frozen=True, slots=True)
class AddressFinding:
    """One thing to look at in an address.

    ``code`` is stable and names the rule; ``message`` is one Ukrainian sentence. ``repair`` is the whole
    address to put in its place, ``""`` where none is certain.
    """

    code: str
    severity: Severity
    message: str
    repair: str = ""


def worst_first(found: Iterable[AddressFinding]) -> tuple[AddressFinding, ...]:
    """Findings by severity; beside an error small advice is left out: it waits until the address is right."""
    ordered = sorted(found, key=lambda each: _WORST_FIRST[each.severity])
    if ordered and ordered[0].severity is Severity.ERROR:
        ordered = [each for each in ordered if each.severity is not Severity.HINT]
    return tuple(ordered)
