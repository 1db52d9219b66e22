"""Pages that say «не знайдено» with 200, and pages that only sound like it."""

import re

import pytest

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.soft404 import made_up_address
from courtcomms.model import Severity, Verdict
from tests.linkcheck.verdicts.making import HTML, MENU, NEWS, TEXT, URL, check, fetched, led, page, says

SHORT = "<p>Перевірте адресу або поверніться на головну.</p>"
GONE_TITLES = [
    "Сторінку не знайдено",
    "Сторінка не знайдена",
    "Сторінка не знайдена | Криворізький районний суд",
    "404 — Сторінку не знайдено",
    "Помилка 404",
    "Помилка 404: сторінку не знайдено",
    "Ой! Такої сторінки не існує",
    "Вибачте, такої сторінки не існує.",
    "На жаль, запитувана сторінка не існує",
    "Такої сторінки немає",
    "СТОРІНКУ НЕ ЗНАЙДЕНО",
    "Сторінка\u00a0не\u00a0знайдена",
    "Страница не найдена",
    "Страница не найдена - Городские новости",
    "Ошибка 404",
    "К сожалению, страница не найдена",
    "404 Not Found",
    "Page not found",
    "Page not found – Gazeta",
    "Not Found (404) | Gazeta: Page not found",
    "Error 404: Page not found",
    "Oops! That page does not exist. Page not found",
    "This page isn’t available",
    "Nie znaleziono strony",
    "Strona nie istnieje | Gazeta",
    "Błąd 404",
]
HEADINGS = [
    "404",
    "Сторінку не знайдено",
    "Новину не знайдено",
    "Матеріал видалено",
    "Нічого не знайдено",
    "Цей вміст зараз недоступний",
    "Об’єкт не знайдено",
    "Материал не найден",
    "Not found",
    "Nie znaleziono",
]
NEWS_TITLES = [
    "Справу не знайдено винним",
    "Суд визнав: винних не знайдено",
    "Зниклі безвісти: тіло не знайдено",
    "Рішення у справі № 404/2021 оприлюднено",
    "404 присяжних приступили до роботи",
    "Справа № 404",
    "Сторінку фейкового суду видалено",
    "Що означає помилка 404 на сайті",
    "Що таке «Сторінку не знайдено» і чому так буває",
    "Фейсбук: сторінка недоступна",
    "Сторінка недоступна – у Facebook стався збій",
    "Сторінка історії: як будували суд",
    "Page not found: how courts lost their archives",
    "Страница не найдена, а деньги исчезли: приговор",
    "Судді не знайшли підстав для скасування",
    "Документ не знайдено в матеріалах справи — апеляція",
    "Новину не знайдено – пошук триває",
    "404 – саме стільки справ розглянув суд",
    "Технічні роботи на сайті суду завершено",
    "Домен суду продається на аукціоні шахраями",
]


@pytest.mark.parametrize("title", GONE_TITLES)
def test_a_title_that_says_only_this_is_believed(title: str) -> None:
    found = check(says(200, page(title, SHORT)))
    assert (found.verdict, found.severity) == (Verdict.SAYS_NOT_FOUND, Severity.ERROR)
    assert found.title


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_a_page_with_nothing_else_is_believed(heading: str) -> None:
    assert check(says(200, page("Газета «Слово»", SHORT, heading=heading))).verdict is Verdict.SAYS_NOT_FOUND


@pytest.mark.parametrize("title", NEWS_TITLES)
@pytest.mark.parametrize("text", [SHORT, TEXT], ids=["short", "long"])
def test_news_with_such_words_are_news(title: str, text: str) -> None:
    body = page(f"{title} | Газета", text, heading=title)
    assert check(says(200, body)).verdict is Verdict.WORKS


@pytest.mark.parametrize(
    "sentence",
    ["Сторінку не знайдено.", "404", "Нічого не знайдено.", "Page not found", "<h2>Нічого не знайдено</h2>"],
)
def test_a_phrase_in_the_text_proves_nothing(sentence: str) -> None:
    body = page("Засідання суду перенесено", f"{TEXT}<p>{sentence}</p>", heading="Засідання суду перенесено")
    assert check(says(200, body)).verdict is Verdict.WORKS


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Домен продається", Verdict.SAYS_NOT_FOUND),
        ("gazeta.ua - This domain is for sale", Verdict.SAYS_NOT_FOUND),
        ("Account Suspended", Verdict.SAYS_NOT_FOUND),
        ("Welcome to nginx!", Verdict.SAYS_NOT_FOUND),
        ("Apache2 Ubuntu Default Page: It works", Verdict.SAYS_NOT_FOUND),
        ("Технічні роботи", Verdict.TEMPORARY),
        ("Сайт тимчасово недоступний | Газета", Verdict.TEMPORARY),
        ("Error establishing a database connection", Verdict.TEMPORARY),
        ("503 Service Temporarily Unavailable", Verdict.TEMPORARY),
    ],
)
def test_what_stands_in_place_of_a_site_is_told(title: str, verdict: Verdict) -> None:
    assert check(says(200, page(title, SHORT))).verdict is verdict


def test_a_long_page_needs_more_than_its_title() -> None:
    body = page("Сторінку не знайдено | Газета", TEXT * 6, heading="Як ми шукали сторінку історії")
    assert check(says(200, body)).verdict is Verdict.WORKS
    both = page("Сторінку не знайдено", TEXT * 6, heading="Сторінку не знайдено")
    assert check(says(200, both)).verdict is Verdict.SAYS_NOT_FOUND


def test_a_page_read_in_part_is_not_called_empty() -> None:
    cut = Answer(URL, 200, HTML, page("Газета", "", heading="Нічого не знайдено"), whole=False)
    assert check(cut).verdict is Verdict.WORKS
    assert made_up_address(fetched(cut)) is None


BESIDE = "https://gazeta.ua/news/912345678"
FRONT = page("Газета «Слово»", TEXT, heading="Усі новини")
SHELL = page("Суд", "<div id='root'></div><script src='/app.js'></script>")


def beside(body: bytes, other: bytes, status: int = 200) -> Verdict:
    return check(fetched(says(200, body), says(status, other, url=BESIDE))).verdict


def test_what_a_made_up_address_shows_too_is_not_the_page() -> None:
    assert beside(FRONT, FRONT) is Verdict.SAYS_NOT_FOUND
    again = FRONT.replace("Соборна, 1".encode(), "Соборна, 1. 12 листопада 2026".encode())
    assert beside(FRONT, again) is Verdict.SAYS_NOT_FOUND


def test_a_short_page_of_a_site_that_says_404_of_others_is_there() -> None:
    notice = page("Оголошення", "<p>Суд не працює 24 серпня.</p>", heading="Оголошення")
    assert beside(notice, page("404", "Немає"), 404) is Verdict.WORKS


def test_a_short_page_with_words_of_its_own_is_there() -> None:
    notice = page("Суд", "<p>Суд не працює 24 серпня через день незалежності.</p>")
    empty = page("Суд", "<p>Новини</p>")
    assert beside(notice, empty) is Verdict.WORKS


def test_a_page_made_by_scripts_is_for_a_person_to_look_at() -> None:
    assert beside(SHELL, SHELL) is Verdict.BLOCKED
    assert beside(SHELL, page("404", "Немає"), 404) is Verdict.WORKS


def test_a_redirect_to_where_made_up_addresses_lead_is_not_a_move() -> None:
    told = led((301, URL), (0, "https://gazeta.ua/all"))
    made_up = led((301, BESIDE), (0, "https://gazeta.ua/all"))
    assert check(told).verdict is Verdict.MOVED
    both = Fetched(told.url, told.answers, made_up=made_up)
    assert check(both).verdict is Verdict.SAYS_NOT_FOUND
    other = led((301, BESIDE), (0, "https://gazeta.ua/error"))
    assert check(Fetched(told.url, told.answers, made_up=other)).verdict is Verdict.MOVED


@pytest.mark.parametrize(
    ("url", "made_up"),
    [
        ("https://gazeta.ua/news/1051137", r"https://gazeta\.ua/news/9\d{8}"),
        ("https://gazeta.ua/news/1051137/", r"https://gazeta\.ua/news/9\d{8}/"),
        ("https://gazeta.ua/news-65763.html", r"https://gazeta\.ua/news-9\d{8}\.html"),
        ("https://gazeta.ua/n/46509-v-rajsudi-recepciya", r"https://gazeta\.ua/n/9\d{8}-nema-takoi-storinky"),
        ("https://gazeta.ua/n/den-vidkrytyh-dverei", r"https://gazeta\.ua/n/nema-takoi-storinky-9\d{8}"),
        ("https://gazeta.ua/index.php?id=15&lang=uk", r"https://gazeta\.ua/index\.php\?id=9\d{8}&lang=uk"),
        ("https://gazeta.ua/?p=123&utm_campaign=7", r"https://gazeta\.ua/\?p=9\d{8}"),
        ("https://gazeta.ua/f/zvit.pdf", r"https://gazeta\.ua/f/nema-takoi-storinky-9\d{8}\.pdf"),
    ],
)
def test_a_made_up_address_has_the_form_of_the_real_one(url: str, made_up: str) -> None:
    answer = says(200, page("Суд", SHORT), url=url)
    asked = made_up_address(fetched(answer))
    assert asked is not None
    assert re.fullmatch(made_up, asked)
    assert made_up_address(fetched(answer)) == asked


def test_neighbours_of_one_folder_share_their_made_up_address() -> None:
    asked = {
        made_up_address(fetched(says(200, page("Суд", SHORT), url=f"https://gazeta.ua/news/{number}/")))
        for number in (1051137, 910753, 911986)
    }
    assert len(asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        says(200, NEWS),
        says(200, page("Новини", TEXT * 2)),
        says(200, FRONT, url="https://gazeta.ua/"),
        says(200, FRONT, url="https://gazeta.ua/uk/"),
        says(200, page("Суд", SHORT), url="https://www.facebook.com/court/posts/1"),
        says(404, page("Суд", SHORT)),
        says(200, page("Сторінку не знайдено", SHORT)),
        says(200, page("Just a moment...", SHORT)),
        says(200, b"%PDF-1.4", content_type="application/pdf"),
        says(200, f"<html>{MENU}<form><input type='password'></form><h1>Вхід</h1>"),
    ],
    ids=["news", "long", "root", "language", "facebook", "404", "told", "wall", "pdf", "login"],
)
def test_nothing_is_asked_where_it_would_decide_nothing(answer: Answer) -> None:
    assert made_up_address(fetched(answer)) is None


def test_a_made_up_address_is_asked_once_only() -> None:
    answer = says(200, page("Суд", SHORT))
    assert made_up_address(fetched(answer)) is not None
    assert made_up_address(fetched(answer, says(404, url=BESIDE))) is None


def test_a_page_in_place_of_a_file_is_doubted() -> None:
    answer = says(200, NEWS, url="https://gazeta.ua/f/zvit.pdf")
    assert made_up_address(fetched(answer)) is not None


def in_app(description: str, title: str = "Telegram: View @sud") -> bytes:
    head = f"<meta property='og:title' content='Суд'><meta property='og:description' content='{description}'>"
    return page(title, "<p>View in Telegram</p>", head=head)


def told_in_app(body: bytes, other: bytes, url: str = "https://t.me/sud/123") -> Verdict:
    asked = made_up_address(fetched(says(200, body, url=url)))
    assert asked is not None
    return check(fetched(says(200, body, url=url), says(200, other, url=asked))).verdict


def test_what_opens_in_an_app_is_known_by_its_description_and_never_called_gone() -> None:
    channel = in_app("Сторінка суду в Telegram")
    assert told_in_app(in_app("Відбувся день відкритих дверей"), channel) is Verdict.WORKS
    assert told_in_app(channel, channel) is Verdict.BLOCKED


def test_an_address_told_back_in_a_title_is_no_name() -> None:
    def said(name: str) -> bytes:
        return page(f"Telegram: Contact @{name}", "<p>If you have Telegram, you can contact them.</p>")

    url = "https://t.me/no_such_court"
    asked = made_up_address(fetched(says(200, said("no_such_court"), url=url)))
    assert asked is not None
    assert told_in_app(said("no_such_court"), said(asked.rpartition("/")[2]), url) is Verdict.BLOCKED


@pytest.mark.parametrize(
    "title", ["Сторінка, яку ви шукаєте, не існує", "That page can’t be found", "Матеріал знято з публікації"]
)
def test_more_ways_to_say_that_a_page_is_not_there(title: str) -> None:
    assert check(says(200, page(title, SHORT, heading=title))).verdict is Verdict.SAYS_NOT_FOUND


def test_a_heading_with_a_dash_within_its_one_message() -> None:
    told = page("Газета «Слово»", SHORT, heading="404 — Сторінку не знайдено")
    assert check(says(200, told)).verdict is Verdict.SAYS_NOT_FOUND


def test_a_program_that_broke_is_asked_again_another_time() -> None:
    for cry in (
        "<b>Fatal error</b>: Uncaught PDOException: SQLSTATE[HY000]",
        "Warning: mysqli_connect(): refused",
    ):
        assert (
            check(says(200, f"<html><body>{cry} in index.php:12</body></html>")).verdict is Verdict.TEMPORARY
        )
    assert (
        check(says(200, page("Fatal error", TEXT * 3, heading="Fatal error: фільм"))).verdict is Verdict.WORKS
    )


def test_a_whole_site_under_repair_is_not_a_page_that_is_gone() -> None:
    closed = page("Суд", "<p>Сайт закрито на технічне обслуговування. Зайдіть пізніше.</p>", heading="Суд")
    assert beside(closed, closed) is Verdict.TEMPORARY
