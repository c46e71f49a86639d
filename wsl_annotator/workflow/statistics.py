"""What people did with the proposals of a project, how long it took, and what it saved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord, ImageStatus
from wsl_annotator.core.words import phrase
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS, Costs
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.project import Project

ENOUGH_DRAWN = 5
"""Boxes that a person must have drawn from nothing before their own time for it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxWork:
    """One box that a person owns.

    Attributes:
        record: the box.
        image: path of its image.
        class_name: its class.
        iou: of the proposal with the final box; None where there was no proposal.
        correction: L1 length of the four edges' moves over the final box's diagonal; None likewise.
        seconds: of active time on it; None where none was measured (an import, an older project).
    """

    record: BoxRecord
    image: str
    class_name: str
    iou: float | None
    correction: float | None
    seconds: float | None

    @property
    def imported(self) -> bool:
        """Whether it came from a file: nobody worked on it here."""
        return self.record.origin.source.startswith("import")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWork:
    """The work on one class. Shares and means are None where nothing stands behind them.

    Attributes:
        name: of the class.
        images: with a positive label.
        states: boxes by state, imported ones left out.
        imported: boxes that came from files.
        acceptance: accepted proposals over judged ones (accepted, adjusted, rejected).
        usable: accepted and adjusted ones over judged ones.
        mean_iou: of the proposal with the final box, over accepted and adjusted ones.
        mean_correction: see `BoxWork.correction`, over adjusted ones.
        seconds: of active time on boxes of the class, deleted ones and labels among it.
        seconds_a_box: median active seconds of a box by state, measured ones only.
        measured_boxes: final boxes (accepted, adjusted, drawn) whose time was measured.
    """

    name: str
    images: int
    states: Mapping[BoxState, int]
    imported: int
    acceptance: float | None
    usable: float | None
    mean_iou: float | None
    mean_correction: float | None
    seconds: float
    seconds_a_box: Mapping[BoxState, float]
    measured_boxes: int

    @property
    def final(self) -> int:
        """Boxes that were made here and will be exported."""
        return sum(self.states.get(state, 0) for state in (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageWork:
    """The work on one image: path, status, boxes made here, active seconds in all."""

    path: str
    status: ImageStatus
    boxes: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What proposals saved against drawing every box.

    Attributes:
        boxes: final boxes with measured time.
        spent_s: active seconds on them and on rejected proposals of their classes.
        drawing_s: seconds an object that is drawn without a proposal.
        source: where `drawing_s` comes from.
    """

    boxes: int
    spent_s: float
    drawing_s: float
    source: str

    @property
    def estimate_s(self) -> float:
        """Seconds that drawing all of them would have taken."""
        return self.boxes * self.drawing_s

    @property
    def share(self) -> float | None:
        """The part of the estimate that was saved; negative where proposals cost time; None without boxes."""
        return 1.0 - self.spent_s / self.estimate_s if self.boxes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Everything that the statistics page shows.

    Attributes:
        classes: by id.
        images: by id, those with any work or a status.
        boxes: by image and id.
        days: ISO date (UTC) -> active seconds.
        statuses: number of images by status.
        seconds: of active time in all.
        savings: one for each way to price the drawing of a box.
    """

    classes: tuple[ClassWork, ...]
    images: tuple[ImageWork, ...]
    boxes: tuple[BoxWork, ...]
    days: Mapping[str, float]
    statuses: Mapping[ImageStatus, int]
    seconds: float
    savings: tuple[Saving, ...]


def collect_statistics(project: Project, *, costs: Costs = DEFAULT_COSTS) -> Statistics:
    """Return what was done in a project so far.

    Args:
        project: open, perhaps read-only.
        costs: the constants of the estimate.
    """
    classes = {record.id: record for record in project.classes()}
    images = {record.id: record for record in project.images()}
    activity = list(project.activity())
    seconds = _seconds_by_box(activity)
    boxes = tuple(
        _box_work(record, images[record.image_id].path, classes[record.class_id].name, seconds.get(record.id))
        for record in project.all_boxes()
    )
    by_image: dict[int, float] = defaultdict(float)
    by_class: dict[int, float] = defaultdict(float)
    of_class: dict[int, list[BoxWork]] = defaultdict(list)
    for work in boxes:
        of_class[work.record.class_id].append(work)
    days: dict[str, float] = defaultdict(float)
    for span in activity:
        by_image[span.image_id] += span.seconds
        if span.class_id is not None:
            by_class[span.class_id] += span.seconds
        days[span.at[:10]] += span.seconds
    made = Counter(work.record.image_id for work in boxes if not work.imported and _is_final(work))
    positives = Counter(
        class_id
        for labels in project.all_labels().values()
        for class_id, state in labels.items()
        if state is LabelState.POSITIVE
    )
    return Statistics(
        classes=tuple(
            _class_work(record, of_class[record.id], images=positives[record.id], seconds=by_class[record.id])
            for record in classes.values()
        ),
        images=tuple(
            ImageWork(path=record.path, status=record.status, boxes=made[record.id], seconds=by_image[record.id])
            for record in images.values()
            if by_image[record.id] or made[record.id] or record.status is not ImageStatus.UNTOUCHED
        ),
        boxes=boxes,
        days=dict(sorted(days.items())),
        statuses=Counter(record.status for record in images.values()),
        seconds=sum(by_image.values()),
        savings=_savings(boxes, costs),
    )


def _is_final(work: BoxWork) -> bool:
    return work.record.state in (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN)


def _seconds_by_box(activity: Iterable[Activity]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for span in activity:
        if span.box_id is not None:
            found[span.box_id] += span.seconds
    return found


def _box_work(record: BoxRecord, image: str, class_name: str, seconds: float | None) -> BoxWork:
    proposed = record.origin.proposed
    return BoxWork(
        record=record,
        image=image,
        class_name=class_name,
        iou=None if proposed is None else _iou(proposed, record.box),
        correction=None if proposed is None else _correction(proposed, record.box),
        seconds=seconds,
    )


def _iou(one: Box, other: Box) -> float:
    width = min(one.x2, other.x2) - max(one.x1, other.x1)
    height = min(one.y2, other.y2) - max(one.y1, other.y1)
    common = max(width, 0.0) * max(height, 0.0)
    return common / (one.area + other.area - common)


def _correction(proposed: Box, final: Box) -> float:
    moved = sum(abs(a - b) for a, b in zip(proposed.xyxy, final.xyxy, strict=True))
    return moved / float((final.width**2 + final.height**2) ** 0.5)


def _class_work(record: ClassRecord, boxes: list[BoxWork], *, images: int, seconds: float) -> ClassWork:
    here = [work for work in boxes if not work.imported]
    states = Counter(work.record.state for work in here)
    judged = states[BoxState.ACCEPTED] + states[BoxState.ADJUSTED] + states[BoxState.REJECTED]
    times: dict[BoxState, list[float]] = defaultdict(list)
    for work in here:
        if work.seconds is not None:
            times[work.record.state].append(work.seconds)
    kept = [work for work in here if work.record.state in (BoxState.ACCEPTED, BoxState.ADJUSTED)]
    adjusted = [work for work in kept if work.record.state is BoxState.ADJUSTED]
    return ClassWork(
        name=record.name,
        images=images,
        states=states,
        imported=len(boxes) - len(here),
        acceptance=states[BoxState.ACCEPTED] / judged if judged else None,
        usable=len(kept) / judged if judged else None,
        mean_iou=_mean(work.iou for work in kept),
        mean_correction=_mean(work.correction for work in adjusted),
        seconds=seconds,
        seconds_a_box={state: median(values) for state, values in times.items()},
        measured_boxes=sum(1 for work in here if work.seconds is not None and _is_final(work)),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _savings(boxes: Iterable[BoxWork], costs: Costs) -> tuple[Saving, ...]:
    """Return the savings against published times of drawing, and against the person's own where there is one."""
    timed = [work for work in boxes if not work.imported and work.seconds is not None]
    final = sum(1 for work in timed if _is_final(work))
    spent = sum(work.seconds or 0.0 for work in timed)
    prices = [
        (costs.draw_s, phrase("Papadopoulos et al. 2017, extreme clicking")),
        (ILSVRC_DRAW_S, phrase("Su et al. 2012, protocol of ILSVRC")),
    ]
    own = [work.seconds for work in timed if work.record.origin.source == "drawn" and work.seconds is not None]
    if len(own) >= ENOUGH_DRAWN:
        prices.append((median(own), phrase(f"own median over {len(own)} boxes drawn here")))
    return tuple(
        Saving(boxes=final, spent_s=spent, drawing_s=price, source=source) for price, source in prices if price
    )


ILSVRC_DRAW_S = 25.5
"""Seconds a box, see `Costs.draw_s`."""
