"""What the panel and the status line say about the findings."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.model import Finding
from ui import wording
from ui.findings.checker import Checker, Standing
from ui.register.marks import tally

_AGAIN = "Перевірити звіт знову: F7."


def heading(checker: Checker) -> str:
    """What stands over the list."""
    told = tally(checker.findings)
    if checker.standing is Standing.AGED:
        return f"Зауваження: {told or 'немає'} · звіт відтоді змінено"
    if checker.standing is Standing.HERE:
        return f"Зауваження: {told}" if told else "Зауважень немає"
    return {
        Standing.COMING: "Перевіряю…",
        Standing.STOPPED: "Перевірку зупинено",
        Standing.FAILED: "Не вдалося перевірити звіт",
    }.get(checker.standing, "Зауваження")


def hint(checker: Checker) -> str:
    """What stands in the list's place while it is empty."""
    if checker.standing is Standing.LARGE:
        number = wording.rows(len(checker.rows))
        return f"У звіті {number}: такий великий перевіряється на Ваше прохання — «Перевірити» вгорі або F7."
    if checker.standing in (Standing.STOPPED, Standing.FAILED):
        return _AGAIN
    if checker.standing is Standing.NOWHERE:
        return "Зауваження шукають у звіті, який ще не подано: виберіть його ліворуч."
    if checker.standing is Standing.COMING:
        return ""
    if checker.findings:
        return "Серед того, що вибрано в «Показ», зауважень немає."
    if checker.hidden:
        return f"Приховано Вами: {len(checker.hidden)}; побачити їх можна через «Показ»."
    return "Усе гаразд: у звіті немає чого виправляти."


def answer(checker: Checker) -> str:
    """What the status line says once a check that the user asked for is done."""
    if checker.standing is not Standing.HERE:
        return heading(checker)
    return f"Перевірено {wording.rows(len(checker.rows))}: {tally(checker.findings) or 'зауважень немає'}"


def step(findings: Sequence[Finding]) -> str:
    """The name of the step that repairs these findings, for undo and history."""
    from courtcomms.review.titles import RULE_TITLES

    codes = {finding.code for finding in findings}
    number = wording.counted(len(findings), "зауваження", "зауваження", "зауважень")
    if len(codes) > 1:
        return f"Виправлення: {number}"
    title = RULE_TITLES.get(codes.pop(), "зауваження")
    return f"Виправлення: {title}" if len(findings) == 1 else f"Виправлення: {title} ({len(findings)})"
