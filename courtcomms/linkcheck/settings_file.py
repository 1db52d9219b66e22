"""The settings of link checks as a TOML file that a person may edit.

Read tolerantly: one bad line costs that line alone, because a check within the usual limits beats none.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings

#: Least and most of each number: outside of these a check would harm servers, or never end.
_BOUNDS: dict[str, tuple[float, float]] = {
    "per_host": (1, 10),
    "at_once": (1, 128),
    "connect_seconds": (0.5, 60),
    "whole_seconds": (1, 120),
    "tries": (1, 6),
    "retry_seconds": (0, 300),
    "body_bytes": (16 * 1024, 4 * 2**20),
    "header_bytes": (8 * 1024, 2**20),
    "most_hops": (1, 50),
    "remember_days": (0, 365),
}

_COMMENTS = {
    "per_host": "скільки запитів водночас до одного сайту (усі сайти court.gov.ua — один)",
    "at_once": "скільки запитів водночас разом",
    "connect_seconds": "скільки секунд чекати з'єднання",
    "whole_seconds": "скільки секунд чекати на сторінку загалом",
    "tries": "скільки разів пробувати, якщо сайт тимчасово не відповідає",
    "retry_seconds": "скільки секунд щонайбільше тривають повторні спроби",
    "body_bytes": "скільки байтів сторінки читати",
    "header_bytes": "скільки байтів заголовків приймати",
    "most_hops": "скільки переспрямувань проходити",
    "remember_days": "скільки днів не перевіряти вдруге посилання, яке працювало",
    "own_hosts": "ще офіційні сайти суду",
    "judiciary_hosts": "сайти інших органів правосуддя",
    "allowed_hosts": "сайти внутрішньої мережі, які можна запитувати",
    "read_pages": "чи читати назву, дату і видання зі сторінки вставленої адреси",
    "ask_archive": "чи шукати копії зниклих сторінок у вебархіві",
}


def read_settings(path: Path) -> tuple[LinkSettings, str]:
    """The settings in a file, and one Ukrainian sentence on what of it could not be read, or nothing.

    Never raises: whatever cannot be read is as in the standard settings.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return DEFAULT, (
            f"Налаштування перевірки посилань «{path.name}» не вдалося прочитати: діють стандартні. "
            "Виправте файл або збережіть налаштування у вікні програми."
        )
    return _settings(values, path.name)


def _settings(values: dict[str, Any], name: str) -> tuple[LinkSettings, str]:
    known = {field.name for field in fields(LinkSettings)}
    read = {key: _value(key, value) for key, value in values.items() if key in known}
    wrong = [key for key in values if key not in known or read[key] is None]
    settings = replace(DEFAULT, **{key: value for key, value in read.items() if value is not None})
    if not wrong:
        return settings, ""
    return settings, (
        f"У налаштуваннях перевірки посилань «{name}» не зрозуміло: {', '.join(wrong)}; замість цього діють "
        "стандартні значення, решту прийнято."
    )


def _value(key: str, value: Any) -> Any:
    """What a setting was set to; ``None`` where it cannot be that."""
    standard = getattr(DEFAULT, key)
    if isinstance(standard, bool):
        return value if isinstance(value, bool) else None
    if isinstance(standard, tuple):
        return _hosts(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    least, most = _BOUNDS[key]
    if not least <= value <= most or (isinstance(standard, int) and value != int(value)):
        return None
    return type(standard)(value)


def _hosts(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(host, str) for host in value):
        return None
    return tuple(dict.fromkeys(named for host in value if (named := host_named(host))))


def host_named(text: str) -> str:
    """The host that a person means by a name or an address: «https://Sud.local:80/» is sud.local."""
    bare = text.strip().lower().partition("://")
    host = (bare[2] or bare[0]).partition("/")[0].rpartition("@")[2].strip()
    if host.count(":") == 1 or "]:" in host:
        host = host.rpartition(":")[0]
    return host.rstrip(".")


def settings_text(settings: LinkSettings) -> str:
    """The settings as the file has them, each with a word on what it is."""
    lines = ["# Налаштування перевірки посилань.", ""]
    for field in fields(LinkSettings):
        lines += [f"# {_COMMENTS[field.name]}", f"{field.name} = {_toml(getattr(settings, field.name))}", ""]
    return "\n".join(lines)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    return str(value)


def _quoted(text: str) -> str:
    signs = (sign if sign >= " " and sign not in '"\\\x7f' else f"\\u{ord(sign):04x}" for sign in text)
    return f'"{"".join(signs)}"'
