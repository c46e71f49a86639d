"""The statistics as four CSV tables: classes, images, boxes, days."""

from __future__ import annotations

from pathlib import Path

from wsl_annotator.core.records import BoxState
from wsl_annotator.formats.tables_csv import write_table
from wsl_annotator.workflow.statistics import BoxWork, ClassWork, Statistics

_STATES = (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.REJECTED, BoxState.DRAWN)
_CLASS_HEADER = (
    "class",
    "images",
    *(state.value for state in _STATES),
    "imported",
    "acceptance",
    "usable",
    "mean_iou",
    "mean_correction",
    "active_seconds",
    *(f"median_seconds_{state.value}" for state in _STATES),
)
_BOX_HEADER = (
    *("image", "box_id", "class", "state", "source", "x1", "y1", "x2", "y2"),
    *("proposed_x1", "proposed_y1", "proposed_x2", "proposed_y2", "score", "threshold", "model"),
    *("iou", "correction", "active_seconds"),
)


def write_statistics(statistics: Statistics, folder: Path) -> tuple[Path, ...]:
    """Write `classes.csv`, `images.csv`, `boxes.csv` and `days.csv`, and return their paths.

    Raises:
        FormatError: a file cannot be written.
    """
    classes, images, boxes, days = (folder / f"{name}.csv" for name in ("classes", "images", "boxes", "days"))
    write_table(classes, _CLASS_HEADER, map(_class_row, statistics.classes))
    write_table(
        images,
        ("image", "status", "boxes", "active_seconds"),
        ((work.path, work.status.value, work.boxes, _rounded(work.seconds)) for work in statistics.images),
    )
    write_table(boxes, _BOX_HEADER, map(_box_row, statistics.boxes))
    write_table(days, ("day", "active_seconds"), ((day, _rounded(s)) for day, s in statistics.days.items()))
    return classes, images, boxes, days


def _class_row(work: ClassWork) -> tuple[object, ...]:
    return (
        work.name,
        work.images,
        *(work.states.get(state, 0) for state in _STATES),
        work.imported,
        _rounded(work.acceptance, 4),
        _rounded(work.usable, 4),
        _rounded(work.mean_iou, 4),
        _rounded(work.mean_correction, 4),
        _rounded(work.seconds),
        *(_rounded(work.seconds_a_box.get(state)) for state in _STATES),
    )


def _box_row(work: BoxWork) -> tuple[object, ...]:
    record, origin = work.record, work.record.origin
    proposed = (None,) * 4 if origin.proposed is None else origin.proposed.xyxy
    return (
        *(work.image, record.id, work.class_name, record.state.value, origin.source),
        *record.box.xyxy,
        *proposed,
        *(origin.score, origin.threshold, origin.model),
        *(_rounded(work.iou, 4), _rounded(work.correction, 4), _rounded(work.seconds)),
    )


def _rounded(value: float | None, digits: int = 2) -> float | None:
    return None if value is None else round(value, digits)
