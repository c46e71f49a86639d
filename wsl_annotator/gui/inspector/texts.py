"""What the inspector says of candidates, replays and differences, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.gui.search_words import part_detail, part_place, part_text
from wsl_annotator.localization.grid import NO_CHILD
from wsl_annotator.workflow.trace_compare import Comparison, Difference, Why
from wsl_annotator.workflow.trace_run import ReplayVerdict, TraceRun

CONTEXT = "Inspector"

_STEPS = (
    QT_TRANSLATE_NOOP("Inspector", "drop left column"),
    QT_TRANSLATE_NOOP("Inspector", "drop right column"),
    QT_TRANSLATE_NOOP("Inspector", "drop top row"),
    QT_TRANSLATE_NOOP("Inspector", "drop bottom row"),
)
_SHORT_STEPS = (
    QT_TRANSLATE_NOOP("Inspector", "drop left"),
    QT_TRANSLATE_NOOP("Inspector", "drop right"),
    QT_TRANSLATE_NOOP("Inspector", "drop top"),
    QT_TRANSLATE_NOOP("Inspector", "drop bottom"),
)
_WHOLE = QT_TRANSLATE_NOOP("Inspector", "root")
_KEPT = QT_TRANSLATE_NOOP("Inspector", "● kept")
_PRUNED = QT_TRANSLATE_NOOP("Inspector", "○ pruned")
_EXACT = QT_TRANSLATE_NOOP("Inspector", "✓ Replay exact")
_DIFFERS = QT_TRANSLATE_NOOP("Inspector", "✗ Replay differs")
_PARTS = {
    "heat_map": QT_TRANSLATE_NOOP("Inspector", "heat map"),
    "heat_max": QT_TRANSLATE_NOOP("Inspector", "greatest heat"),
    "point": QT_TRANSLATE_NOOP("Inspector", "point"),
    "boxes": QT_TRANSLATE_NOOP("Inspector", "boxes"),
}
_REPLAY_TIP = QT_TRANSLATE_NOOP(
    "Inspector", "The stored candidates were added up again without a network and compared bit for bit:"
)
_SAME = QT_TRANSLATE_NOOP("Inspector", "{part}: the same bits")
_OTHER = QT_TRANSLATE_NOOP("Inspector", "{part}: other bits")
_WHY = {
    Why.PRUNED: QT_TRANSLATE_NOOP("Inspector", "pruned in the other run"),
    Why.NOT_SCORED: QT_TRANSLATE_NOOP("Inspector", "never scored there in the other run"),
    Why.ENDED: QT_TRANSLATE_NOOP("Inspector", "the other run had ended"),
}
_SAME_BEAMS = QT_TRANSLATE_NOOP("Inspector", "Both runs kept the same boxes at every level.")
_BEAMS_PART = QT_TRANSLATE_NOOP(
    "Inspector", "The beams part at level {level}: {count} boxes were kept by one run alone."
)
_SAME_SCORES = QT_TRANSLATE_NOOP("Inspector", "Boxes that both scored have the same probabilities.")
_OTHER_SCORES = QT_TRANSLATE_NOOP("Inspector", "Probabilities of boxes that both scored differ by at most {gap}.")
_NO_SCORES = QT_TRANSLATE_NOOP("Inspector", "No box was scored by both.")
_OTHER_PARTS = QT_TRANSLATE_NOOP("Inspector", "The two runs searched different parts of the photo.")
_DIFFERENCE = QT_TRANSLATE_NOOP("Inspector", "level {level}, row {row}: kept in {side}, {why}")


def say(text: str) -> str:
    """Return a text of the inspector in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def class_text(run: TraceRun) -> str:
    """Return the class that was searched, and which kind of part was."""
    return ", ".join(filter(None, (run.localization.class_name, part_text(run.scope))))


def detail_text(run: TraceRun) -> str:
    """Return network and settings, and where the part lies that was searched."""
    return " · ".join(filter(None, (run.summary, part_place(run.scope))))


def menu_text(run: TraceRun, when: str) -> str:
    """Return class, part, network, settings and time of a search: no two of a photo are called alike."""
    what = ", ".join(filter(None, (run.localization.class_name, part_detail(run.scope))))
    return " · ".join((what, run.summary, when))


def step_text(trace: SearchTrace, row: int) -> str:
    """Return which sub-grid of its parent a candidate is."""
    child = int(trace.child[row])
    return say(_WHOLE if child == NO_CHILD else _STEPS[child])


def short_step_text(trace: SearchTrace, row: int) -> str:
    """Return the same in two words, for a caption."""
    child = int(trace.child[row])
    return say(_WHOLE if child == NO_CHILD else _SHORT_STEPS[child])


def longest_step_text() -> str:
    """Return the longest name of a sub-grid, for the width of a column."""
    return max((say(step) for step in _STEPS), key=len)


def state_texts() -> tuple[str, str]:
    """Return what `state_text` may say."""
    return say(_KEPT), say(_PRUNED)


def state_text(trace: SearchTrace, row: int) -> str:
    """Return a mark and a word for kept or pruned."""
    return say(_KEPT if trace.kept[row] else _PRUNED)


def size_text(trace: SearchTrace, row: int) -> str:
    """Return the size of a candidate's box in image pixels."""
    x1, y1, x2, y2 = trace.boxes[row]
    return f"{x2 - x1:.0f} × {y2 - y1:.0f}"


def verdict_text(verdict: ReplayVerdict) -> str:
    """Return the badge's text."""
    return say(_EXACT if verdict.exact else _DIFFERS)


def verdict_tip(verdict: ReplayVerdict) -> str:
    """Return what was compared, and how it came out."""
    lines = [say(_REPLAY_TIP)]
    for name, text in _PARTS.items():
        outcome = getattr(verdict, name)
        if outcome is not None:
            lines.append(say(_SAME if outcome else _OTHER).format(part=say(text)))
    return "\n".join(lines)


def comparison_text(comparison: Comparison, scopes: Iterable[SearchScope]) -> str:
    """Return how two runs differ, in a few sentences.

    Args:
        comparison: of their traces.
        scopes: what each of them saw.
    """
    parts = [say(_OTHER_PARTS)] if len({scope.digest for scope in scopes}) > 1 else []
    if comparison.first is None:
        parts.append(say(_SAME_BEAMS))
    else:
        parts.append(say(_BEAMS_PART).format(level=comparison.first.level, count=len(comparison.differences)))
    if not comparison.shared_boxes:
        parts.append(say(_NO_SCORES))
    elif comparison.score_gap > 0:
        parts.append(say(_OTHER_SCORES).format(gap=f"{comparison.score_gap:.2g}"))
    else:
        parts.append(say(_SAME_SCORES))
    return " ".join(parts)


def difference_text(difference: Difference) -> str:
    """Return a difference in one line."""
    return say(_DIFFERENCE).format(
        level=difference.level,
        row=difference.row,
        side="A" if difference.in_first else "B",
        why=say(_WHY[difference.why]),
    )
