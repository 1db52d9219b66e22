"""The foot of the window: its pages, their tabs, the keys to them, what is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import press, settle, trigger
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from ui.main_window import MainWindow
from ui.places import ALL, TRASH


@pytest.fixture
def tabs(window: MainWindow) -> QTabBar:
    return window.panes.foot.findChild(QTabBar)


def test_the_findings_come_first_and_the_links_by_their_key(window: MainWindow) -> None:
    assert window.findings.isVisible()
    assert window.actions_["findings"].isChecked()
    assert not window.actions_["links"].isChecked()
    trigger(window, "links")
    assert window.commands.links.panel.isVisible()
    assert not window.findings.isVisible()
    assert not window.actions_["findings"].isChecked()
    trigger(window, "findings")
    assert window.findings.isVisible()
    assert not window.actions_["links"].isChecked()


def test_the_same_key_hides_the_foot(window: MainWindow) -> None:
    trigger(window, "links")
    trigger(window, "links")
    assert not window.panes.foot.isVisible()
    assert not window.actions_["findings"].isChecked()
    trigger(window, "findings")
    assert window.panes.foot.isVisible()


def test_a_tab_turns_to_its_page(window: MainWindow, tabs: QTabBar) -> None:
    tabs.setCurrentIndex(1)
    settle()
    assert window.commands.links.panel.isVisible()
    assert window.actions_["links"].isChecked()
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Left)
    settle()
    assert window.findings.isVisible()
    assert window.actions_["findings"].isChecked()


def test_the_tab_names_its_number(window: MainWindow, tabs: QTabBar) -> None:
    foot = window.panes.foot
    foot.count("links", 22)
    assert tabs.tabText(1) == "Посилання 22"
    foot.count("links", 0)
    assert tabs.tabText(1) == "Посилання"


def test_f6_goes_to_the_page_that_is_turned_to(window: MainWindow) -> None:
    trigger(window, "links")
    window.page.view.setFocus()
    trigger(window, "pane")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.commands.links.panel.isAncestorOf(focus)


def test_the_whole_register_has_links_and_no_findings(window: MainWindow, tabs: QTabBar) -> None:
    trigger(window, "links")
    window.parts.workspace.go(ALL)
    settle()
    assert window.commands.links.panel.isVisible()
    assert not tabs.isTabEnabled(0)
    window.parts.workspace.go(TRASH)
    settle()
    assert not window.panes.foot.isVisible()
    assert not window.actions_["links"].isEnabled()


def test_the_page_is_remembered(real_window: Callable[..., MainWindow]) -> None:
    first = real_window()
    first.panes.welcome._steps[1].click()
    settle()
    trigger(first, "links")
    first.close()
    first.parts.close()
    again = real_window()
    assert again.panes.page == "links"
    assert again.commands.links.panel.isVisible()
    assert not again.findings.isVisible()
    trigger(again, "layout")
    assert again.findings.isVisible()


def test_a_narrow_foot_has_its_tabs_above(window: MainWindow, tabs: QTabBar) -> None:
    foot, heading = window.panes.foot, window.findings
    assert heading.mapTo(foot, heading.rect().topLeft()).y() < tabs.height()
    window.resize(960, 640)
    settle()
    top = heading.mapTo(foot, heading.rect().topLeft()).y()
    assert top >= tabs.geometry().bottom()
    window.resize(1366, 768)
    settle()
    assert heading.mapTo(foot, heading.rect().topLeft()).y() < tabs.height()


def test_a_page_nobody_wants_to_see_is_made_later(window: MainWindow) -> None:
    assert not window.panes.foot.holds("links")
    trigger(window, "links")
    assert window.panes.foot.holds("links")
