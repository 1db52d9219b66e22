"""Numbers of a participants cell, each put in the place of one sign."""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.model import Participants, ParticipantsKind

#: Stands for a number: U+E000 for the first, U+E001 for the second …
AMOUNT = "[\ue000-\uefff]"
_FIRST = 0xE000


@dataclass(slots=True)
class Amounts:
    """A text whose numbers are signs, and what each sign stands for. ``doubtful``: some could not be read."""

    text: str
    values: list[Participants]
    doubtful: bool = False

    def of(self, sign: str) -> Participants:
        """What a sign stands for."""
        return self.values[ord(sign) - _FIRST]

    def sign(self, value: Participants) -> str:
        """A sign for a value."""
        self.values.append(value)
        return chr(_FIRST + len(self.values) - 1)


def exactly(number: int) -> Participants:
    """A counted number."""
    return Participants(ParticipantsKind.EXACT, number, number)
