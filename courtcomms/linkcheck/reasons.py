"""Every sentence about a checked link: what was found, and what to do."""

from __future__ import annotations

from datetime import date

from courtcomms.model import LinkCheck, Verdict

UNCHECKED = "Ще не перевірено."
_LOOK = "відкрийте самі й підтвердіть."
_LATER = "спробуйте пізніше."
_FIND = "знайдіть нову адресу."

WORKS = "Сторінка відкривається."
WORKS_FILE = "Файл відкривається."
HAS_HTTPS = "Ця сторінка є й за захищеною адресою: впишіть «https://»."
SPELLED = "Сайт пише цю адресу трохи інакше: впишіть її так, як на сайті."
MOVED = "Сторінку перенесено назавжди: впишіть нову адресу."
MOVED_FOR_A_VISIT = "Сторінка відкривається за іншою адресою: скопіюйте її з браузера."
SHORTENED = "Це скорочена адреса: впишіть повну, бо скорочення може зникнути."

REDIRECTED = "Відкривається інша адреса ({where}): перевірте, чи це та сама сторінка."
TO_INSECURE = f"Сайт веде на незахищену адресу ({{where}}): {_LOOK}"
TO_SECTION = f"Замість сторінки відкривається розділ сайту ({{where}}): {_FIND}"
TO_ROOT = f"Замість сторінки відкривається головна сайту {{host}}: {_FIND}"
TO_LOGIN = "Сторінка відкривається лише після входу ({host}): дайте адресу, доступну всім."

GONE = "Сторінки за цією адресою немає (404): перевірте адресу або знайдіть нову."
GONE_FOR_GOOD = "Сторінку видалено назавжди (410): знайдіть іншу або приберіть посилання."
GONE_BEHIND = f"Посилання веде на {{where}}, а там сторінки немає ({{status}}): {_FIND}"
SAYS_NOT_FOUND = "Сайт відповідає, що такої сторінки немає: перевірте адресу або знайдіть нову."
SAME_AS_MADE_UP = f"Сайт показує те саме, що й для вигаданої адреси, тож сторінки там немає: {_FIND}"
NO_SITE = f"Замість сайту — заглушка, за цією адресою він більше не працює: {_FIND}"

NO_HOST = "Сайту {host} не існує: перевірте, чи адресу написано без помилок."
TO_NO_HOST = f"Посилання веде на сайт {{host}}, якого не існує: {_FIND}"
CERTIFICATE_EXPIRED = (
    "Сертифікат сайту {host} прострочено, браузер не пустить читача: повідомте власника сайту."
)
CERTIFICATE_NAME = (
    "Сертифікат сайту {host} виписано на іншу назву, браузер не пустить читача: перевірте адресу."
)
CERTIFICATE_ISSUER = f"Невідомо, хто видав сертифікат сайту {{host}}: {_LOOK}"
BROKEN_TLS = f"Захищене з'єднання із сайтом {{host}} не встановлюється: {_LOOK}"

BLOCKED = f"Сайт {{host}} не пускає автоматичну перевірку: {_LOOK}"
LOGIN_WALL = f"Сайт {{host}} показує сторінки лише після входу: {_LOOK}"
CONSENT = f"Сайт спершу питає згоди відвідувача: {_LOOK}"
LEGAL = f"Доступ до сторінки обмежено за вимогою закону (451): {_LOOK}"
FOR_SOME = f"Сайт пускає до сторінки не всіх ({{status}}): {_LOOK}"
SHELL = f"Сайт показує сторінки лише в браузері чи застосунку, звідси цієї не видно: {_LOOK}"
EMPTY = f"Сервер віддав порожню сторінку: {_LOOK}"

ASK_LESS = f"Сайт {{host}} просить питати рідше: {_LATER}"
SERVER_FAILURE = f"Сайт {{host}} зараз не працює ({{status}}): {_LATER}"
MAINTENANCE = f"На сайті {{host}} технічні роботи: {_LATER}"
BROKEN = f"Сайт {{host}} замість сторінки показує помилку програми: {_LATER}"
NAME_SERVER = f"Не вдалося дізнатися, де розміщено сайт {{host}}: {_LATER}"
REFUSED = f"Сервер {{host}} не приймає з'єднань: {_LATER}"
RESET = f"Сервер {{host}} обірвав з'єднання: {_LATER}"
TIMEOUT = f"Сайт {{host}} не відповів вчасно: {_LATER}"
UNREACHABLE = f"До сайту {{host}} зараз немає шляху: {_LATER}"
PROXY = f"Проксі-сервер не пропустив запиту: {_LATER}"

LOOP = f"Сайт пересилає по колу, тож сторінка не відкривається: {_LOOK}"
TOO_MANY_HOPS = f"Сайт пересилає забагато разів поспіль: {_LOOK}"
TO_PRIVATE = f"Сайт пересилає до внутрішньої мережі, читач туди не потрапить: {_FIND}"
TO_SCHEME = f"Сайт пересилає не на сторінку інтернету: {_FIND}"
NO_LOCATION = f"Сайт пересилає, але не каже куди ({{status}}): {_LOOK}"
GARBAGE = f"Сервер {{host}} відповів незрозуміло: {_LOOK}"
HEADERS = f"Сервер {{host}} надіслав завелику відповідь: {_LOOK}"
ODD_STATUS = f"Сервер {{host}} відповів незвично ({{status}}): {_LOOK}"
BAD_REQUEST = f"Сервер {{host}} не прийняв запиту ({{status}}): {_LOOK}"

PRIVATE = "Адресу внутрішньої мережі не перевірено, і читач її не відкриє: впишіть доступну всім."
SCHEME = "Це не адреса сторінки, тож її не перевірено: адреса має починатися з «https://»."


def day_words(day: date, today: date) -> str:
    """«12.09», with its year where that is not today's."""
    return f"{day:%d.%m}" if day.year == today.year else f"{day:%d.%m.%Y}"


def when(day: date, today: date) -> str:
    """«сьогодні», «вчора» or the day itself, as they stand behind a vowel."""
    return {0: "сьогодні", 1: "вчора"}.get((today - day).days, day_words(day, today))


def began(day: date, today: date) -> str:
    """The same at the beginning of a sentence: «Учора»."""
    return {"сьогодні": "Сьогодні", "вчора": "Учора"}.get(when(day, today), when(day, today))


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
        return (
            f"Не відповідає з {begun}{seen}, такого сайту більше немає: знайдіть копію в архіві або заміну."
        )
    return f"Сторінки немає з {begun}{seen}: знайдіть нову адресу або копію в архіві."


def fresh(check: LinkCheck, day: date, last_good: date, today: date) -> str:
    """Bad for the first time, or not for long, where it was good before."""
    no_host = check.verdict is Verdict.NO_HOST
    what, it = ("такого сайту", "сторінка") if no_host else ("сторінки", "вона")
    missed = "немає" if day == today else "вже не було"
    if last_good == day:
        now, seen = ("Зараз", "сьогодні") if day == today else (began(day, today), "того ж дня")
    else:
        now, seen = began(day, today), when(last_good, today)
    return f"{now} {what} {missed}, хоча {seen} {it} ще відкривалась: перевірте ще раз за кілька днів."


def since(reason: str, day: date, today: date) -> str:
    """A reason that has held for longer than a day."""
    return reason if day == today else f"{reason} Так уже з {day_words(day, today)}."


def silent(check: LinkCheck, day: date, today: date) -> str:
    """No answer for days."""
    return f"{_no_answer(check)} з {day_words(day, today)}: спробуйте пізніше або знайдіть заміну."


def silent_long(check: LinkCheck, day: date, today: date) -> str:
    """No answer for so long that nobody need wait."""
    return f"{_no_answer(check)} з {day_words(day, today)}: знайдіть копію в архіві або заміну."


def silent_after_good(day: date, last_good: date, today: date) -> str:
    """No answer from what was seen lately."""
    now = "зараз" if day == today else "згодом" if day == last_good else when(day, today)
    return f"{began(last_good, today)} відкривалась, а {now} — ні: {_LATER}"


def unclear(reason: str, last_good: date | None, today: date) -> str:
    """A reason to look oneself, with the day on which the page was last seen."""
    return reason if last_good is None else f"{reason} Востаннє відкривалась {day_words(last_good, today)}."


def _no_answer(check: LinkCheck) -> str:
    return "Не відповідає" if check.http is None else "Не відкривається"


def _by(who: str) -> str:
    return f" ({who})" if who.strip() else ""
