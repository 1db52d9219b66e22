"""One counted group of people, and when several may be added."""

from __future__ import annotations

import re
from dataclasses import dataclass

from courtcomms.cells.participant_noise import ASIDE, WHEN
from courtcomms.cells.participant_words import (
    announces_people,
    is_gender,
    is_generic,
    is_mode,
    is_outside_court,
    is_people,
    is_plain_people,
    stands_beside,
)
from courtcomms.model import Participants, ParticipantsKind

_WORD = re.compile(r"[^\W\d_](?:[\w'-]*[\w'])?")
_ADJECTIVE = re.compile(r"внутрішньо|тимчасово|соціально|\w+(?:их|іх|ий|ій|ені|ні|кі|ві|лі|ті|ді|на|ка|ого)")
_AT_THE_END = re.compile(r"(?:[,;+•]|(?<![\w'])(?:та|і|й|а також|також|плюс|и))\s*$")
_ASIDE = re.compile(r"[:(]|(?<!\w)-|-(?!\w)")
_JOINS_OTHERS = re.compile(r"[,;+\n/]|(?<![\w'])(?:та|і|й|а також|також|плюс|и)(?![\w'])")
_ON_TOP = re.compile(r"(?:\+|(?<![\w'])(?:та|і|й|а також|також|плюс))\s*")

#: People who come with the counted ones: «з батьками», «у супроводі вчителя», «на чолі з головою».
_ACCOMPANIED = re.compile(r"\b(?:[ув] супроводі|за участ[юі]|на чолі|спільно|разом) ")
_WITH = re.compile(r"\b(?:з|із|зі) ((?:[\w']+ ?){1,4})")
_FAMILIES = frozenset({"сім'ями", "родинами", "сім'єю", "родиною"})
_INSTRUMENTAL = re.compile(r".*(?:ами|ями|ьми|ом|ем|єм|ою|ею|єю)")
_CROWD = re.compile(
    r"\b(?:колектив|керівництв\w*|адміністраці\w+|громадськість|молодь|населення|всі|усі|весь|"
    r"решта|інш\w+|бажаюч\w+|онлайн-? ?(?:аудитор|трансляц)\w+)\b"
)
_GIVEN_AS_OF = re.compile(r"\b(?:суду|судів|апарату)\b")


@dataclass(frozen=True, slots=True)
class Group:
    """A number with the words around it.

    ``noun`` is what is counted (``""`` if not said), ``labelled`` that it stands before the number («судді –
    5»); ``mode`` is the way of taking part, ``joint`` what joins the group to the one before it.
    """

    amount: Participants
    label: str = ""
    noun: str = ""
    mode: str = ""
    joint: str = ""
    tail: str = ""
    labelled: bool = False

    @property
    def anybody(self) -> bool:
        """Whether people of the other groups may be counted in this one."""
        if self.labelled:
            return is_plain_people(self.noun)
        return not self.noun or is_generic(self.noun)

    @property
    def staff(self) -> bool:
        """Whether it is «працівники суду», among whom judges and their assistants may be counted."""
        return self.noun.startswith("працівни") and self.tail.strip().endswith("суду")


def read_group(label: str, amount: Participants, tail: str, joint: str) -> Group | None:
    """The group that a number and the words around it name; ``None`` where it may be none of people."""
    words = _WORD.findall(tail)
    noun = _noun(words)
    if _names_people_first(label, tail) or (_AT_THE_END.search(label) and not _restates(label, noun)):
        return None
    if noun is None or _more_people(tail):
        return None
    mode = next((word for word in (*words, *_WORD.findall(label)) if is_mode(word)), "")
    if not noun and label.strip(" -:.,\n" + WHEN) and not announces_people(label):
        return None
    named = next((word for word in _WORD.findall(label) if is_people(word)), "")
    labelled = bool(named) and (not noun or is_plain_people(noun))
    return Group(
        _inverted(label, amount, tail), label, named if labelled else noun, mode, joint, tail, labelled
    )


def _restates(label: str, noun: str | None) -> bool:
    """«працівники апарату, 18 осіб», «9-А клас, 25 учнів»: the number counts the people named before it."""
    if not label.rstrip().endswith(",") or not noun:
        return False
    if not _WORD.search(label):
        return ASIDE in label
    return any(is_people(word) for word in _WORD.findall(label)) and is_plain_people(noun)


def _noun(words: list[str]) -> str | None:
    """What is counted, the first noun after the number; ``""``: none follows, ``None``: it is no people."""
    if not words or is_mode(words[0]):
        return ""
    for index, word in enumerate(words[:4]):
        if is_people(word):
            return word
        if not _ADJECTIVE.fullmatch(word) or index == 3:
            return None
    return None


def _names_people_first(label: str, tail: str) -> bool:
    """«працівники суду\\n25 студентів»: people without a number stand on top of the number."""
    lines = label.rstrip(" ").split("\n")
    if len(lines) < 2 or lines[-1].strip() or label.rstrip().endswith((":", "-")):
        return False
    first = next(iter(_WORD.findall(tail)), "")
    return any(is_people(word) for word in _WORD.findall(label)) and bool(first) and not is_generic(first)


def _more_people(tail: str) -> bool:
    """Whether further people without a number follow: «25 учнів та вчителі», «20 осіб + онлайн»."""
    if _ACCOMPANIED.search(tail) or _with_people(tail):
        return True
    plain_end = _ASIDE.search(tail)
    counted = tail[: plain_end.start()] if plain_end else tail
    joined = _JOINS_OTHERS.search(counted)
    if joined is None:
        return False
    others = counted[joined.start() :]
    if _ON_TOP.match(others) and not _tells_mode(counted[: joined.start()]) and _tells_mode(others):
        return True
    return any(stands_beside(word) for word in _WORD.findall(others)) or _CROWD.search(others) is not None


def _with_people(tail: str) -> bool:
    """«20 дітей із батьками»."""
    words = (word for found in _WITH.finditer(tail) for word in _WORD.findall(found[1]))
    return any((is_people(word) and _INSTRUMENTAL.fullmatch(word)) or word in _FAMILIES for word in words)


def _tells_mode(text: str) -> bool:
    return any(is_mode(part) for word in _WORD.findall(text) for part in word.split("-"))


def _inverted(label: str, amount: Participants, tail: str) -> Participants:
    """«осіб 25» without a sign between means about so many."""
    said = label.strip(" ") if not tail.strip(" .,;") else ""
    if amount.kind is ParticipantsKind.EXACT and is_plain_people(said):
        return Participants(ParticipantsKind.APPROX, amount.low, amount.high)
    return amount


def add_groups(groups: list[Group]) -> Participants | None:
    """The number of all groups together, ``None`` where they may overlap or the kinds contradict."""
    if len(groups) == 1:
        return groups[0].amount
    if not _disjoint(groups):
        return None
    return _sum([group.amount for group in groups])


def _disjoint(groups: list[Group]) -> bool:
    if any(WHEN in group.label for group in groups):
        return False
    if all(group.joint == "+" for group in groups[1:]):
        return True
    modes = [group.mode for group in groups]
    if all(modes):
        return len(set(modes)) == len(modes)
    genders = [is_gender(group.noun) for group in groups]
    if any(genders):
        return all(genders) and len({group.noun for group in groups}) == len(groups)
    if len({(group.label.strip(), group.noun, group.tail.strip()) for group in groups}) < len(groups):
        return False
    if any(group.staff and not _all_outside(groups, group) for group in groups):
        return False
    return not any(group.anybody for group in groups) or _only_first_is_anybody(groups)


def _all_outside(groups: list[Group], staff: Group) -> bool:
    return all(is_outside_court(group.noun) for group in groups if group is not staff)


def _only_first_is_anybody(groups: list[Group]) -> bool:
    """«25 осіб та 3 судді»: joined by «and», the second group stands on top of the first."""
    joined = all(group.joint not in {",", ";", "\n", "."} for group in groups[1:])
    return joined and bool(groups[0].noun) and not any(group.anybody for group in groups[1:])


def _sum(amounts: list[Participants]) -> Participants | None:
    kinds = {amount.kind for amount in amounts}
    low = sum(amount.low or 0 for amount in amounts)
    high = sum(amount.high or 0 for amount in amounts)
    if ParticipantsKind.MIN in kinds:
        return None if ParticipantsKind.MAX in kinds else Participants(ParticipantsKind.MIN, low, None)
    if ParticipantsKind.MAX in kinds:
        certain = kinds <= {ParticipantsKind.MAX, ParticipantsKind.EXACT}
        return Participants(ParticipantsKind.MAX, None, high) if certain else None
    if ParticipantsKind.RANGE in kinds:
        return Participants(ParticipantsKind.RANGE, low, high)
    kind = ParticipantsKind.APPROX if ParticipantsKind.APPROX in kinds else ParticipantsKind.EXACT
    return Participants(kind, low, high)
