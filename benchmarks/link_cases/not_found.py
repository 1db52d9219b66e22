"""Pages that are gone, whether the server says so or only the page, and pages that merely sound like it."""

from __future__ import annotations

from functools import partial

from benchmarks.link_cases.case import Case, Group, Play
from benchmarks.link_cases.say import TEXT, answer, news, ok, page, redirect
from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

_gone = partial(Case, Group.GONE)
_soft = partial(Case, Group.SOFT_404)
_trap = partial(Case, Group.TRAPS)
_GONE, _SAYS, _RIGHT = (Verdict.GONE,), (Verdict.SAYS_NOT_FOUND,), (Verdict.WORKS,)
_SITE = "Газета «Слово»"


def _says(title: str, *paragraphs: str, heading: str = "") -> Play:
    """A site whose every page but the root tells this with 200."""
    return lambda visit: ok(_SITE, *TEXT) if visit.path == "/" else ok(title, *paragraphs, heading=heading)


def _here(title: str, *paragraphs: str, heading: str = "") -> Play:
    """A page that is there, on a site that says 404 of those that are not."""

    def play(visit: Visit) -> bytes:
        if not visit.path.startswith("/news/1"):
            return answer(404, page("404", "Сторінку не знайдено"))
        return ok(title, *paragraphs, heading=heading)

    return play


def _to_error_page(visit: Visit) -> bytes:
    if visit.path == "/error404.html":
        return ok("Сторінку не знайдено", "Перевірте адресу")
    return redirect(302, "/error404.html")


def _all_to_root(visit: Visit) -> bytes:
    if visit.path == "/":
        return ok(_SITE, "Усі новини міста", "Сьогодні у місті", "Погода")
    return redirect(302, "/")


def _language(visit: Visit) -> bytes:
    return ok("Районний суд", *TEXT) if visit.path == "/uk/" else redirect(302, "/uk/")


def _language_for_page(visit: Visit) -> bytes:
    if visit.path == "/uk/news/1":
        return news()
    return redirect(302, "/uk/news/1") if visit.path == "/news/1" else answer(404, page("404", "Немає"))


def _head_lies(visit: Visit) -> bytes:
    return answer(200 if visit.method == "HEAD" else 404, page("Новини", "Немає"))


def _after_302(visit: Visit) -> bytes:
    return redirect(302, "/missing") if visit.path == "/news/1" else answer(404, page("Новини", "Немає"))


_PRETTY = page("Ой! Такої сторінки тут немає", *TEXT * 5)
_LONG = (
    *TEXT,
    "Слідчі повідомили, що документ так і не знайдено, а сторінку справи не знайдено в реєстрі; "
    "суд відклав розгляд.",
    *TEXT * 2,
)

_OLD = (
    page("Сторінку не знайдено", "Перевірте адресу").replace("utf-8", "windows-1251").encode("windows-1251")
)

CASES = (
    _gone("gone-404", "404", _GONE, lambda _: answer(404, page("404 Not Found", "nginx"))),
    _gone("gone-410", "410", _GONE, lambda _: answer(410, page("Gone", "Вилучено"))),
    _gone("gone-empty", "404 without a word", _GONE, lambda _: answer(404)),
    _gone("gone-pretty", "404 with a long and pretty page", _GONE, lambda _: answer(404, _PRETTY)),
    _gone(
        "gone-ukrainian",
        "404 in Ukrainian",
        _GONE,
        lambda _: answer(404, page("Сторінку не знайдено", "На жаль")),
    ),
    _gone("gone-for-head-not", "200 for HEAD, 404 for GET", _GONE, _head_lies),
    _gone("gone-after-302", "302 to an address with 404", _GONE, _after_302),
    _soft(
        "soft-ukrainian", "«Сторінку не знайдено»", _SAYS, _says("Сторінку не знайдено", "Перевірте адресу")
    ),
    _soft("soft-russian", "«Ошибка 404»", _SAYS, _says("Ошибка 404", "Страница не существует")),
    _soft("soft-english", "“Page not found”", _SAYS, _says(f"Page not found – {_SITE}", "Sorry")),
    _soft(
        "soft-404-title", "“404 Not Found” as the title", _SAYS, _says("404 Not Found", "The page is missing")
    ),
    _soft("soft-heading", "only a short page's h1 says it", _SAYS, _says(_SITE, "На головну", heading="404")),
    _soft(
        "soft-removed", "«Матеріал видалено»", _SAYS, _says(_SITE, "На головну", heading="Матеріал видалено")
    ),
    _soft(
        "soft-no-news",
        "«Новину не знайдено»",
        _SAYS,
        _says(_SITE, "Повернутися", heading="Новину не знайдено"),
    ),
    _soft("soft-no-page", "«Такої сторінки не існує»", _SAYS, _says("Такої сторінки не існує", "На головну")),
    _soft("soft-error-page", "302 to a page that says it with 200", _SAYS, _to_error_page),
    _soft(
        "soft-all-to-root", "everything unknown goes to the root", (Verdict.REDIRECTED_TO_ROOT,), _all_to_root
    ),
    _soft("soft-same", "every address has the front page", _SAYS, lambda _: ok(_SITE, *TEXT)),
    _soft(
        "soft-facebook",
        "«Цей вміст зараз недоступний»",
        _SAYS,
        _says(_SITE, heading="Цей вміст зараз недоступний"),
    ),
    _soft(
        "soft-1251",
        "«Сторінку не знайдено» in windows-1251",
        _SAYS,
        lambda _: answer(200, _OLD, kind="text/html"),
    ),
    _soft(
        "soft-plain",
        "“Not found” as plain text",
        (*_SAYS, *_RIGHT),
        lambda _: answer(200, "Not found", kind="text/plain"),
    ),
    _soft(
        "soft-sale",
        "the domain is for sale",
        _SAYS,
        lambda _: ok("example.com.ua – domain for sale", "Buy this domain"),
    ),
    _soft(
        "soft-ukrainian-sale",
        "«Домен продається»",
        _SAYS,
        lambda _: ok("Домен продається", "Зв'яжіться з власником"),
    ),
    _soft("soft-oops", "«Ой! Сторінка не існує»", _SAYS, _says("Ой! Сторінка не існує", "Спробуйте пошук")),
    _trap(
        "trap-in-text",
        "a long news text in which something was not found",
        _RIGHT,
        _here("Засідання", *_LONG),
    ),
    _trap(
        "trap-number",
        "404 in the title is a number",
        _RIGHT,
        _here("Рішення у справі № 404/2021 оприлюднено", *TEXT),
    ),
    _trap(
        "trap-missing",
        "a page about missing people",
        _RIGHT,
        _here("Зниклі безвісти: тіло не знайдено", *TEXT),
    ),
    _trap("trap-language", "the root sends to /uk/", _RIGHT, _language, "/"),
    _trap(
        "trap-language-page",
        "a page is sent to its Ukrainian address",
        (Verdict.REDIRECTED, Verdict.WORKS),
        _language_for_page,
    ),
    _trap(
        "trap-error-law",
        "an article on what error 404 means",
        _RIGHT,
        _here("Що означає помилка 404 на сайті", *TEXT),
    ),
    _trap("trap-deleted", "news on a removed page", _RIGHT, _here("Сторінку фейкового суду видалено", *TEXT)),
    _trap(
        "trap-mistake",
        "news on a court's mistake",
        _RIGHT,
        _here("Помилка суду: апеляція скасувала вирок", *TEXT),
    ),
    _trap(
        "trap-server",
        "news on a failed server",
        _RIGHT,
        _here("Сайт суду був недоступний: що сталося", *TEXT),
    ),
    _trap(
        "trap-search",
        "a listing with an empty search box",
        _RIGHT,
        _here("Новини суду", *TEXT, "Нічого не знайдено"),
    ),
    _trap(
        "trap-short",
        "a short page, its site says 404 of others",
        _RIGHT,
        _here("Оголошення", "Суд не працює 24 серпня"),
    ),
)
