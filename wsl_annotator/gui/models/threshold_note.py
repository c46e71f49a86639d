"""What a class row says of its threshold: who set it, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wsl_annotator.core.records import ClassRecord
from wsl_annotator.workflow.calibrate import LEAST_BOXES, ClassFit
from wsl_annotator.workflow.threshold_origin import SetBy, ThresholdOrigin, is_persons


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdNote:
    """The note of one class.

    Attributes:
        by: who set the threshold; None at the cold start.
        boxes: that stand behind it.
        low: lower end of what other draws of these images would have chosen.
        high: their upper end.
        suggestion: a threshold that fits the person's boxes better than the one that they chose; else None.
        suggested_boxes: that stand behind the suggestion.
    """

    by: SetBy | None = None
    boxes: int = 0
    low: float = 0.0
    high: float = 0.0
    suggestion: float | None = None
    suggested_boxes: int = 0


NO_NOTE = ThresholdNote()


def notes_of(
    records: Iterable[ClassRecord], origins: Mapping[int, ThresholdOrigin], fits: Mapping[int, ClassFit]
) -> dict[int, ThresholdNote]:
    """Return the notes by class id.

    Args:
        records: the classes.
        origins: of their thresholds, as stored.
        fits: the newest fit of a class, where there is one.
    """
    return {record.id: _note(record, origins.get(record.id), fits.get(record.id)) for record in records}


def _note(record: ClassRecord, origin: ThresholdOrigin | None, fit: ClassFit | None) -> ThresholdNote:
    if not is_persons(record, origin):
        if origin is None:
            return NO_NOTE
        return ThresholdNote(by=origin.by, boxes=origin.boxes, low=origin.low, high=origin.high)
    if fit is None or fit.judged < LEAST_BOXES or fit.current != record.threshold or fit.chosen == fit.current:
        return ThresholdNote(by="person")
    return ThresholdNote(by="person", suggestion=fit.chosen, suggested_boxes=fit.boxes)
