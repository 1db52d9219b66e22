"""Which form is for which report: of a court, for one period, from a period on, or always.

The choices are ``choices.toml`` beside the forms. What cannot be read there is set aside, never lost.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from courtcomms.period import Period


class Reach(StrEnum):
    """How far a choice reaches."""

    PERIOD = "period"
    ONWARD = "onward"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class FormChoice:
    """The form called ``name`` is for a court's reports; ``period`` is ``None`` for :attr:`Reach.ALWAYS`."""

    court_id: int
    name: str
    reach: Reach
    period: Period | None = None

    @property
    def words(self) -> str:
        """Which reports it is for, in Ukrainian: «ІІІ квартал 2021 року»."""
        if self.period is None:
            return "усі звіти"
        return self.period.name if self.reach is Reach.PERIOD else f"від звіту за {self.period.title} і далі"


def chosen_name(choices: Iterable[FormChoice], court_id: int, period: Period) -> str | None:
    """The form chosen for a report: what is said of the period itself, else of the newest one from which on
    a form holds (of a quarter and a year that begin on one day, what was chosen last), else of all."""
    mine = [choice for choice in choices if choice.court_id == court_id]
    for choice in mine:
        if choice.reach is Reach.PERIOD and choice.period == period:
            return choice.name
    onward = [
        (choice.period.start, place, choice.name)
        for place, choice in enumerate(mine)
        if choice.reach is Reach.ONWARD and choice.period and choice.period.start <= period.start
    ]
    if onward:
        return max(onward)[2]
    return next((choice.name for choice in mine if choice.reach is Reach.ALWAYS), None)


def with_choice(choices: Iterable[FormChoice], chosen: FormChoice) -> tuple[FormChoice, ...]:
    """The choices with one more, which takes the place of an earlier one of the same reach."""
    return (*without_choice(choices, chosen), chosen)


def without_choice(choices: Iterable[FormChoice], dropped: FormChoice) -> tuple[FormChoice, ...]:
    """The choices but for those of the same court, reach and period."""
    place = _place(dropped)
    return tuple(choice for choice in choices if _place(choice) != place)


def renamed(choices: Iterable[FormChoice], old: str, new: str) -> tuple[FormChoice, ...]:
    """The choices after a form got another name."""
    return tuple(replace(choice, name=new) if choice.name == old else choice for choice in choices)


def _place(choice: FormChoice) -> tuple[int, Reach, Period | None]:
    return choice.court_id, choice.reach, choice.period


def choices_text(choices: Iterable[FormChoice]) -> str:
    """The file of the choices."""
    import tomli_w

    return tomli_w.dumps({"choice": [_values(choice) for choice in choices]})


def _values(choice: FormChoice) -> dict[str, Any]:
    values: dict[str, Any] = {"court": choice.court_id, "form": choice.name, "reach": choice.reach.value}
    return values if choice.period is None else {**values, "period": choice.period.code}


def read_choices(text: str) -> tuple[FormChoice, ...]:
    """The choices of a file.

    Raises:
        ValueError: the text is not such a file.
    """
    entries = tomllib.loads(text).get("choice", [])
    if not isinstance(entries, list):
        raise ValueError("no list of choices")
    return tuple(_choice(entry) for entry in entries)


def _choice(entry: Any) -> FormChoice:
    try:
        court, name, reach = entry["court"], entry["form"], Reach(entry["reach"])
        period = None if reach is Reach.ALWAYS else Period.parse(entry["period"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a choice: {entry!r}") from error
    if not isinstance(court, int) or not isinstance(name, str):
        raise ValueError(f"not a choice: {entry!r}")
    return FormChoice(court, name, reach, period)
