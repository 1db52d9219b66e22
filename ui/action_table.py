"""Everything the user can do, and where it stands in the menus; no code here, only the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do.

    ``slot`` is a path from the commands («quarter.begin»), looked up when the action is triggered;
    ``needs`` names conditions of :class:`ui.situation.Situation`, all of which must hold; ``short`` are the
    words on the toolbar.
    """

    id: str
    text: str
    icon: str
    shortcut: str
    tip: str
    slot: str
    short: str = ""
    checkable: bool = False
    needs: tuple[str, ...] = ()


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("import", "Імпорт звіту…", "import", "Ctrl+O",
        "Узяти рядки зі звіту у Word або Excel; спершу покаже, що буде зроблено",
        "files.import_report", "Імпорт…", needs=("unbroken",)),
    ActionSpec("export", "Експорт звіту…", "export", "Ctrl+E",
        "Записати звіт за квартал у Word або Excel", "files.export_report", "Експорт…", needs=("report",)),
    ActionSpec("save", "Зберегти", "save", "Ctrl+S",
        "Усе зберігається саме; ця дія зберігає щойно набране негайно", "files.save_now"),
    ActionSpec("backup", "Резервна копія", "backup", "", "Зробити перевірену копію реєстру",
        "files.make_backup", needs=("some",)),
    ActionSpec("folder", "Тека з даними", "folder", "",
        "Показати теку, де лежать реєстр і його копії", "files.show_folder"),
    ActionSpec("exit", "Вийти", "exit", "Ctrl+Q", "Закрити програму; усе вже збережено", "files.close"),
    ActionSpec("undo", "Скасувати", "undo", "Ctrl+Z", "Скасувати останню дію", "undo", "Скасувати",
        needs=("can_undo",)),
    ActionSpec("redo", "Повернути", "redo", "Ctrl+Y", "Повернути скасовану дію", "redo", "Повернути",
        needs=("can_redo",)),
    ActionSpec("cut", "Вирізати", "cut", "Ctrl+X",
        "Скопіювати вибрані клітинки і спорожнити їх", "clipboard.cut", needs=("chosen_writable",)),
    ActionSpec("copy", "Копіювати", "copy", "Ctrl+C",
        "Скопіювати вибрані клітинки для Word, Excel чи іншого місця цієї таблиці", "clipboard.copy",
        needs=("chosen",)),
    ActionSpec("copy_rows", "Копіювати рядки із заголовком", "copy_rows", "Ctrl+Shift+C",
        "Скопіювати вибрані рядки цілком, з назвами колонок", "clipboard.copy_rows", needs=("chosen",)),
    ActionSpec("paste", "Вставити", "paste", "Ctrl+V",
        "Вставити скопійоване у вибрані клітинки; цілі рядки спершу покаже", "clipboard.paste",
        needs=("some",)),
    ActionSpec("paste_rows", "Вставити як нові рядки…", "paste_rows", "Ctrl+Shift+V",
        "Додати скопійовану таблицю новими рядками; спершу покаже, чим є кожен стовпець",
        "clipboard.paste_rows", needs=("some",)),
    ActionSpec("add", "Новий захід", "add", "Ctrl+N",
        "Додати рядок після вибраного; постійні заходи стоять перед ним",
        "add_event", "Новий захід", needs=("writable",)),
    ActionSpec("delete", "Видалити захід", "delete", "Ctrl+Del",
        "Перемістити вибраний захід до кошика", "trash_event", "Видалити", needs=("chosen_writable",)),
    ActionSpec("restore", "Відновити з кошика", "restore", "",
        "Повернути вибраний захід до реєстру", "restore_event", needs=("chosen_trashed",)),
    ActionSpec("history", "Історія заходу…", "history", "F4",
        "Хто, що і коли змінив у цьому заході; повернути попередній текст клітинки", "details.history",
        needs=("chosen",)),
    ActionSpec("previous", "Попередній захід", "up", "Alt+PgUp",
        "До заходу вище, у тому самому полі редактора", "details.previous", needs=("chosen",)),
    ActionSpec("next", "Наступний захід", "down", "Alt+PgDown",
        "До заходу нижче, у тому самому полі редактора", "details.next", needs=("chosen",)),
    ActionSpec("phrase", "Вставити вислів дати…", "calendar", "",
        "Звичні вислови дати і календар; у самому полі дати — Alt+↓", "details.insert_phrase",
        needs=("chosen_writable",)),
    ActionSpec("defaults", "Звичні значення…", "defaults", "",
        "Ціль, аудиторія і відповідальні, з якими починається кожен новий захід", "details.defaults",
        needs=("some",)),
    ActionSpec("outlets", "Видання за адресою…", "outlets", "",
        "Як зветься видання за адресою сайту; програма вчиться цього сама", "details.outlets",
        needs=("some",)),
    ActionSpec("duplicate", "Дублювати захід", "duplicate", "Ctrl+Shift+D",
        "Додати такий самий захід після вибраного", "rows.duplicate", needs=("chosen_writable",)),
    ActionSpec("repeat", "Повторити клітинку вище", "fill_down", "Ctrl+D",
        "Записати у вибрану клітинку те, що стоїть над нею; кілька вибраних рядків заповнить перший з них",
        "rows.repeat_above", needs=("chosen_writable",)),
    ActionSpec("row_up", "Вище", "row_up", "Alt+Up",
        "Перемістити вибрані рядки звіту вище", "rows.up", needs=("chosen",)),
    ActionSpec("row_down", "Нижче", "row_down", "Alt+Down",
        "Перемістити вибрані рядки звіту нижче; в усіх заходах відкриває фільтр колонки", "rows.down",
        needs=("chosen",)),
    ActionSpec("filter", "Фільтр колонки…", "filter", "Ctrl+Shift+L",
        "Залишити в реєстрі лише заходи з певними словами, днями чи значеннями в колонці",
        "rows.filters.begin", needs=("register",)),
    ActionSpec("unfilter", "Очистити фільтри", "filter_off", "",
        "Знову показати всі заходи реєстру", "rows.filters.clear", needs=("register",)),
    ActionSpec("sort", "Упорядкувати за колонкою", "sort", "",
        "Упорядкувати реєстр за колонкою вибраної клітинки: за зростанням, за спаданням, за датою",
        "rows.filters.order", needs=("register",)),
    ActionSpec("compact", "Стислі рядки", "compact", "Ctrl+4",
        "Показувати по два рядки тексту в клітинці або весь текст", "view.toggle_compact", checkable=True,
        needs=("some",)),
    ActionSpec("find", "Знайти", "search", "Ctrl+F", "Шукати в усіх колонках", "find", needs=("some",)),
    ActionSpec("replace", "Знайти і замінити…", "replace", "Ctrl+H",
        "Замінити текст у багатьох клітинках; спершу покаже кожне місце", "replacing.begin",
        needs=("writable",)),
    ActionSpec("quarter", "Новий квартал…", "quarter", "Ctrl+Shift+N",
        "Почати звіт за наступний квартал: постійні заходи перенесуться самі", "quarter.begin",
        "Новий квартал", needs=("some",)),
    ActionSpec("period", "Звіт за півріччя чи рік…", "period", "",
        "Почати звіт за довший період", "quarter.begin_longer", needs=("some",)),
    ActionSpec("end", "Завершити захід…", "end", "Ctrl+Shift+E",
        "Постійний захід скінчився: до наступних кварталів його не переносити", "standing.end",
        needs=("chosen_standing",)),
    ActionSpec("again", "Знову триває", "again", "",
        "Завершений захід знову переноситиметься до наступних кварталів", "standing.resume",
        needs=("chosen_ended",)),
    ActionSpec("leave_out", "Не брати до цього звіту", "leave_out", "Ctrl+Shift+Del",
        "Вилучити вибрані рядки зі звіту; у реєстрі вони лишаться", "inclusion.leave_out",
        needs=("chosen_in_report",)),
    ActionSpec("take_in", "Додати рядки з реєстру…", "take_in", "Ctrl+Shift+R",
        "Узяти до звіту заходи, яких у ньому немає", "inclusion.take_in", needs=("open_report",)),
    ActionSpec("review", "Перевірити звіт", "review", "F7",
        "Знайти у звіті все, що варто виправити перед поданням", "findings.check", "Перевірити",
        needs=("open_report",)),
    ActionSpec("checked", "Позначити як перевірений", "check", "",
        "Звіт переглянуто; перша ж зміна поверне його до чернетки", "submission.mark_checked",
        needs=("draft_report",)),
    ActionSpec("submit", "Позначити як поданий…", "submit", "",
        "Зберегти звіт таким, яким його подано; далі його можна лише переглядати", "submission.submit",
        needs=("open_report",)),
    ActionSpec("reopen", "Повернути до чернетки…", "draft", "",
        "Знову дозволити зміни у звіті", "submission.reopen", "Повернути до чернетки",
        needs=("settled_report",)),
    ActionSpec("compare", "Порівняти з реєстром…", "compare", "",
        "Що змінилося в реєстрі, відколи звіт подано", "submission.compare", "Порівняти з реєстром",
        needs=("submitted",)),
    ActionSpec("links_check", "Перевірити посилання", "link_check", "F8",
        "Запитати через інтернет кожну адресу, про яку ще не відомо, чи вона відкривається", "links.check",
        "Посилання", needs=("linkable",)),
    ActionSpec("links_again", "Перевірити ще раз усі посилання", "again", "",
        "Запитати кожну адресу знову, також ті, що нещодавно відкривалися", "links.check_again",
        needs=("linkable",)),
    ActionSpec("links_mend", "Виправити посилання…", "link", "",
        "Показати всі певні виправлення адрес і зробити позначені одним кроком", "links.repair_all",
        needs=("writable",)),
    ActionSpec("links_drafts", "Заходи з адрес…", "link_rows", "Ctrl+Shift+A",
        "Зробити з кожної вставленої адреси новий захід; назву і дату можна взяти зі сторінки",
        "drafts.begin", needs=("writable",)),
    ActionSpec("links_settings", "Налаштування посилань…", "settings", "",
        "Скільки днів пам'ятати перевірене, які сайти вважати своїми, на що Ви згодні",
        "links.settings", needs=("some",)),
    ActionSpec("links_protocol", "Протокол перевірки посилань…", "export", "",
        "Записати у файл Excel, що знайдено про кожну адресу", "links.protocol", needs=("report",)),
    ActionSpec("court", "Назва суду…", "court", "", "Як суд зветься у заголовку звіту", "steps.edit_court",
        needs=("some",)),
    ActionSpec("reports", "Панель звітів", "panel_left", "Ctrl+1",
        "Показати або сховати список звітів", "view.toggle_reports", checkable=True, needs=("some",)),
    ActionSpec("editor", "Панель заходу", "panel_right", "Ctrl+2",
        "Показати або сховати редактор заходу", "view.toggle_editor", checkable=True, needs=("some",)),
    ActionSpec("findings", "Панель зауважень", "panel_foot", "Ctrl+3",
        "Показати або сховати зауваження до звіту", "view.toggle_findings", checkable=True,
        needs=("open_report",)),
    ActionSpec("links", "Панель посилань", "link", "Ctrl+5",
        "Показати або сховати посилання звіту чи реєстру", "view.toggle_links", checkable=True,
        needs=("linkable",)),
    ActionSpec("pane", "До наступної частини вікна", "register", "F6",
        "Перейти від списку звітів до таблиці, редактора і назад", "view.next_pane", needs=("some",)),
    ActionSpec("layout", "Звичайний вигляд", "restore", "",
        "Повернути звичні ширини панелей і колонок", "view.reset_layout", needs=("some",)),
    ActionSpec("manual", "Посібник", "manual", "F1",
        "Як зробити те, що потрібно: за завданнями, з картинками", "help.manual"),
    ActionSpec("keys", "Сполучення клавіш", "keys", "Ctrl+F1", "Усі клавіші програми", "help.keys"),
    ActionSpec("about", "Про програму", "info", "", "Версії програми і місце даних", "help.about"),
)  # fmt: skip

#: Parts two groups of a menu.
SPLIT = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&Файл", ("import", "export", SPLIT, "save", "backup", "folder", SPLIT, "exit")),
    ("&Правка", ("undo", "redo", SPLIT, "cut", "copy", "copy_rows", "paste", "paste_rows", SPLIT,
        "add", "duplicate", "delete", "restore", SPLIT, "repeat", "row_up", "row_down", SPLIT,
        "find", "replace", SPLIT,
        "previous", "next", "phrase", "history")),
    ("&Звіт", ("quarter", "period", SPLIT, "take_in", "leave_out", SPLIT, "end", "again", SPLIT,
        "review", "checked", "submit", "reopen", "compare", SPLIT, "court")),
    ("По&силання", ("links_check", "links_again", SPLIT, "links_mend", SPLIT, "links_drafts", SPLIT,
        "links_protocol", "links_settings")),
    ("Дов&ідники", ("defaults", "outlets")),
    ("&Вигляд", ("reports", "editor", "findings", "links", "pane", SPLIT,
        "filter", "unfilter", "sort", SPLIT, "compact", "layout")),
    ("&Довідка", ("manual", "keys", SPLIT, "about")),
)  # fmt: skip
#: The menu of a row in the table.
ROW_MENU: tuple[str, ...] = (
    "cut", "copy", "copy_rows", "paste", "paste_rows", SPLIT,
    "add", "duplicate", "delete", "restore", SPLIT, "repeat", "row_up", "row_down", "filter", SPLIT,
    "history", SPLIT, "end", "again", "leave_out",
)  # fmt: skip
#: The menu of a report in the list of places.
REPORT_MENU: tuple[str, ...] = (
    "export", SPLIT, "take_in", SPLIT, "checked", "submit", "reopen", "compare",
)  # fmt: skip
TOOLBAR: tuple[str, ...] = (
    "add", "delete", SPLIT, "undo", "redo", SPLIT, "quarter", "review", "links_check", SPLIT,
    "import", "export",
)  # fmt: skip
