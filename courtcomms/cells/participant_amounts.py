"""The numbers in a participants cell, each put in the place of one sign, with what qualifies it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from courtcomms.cells.number_words import is_number_word, read_number_words, scale
from courtcomms.model import Participants, ParticipantsKind

_EXACT, _APPROX, _MIN, _MAX, _RANGE = (
    ParticipantsKind.EXACT,
    ParticipantsKind.APPROX,
    ParticipantsKind.MIN,
    ParticipantsKind.MAX,
    ParticipantsKind.RANGE,
)

#: Stands for a number: U+E000 for the first, U+E001 for the second …
AMOUNT = "[\ue000-\uefff]"
_FIRST = 0xE000

_THAN = r"(?:,? ніж|,? як| за| від|)"
_LOWER = (
    rf"не мен(?:ше|ш){_THAN}|що-?найменше|мінімум|не нижче|хоча б|понад|(?:трохи |значно |)більше{_THAN}|"
    rf"більш,? (?:ніж|як)|від|свыше|более|>=?|≥"
)
_UPPER = (
    rf"не біль(?:ше|ш){_THAN}|що-?найбільше|максимум|до|(?:трохи |)мен(?:ше|ш){_THAN}|[ув] межах|"
    rf"не перевищує|не вище|<=?|≤"
)
_ABOUT = (
    r"близько|біля|приблизно|орієнтовно|майже|десь(?: із| з|)|порядку|прибл\.?|орієнт\.?|бл\.|ок\.|около|"
    r"примерно|плюс-мінус|очікувано|~|≈|±|\+-|\+/-"
)
_BEFORE = re.compile(
    rf"(?:(?<![\w'])|(?<=[~≈±<>≤≥]))"
    rf"(?:(?P<low>{_LOWER})|(?P<high>{_UPPER})|(?P<about>{_ABOUT})) ?(?P<n>{AMOUNT})"
)
_RANGE_WORDS = re.compile(rf"(?<![\w'])(?:від|з|із|между|між) ({AMOUNT}) (?:до|і|та|й|по) ({AMOUNT})")
_RANGE_SIGNS = re.compile(rf"({AMOUNT}) ?(?:-|\.{{2,3}}|…) ?({AMOUNT})")
_TOLERANCE = re.compile(rf"({AMOUNT}) ?(?:±|\+/-|\+-) ?{AMOUNT}")
_REPEATED = re.compile(rf"({AMOUNT}) ?\( ?({AMOUNT}) ?\)")
_OR_MORE = re.compile(rf"({AMOUNT})((?: [^\W\d_]+\.?){{0,2}}?) (?:і|й|та|або|чи) більше\b")
_PLUS = re.compile(rf"({AMOUNT}) ?\+(?=$|[ .,;)]*$| ?(?:осіб|ос|чол|люд|уч|студ|прац))")
_ABOUT_AFTER = re.compile(
    rf"({AMOUNT})(?: ?±|((?: [^\W\d_]+\.?){{0,2}}?),? \(?(?:приблизно|орієнтовно|прибл\.|орієнт\.)\)?)"
)
_LIMIT_AFTER = re.compile(rf"({AMOUNT})((?: [^\W\d_]+\.?){{0,2}}?),? \(?(?:(максимум)|(мінімум))\)?")

_DIGITS = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?: \d{3})+(?! ?\d)|\d+(?:[.,]\d+)*)"
    r"(?: ?(?P<scale>тис|тисяч[аіу]?|млн|мільйон(?:и|ів|а|))\b\.?)?"
    r"(?:-?(?:ти|тьох|ть|ро|еро|х|ох|ьох|ма|ка|м|го|ма)(?![\w'-]))?"
    r"(?=(?P<glued>[^\W\d_][\w']*)?)"
)
_UNITS_GLUED = re.compile(
    r"(?:осіб|особи?|ос|чол|чоловік|людей|учнів|учні|студентів|працівників|суддів|судді)"
)
_GENITIVE_AFTER = re.compile(r"(?:близько|біля|до|від|порядку|більше|менше|ніж) $")
_WORD = re.compile(r"[^\W\d_][\w']*(?:-[^\W\d_][\w']*)*")


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
    return Participants(_EXACT, number, number)


def read_amounts(text: str) -> Amounts:
    """Find the numbers in a text made plain (``typography.plain``), digits and words, with qualifiers."""
    amounts = Amounts(text, [])
    amounts.text = _DIGITS.sub(lambda match: _digits(amounts, match), amounts.text)
    amounts.text = _words(amounts, amounts.text)
    amounts.doubtful = amounts.doubtful or re.search(r"\d", amounts.text) is not None
    if not amounts.doubtful:
        _qualify(amounts)
    return amounts


def _digits(amounts: Amounts, match: re.Match[str]) -> str:
    number, factor = match["n"].replace(" ", ""), match["scale"]
    glued = match["glued"]
    if glued and not _UNITS_GLUED.match(glued):
        amounts.doubtful = True
        return match[0]
    blank = " " if glued else ""
    if factor:
        return _scaled(amounts, number, factor) + blank
    if not number.isdigit() or len(number) > 7 or (len(number) > 1 and number[0] == "0"):
        amounts.doubtful = True
        return match[0]
    return amounts.sign(exactly(int(number))) + blank


def _scaled(amounts: Amounts, number: str, factor: str) -> str:
    """«1,5 тис.» is a round number: nobody counted so."""
    whole, _, part = number.replace(".", ",").partition(",")
    of_thousand = scale(factor) or 0
    value = int(whole) * of_thousand + int(part or 0) * of_thousand // 10 ** len(part)
    if len(whole) > 4 or len(part) > 3 or "," in part:
        amounts.doubtful = True
    return amounts.sign(Participants(_APPROX, value, value))


def _words(amounts: Amounts, text: str) -> str:
    """The text with number words made signs; a hyphen between two of them joins a range."""
    found = list(_WORD.finditer(text))
    pieces, at, index = [], 0, 0
    while index < len(found):
        word = found[index]
        parts = word[0].split("-")
        if len(parts) == 2 and all(is_number_word(part) for part in parts):
            pieces += [text[at : word.start()], _hyphened(amounts, parts)]
            at, index = word.end(), index + 1
        elif is_number_word(word[0]):
            last = _joined_run(text, found, index)
            number = read_number_words([each[0] for each in found[index : last + 1]])
            taken = number.words if number else 1
            amounts.doubtful |= taken == 1 and _plural_alone(text, word)
            if number:
                kind = _APPROX if number.loose else _EXACT
                pieces += [
                    text[at : word.start()],
                    amounts.sign(Participants(kind, number.value, number.value)),
                ]
                at = found[index + taken - 1].end()
            index += taken
        else:
            index += 1
    return "".join([*pieces, text[at:]])


def _plural_alone(text: str, word: re.Match[str]) -> bool:
    """«сотні осіб» tells no number; «близько сотні осіб» does."""
    return word[0] in {"десятки", "сотні", "тисячі"} and not _GENITIVE_AFTER.search(text, 0, word.start())


def _hyphened(amounts: Amounts, parts: list[str]) -> str:
    numbers = [read_number_words([part]) for part in parts]
    return "-".join(amounts.sign(exactly(number.value)) for number in numbers if number)


def _joined_run(text: str, found: list[re.Match[str]], index: int) -> int:
    """The last of the words that follow with nothing but a blank between."""
    last = index
    while last + 1 < len(found) and text[found[last].end() : found[last + 1].start()] == " ":
        last += 1
    return last


def _qualify(amounts: Amounts) -> None:
    """Let «від … до …», «понад», «близько» and the like pass into the numbers they qualify."""
    text = _REPEATED.sub(lambda m: m[1] if amounts.of(m[1]) == amounts.of(m[2]) else m[0], amounts.text)
    text = _TOLERANCE.sub(lambda m: _as(amounts, _APPROX, m[1]) or m[0], text)
    text = _RANGE_WORDS.sub(lambda m: _range(amounts, m), text)
    text = _RANGE_SIGNS.sub(lambda m: _range(amounts, m), text)
    for _ in range(2):
        text = _BEFORE.sub(lambda m: _qualified(amounts, m), text)
    text = _OR_MORE.sub(lambda m: (_as(amounts, _MIN, m[1]) or m[0]) + m[2], text)
    text = _PLUS.sub(lambda m: _as(amounts, _MIN, m[1]) or m[0], text)
    text = _ABOUT_AFTER.sub(lambda m: (_as(amounts, _APPROX, m[1]) or m[0]) + (m[2] or ""), text)
    amounts.text = _LIMIT_AFTER.sub(
        lambda m: (_as(amounts, _MAX if m[3] else _MIN, m[1]) or m[0]) + m[2], text
    )


def _range(amounts: Amounts, match: re.Match[str]) -> str:
    first, second = amounts.of(match[1]), amounts.of(match[2])
    if first.low is None or second.high is None or first.low >= second.high:
        amounts.doubtful = True
        return match[0]
    return amounts.sign(Participants(_RANGE, first.low, second.high))


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
