"""Every sentence about a checked link: what was found, and what to do."""

from __future__ import annotations

from datetime import date

from courtcomms.model import LinkCheck, Verdict

UNCHECKED = "Ще не перевірено."

WORKS = "Сторінка відкривається."
WORKS_FILE = "Файл відкривається."
HAS_HTTPS = "Сторінка відкривається й за захищеною адресою: впишіть «https://»."
MOVED = "Сторінку перенесено назавжди: впишіть нову адресу."
MOVED_UNSAFE = "Сторінка відкривається за новою адресою, та в ній є дані одного відвідування: скопіюйте адресу з браузера."
REDIRECTED = "Відкривається інша адреса ({where}): перевірте, чи там саме та сторінка."
TO_SECTION = "Замість сторінки відкривається розділ сайту ({where}): знайдіть її нову адресу."
TO_ROOT = "Замість сторінки відкривається головна сайту {host}: знайдіть її нову адресу."
TO_LOGIN = "Сторінка відкривається лише після входу ({host}): дайте адресу, доступну всім."
DOWNGRADED = "Сайт веде з https на незахищену адресу http: відкрийте посилання самі й перевірте."

GONE_404 = "Сторінки за цією адресою немає (404): перевірте адресу або знайдіть нову."
GONE_410 = "Сторінку видалено назавжди (410): знайдіть іншу або приберіть посилання."
MOVED_TO_GONE = "Посилання веде на {where}, а там сторінки немає ({status}): знайдіть нову адресу."
SAYS_NOT_FOUND = "Сайт відповідає «сторінку не знайдено»: перевірте адресу або знайдіть нову."
SAME_AS_MADE_UP = (
    "Сайт показує те саме, що й для вигаданої адреси, — сторінки там немає: знайдіть нову адресу."
)
NO_SITE = "Замість сайту — заглушка: він більше не працює за цією адресою. Знайдіть іншу."
EMPTY = "Сервер віддав порожню сторінку: відкрийте посилання самі й підтвердіть."
SHELL = "Сайт показує сторінки лише в браузері, тож чи є ця, звідси не видно: відкрийте самі й підтвердіть."

NO_HOST = "Сайту {host} не існує: перевірте, чи адресу написано без помилок."
CERTIFICATE_EXPIRED = (
    "Сертифікат сайту {host} прострочено, браузер зупинить читача: повідомте сайт або замініть посилання."
)
CERTIFICATE_NAME = "Сертифікат виписано на інший сайт, ніж {host}: браузер зупинить читача. Перевірте адресу."
CERTIFICATE_ISSUER = "Невідомо, хто видав сертифікат сайту {host}: відкрийте посилання самі й підтвердіть."
BROKEN_TLS = "Захищене з'єднання із сайтом {host} не встановлюється: відкрийте посилання самі й підтвердіть."

BLOCKED = "Сайт {host} не пускає автоматичну перевірку: відкрийте самі й підтвердіть."
LOGIN_WALL = "{host} показує сторінки лише після входу: відкрийте самі й підтвердіть."
CONSENT = "Сайт спершу питає згоди відвідувача: відкрийте самі й підтвердіть."
LEGAL = "Доступ до сторінки обмежено за вимогою закону (451): відкрийте самі й підтвердіть."
REFUSED_LOGIN = "Сторінка вимагає входу ({status}): відкрийте самі й підтвердіть, що вона доступна всім."

TOO_MANY_REQUESTS = "Сайт {host} просить питати рідше: спробуйте пізніше."
SERVER_FAILURE = "Сайт {host} зараз не працює ({status}): спробуйте пізніше."
MAINTENANCE = "На сайті {host} технічні роботи: спробуйте пізніше."
NAME_SERVER = "Не вдалося дізнатися, де розміщено сайт {host}: спробуйте пізніше."
REFUSED = "Сервер {host} не приймає з'єднань: спробуйте пізніше."
RESET = "Сервер {host} обірвав з'єднання: спробуйте пізніше."
TIMEOUT = "Сайт {host} не відповів вчасно: спробуйте пізніше."
UNREACHABLE = "До сайту {host} зараз немає шляху: спробуйте пізніше."
PROXY = "Проксі-сервер не пропустив запит: спробуйте пізніше або покличте системного адміністратора."

LOOP = "Сайт пересилає по колу, сторінка не відкривається: відкрийте самі або знайдіть іншу адресу."
TOO_MANY_HOPS = "Забагато пересилань поспіль: відкрийте посилання самі й підтвердіть."
TO_PRIVATE = "Сайт пересилає на адресу внутрішньої мережі, читач її не відкриє: знайдіть іншу адресу."
TO_SCHEME = "Сайт пересилає не на сторінку інтернету: відкрийте посилання самі або знайдіть іншу адресу."
NO_LOCATION = "Сайт пересилає, але не каже куди ({status}): відкрийте посилання самі й підтвердіть."
GARBAGE = "Сервер {host} відповів незрозуміло: відкрийте посилання самі й підтвердіть."
HEADERS = "Сервер {host} надіслав завеликі заголовки: відкрийте посилання самі й підтвердіть."
ODD_STATUS = "Сервер {host} відповів незвично ({status}): відкрийте посилання самі й підтвердіть."
BAD_REQUEST = "Сервер {host} вважає адресу помилковою ({status}): відкрийте посилання самі й перевірте."

PRIVATE = "Це адреса внутрішньої мережі: її не перевіряли, і читач її не відкриє."
SCHEME = "Це не адреса сторінки (http або https): її не перевіряли."


def day_words(day: date, today: date) -> str:
    """«12.09», with its year where that is not today's."""
    return f"{day:%d.%m}" if day.year == today.year else f"{day:%d.%m.%Y}"


def when(day: date, today: date) -> str:
    """«сьогодні», «учора» or the day itself."""
    return {0: "сьогодні", 1: "учора"}.get((today - day).days, day_words(day, today))


def confirmed(who: str, day: date) -> str:
    """A person's word; no verb, so that it fits everybody."""
    return f"Підтверджено {day:%d.%m.%Y}{_by(who)}: сторінка відкривається."


def confirmed_against(who: str, day: date, checked: date) -> str:
    """A person's word that came after a check that found nothing."""
    return (
        f"Підтверджено {day:%d.%m.%Y}{_by(who)}, хоча перевірка {checked:%d.%m.%Y} сторінки не знайшла: "
        "перевірте посилання ще раз."
    )


def dead(check: LinkCheck, since: date, last_good: date | None, today: date) -> str:
    """Bad on days far enough apart."""
    seen = f" (востаннє відкривалась {day_words(last_good, today)})" if last_good is not None else ""
    begun = day_words(since, today)
    if check.verdict is Verdict.NO_HOST:
        return f"Сайт не відповідає з {begun}{seen}, його адреси більше не існує: знайдіть інше посилання або копію в архіві."
    return f"Сторінки немає з {begun}{seen}: знайдіть нову адресу або копію в архіві."


def fresh(check: LinkCheck, day: date, last_good: date, today: date) -> str:
    """Bad for the first time, or not for long, where it was good before."""
    what = "сайту за цією адресою не знайдено" if check.verdict is Verdict.NO_HOST else "сторінки немає"
    told = f"{when(day, today)} {what}, хоча {when(last_good, day)} ще відкривалась: перевірте ще раз за кілька днів."
    return capital(told)


def since(reason: str, day: date, today: date) -> str:
    """A reason that has held for longer than a day."""
    return reason if day == today else f"{reason} Так уже з {day_words(day, today)}."


def silent(check: LinkCheck, day: date, today: date) -> str:
    """No answer for days."""
    return f"{_no_answer(check)} з {day_words(day, today)}: спробуйте пізніше або знайдіть інше посилання."


def silent_long(check: LinkCheck, day: date, today: date) -> str:
    """No answer for so long that nobody need wait."""
    return f"{_no_answer(check)} з {day_words(day, today)}: знайдіть інше посилання або копію в архіві."


def silent_after_good(day: date, last_good: date, today: date) -> str:
    """No answer from what was seen lately."""
    seen = (
        "Сьогодні вже відкривалась"
        if last_good == today
        else f"{capital(when(last_good, today))} відкривалась"
    )
    now = "зараз" if day == today else when(day, today)
    return f"{seen}, а {now} не відповідає: спробуйте пізніше."


def unclear(reason: str, last_good: date | None, today: date) -> str:
    """A reason to look oneself, with the day on which the check last saw the page."""
    return (
        reason if last_good is None else f"{reason} Востаннє перевірено добре {day_words(last_good, today)}."
    )


def capital(text: str) -> str:
    """A sentence's beginning."""
    return text[:1].upper() + text[1:]


def _no_answer(check: LinkCheck) -> str:
    return "Не відповідає" if check.http is None else "Не відкривається"


def _by(who: str) -> str:
    return f" ({who})" if who.strip() else ""
