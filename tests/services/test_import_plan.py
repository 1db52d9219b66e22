"""What an import would do: marks, proposals, wishes, batches."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from import_year import FORM, NAME, document

from courtcomms.errors import Conflict, Frozen
from courtcomms.importing import ImportedDocument
from courtcomms.model import Anchor, Cells, Column, Court, CourtName, ReportState
from courtcomms.period import Period
from courtcomms.services import (
    Decision,
    ImportWishes,
    RowMark,
    apply_imports,
    only_court,
    plan_imports,
    report_events,
    submit_report,
)
from courtcomms.store import EventDetails, EventQuery, Register

NOTHING = ImportWishes()
Q1, Q2, Q3, Q4 = (Period.quarter(2025, quarter) for quarter in (1, 2, 3, 4))
LIVE = Cells(
    title="Наповнення актуальною інформацією офіційного вебсайту суду",
    goal="Громадяни мають знати про діяльність суду",
    date="на постійній основі (з 25.06.2018)",
    participants="10",
)
ONCE = Cells(title="Екскурсія для школярів", goal="Правова просвіта", date="12.02.2025", participants="25")


@pytest.fixture
def register(tmp_path: Path):
    with Register.open(tmp_path / "register.sqlite3", who="Олена") as register:
        yield register


def bring(register: Register, *documents: ImportedDocument, wishes: ImportWishes = NOTHING) -> int:
    return apply_imports(register, plan_imports(register, documents, wishes), {}, FORM).step_id


def marks(register: Register, *documents: ImportedDocument, wishes: ImportWishes = NOTHING):
    plan = plan_imports(register, documents, wishes)
    return [(row.mark, row.decision) for report in plan.reports for row in report.rows]


NEW, SAME, CHANGED = RowMark.NEW, RowMark.SAME, RowMark.CHANGED
ADD, JOIN, SKIP = Decision.ADD, Decision.JOIN, Decision.SKIP


def test_planning_writes_nothing(register: Register) -> None:
    plan = plan_imports(register, [document([LIVE, ONCE])])
    assert [(row.mark, row.decision, row.match) for row in plan.reports[0].rows] == [(NEW, ADD, None)] * 2
    assert plan.reports[0].new_court
    assert (register.courts(), register.last_step()) == ((), 0)


def test_rows_of_the_same_report(register: Register) -> None:
    """The same cells, some others, another event of the same words: the number never counts."""
    bring(register, document([LIVE, ONCE]))
    rows = [
        replace(LIVE, number="17"),
        replace(ONCE, participants="52"),
        replace(ONCE, date="19.02.2025"),
    ]
    plan = plan_imports(register, [document(rows)]).reports[0]
    assert [(row.mark, row.decision) for row in plan.rows] == [(SAME, SKIP), (CHANGED, SKIP), (NEW, ADD)]
    changed = plan.rows[1]
    assert changed.differences == (Column.PARTICIPANTS,)
    assert changed.match is not None
    assert (changed.match.cells, changed.match.own_report) == (ONCE, True)


def test_a_hidden_link_that_leads_elsewhere_is_a_difference(register: Register) -> None:
    linked = replace(
        ONCE, site_links="новина", anchors=(Anchor(Column.SITE_LINKS, "новина", "https://a.ua/1"),)
    )
    bring(register, document([linked]))
    moved = replace(linked, anchors=(Anchor(Column.SITE_LINKS, "новина", "https://a.ua/2"),))
    row = plan_imports(register, [document([moved])]).reports[0].rows[0]
    assert (row.mark, row.differences) == (CHANGED, (Column.SITE_LINKS,))
    bring(register, document([moved]), wishes=ImportWishes(decisions={(0, 0): JOIN}))
    assert report_events(register, 1, Q1)[0].cells == moved


def test_a_changed_row_is_taken_only_if_the_user_says_so(register: Register) -> None:
    bring(register, document([LIVE, ONCE]))
    changed = document([LIVE, replace(ONCE, participants="52")])
    assert not apply_imports(register, plan_imports(register, [changed]), {}, FORM)
    bring(register, changed, wishes=ImportWishes(decisions={(0, 1): JOIN}))
    assert [event.cells.participants for event in report_events(register, 1, Q1)] == ["10", "52"]
    bring(register, changed, wishes=ImportWishes(decisions={(0, 0): ADD}))
    assert len(report_events(register, 1, Q1)) == 3


def test_twins_in_a_file_are_two_events_and_known_as_two(register: Register) -> None:
    twins = document([ONCE, ONCE])
    bring(register, twins)
    assert len(register.event_ids(EventQuery(1))) == 2
    assert marks(register, twins) == [(SAME, SKIP)] * 2
    assert marks(register, document([ONCE] * 3)) == [(SAME, SKIP), (SAME, SKIP), (NEW, ADD)]


def test_a_standing_event_comes_back_and_takes_the_newest_text(register: Register) -> None:
    bring(register, document([LIVE]))
    later = document([replace(LIVE, participants="20")], Q2)
    plan = plan_imports(register, [later])
    row = plan.reports[0].rows[0]
    assert (row.mark, row.decision, row.differences) == (CHANGED, JOIN, (Column.PARTICIPANTS,))
    assert row.match is not None
    assert (row.match.period, row.match.own_report) == (Q1, False)
    assert plan.also_sent == (Q1,)
    apply_imports(register, plan, {}, FORM)
    (event,) = register.events(register.event_ids(EventQuery(1)))
    assert event.cells.participants == "20"
    first = register.report(1, Q1)
    assert first.state is ReportState.SUBMITTED
    assert set(register.frozen(first.id).files) == {".docx", ".xlsx"}
    assert [one.cells.participants for one in report_events(register, 1, Q1)] == ["10"]


def test_an_older_report_leaves_the_newer_text(register: Register) -> None:
    bring(register, document([replace(LIVE, participants="20")], Q2))
    plan = plan_imports(register, [document([LIVE])], ImportWishes(sent={0: False}))
    assert (plan.reports[0].sent, plan.reports[0].required, plan.also_sent) == (True, True, ())
    apply_imports(register, plan, {}, FORM)
    (event,) = register.events(register.event_ids(EventQuery(1)))
    assert event.cells.participants == "20"
    assert [one.cells.participants for one in report_events(register, 1, Q1)] == ["10"]
    assert register.report(1, Q2).state is ReportState.DRAFT


def test_an_older_report_without_differences_need_not_be_sent(register: Register) -> None:
    bring(register, document([LIVE], Q2))
    usual = plan_imports(register, [document([LIVE])]).reports[0]
    wished = plan_imports(register, [document([LIVE])], ImportWishes(sent={0: False})).reports[0]
    assert (usual.sent, usual.required, wished.sent) == (True, False, False)


def test_a_dated_event_of_another_quarter_is_another_one(register: Register) -> None:
    bring(register, document([ONCE]))
    assert marks(register, document([replace(ONCE, date="14.05.2025")], Q2)) == [(NEW, ADD)]
    assert marks(register, document([ONCE], Q2)) == [(SAME, JOIN)]


def test_what_is_not_sure_is_offered_with_its_name(register: Register) -> None:
    bring(register, document([LIVE]))
    reworded = replace(LIVE, title=LIVE.title.replace("актуальною", "важливою"))
    asked = document([reworded], Q2)
    row = plan_imports(register, [asked]).reports[0].rows[0]
    assert (row.mark, row.decision) == (NEW, ADD)
    assert row.match is not None
    assert LIVE.title in row.doubts[-1]
    assert Q1.name in row.doubts[-1]
    bring(register, asked, wishes=ImportWishes(decisions={(0, 0): JOIN}))
    assert len(register.event_ids(EventQuery(1))) == 1


def test_one_of_several_is_asked_for(register: Register) -> None:
    bring(register, document([LIVE]))
    bring(register, document([LIVE], Q2), wishes=ImportWishes(separate=True))
    assert len(register.event_ids(EventQuery(1))) == 2
    row = plan_imports(register, [document([LIVE], Q3)]).reports[0].rows[0]
    assert (row.mark, row.decision) == (NEW, ADD)
    assert "кілька" in row.doubts[-1]


def test_each_event_is_given_to_the_row_that_is_most_like_it(register: Register) -> None:
    grown = replace(LIVE, title=f"{LIVE.title} та архіву новин")
    bring(register, document([LIVE]))
    rows = plan_imports(register, [document([grown, LIVE], Q2)]).reports[0].rows
    assert [(row.mark, row.decision) for row in rows] == [(NEW, ADD), (SAME, JOIN)]


def test_the_user_may_keep_everything_apart(register: Register) -> None:
    bring(register, document([LIVE]))
    later = document([LIVE], Q2)
    assert marks(register, later, wishes=ImportWishes(separate=True)) == [(SAME, ADD)]
    assert marks(register, later, wishes=ImportWishes(decisions={(0, 0): SKIP})) == [(SAME, SKIP)]
    assert marks(register, later, wishes=ImportWishes(separate=True, decisions={(0, 0): JOIN})) == [
        (SAME, JOIN)
    ]


def test_rows_that_are_left_out_go_nowhere(register: Register) -> None:
    """Neither as new events nor into the report; rows behind them are still the events they came with."""
    own = replace(ONCE, date="14.05.2025")
    first, second = document([ONCE, LIVE]), document([own, LIVE], Q2, name="б.docx")
    bring(register, first, second, wishes=ImportWishes(decisions={(0, 0): SKIP, (1, 0): SKIP}))
    assert [event.cells for event in register.events(register.event_ids(EventQuery(1)))] == [LIVE]
    assert [len(report_events(register, 1, period)) for period in (Q1, Q2)] == [1, 1]
    bring(register, document([own, LIVE], Q3), wishes=ImportWishes(decisions={(0, 1): SKIP}))
    assert [event.cells for event in report_events(register, 1, Q3)] == [own]


def test_a_wish_that_cannot_be_is_a_new_event(register: Register) -> None:
    assert marks(register, document([LIVE]), wishes=ImportWishes(decisions={(0, 0): JOIN})) == [(NEW, ADD)]


def test_two_documents_for_one_period(register: Register) -> None:
    first, second = (
        document([LIVE, ONCE], name="а.docx"),
        document([replace(LIVE, participants="11"), ONCE], name="б.docx"),
    )
    plan = plan_imports(register, [first, second])
    assert [[(row.mark, row.decision) for row in one.rows] for one in plan.reports] == [
        [(NEW, ADD)] * 2,
        [(CHANGED, SKIP), (SAME, SKIP)],
    ]
    match = plan.reports[1].rows[0].match
    assert match is not None
    assert (match.event_id, match.document, match.row, match.own_report) == (None, 0, 0, True)
    bring(register, first, second, wishes=ImportWishes(decisions={(1, 0): JOIN}))
    assert [event.cells.participants for event in report_events(register, 1, Q1)] == ["11", "25"]


def test_documents_without_period_plans_and_unread_files(register: Register) -> None:
    documents = [
        document([LIVE], None),
        document([LIVE], Q2, kind="plan", name="план.docx"),
        document([ONCE]),
    ]
    plan = plan_imports(register, documents, unread=[("x.pdf", "Не прочитано.")])
    assert (plan.periodless, [report.index for report in plan.reports]) == ((0,), [2])
    assert [name for name, _why in plan.unread] == ["x.pdf", "план.docx"]
    assert "план, а не звіт" in plan.unread[1][1]
    told = plan_imports(register, documents, ImportWishes(periods={0: Q2}, left_out=frozenset({2})))
    assert ([report.index for report in told.reports], told.periodless) == ([0], ())


def test_the_users_period_wins(register: Register) -> None:
    assert plan_imports(register, [document([LIVE])], ImportWishes(periods={0: Q4})).reports[0].period == Q4


def test_a_submitted_report_takes_nothing(register: Register) -> None:
    bring(register, document([LIVE]))
    submit_report(register, register.report(1, Q1), FORM)
    before = register.last_step()
    plan = plan_imports(register, [document([LIVE, ONCE])])
    report = plan.reports[0]
    assert (report.frozen, [row.decision for row in report.rows]) == (True, [SKIP, SKIP])
    assert [row.mark for row in report.rows] == [SAME, NEW]
    assert "Поверніть звіт у роботу" in report.refusal
    with pytest.raises(Frozen, match="нічого не взято"):
        apply_imports(register, plan, {}, FORM)
    both = plan_imports(register, [document([LIVE, ONCE]), document([LIVE], Q2)])
    assert [one.refusal != "" for one in both.reports] == [True, False]
    assert apply_imports(register, both, {}, FORM)
    assert register.last_step() == before + 1


def test_only_a_submitted_report_with_the_same_rows_is_no_refusal(register: Register) -> None:
    bring(register, document([LIVE]))
    submit_report(register, register.report(1, Q1), FORM)
    assert not apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)


def test_another_courts_document_goes_to_the_court_there_is(register: Register) -> None:
    bring(register, document([LIVE]))
    other = CourtName("Інший районний суд", "Іншого районного суду")
    report = plan_imports(register, [document([ONCE], Q2, court=other)]).reports[0]
    assert (report.court, report.other_court, report.new_court) == (only_court(register), other, False)
    assert plan_imports(register, [document([ONCE], Q2, court=None)]).reports[0].other_court is None


def test_a_court_with_nothing_in_it_takes_the_newest_name(register: Register) -> None:
    register.save_court(Court(0, (CourtName("Суд", "Суду"),)))
    renamed = CourtName("Садовий міськрайонний суд", "Садового міськрайонного суду")
    step = bring(register, document([ONCE], Q3, court=renamed), document([LIVE], Q1))
    assert only_court(register).names == (renamed,)
    assert register.frozen(register.report(1, Q1).id).court == renamed
    register.revert(step)
    assert only_court(register).names == (CourtName("Суд", "Суду"),)


def test_what_lies_in_the_trash_is_matched_with_nothing(register: Register) -> None:
    bring(register, document([LIVE]))
    register.trash_events(register.event_ids(EventQuery(1)))
    assert marks(register, document([LIVE])) == [(NEW, ADD)]
    assert marks(register, document([LIVE], Q2)) == [(NEW, ADD)]


def test_a_row_taken_out_of_the_report_comes_back_as_the_same_event(register: Register) -> None:
    bring(register, document([ONCE, LIVE]))
    event = report_events(register, 1, Q1)[1]
    register.set_included(register.report(1, Q1).id, event.id, False)
    assert marks(register, document([ONCE, LIVE])) == [(SAME, SKIP), (SAME, JOIN)]
    bring(register, document([ONCE, LIVE]))
    assert [one.id for one in report_events(register, 1, Q1)][1] == event.id


def test_the_users_own_standing_event_is_found(register: Register) -> None:
    """She has entered it, nobody has reported it, and its date phrase does not tell that it returns."""
    register.save_court(Court(0, (NAME,)))
    own = replace(LIVE, date="протягом кварталу")
    id_ = register.add_event(1, own).created[0]
    register.set_details(id_, EventDetails(standing=True), version=register.events([id_])[0].version)
    row = (
        plan_imports(register, [document([replace(LIVE, date="протягом ІІ кварталу")], Q2)])
        .reports[0]
        .rows[0]
    )
    assert (row.mark, row.decision) == (CHANGED, JOIN)
    assert row.match is not None
    assert (row.match.event_id, row.match.period) == (id_, None)


def test_something_done_meanwhile_that_changes_nothing_is_no_obstacle(register: Register) -> None:
    plan = plan_imports(register, [document([LIVE])])
    register.set_outlet("visti.ua", "Вісті")
    assert apply_imports(register, plan, {}, FORM)


def test_another_window_that_imports_first_makes_the_plan_stale(register: Register) -> None:
    first, second = plan_imports(register, [document([LIVE])]), plan_imports(register, [document([LIVE])])
    apply_imports(register, first, {}, FORM)
    with pytest.raises(Conflict, match="Перегляньте імпорт ще раз"):
        apply_imports(register, second, {}, FORM)
    assert len(register.event_ids(EventQuery(1))) == 1


def test_a_thousand_standing_events_are_searched_by_words_not_one_by_one(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    from courtcomms.services import import_pool

    asked = []

    def counted(one, other):
        asked.append(1)
        return real(one, other)

    real = import_pool.likeness
    monkeypatch.setattr(import_pool, "likeness", counted)
    register.save_court(Court(0, (NAME,)))
    known = [
        replace(
            LIVE,
            title=f"Робота гуртка {number} школи {number % 40} з питань права",
            goal=f"Просвіта {number}",
        )
        for number in range(1000)
    ]
    register.add_rows(1, Q1, known, label="Заповнення")
    plan = plan_imports(register, [document(known[500:560], Q2)])
    assert (plan.joined, len(asked) < 60 * 60) == (60, True)
