"""What is asked while one types: counts, completion, finding, outlets, and the memory of orders."""

import pytest

from courtcomms.errors import BadInput, Conflict, Missing
from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.progress import Cancelled, Progress
from courtcomms.store import CellEdit, Counts, EventQuery, Outlet, Register

Q3 = Period.quarter(2021, 3)
ALL = EventQuery(1)


def test_counts_tell_the_register_and_the_trash(register, add):
    ids = [add(title=str(number)) for number in range(5)]
    changes = register.trash_events(ids[:2])
    assert register.counts(1) == Counts(3, 2)
    register.revert(changes.step_id)
    assert register.counts(1) == Counts(5, 0)
    assert register.counts(2) == Counts()


def test_an_order_is_not_remembered_over_a_change_of_another_window(register, add, file, shown):
    add(title="перший")
    assert shown() == ["перший"]
    with Register.open(file) as other:
        other.add_event(1, Cells(title="другий"))
    assert shown() == ["перший", "другий"]


def test_a_search_of_many_events_keeps_their_order(register, shown):
    rows = [Cells(title=f"лекція {number:05}", date=f"{30 - number % 28}.08.2021") for number in range(700)]
    register.add_rows(1, Q3, rows, label="Імпорт")
    ordered = shown()
    assert shown(search="лекц") == ordered
    assert shown(search="лекц 0001") == [title for title in ordered if title.startswith("лекція 0001")]
    assert set(shown(search="лекц", period=Q3)) == set(ordered)


class TestSuggestions:
    def test_the_frequent_come_first_then_the_recent(self, register, add):
        for text in ["Учні", "Студенти", "Учні", "Учні ліцею", "Студенти", "Учні", "Умільці"]:
            add(audience=text)
        assert register.suggestions(1, Column.AUDIENCE, "у") == ("Учні", "Умільці", "Учні ліцею")
        assert register.suggestions(1, Column.AUDIENCE, "", limit=2) == ("Учні", "Студенти")

    @pytest.mark.parametrize("typed", ["лиц", "УЧНІ лиц", "ґімн", "гiмн", "лицею учн", "«лиц"])
    def test_any_beginning_of_a_word_counts_in_any_manner(self, register, add, typed):
        add(audience="Учні лицею та ґімназії")
        assert register.suggestions(1, Column.AUDIENCE, typed) == ("Учні лицею та ґімназії",)

    def test_what_is_typed_already_what_is_blank_and_what_was_thrown_away_is_not_offered(self, register, add):
        add(audience="Учні")
        add(audience="–")
        register.trash_events([add(audience="Учнівство")])
        assert register.suggestions(1, Column.AUDIENCE, "Учні") == ()
        assert register.suggestions(1, Column.AUDIENCE, "") == ("Учні",)
        assert register.suggestions(1, Column.AUDIENCE, "колядники") == ()

    def test_ways_of_typing_one_text_are_one_the_latest(self, register, add):
        for text in ["прес-секретар", "Прес-секретар", "Помічник"]:
            add(responsible=text)
        assert register.suggestions(1, Column.RESPONSIBLE, "прес") == ("Прес-секретар",)

    def test_columns_without_keys_offer_the_latest_cells(self, register, add):
        for text in ["постійно", "щомісяця", "постійно", "13.08.2021"]:
            add(date=text)
        assert register.suggestions(1, Column.DATE, "") == ("постійно", "13.08.2021", "щомісяця")
        assert register.suggestions(1, Column.DATE, "щом") == ("щомісяця",)

    def test_media_offers_outlets_named_entered_and_known(self, register, add):
        add(media="газета «Вісті Придніпровʼя»")
        add(media="«Вісник громади»\nhttps://visnyk.example.ua/1")
        register.set_outlet("visti.example.ua", "Вістовий")
        offered = register.suggestions(1, Column.MEDIA, "віс")
        assert offered == ("Вісник громади", "Вісті Придніпровʼя", "Вістовий")
        assert register.suggestions(1, Column.MEDIA, "укрінф") == ("Укрінформ",)


class TestFinding:
    def test_only_the_chosen_columns_of_the_query_count(self, register, add):
        one = add(title="Суд’я", goal="-")
        two = add(title="-", goal="суд'я")
        assert register.find_text(ALL, [Column.TITLE], "суд'я") == (one,)
        assert register.find_text(ALL, [Column.TITLE, Column.GOAL], "уд'я") == (one, two)
        assert register.find_text(ALL, [Column.TITLE, Column.GOAL], "суд'я", match_case=True) == (two,)
        assert register.find_text(ALL, [Column.TITLE], "уд", whole_words=True) == ()
        assert register.find_text(EventQuery(1, period=Q3), [Column.TITLE], "суд") == ()
        assert register.find_text(ALL, [], "суд") == register.find_text(ALL, [Column.TITLE], "") == ()

    def test_it_tells_how_far_it_is_and_can_be_stopped(self, register):
        register.add_rows(1, Q3, [Cells(title="суд")] * 1200, label="Імпорт")
        told = []
        found = register.find_text(
            ALL, [Column.TITLE], "суд", progress=Progress(lambda done, total: told.append((done, total)))
        )
        assert len(found) == 1200
        assert told == [(0, 1200), (500, 1200), (1000, 1200)]
        with pytest.raises(Cancelled):
            register.find_text(ALL, [Column.TITLE], "суд", progress=Progress(cancelled=lambda: True))


class TestManyCells:
    def test_they_are_one_step(self, register, add, shown):
        ids = [add(title=f"захід {number}", goal="мета") for number in range(3)]
        edits = [CellEdit(ids[0], column, "нове", 1) for column in (Column.TITLE, Column.GOAL)]
        edits += [CellEdit(id_, Column.TITLE, "нове", 1) for id_ in ids[1:]]
        changes = register.set_cells(edits, label="Заміна: 4 клітинки")
        assert (changes.label, changes.events) == ("Заміна: 4 клітинки", tuple(ids))
        assert shown(search="нове") == ["нове"] * 3
        assert {event.version for event in register.events(ids)} == {2}
        register.revert(changes.step_id)
        assert shown() == ["захід 0", "захід 1", "захід 2"]

    def test_all_or_none(self, register, add, shown):
        one, two = add(title="один"), add(title="два")
        register.set_cell(two, Column.GOAL, "чуже", version=1)
        with pytest.raises(Conflict):
            register.set_cells([CellEdit(id_, Column.TITLE, "нове", 1) for id_ in (one, two)])
        with pytest.raises(Missing):
            register.set_cells([CellEdit(one, Column.TITLE, "нове", 1), CellEdit(99, Column.TITLE, "x", 1)])
        assert shown() == ["один", "два"]

    def test_the_same_texts_change_nothing_and_columns_name_the_step(self, register, add):
        event = add(title="один", goal="мета")
        assert not register.set_cells([CellEdit(event, Column.TITLE, "один", 1)])
        assert not register.set_cells([])
        edits = [CellEdit(event, column, "нове", 1) for column in (Column.TITLE, Column.GOAL)]
        assert register.set_cells(edits).label == "Зміна: Назва (вид) заходу, Комунікаційна ціль"


class TestOutlets:
    def test_names_are_learned_from_cells_that_hold_name_and_address(self, register, add):
        for number in range(2):
            add(media=f"«Вісник»\nhttps://www.visnyk.example.ua/{number}")
        add(media="«Вісничок»\nhttps://visnyk.example.ua/9")
        add(media="https://visnyk.example.ua/10")
        assert register.outlets() == (Outlet("visnyk.example.ua", "Вісник", uses=3),)
        assert register.outlet_name("http://m.visnyk.example.ua/news") == "Вісник"
        assert register.outlet_name("https://kyiv.visnyk.example.ua/") == "Вісник"
        assert register.outlet_name("https://other.example.ua/") is None
        assert register.outlet_name("не адреса") is None

    def test_what_was_thrown_away_taken_back_or_retyped_teaches_nothing(self, register, add):
        media = "«Вісник»\nhttps://visnyk.example.ua/1"
        trashed, retyped = add(media=media), add(media=media)
        step = register.add_event(1, Cells(media=media)).step_id
        register.trash_events([trashed])
        register.set_cell(retyped, Column.MEDIA, "-", version=1)
        assert register.outlets()[0].uses == 1
        register.revert(step)
        assert register.outlets() == ()

    def test_the_users_own_name_wins_and_each_change_is_a_step(self, register, add):
        add(media="«Вісник»\nhttps://visnyk.example.ua/1")
        first = register.set_outlet("https://www.visnyk.example.ua/about", "  Вісник   громади ")
        assert register.outlets() == (Outlet("visnyk.example.ua", "Вісник громади", own=True, uses=1),)
        second = register.set_outlet("visnyk.example.ua", "Наш вісник")
        assert register.outlet_name("visnyk.example.ua/2") == "Наш вісник"
        for changes, name in ((second, "Вісник громади"), (first, "Вісник")):
            register.revert(changes.step_id)
            assert register.outlet_name("visnyk.example.ua/2") == name

    def test_removing_gives_the_learned_name_back_then_offers_nothing(self, register, add):
        add(media="«Вісник»\nhttps://visnyk.example.ua/1")
        register.set_outlet("visnyk.example.ua", "Наш вісник")
        register.remove_outlet("visnyk.example.ua")
        assert register.outlet_name("visnyk.example.ua") == "Вісник"
        changes = register.remove_outlet("visnyk.example.ua")
        assert register.outlet_name("visnyk.example.ua") is None
        assert register.outlets() == ()
        with pytest.raises(Missing):
            register.remove_outlet("visnyk.example.ua")
        register.revert(changes.step_id)
        assert register.outlet_name("visnyk.example.ua") == "Вісник"

    def test_well_known_media_are_offered_last(self, register, add):
        assert register.outlet_name("https://www.ukrinform.ua/1") == "Укрінформ"
        assert register.outlet_name("https://kyiv.suspilne.media/1") == "Суспільне"
        assert register.outlets() == ()
        add(media="«Укрінформ, стрічка»\nhttps://www.ukrinform.ua/2")
        assert register.outlet_name("https://www.ukrinform.ua/1") == "Укрінформ, стрічка"
        register.remove_outlet("zn.ua")
        assert register.outlet_name("zn.ua") is None

    def test_a_page_on_a_shared_host_has_its_own_name_and_the_host_none(self, register, add):
        add(media="«Вісті міста»\nhttps://www.facebook.com/visti.misto/posts/1")
        assert register.outlet_name("https://facebook.com/visti.misto/photos/2") == "Вісті міста"
        assert register.outlet_name("https://facebook.com/inshi/posts/2") is None

    @pytest.mark.parametrize(
        ("domain", "name", "told"),
        [
            ("вісник", "Вісник", "не схоже"),
            ("youtu.be/1", "Вісник", "не схоже"),
            ("visnyk.ua", " ", "порожня"),
        ],
    )
    def test_what_cannot_be_entered_is_told(self, register, domain, name, told):
        with pytest.raises(BadInput, match=told):
            register.set_outlet(domain, name)
        assert register.outlets() == ()
