"""The numbers in a participants cell, in digits and in words."""

from __future__ import annotations

import re

from courtcomms.cells.number_words import is_number_word, read_number_words, scale
from courtcomms.cells.participant_amounts import Amounts, exactly
from courtcomms.cells.participant_qualifiers import qualify
from courtcomms.model import Participants, ParticipantsKind

_EXACT, _APPROX = ParticipantsKind.EXACT, ParticipantsKind.APPROX

_DIGITS = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?: \d{3})+(?! ?\d)|\d+(?:[.,]\d+)*)"
    r"(?: ?(?P<scale>тис|тисяч[аіу]?|млн|мільйон(?:и|ів|а|))\b\.?)?"
    r"(?:-?(?:ти|тьох|ть|ро|еро|х|ох|ьох|ма|ка|м|го|ма)(?![\w'-]))?"
    r"(?=(?P<glued>[^\W\d_][\w']*)?)"
)
#: «5-6 тис.», «від 5 до 6 тис.»: the scale is said once for both.
_SCALED_RANGE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d)?)( ?- ?| до )(?=\d{1,3}(?:,\d)? ?(тис|тисяч[аіу]?|млн|мільйон(?:и|ів|а|))\b)"
)
_UNITS_GLUED = re.compile(
    r"(?:осіб|особи?|ос|чол|чоловік|людей|учнів|учні|студентів|працівників|суддів|судді)"
)
_GENITIVE_AFTER = re.compile(r"(?:близько|біля|до|від|порядку|більше|менше|ніж) $")
_WORD = re.compile(r"[^\W\d_][\w']*(?:-[^\W\d_][\w']*)*")


def read_amounts(text: str) -> Amounts:
    """Find the numbers in a text made plain (``typography.plain``), digits and words, with qualifiers."""
    amounts = Amounts(text, [])
    amounts.text = _SCALED_RANGE.sub(r"\1 \3\2", amounts.text)
    amounts.text = _DIGITS.sub(lambda match: _digits(amounts, match), amounts.text)
    amounts.text = _words(amounts, amounts.text)
    amounts.doubtful = amounts.doubtful or re.search(r"\d", amounts.text) is not None
    if not amounts.doubtful:
        qualify(amounts)
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
