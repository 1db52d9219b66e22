"""Answers as bytes: a status line, headers, a body."""

from __future__ import annotations

from http import HTTPStatus

HTML = "text/html; charset=utf-8"


def answer(
    status: int,
    body: bytes | str = b"",
    *headers: tuple[str, str],
    kind: str = HTML,
    length: bool = True,
) -> bytes:
    """A whole answer; ``length`` whether it tells its body's."""
    body = body.encode() if isinstance(body, str) else body
    fields = [("Content-Type", kind), *headers] if kind else [*headers]
    if length:
        fields.append(("Content-Length", str(len(body))))
    return head(status, *fields) + body


def head(status: int, *headers: tuple[str, str]) -> bytes:
    """A status line and headers; the connection closes after the answer."""
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Other"
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode()


def redirect(status: int, location: str, *headers: tuple[str, str]) -> bytes:
    """An answer that sends on; ``location`` goes out as it is, in UTF-8."""
    return answer(status, f'<p><a href="{location}">Далі</a></p>', ("Location", location), *headers)


def page(title: str, *paragraphs: str, heading: str = "", top: str = "") -> str:
    """A page of plain shape; ``top`` is more for its head."""
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="uk"><head><meta charset="utf-8"><title>{title}</title>{top}</head>\n'
        f"<body><nav><a href='/'>Головна</a> <a href='/news'>Новини</a></nav>\n"
        f"<h1>{heading or title}</h1>\n{text}\n<footer>Вулиця Соборна, 1</footer></body></html>"
    )


def ok(title: str, *paragraphs: str, heading: str = "", top: str = "") -> bytes:
    """A page with 200."""
    return answer(200, page(title, *paragraphs, heading=heading, top=top))


#: What an address of a news page leads to where all is well.
TITLE = "У суді провели день відкритих дверей для школярів"
TEXT = (
    "Сьогодні до суду завітали учні дев'ятих класів місцевої гімназії. Суддя-спікер розповіла їм про роботу "
    "суду, показала зали судових засідань і відповіла на запитання про те, як стати суддею.",
    "Учні взяли участь в імітації судового засідання: були прокурором, адвокатом, секретарем і суддею. "
    "Наприкінці кожен отримав примірник Конституції та запрошення прийти ще раз разом із батьками.",
    "Зустріч відбулася в межах освітнього проєкту, що триває в суді вже третій рік поспіль.",
)


def news() -> bytes:
    """The page that the address promises."""
    return ok(TITLE, *TEXT)
