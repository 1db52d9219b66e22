"""Short names of the rules, for grouping their findings."""

from __future__ import annotations

#: Code of a rule -> what its findings are called together.
RULE_TITLES: dict[str, str] = {
    "no_title": "Немає назви заходу",
    "no_goal": "Немає комунікаційної цілі",
    "no_date": "Немає дати проведення",
    "no_audience": "Не вказано цільову аудиторію",
    "no_responsible": "Не вказано відповідальну особу",
    "event_twice": "Той самий захід двічі",
    "date_invalid": "Дати не існує",
    "date_suspicious": "Сумнівна дата",
    "date_probable": "Дату зрозуміло здогадно",
    "date_text": "Дату не зрозуміло",
    "date_outside": "Дата поза звітним періодом",
    "past_period": "Згадано минулий рік або квартал",
    "media_count": "Кількість публікацій не збігається",
    "media_no_links": "Публікації без посилань",
    "media_own_site": "Власний сайт суду серед ЗМІ",
    "participants_text": "Кількість учасників не зрозуміло",
    "link_no_scheme": "Посилання без https://",
    "link_other_scheme": "Не адреса сторінки в інтернеті",
    "link_glued": "Злиплі посилання",
    "link_broken": "Розірване посилання",
    "link_not_an_address": "Помилка в адресі",
    "link_twice": "Те саме посилання двічі",
    "mixed_letters": "Літери двох абеток в одному слові",
    "invisible_signs": "Невидимі знаки",
    "blanks_double": "Подвійні пробіли",
    "blanks_stray": "Зайві пробіли",
    "blank_missing": "Бракує пробілу",
    "words_glued": "Злиплі слова",
    "bracket_open": "Незакрита дужка",
    "quote_open": "Незакриті лапки",
    "empty_form": "Порожні клітинки по-різному",
}
