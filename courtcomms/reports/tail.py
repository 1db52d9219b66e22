"""What stands under the table, as lines of text for any writer; nothing where it is switched off."""

from __future__ import annotations

from courtcomms.reports.form import Executor, Signatory, SignatureDate


def signature_lines(signatory: Signatory) -> list[str]:
    """The post's lines; the last one goes on with a tab and the name."""
    if not signatory.show or not (signatory.post or signatory.name):
        return []
    *above, last = signatory.post.split("\n")
    return [*above, f"{last}\t{signatory.name}"]


def signed_day(signed: SignatureDate) -> str:
    """«25.05.2025», or nothing."""
    return f"{signed.day:%d.%m.%Y}" if signed.show and signed.day is not None else ""


def executor_lines(executor: Executor) -> list[str]:
    """Who made the report and their phone, a line each."""
    if not executor.show:
        return []
    return [line for line in (executor.name, executor.phone) if line]
