"""Names of outlets in the text around links: «Весь Кривий Ріг», газета «Дзеркало тижня» № 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTES = {"«": "»", "„": "“”", "“": "”“", "”": "”", '"': '"'}
_QUOTE = re.compile('[«»„“”"]')
_LONGEST_NAME = 300

#: What is quoted after one of these is an article's title, not an outlet.
_TITLED = re.compile(
    r"(?:статт\w*|стате\w*|матеріал\w*|публікаці\w+|сюжет\w*|репортаж\w*|інтерв['’ʼ]?ю|замітк\w+|новин\w+|назвою|тему|"
    r"тема|рубри\w+|програм\w+|передач\w+|заголовк\w+|повідомлен\w+|допис\w*|анонс\w*)\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
_OUTLET_WORDS = re.compile(
    r"\b(?:газет|часопис|тижневик|журнал|вісник|телекан|канал|телекомпан|радіо|тв\b|тб\b|трк\b|трк|тро\b|фм\b|fm\b|"
    r"телебачен|агентств|інформагент|видавництв|редакці|портал|студі|суспільн|видан(?:ня|ні)\b|інтернет-видан|"
    r"онлайн-видан|філі[яї]|мовник|медіагруп|медіахолдинг|бюлетен)",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"\b(?:facebook|фейсбу\w*|instagram|інстаграм\w*|telegram|телеграм\w*|youtube|ютуб\w*|twitter|твіт\w*|тікток\w*|viber|вайбер\w*|"
    r"tiktok|сайт\w*|веб-?сайт\w*|сторінк\w+|змі|так|є|ні|суд\w*|прес-?служб\w*)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:розміщ|опублік|оприлюдн|висвітл|інформаці|інформув|публікаці|посилан|статт|стате|новин|матеріал|щодо|"
    r"про|який|яка|яке|які|було|надісл|надрук|вийш|підготов|кількіст|детальн|джерел|див\b|перегля|ознайом|захід|"
    r"заход|учасник|громадян|суд[уі]?\b|з них|у тому числі|[ву] т\.\s?ч|зокрема)|[-–—:]\s*\d+$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\(?\b(?:від\s+)?\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\s*р(?:оку|\.)?)?\)?|\(?\b(?:від\s+)?\d{4}-\d{2}-\d{2}\)?"
    r"|№\s*\d+(?:[-/(]\d+\)?)*(?:\s+від\b)?|\b(?:від\s+)?\d{1,2}\s+(?:січ|лют|бер|кв|тр|чер|лип|сер|вер|жовт|лист|груд)\w+\s+\d{4}(?:\s*р(?:оку|\.)?)?|\bс(?:тор)?\.\s*\d+"
)
#: What is not published yet, or was only offered to an outlet, names none for sure.
_NOT_YET = re.compile(
    r"\b(?:план\w*|заплан\w*|готу\w*|підготовлен\w*|буде|будуть|очіку\w*|подан[оаі]|надісл\w*|направл\w*)\b",
    re.IGNORECASE,
)
#: «виступ на радіо …», «на сайті …»: what leads to an outlet's name.
_LEAD = re.compile(
    r"^(?:\w+\s+){0,2}(?:на|у|в|по)\s+(?=(?:радіо|теле|газет|ТРК|ТБ))"
    r"|^(?:на\s+)?(?:веб-?)?сайт\w*\s+(?=\S+\.\w|(?-i:[А-ЯІЇЄҐA-Z]))",
    re.IGNORECASE,
)
_MERE_WORDS = re.compile(
    r"(?:так|є|ні|та|і|й|також|а|на|у|в|тощо|ін|інші|інше|сайт\w*|див|шт)", re.IGNORECASE
)
_ONE = re.compile(
    r"\b(?:телебачення|телеканал|газета|радіо|журнал|вісник|тижневик|часопис|телекомпанія|канал|портал)\b",
    re.IGNORECASE,
)
_EDGES = " \t\xa0.,;:–—‒-−()[]|/•*▪·→=>+_"
_ISSUE = re.compile(r"№\s*\d")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*▪‣·✓])\s*(?=\D|$)")
_KNOWN = re.compile(r"1\+1|[A-ZА-ЯІЇЄҐ0-9]{2,8}(?: ?TV| ?ТБ)?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3} канал", re.IGNORECASE)
_MOST_WORDS = 7

#: What is quoted and has so many words is an article's title where another name stands beside it.
_TITLE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in a text. ``sure``: it can be one even with no address beside it."""

    name: str
    sure: bool


def quoted(text: str) -> list[tuple[int, str]]:
    """The outermost quotations with the place where each opens; nested quotes stay inside."""
    found: list[tuple[int, str]] = []
    end = -1
    for opening, closing in sorted(_pairs(text)):
        name = text[opening + 1 : closing].strip()
        if opening > end and name:
            found.append((opening, name))
            end = closing
    return found


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Each pair of quotation marks that belong together, none longer than a name can be."""
    open_at: dict[str, list[int]] = {closing: [] for closing in _QUOTES.values()}
    for match in _QUOTE.finditer(text):
        sign, at = match[0], match.start()
        closes = next((closing for closing, opened in open_at.items() if sign in closing and opened), None)
        if closes is not None:
            opening = open_at[closes].pop()
            if at - opening <= _LONGEST_NAME:
                yield opening, at
        elif sign in _QUOTES:
            open_at[_QUOTES[sign]].append(at)


def mentions(text: str) -> list[Mention]:
    """The outlets that a text without links names; none where it is prose or a mere label."""
    bare = _ASIDE.sub(" ", _LIST_MARK.sub("", text))
    names = [(at, name) for at, name in quoted(bare) if not _TITLED.search(bare[max(0, at - 40) : at])]
    done = _NOT_YET.search(bare) is None
    if names:
        return [Mention(name, done) for name in _without_titles(bare, names)]
    issue = _ISSUE.search(text) is not None
    found = (_unquoted(part, issue=issue) for part in re.split(r"[,;]", bare))
    return [Mention(mention.name, mention.sure and done) for mention in found if mention is not None]


def _without_titles(text: str, names: list[tuple[int, str]]) -> list[str]:
    """The quoted names but for articles' titles: «Вісті»: «У суді відбувся день відкритих дверей»."""
    outlets = [name for _, name in names if len(name.split()) < _TITLE_WORDS]
    if outlets:
        return outlets
    label = _unquoted(text[: names[0][0]], issue=False)
    return [label.name] if label else [name for _, name in names]


def _unquoted(part: str, *, issue: bool) -> Mention | None:
    name = _LEAD.sub("", " ".join(part.strip(_EDGES + "".join(_QUOTES) + "»“”").split()))
    words = name.split()
    if not words or len(words) > _MOST_WORDS or all(_MERE_WORDS.fullmatch(word) for word in words):
        return None
    if not any(char.isalpha() for char in name) and name not in {"1+1", "2+2"}:
        return None
    capitals = len(words) <= 4 and all(not word[0].islower() and len(word) > 1 for word in words)
    if quoted(name) or (_PROSE.search(name) and not (capitals and len(words) > 1)):
        return None
    proper = any(not word[0].islower() for word in words[1:]) or _ONE.search(name) is not None
    named = _OUTLET_WORDS.search(name) is not None and len(words) > 1 and proper
    known = _KNOWN.fullmatch(name) is not None and name.upper() == name
    known = known or _NUMBERED.fullmatch(name) is not None
    numbered = issue and name[0].isupper()
    sure = (named or capitals or known or numbered) and not (_SOCIAL.search(name) and not named)
    return Mention(name, sure)
