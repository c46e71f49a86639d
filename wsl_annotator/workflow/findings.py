"""What a check of the installation or a project found, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One answer.

    Attributes:
        check: what was looked at.
        verdict: `warn` where something works less well, `fail` where something does not work at all.
        text: what was found.
        remedy: what to do; empty where all is well.
    """

    check: str
    verdict: Verdict
    text: str
    remedy: str = ""


def worst(findings: list[Finding]) -> Verdict:
    """Return the gravest verdict."""
    order = [Verdict.OK, Verdict.WARN, Verdict.FAIL]
    return max((finding.verdict for finding in findings), key=order.index, default=Verdict.OK)
