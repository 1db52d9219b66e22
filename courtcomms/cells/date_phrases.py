"""Set phrases of several words, each taken as one mark: «за потреби», «1 раз на квартал», «по цей час».

A pattern is a row of elements divided by blanks; an element is a row of alternatives divided by ``|``:
a word, a beginning with ``*``, ``*`` for any word, ``#`` for a number up to 31, ``/`` for that sign. ``?`` at its end
makes an element optional. Line ends, points and hyphens between the words do not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from courtcomms.cells.date_tokens import Kind, Token


class Phrase(Enum):
    """What a set phrase says."""

    NOW = auto()
    UNTIL_EVENT = auto()
    ONGOING = auto()
    ONGOING_ADJECTIVE = auto()
    RECURRING = auto()
    RECURRING_ADJECTIVE = auto()
    AS_NEEDED = auto()
    ON_REQUEST = auto()
    REPORT_PERIOD = auto()
    THIS_YEAR = auto()
    OTHER_YEAR = auto()
    SCHOOL_YEAR = auto()
    AFTER = auto()
    NOT_LATER = auto()
    MOVED = auto()
    CANCELLED = auto()
    INSTEAD = auto()
    EXCEPT = auto()


_UNIT = (
    "день|дня|добу|тиждень|тижня|декад*|місяц*|квартал*|півріч*|півроку|рік|року|тижні|місяці|роки|неделю|год"
)
_WEEKDAY = "понеділ*|вівтор*|серед*|четвер*|пятниц*|субот*|неділ*|воскресень*|вторник*|сред*"
_REGIME = (
    "карантин*|воєнн*|військов*|війн*|пандемі*|епідемі*|локдаун*|надзвичайн*|обмеж*|дії|дистанц*|особлив*"
)
_OVER = (
    "закінченн*|завершенн*|скасуванн*|припиненн*|зняття|відміни|відміну|стабілізац*|перемоги|перемогу|усуненн*|"
    "вичерпанн*|відновленн*|прийняття|набранн*|настанн*|покращенн*|поліпшенн*|нормалізац*|ліквідац*|втрати|"
    "ухваленн*|повного|остаточн*|особлив*|окрем*|видання|окончани*|отмены|снятия|завершени*"
)

_PATTERNS: tuple[tuple[Phrase, str], ...] = (
    (Phrase.NOW, "по|до|і|й|та|на теперішн*|сьогоднішн*|нинішн*|даний|цей|сей|наш|поточн* час*|день|момент*|дату"),
    (Phrase.NOW, "до|по цього|сьогоднішнього|теперішнього|нинішнього|даного|сього|цих часу|дня|моменту|пір|пор"),
    (Phrase.NOW, "по|до|і|й|та сьогодні|нині|тепер|зараз|сьогодення|дотепер|донині|досі|далі|надалі"),
    (Phrase.NOW, "дотепер|донині|досі|нині|наразі|триває|тривають|продовжується|продовжуються|present|now"),
    (Phrase.NOW, "по|до т|н ч"),
    (Phrase.NOW, "по|до настоящ*|сегодняшн*|сей время|времени|день|дня"),
    (Phrase.NOT_LATER, "не пізніш* ніж|за|як?"),
    (Phrase.AFTER, "не раніш* ніж|за|як?"),
    (Phrase.AFTER, "після закінчення|завершення? звітн*? квартал*|період*|місяц*|року|півріч*"),
    (Phrase.AFTER, "після|раніше|пізніше"),
    (Phrase.UNTIL_EVENT, "до кінця дії? карантин*|воєнн*|війни|дії|пандем*|епідем*|навчальн*|строк*|терміну|обмеж*|надзвич*"),
    (Phrase.UNTIL_EVENT, f"до моменту? {_OVER} дії|строку|терміну|режиму|періоду? карантин*|воєнного? стану|карантину?"),
    (Phrase.UNTIL_EVENT, f"на|у|в|за весь|увесь? період|періоді|час|строк|термін дії|проведення? {_REGIME} стан*|дії?"),
    (Phrase.UNTIL_EVENT, "на|у|в|за весь|увесь? період|час|строк|термін дії|проведення|відсутн*|ремонт*|відпуст*|опаленн*|опалювальн*"),
    (Phrase.UNTIL_EVENT, f"під час {_REGIME} стан*?"),
    (Phrase.UNTIL_EVENT, f"протягом|впродовж|упродовж всього|усього? періоду|часу|строку|терміну? дії? {_REGIME} стан*?"),
    (Phrase.ONGOING, "на|у|в постійн*|безперервн*|безстроков*|неперервн*|постоянн* основі|режимі|характері|основе"),
    (Phrase.ONGOING, "постійно|безперервно|безстроково|безтерміново|перманентно|цілодобово|бессрочно|постоянно|permanently|ongoing"),
    (Phrase.ONGOING, "без обмеження|зазначення? строку|терміну|строків|термінів|часу"),
    (Phrase.ONGOING, "24 / 7"),
    (Phrase.ONGOING_ADJECTIVE, "постійний|постійна|постійне|постійні|постійного"),
    (Phrase.AS_NEEDED, "кожн* раз|разу"),
    (Phrase.RECURRING, f"кожн*|щокожн*|каждый|каждую|every #|*? {_UNIT}|{_WEEKDAY}|month|week|day|quarter|year місяц*|квартал*|тижн*|року?"),
    (Phrase.RECURRING, f"кожн* {_UNIT}|{_WEEKDAY}|#|перш*|останн*"),
    (Phrase.RECURRING, f"# р на|у|в|/ {_UNIT}"),
    (Phrase.RECURRING, f"раз|рази|разів|разу|двічі|тричі|раза на|у|в|за|/ *|#? {_UNIT}|{_WEEKDAY}"),
    (Phrase.RECURRING, f"раз|рази|разів|разу|раза|двічі|тричі {_UNIT}"),
    (Phrase.RECURRING, f"останн*|перш*|друг*|трет*|четверт*|# {_WEEKDAY}|день|дня|тиждень|тижня|числа|число|місяць|місяця кожн*? звітн*? місяц*|квартал*|півріч*|тижня|року"),
    (Phrase.RECURRING, "місяця? наступн* за звітн* місяц*|період*|квартал*?"),
    (Phrase.RECURRING, "щомісяц*|щомісячно|щоквартал|щокварталу|щоквартально|щотижня|щотижнево|щодня|щоденно|щодекад*|щороку|щорічно|щорік"),
    (Phrase.RECURRING, "щопівр*|щодоб*|щогодин*|щовечора|щоранку|щосезону|щопонеділ*|щовівтор*|щосеред*|щочетвер*|щопятниц*|щосубот*|щонеділ*"),
    (Phrase.RECURRING, f"що|кожен|кожний {_UNIT}|{_WEEKDAY}"),
    (Phrase.RECURRING, "поквартально|помісячно|потижнево|поденно|регулярно|систематично|періодично"),
    (Phrase.RECURRING, "на регулярній|систематичній|періодичній|щоденній|щомісячній|щоквартальній|щотижневій|щорічній основі"),
    (Phrase.RECURRING, "по понеділк*|вівтор*|серед*|четверг*|пятниц*|субот*|неділ*|буднях|робочих"),
    (Phrase.RECURRING, "у|в|по? робоч*|будн* дні|днів|день|днях|дням"),
    (Phrase.RECURRING, "ежемесячно|ежеквартально|еженедельно|ежедневно|ежегодно|monthly|quarterly|weekly|daily|annually|yearly"),
    (Phrase.RECURRING_ADJECTIVE, "щомісячн*|щоквартальн*|щотижнев*|щоденн*|щорічн*|щопіврічн*|ежемесячн*"),
    (Phrase.AS_NEEDED, "за потреб*|необхідн*|мірою|умови *?"),
    (Phrase.AS_NEEDED, "у|в разі|випадку|случае|випадках *?"),
    (Phrase.AS_NEEDED, "при потреб*|необхідн*|наявн*|надходженн*|зверненн*|виникненн*|зміні|змінах|необходимости"),
    (Phrase.AS_NEEDED, "по|в|у мірі|міру|мере *?"),
    (Phrase.AS_NEEDED, "по потреб*|необхідн*|необходимости"),
    (Phrase.AS_NEEDED, "ситуативно|ситуаційно"),
    (Phrase.ON_REQUEST, "за|на|по окрем*? запит*|зверненн*|вимог*|бажанн*|замовленн*|наявн*|надходженн*|заявк*|попитом|фактом"),
    (Phrase.REPORT_PERIOD, "звітн* період*"),
    (Phrase.REPORT_PERIOD, "весь|увесь|всього|усього період*"),
    (Phrase.THIS_YEAR, "п|ц|т р"),
    (Phrase.OTHER_YEAR, "минул*|попередн*|наступн*|торішн*|майбутн* рок*|рік|році|квартал*|місяц*|півріч*|р"),
    (Phrase.OTHER_YEAR, "торік"),
    (Phrase.SCHOOL_YEAR, "навчальн* рок*|рік|році|р"),
    (Phrase.SCHOOL_YEAR, "н р"),
    (Phrase.MOVED, "перенес*"),
    (Phrase.CANCELLED, "скасован*|відмінен*|відкладен*"),
    (Phrase.CANCELLED, "не відбу*|проведен*|проводи*|відбува*"),
    (Phrase.INSTEAD, "замість"),
    (Phrase.EXCEPT, "крім|окрім|винятк*|виключенн*"),
)  # fmt: skip


_FOREIGN = tuple(
    "постоянн бессрочн ежемесяч ежекварт еженедел ежеднев ежегод кажды каждую настоящ сегодняшн сей время времени "
    "необходимост случае мере основе окончани отмены снятия завершени permanently ongoing monthly quarterly "
    "weekly daily annually yearly every present now".split()
)


class _Element(NamedTuple):
    words: frozenset[str]
    beginnings: tuple[str, ...]
    any_word: bool
    number: bool
    optional: bool

    def fits(self, token: Token) -> bool:
        if token.kind is Kind.NUMBER:
            return (self.number and 0 <= token.value <= 31) or token.text in self.words
        if token.kind is Kind.SIGN:
            return token.text in self.words
        return self.any_word or token.text in self.words or token.text.startswith(self.beginnings)


class Match(NamedTuple):
    """A phrase found and the place after its last token; ``guessed`` for misspelt or foreign words."""

    phrase: Phrase
    end: int
    guessed: bool


def _element(written: str) -> _Element:
    alternatives = written.removesuffix("?").split("|")
    beginnings = tuple(word[:-1] for word in alternatives if word.endswith("*") and word != "*")
    words = frozenset(word for word in alternatives if not word.endswith("*"))
    return _Element(words, beginnings, "*" in alternatives, "#" in alternatives, written.endswith("?"))


def _key(text: str) -> str:
    return text[:2]


def _by_first_letters() -> dict[str, list[tuple[Phrase, tuple[_Element, ...]]]]:
    """Patterns under the first two letters of each word that they can begin with, in their order."""
    found: dict[str, list[tuple[Phrase, tuple[_Element, ...]]]] = {}
    for phrase, pattern in _PATTERNS:
        elements = tuple(map(_element, pattern.split()))
        leading = 1 + next(place for place, element in enumerate(elements) if not element.optional)
        keys = {
            _key(word)
            for element in elements[:leading]
            for word in (*element.words, *element.beginnings, *("#" * element.number))
        }
        for key in keys:
            found.setdefault(key, []).append((phrase, elements))
    return found


_STARTING_WITH = _by_first_letters()


def find_phrase(tokens: Sequence[Token], start: int) -> Match | None:
    """The first pattern of the table that fits the tokens from ``start`` on."""
    token = tokens[start]
    patterns = list(_STARTING_WITH.get(_key(token.text), ()))
    if token.kind is Kind.NUMBER:
        patterns += _STARTING_WITH["#"]
    for phrase, elements in patterns:
        end = _fit(tokens, start, elements)
        if end is not None:
            return Match(phrase, end, any(map(_is_foreign, tokens[start:end])))
    return None


def _is_foreign(token: Token) -> bool:
    return token.guessed or token.text.startswith(_FOREIGN)


def _fit(tokens: Sequence[Token], start: int, elements: tuple[_Element, ...]) -> int | None:
    """Where the pattern ends if it fits from ``start`` on; an optional element takes a token if it can."""
    place = end = start
    for number, element in enumerate(elements):
        place = _next_word(tokens, end) if number else start
        if place < len(tokens) and element.fits(tokens[place]):
            if element.optional and _better_without(tokens, place, elements[number + 1 :]):
                continue
            end = place + 1
        elif not element.optional:
            return None
    return end


def _better_without(tokens: Sequence[Token], place: int, rest: tuple[_Element, ...]) -> bool:
    """Whether an optional element would take the token that the next, needed one waits for."""
    if not rest or rest[0].optional or not rest[0].fits(tokens[place]):
        return False
    following = _next_word(tokens, place + 1)
    return following >= len(tokens) or not rest[0].fits(tokens[following])


def _next_word(tokens: Sequence[Token], place: int) -> int:
    """The next place that holds no line end, point or hyphen; looks no further than three of them."""
    limit = place + 3
    while place < len(tokens) and place < limit:
        token = tokens[place]
        if token.kind is not Kind.LINE and not token.is_sign(".-"):
            break
        place += 1
    return place
