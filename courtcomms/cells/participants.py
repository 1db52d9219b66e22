"""How many people took part.

A number is derived only from a text that is understood to its end; everything else stays ``TEXT``. Rounded
numbers («1,5 тис.», «сотня») are estimates. Several groups are added only where none can be part of another.
"""

from __future__ import annotations

import re
from itertools import pairwise

from courtcomms.cells.look_alikes import mend_words
from courtcomms.cells.participant_amounts import AMOUNT, Amounts, exactly
from courtcomms.cells.participant_groups import Group, add_groups, read_group
from courtcomms.cells.participant_noise import hide_noise
from courtcomms.cells.participant_numbers import read_amounts
from courtcomms.cells.participant_totals import ParticipantsTotal, total_participants
from courtcomms.cells.participant_untold import says_nobody, tells_no_number
from courtcomms.cells.participant_words import is_mode, is_people
from courtcomms.cells.typography import is_blank, plain
from courtcomms.model import Participants, ParticipantsKind

__all__ = ["ParticipantsTotal", "read_participants", "total_participants"]

_NONE = Participants(ParticipantsKind.NONE)
_TEXT = Participants(ParticipantsKind.TEXT)

#: A longer text is a story, not a number.
_LONGEST = 600

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PARTS = re.compile(
    r"(?:,|;|\(|-|)\s*(?:(?:з|із) (?:них|яких|загальної кількості)|[ув] (?:тому|т\.?) ?(?:числі|ч\.?)|"
    r"зокрема|серед (?:них|яких)|включаючи|включно з|з-поміж)\b"
)
_BRACKETED = re.compile(r"\(([^()]*)\)")
_THINGS_ASIDE = re.compile(
    rf"(?<={AMOUNT}) ((?:[^\W\d_]+\.? )+)(?:із|зі|з|у|в|протягом|впродовж|упродовж) {AMOUNT} ([^\W\d_]+)"
)
_UNCLEAR_REMARK = re.compile(r" ?(?:\+|плюс|ще|і|й|та)")
#: «3 групи (75 осіб)»: the people gathered are told in brackets.
_GATHERED = re.compile(
    rf"^{AMOUNT} (?:груп|команд|делегац|клас|курс|шк[оі]л|заклад|заход|захід|екскурсі|занят|зустріч|урок)"
    rf"\w*(?: (\w+))? ?(?=\({AMOUNT} (\w+)[^()]*\)$)"
)
_SEPARATOR = re.compile(r"[,;\n•+]|\.(?= )|(?<![\w'])(?:та|і|й|а також|також|плюс|и)(?![\w'])")
_LIST_FOLLOWS = re.compile(rf"(?<=\w)(?::| -)|(?<={AMOUNT}):")
_TOTAL = re.compile(r"\b(?:всього|усього|разом|загалом|загальна кількість|загальною кількістю|итого|всего)\b")


def read_participants(text: str) -> Participants:
    """What a participants cell means: exact, approximate, at least, at most, a range, nobody, or only text.

    A blank cell, a dash and words for «nobody» are ``NONE``. Letters that only look like digits («З0»),
    averages, plans, percentages and numbers of other things never become a number.
    """
    if is_blank(text):
        return _NONE
    if len(text) > _LONGEST or _PRIVATE.search(text):
        return _TEXT
    folded = plain(mend_words(text)).strip(" .,;:«»\"'•·▪")
    if says_nobody(folded):
        return _NONE
    hidden = hide_noise(folded)
    if tells_no_number(hidden):
        return _TEXT
    amounts = read_amounts(hidden)
    if amounts.doubtful or not re.search(AMOUNT, amounts.text):
        return _TEXT
    return _read(amounts) or _TEXT


def _read(amounts: Amounts) -> Participants | None:
    text = _GATHERED.sub(lambda m: "" if is_people(m[2]) and is_people(m[1] or m[2]) else m[0], amounts.text)
    text = _THINGS_ASIDE.sub(lambda m: m[0] if is_people(m[2]) else f" {m[1].rstrip()}", text)
    whole, parts = _without_parts(amounts, text)
    if whole is None:
        return None
    groups = _groups(amounts, whole)
    if groups is None:
        return None
    total = _stated_total(groups) or (None if _lists_parts(groups) else add_groups(groups))
    if total is None or not _can_hold(total, parts):
        return None
    return total


def _without_parts(amounts: Amounts, text: str) -> tuple[str | None, list[Group]]:
    """The text without its parts («з них 20 онлайн», brackets), and these parts."""
    said_apart = _PARTS.search(text)
    parts: list[Group] = []
    if said_apart:
        if not re.search(AMOUNT, text[: said_apart.start()]):
            return None, []
        parts += _part_groups(amounts, text[said_apart.end() :].replace(")", " "))
        text = text[: said_apart.start()]
    brackets = list(_BRACKETED.finditer(text))
    outside = _BRACKETED.sub(" ", text)
    if re.search(AMOUNT, outside):
        if any(_UNCLEAR_REMARK.match(bracket[1]) for bracket in brackets):
            return None, []
        for bracket in brackets:
            parts += _part_groups(amounts, bracket[1])
        parts += _in_brackets_alone(amounts, brackets)
        kept = _BRACKETED.sub(lambda m: f" {m[1]} " if is_mode(m[1].strip()) else " ", text)
        return kept.replace("(", " - ").replace(")", " "), parts
    return _BRACKETED.sub(lambda m: f" - {m[1]} " if re.search(AMOUNT, m[1]) else " ", text), parts


def _in_brackets_alone(amounts: Amounts, brackets: list[re.Match[str]]) -> list[Group]:
    """«25 осіб: студенти (20), викладачі (5)»: the numbers in brackets together are one part."""
    alone = [amounts.of(sign) for bracket in brackets if re.fullmatch(AMOUNT, sign := bracket[1].strip())]
    return [Group(exactly(sum(amount.low or 0 for amount in alone)))] if alone else []


def _part_groups(amounts: Amounts, text: str) -> list[Group]:
    """Groups of people within a remark; a remark that counts other things has none."""
    return _groups(amounts, text) or []


def _can_hold(total: Participants, parts: list[Group]) -> bool:
    """Whether the parts fit into the total: a remark with more people than the cell is not understood."""
    bound = total.high if total.high is not None else total.low
    together = add_groups(parts) if parts else None
    told = [part.amount for part in parts] + ([together] if together else [])
    return bound is None or all((amount.low or 0) <= bound for amount in told)


def _groups(amounts: Amounts, text: str) -> list[Group] | None:
    """The groups of people that a text names one after another, ``None`` if any is not understood."""
    signs = list(re.finditer(AMOUNT, text))
    joints = [_joint(text, earlier.end(), later.start()) for earlier, later in pairwise(signs)]
    if not signs or None in joints:
        return None
    cuts = [joint.span() for joint in joints if joint is not None]
    begins, ends = [0, *(end for _, end in cuts)], [*(begin for begin, _ in cuts), len(text)]
    between = ["", *(text[begin:end].strip() for begin, end in cuts)]
    groups = [
        read_group(text[begin : sign.start()], amounts.of(sign[0]), text[sign.end() : end], joint)
        for begin, end, sign, joint in zip(begins, ends, signs, between, strict=True)
    ]
    understood = [group for group in groups if group is not None]
    return understood if len(understood) == len(groups) else None


def _joint(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Where one group ends and the next begins: the last separator, or the sign before a list of parts."""
    separators = list(_SEPARATOR.finditer(text, begin, end))
    return separators[-1] if separators else _LIST_FOLLOWS.search(text, begin, end)


def _lists_parts(groups: list[Group]) -> bool:
    return any(group.joint in {":", "-"} for group in groups)


def _stated_total(groups: list[Group]) -> Participants | None:
    """The amount called the total, or followed by the list of its parts, if the others are within it."""
    if len(groups) == 1:
        return None
    if groups[1].joint in {":", "-"}:
        listed = add_groups(groups[1:])
        return groups[0].amount if listed == groups[0].amount else None
    totals = [group for group in groups if _TOTAL.search(group.label)]
    if len(totals) != 1:
        return None
    others = total_participants(group.amount for group in groups if group is not totals[0])
    summed_up = totals[0] is groups[-1] and len(groups) > 2 and not others.estimated
    if summed_up and totals[0].amount.kind is ParticipantsKind.EXACT and others.low != totals[0].amount.low:
        return None
    bound = totals[0].amount.high
    return totals[0].amount if bound is not None and others.low <= bound else None
