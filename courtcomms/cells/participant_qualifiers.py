"""What qualifies a number of participants: «понад», «до», «близько», «від … до …»."""

from __future__ import annotations

import re

from courtcomms.cells.participant_amounts import AMOUNT, Amounts
from courtcomms.model import Participants, ParticipantsKind

_EXACT, _APPROX, _MIN, _MAX, _RANGE = (
    ParticipantsKind.EXACT,
    ParticipantsKind.APPROX,
    ParticipantsKind.MIN,
    ParticipantsKind.MAX,
    ParticipantsKind.RANGE,
)

_THAN = r"(?:,? ніж|,? як| за| від|)"
_LOWER = (
    rf"не мен(?:ше|ш){_THAN}|що-?найменше|мінімум|мінімально|мін\.|min|не нижче|хоча б|"
    rf"понад|(?:трохи |значно |)більше{_THAN}|"
    rf"більш,? (?:ніж|як)|від|свыше|более|>=?|≥"
)
_UPPER = (
    rf"не біль(?:ше|ш){_THAN}|що-?найбільше|максимум|максимально|макс\.?|max|до|"
    rf"(?:трохи |)мен(?:ше|ш){_THAN}|[ув] межах|"
    rf"не перевищує|не вище|<=?|≤"
)
_ABOUT = (
    r"близько|біля|приблизно|орієнтовно|майже|десь(?: із| з|)|порядку|прибл\.?|орієнт\.?|бл\.|ок\.|около|"
    r"примерно|очікувано|~|≈|±"
)
_BEFORE = re.compile(
    rf"(?:(?<![\w'])|(?<=[~≈±<>≤≥]))"
    rf"(?:(?P<low>{_LOWER})|(?P<high>{_UPPER})|(?P<about>{_ABOUT})) ?(?P<n>{AMOUNT})"
)
_NOUN = r"(?: [^\W\d_]+\.?)"
_RANGE_WORDS = re.compile(
    rf"(?<![\w'])(?:від|з|із|между|між) ({AMOUNT}){_NOUN}? (?:до|і|та|й|по) ({AMOUNT})(?: включно)?"
)
_RANGE_SIGNS = re.compile(
    rf"(?:(?<![\w'])[ув] межах )?({AMOUNT}) ?(?:-|÷|\.{{2,3}}|…) ?({AMOUNT})(?: включно)?"
)
_FROM_TO = re.compile(rf"({AMOUNT}){_NOUN}?(?:,? (?:але|та|і|й))?,? ({AMOUNT})(?: включно)?")
_PLUS_MINUS = re.compile(r"\+ ?/? ?-|плюс ?-? ?мінус")
_TOLERANCE = re.compile(rf"({AMOUNT})({_NOUN}{{0,2}}?) ?\(?± ?{AMOUNT} ?\)?")
_REPEATED = re.compile(rf"({AMOUNT})({_NOUN}{{0,2}}?) ?\( ?({AMOUNT}) ?\)")
_OR_MORE = re.compile(rf"({AMOUNT})({_NOUN}{{0,2}}?)(?: (?:і|й|та|або|чи)|,? (?:можливо|може)) більше\b")
_PLUS = re.compile(
    rf"({AMOUNT})(?: ?\+(?= ?(?:осіб|ос|чол|люд|уч|студ|прац))"
    rf"|({_NOUN}{{0,2}}?) ?(?:\+|плюс)(?=[ .,;)]*$))"
)
_ABOUT_AFTER = re.compile(
    rf"({AMOUNT})(?: ?±|({_NOUN}{{0,2}}?),? \(?(?:приблизно|орієнтовно|прибл\.|орієнт\.)\)?)"
)
_LIMIT_AFTER = re.compile(rf"({AMOUNT})({_NOUN}{{0,2}}?),? \(?(?:(максимум|макс|max)|(мінімум|min))\)?")
_EMPHASIS = re.compile(rf"(?<![\w'])(?:рівно|лише|тільки|аж) (?={AMOUNT})")
_INCLUSIVE = re.compile(rf"({AMOUNT}{_NOUN}?) включно\b(?! з)")


def qualify(amounts: Amounts) -> None:
    """Let «від … до …», «понад», «близько» and the like pass into the numbers they qualify."""
    text = _REPEATED.sub(lambda m: _said_again(amounts, m), amounts.text)
    text = _EMPHASIS.sub("", text)
    text = _INCLUSIVE.sub(lambda m: m[1], _PLUS_MINUS.sub("±", text))
    text = _TOLERANCE.sub(lambda m: (_as(amounts, _APPROX, m[1]) or m[0]) + m[2], text)
    text = _RANGE_WORDS.sub(lambda m: _range(amounts, m), text)
    text = _RANGE_SIGNS.sub(lambda m: _range(amounts, m), text)
    for _ in range(2):
        text = _BEFORE.sub(lambda m: _qualified(amounts, m), text)
    text = _FROM_TO.sub(lambda m: _from_to(amounts, m), text)
    text = _OR_MORE.sub(lambda m: (_as(amounts, _MIN, m[1]) or m[0]) + m[2], text)
    text = _PLUS.sub(lambda m: (_as(amounts, _MIN, m[1]) or m[0]) + (m[2] or ""), text)
    text = _ABOUT_AFTER.sub(lambda m: (_as(amounts, _APPROX, m[1]) or m[0]) + (m[2] or ""), text)
    amounts.text = _LIMIT_AFTER.sub(
        lambda m: (_as(amounts, _MAX if m[3] else _MIN, m[1]) or m[0]) + m[2], text
    )


def _said_again(amounts: Amounts, match: re.Match[str]) -> str:
    """«25 (двадцять п'ять) осіб»; two different numbers so close together cannot both be meant."""
    if amounts.of(match[1]) != amounts.of(match[3]):
        amounts.doubtful = True
        return match[0]
    return match[1] + match[2]


def _range(amounts: Amounts, match: re.Match[str]) -> str:
    first, second = amounts.of(match[1]), amounts.of(match[2])
    in_order = first.low is not None and second.high is not None and first.low < second.high
    thousands = first.kind is _EXACT and second.kind is _APPROX  # «5-6 тис.» is not from five
    if not in_order or thousands:
        amounts.doubtful = True
        return match[0]
    return amounts.sign(Participants(_RANGE, first.low, second.high))


def _from_to(amounts: Amounts, match: re.Match[str]) -> str:
    """«понад 30, але менше 40»: a lower and an upper limit of the same number."""
    first, second = amounts.of(match[1]), amounts.of(match[2])
    if first.kind is _MIN and second.kind is _MAX:
        return _range(amounts, match)
    return match[0]


def _qualified(amounts: Amounts, match: re.Match[str]) -> str:
    kind = _MIN if match["low"] else _MAX if match["high"] else _APPROX
    return _as(amounts, kind, match["n"]) or match[0]


def _as(amounts: Amounts, kind: ParticipantsKind, sign: str) -> str | None:
    """The number with one more qualifier, ``None`` where the two contradict each other."""
    value = amounts.of(sign)
    if kind is _APPROX:
        return amounts.sign(Participants(_APPROX, value.low, value.high)) if value.kind is _EXACT else sign
    if kind is _MIN and value.kind in {_EXACT, _APPROX, _MIN}:
        return amounts.sign(Participants(_MIN, value.low, None))
    if kind is _MAX and value.kind in {_EXACT, _APPROX, _MAX, _RANGE}:
        return amounts.sign(Participants(_MAX, None, value.high))
    amounts.doubtful = True
    return None
