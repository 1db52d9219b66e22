"""Short ways to write down what a server said."""

from collections.abc import Sequence
from datetime import UTC, datetime

from courtcomms.linkcheck.answers import Answer, Failure, FailureKind, Fetched
from courtcomms.linkcheck.verdicts import judge
from courtcomms.model import LinkCheck

NOW = datetime(2026, 11, 12, 12, tzinfo=UTC)
URL = "https://gazeta.ua/news/1051137"
HTML = {"content-type": "text/html; charset=utf-8"}
#: Two paragraphs of a report's kind: something to read, outside menus.
TEXT = (
    "<p>До суду завітали учні дев'ятих класів місцевої гімназії. Суддя-спікер розповіла їм про роботу суду, "
    "показала зали засідань і відповіла на запитання про те, як стати суддею.</p>"
    "<p>Учні взяли участь в імітації засідання: були прокурором, адвокатом, секретарем і суддею. Наприкінці "
    "кожен отримав примірник Конституції та запрошення прийти ще раз.</p>"
)
MENU = "<nav><a href='/'>Головна</a> <a href='/news'>Новини</a></nav>"


def page(title: str = "", body: str = TEXT, *, heading: str = "", head: str = "") -> bytes:
    """A page as sites write them; without a heading where none is given."""
    named = f"<h1>{heading}</h1>" if heading else ""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body>{MENU}{named}{body}<footer>Вулиця Соборна, 1</footer></body></html>"
    ).encode()


NEWS = page("День відкритих дверей у районному суді", heading="День відкритих дверей у районному суді")


def says(status: int, body: bytes | str = b"", *, url: str = URL, **headers: str) -> Answer:
    """An answer; header names with ``_`` for ``-``."""
    own = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(url, status, HTML | own, body.encode() if isinstance(body, str) else body)


def led(*steps: tuple[int, str], last: bytes = NEWS, status: int = 200) -> Fetched:
    """A chain: status and address of each redirect's own page, the last one answering with ``status``."""
    urls = [url for _, url in steps]
    answers = [Answer(url, code, HTML, location=urls[at + 1]) for at, (code, url) in enumerate(steps[:-1])]
    return Fetched(urls[0], (*answers, says(status, last, url=urls[-1])))


def moved(code: int, first: str, last: str, body: bytes = NEWS) -> Fetched:
    """One redirect to a page that is there."""
    return led((code, first), (0, last), last=body)


def fetched(answer: Answer, beside: Answer | None = None) -> Fetched:
    """One answer, and what the host said of a made-up address."""
    made_up = Fetched(beside.url, (beside,)) if beside is not None else None
    return Fetched(answer.url, (answer,), made_up=made_up)


def failed(kind: FailureKind, *before: Answer, url: str = URL) -> Fetched:
    """A failure, after redirects or at once."""
    return Fetched(before[0].url if before else url, tuple(before), Failure(kind, url))


def check(answer: Answer | Fetched) -> LinkCheck:
    """The verdict."""
    return judge(answer if isinstance(answer, Fetched) else fetched(answer), NOW)


def verdicts(rows: Sequence[tuple[str, Answer | Fetched, object]]) -> list[tuple[str, object, object]]:
    """What came out wrong of a table: name, verdict, right verdict."""
    told = [(name, check(answer).verdict, right) for name, answer, right in rows]
    return [row for row in told if row[1] is not row[2]]
