"""Fit the threshold of each class on boxes: a person's in the project, or those of a truth file. Runs no network."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError, StoreError, WslError
from wsl_annotator.core.localization import HeatMap, ScoredBox
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.records import FINAL_STATES, BoxState, ClassRecord, ImageStatus
from wsl_annotator.core.words import phrase
from wsl_annotator.evaluation.calibration import CalibrationRule, HeatSample, ThresholdFit, fit_threshold
from wsl_annotator.evaluation.truth import true_boxes
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.matching import match_images
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.store.edits import Batch, SetThreshold
from wsl_annotator.workflow.review import DEFAULT_EXTRACT
from wsl_annotator.workflow.threshold_origin import ThresholdOrigin, is_persons, read_origins, write_origins

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project
    from wsl_annotator.store.reader import ProjectReader

LEAST_BOXES = 5
"""A class's threshold is moved only once so many boxes stand behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFit:
    """What the boxes say of one class's threshold.

    Attributes:
        class_id: of the class.
        name: of the class.
        current: the threshold in use.
        fit: the best threshold; None where no box lies in an image that was searched for the class.
        judged: accepted and adjusted boxes of the class.
        unsearched: boxes in images that were not searched for the class, which could not be used.
        by_person: whether a person chose the threshold in use.
    """

    class_id: int
    name: str
    current: float
    fit: ThresholdFit | None
    judged: int = 0
    unsearched: int = 0
    by_person: bool = False

    @property
    def boxes(self) -> int:
        """Boxes that stand behind the fit."""
        return 0 if self.fit is None else self.fit.boxes

    @property
    def finds_some(self) -> bool:
        """Whether any threshold proposes a box that fits; where none does, the boxes say nothing of it."""
        return self.fit is not None and self.fit.best.average_precision > 0

    @property
    def chosen(self) -> float:
        """The best threshold, or the one in use where it is as good."""
        return self.fit.best.threshold if self.fit is not None and self.fit.gains else self.current

    @property
    def origin(self) -> ThresholdOrigin:
        """What stands behind `chosen`."""
        if self.fit is None:
            return ThresholdOrigin(by="boxes", value=self.current)
        return ThresholdOrigin(
            by="boxes", value=self.chosen, boxes=self.fit.boxes, low=self.fit.low, high=self.fit.high
        )


@dataclass(frozen=True, slots=True)
class TrueBox:
    """One true box of a class: in which image, where, and whether it counts."""

    image_id: int
    box: Box
    difficult: bool = False
    crowd: bool = False


@dataclass(slots=True)
class KnownBoxes:
    """What is known of the project's images.

    Attributes:
        boxes: class id -> its true boxes.
        finished: images of which every object is known.
        judged: class id -> number of accepted and adjusted boxes.
    """

    boxes: dict[int, list[TrueBox]] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    judged: dict[int, int] = field(default_factory=dict)

    def images_of(self, class_id: int) -> set[int]:
        """Return the images that say something of a class."""
        return self.finished | {true.image_id for true in self.boxes.get(class_id, ())}


def boxes_of_person(project: ProjectReader) -> KnownBoxes:
    """Return the boxes that a person accepted, adjusted or drew, but for skipped images.

    A verified image is finished: what has no box there is wrong. In the others only the boxes themselves are known.
    """
    status = {summary.id: summary.status for summary in project.summaries()}
    known = KnownBoxes(finished={image for image, state in status.items() if state is ImageStatus.VERIFIED})
    for record in project.all_boxes():
        if record.state not in FINAL_STATES or status.get(record.image_id) is ImageStatus.SKIPPED:
            continue
        attributes = record.attributes
        true = TrueBox(record.image_id, record.box, bool(attributes.get("difficult")), bool(attributes.get("iscrowd")))
        known.boxes.setdefault(record.class_id, []).append(true)
        if record.state is not BoxState.DRAWN:
            known.judged[record.class_id] = known.judged.get(record.class_id, 0) + 1
    return known


def boxes_of_truth(project: ProjectReader, truth: ImportSet, *, path: Path, notes: list[str]) -> KnownBoxes:
    """Return the boxes of a truth file for the project's images and classes; of these images all is known.

    Args:
        project: with the images.
        truth: as read.
        path: of the truth, for messages.
        notes: a sentence is added for what was left out.

    Raises:
        FormatError: truth and project have no image or no class in common.
    """
    images = {record.path: record for record in project.images()}
    matched = match_images(truth, {name: (record.width, record.height) for name, record in images.items()})
    if not matched.images:
        raise FormatError(
            f"No image of {path} is among the images that were searched.",
            "File names must agree; is it the truth of other photos?",
        )
    names = {record.name.casefold(): record.id for record in project.classes()}
    known = KnownBoxes(finished={images[image.file_name].id for image in matched.images})
    left: dict[str, None] = {}
    for image in matched.images:
        for box in image.boxes:
            class_id = names.get(box.class_name.casefold())
            if class_id is None:
                left.setdefault(box.class_name)
            elif box.state not in (BoxState.REJECTED, BoxState.PROPOSED):
                flags = bool(box.attributes.get("difficult")), bool(box.attributes.get("iscrowd"))
                known.boxes.setdefault(class_id, []).append(TrueBox(images[image.file_name].id, box.box, *flags))
    if left and not known.boxes:
        raise FormatError(
            f"{path} has boxes of {few(left)} only, which is no class here: {few(names)}.", "Class names must agree."
        )
    if left:
        notes.append(f"Not used, as there is no such class here: {few(left)}.")
    return known


def few(names: Collection[str]) -> str:
    """Return the first names for a sentence."""
    listed = list(names)
    if len(listed) > 6:
        return phrase(f"{', '.join(listed[:6])} and {len(listed) - 6} more")
    return ", ".join(listed) or phrase("none")


def fit_classes(
    project: ProjectReader,
    known: KnownBoxes,
    *,
    class_ids: Sequence[int] | None = None,
    rule: CalibrationRule | None = None,
    newest: int | None = None,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> tuple[ClassFit, ...]:
    """Return what the boxes say of each class's threshold, from the stored heat maps.

    Only images that were searched for a class count for it: where it was found in few others, average precision is
    higher than over all images, but the best threshold is about extent and hardly depends on that.

    Args:
        project: open for reading or editing.
        known: the boxes.
        class_ids: of the classes to fit; None takes all.
        rule: overlap, draws and seed.
        newest: at most so many images, those with the highest ids first; None takes all.
        cancel: seen at every image and threshold.
        progress: told of images read and classes fitted.

    Raises:
        Cancelled: the token was set.
        StoreError: a stored heat map is damaged.
    """
    token = cancel or CancelToken()
    origins = read_origins(project)
    records = [record for record in project.classes() if class_ids is None or record.id in class_ids]
    heats = _heat_maps(project, known, records, newest=newest, cancel=token, progress=progress)
    cut = _Cut(token)
    clock = ProgressClock(len(records))
    fits = []
    for done, record in enumerate(records):
        progress(clock.at(done, record.name))
        fits.append(_fit(record, known, heats[record.id], origins.get(record.id), cut, rule))
    progress(clock.at(len(records), "finished"))
    return tuple(fits)


def _heat_maps(
    project: ProjectReader,
    known: KnownBoxes,
    records: Sequence[ClassRecord],
    *,
    newest: int | None,
    cancel: CancelToken,
    progress: ProgressCallback,
) -> dict[int, dict[int, HeatMap]]:
    """Return class id -> image id -> heat map."""
    wanted = {record.id: known.images_of(record.id) for record in records if known.boxes.get(record.id)}
    images = sorted(set().union(*wanted.values()), reverse=True)[:newest]
    heats: dict[int, dict[int, HeatMap]] = {record.id: {} for record in records}
    clock = ProgressClock(len(images))
    for done, image_id in enumerate(sorted(images)):
        cancel.raise_if_cancelled()
        progress(clock.at(done, "heat maps"))
        for stored in project.localizations(image_id):
            if image_id in wanted.get(stored.key.class_id, ()):
                heats[stored.key.class_id][image_id] = stored.localization.heat
    return heats


class _Cut:
    """Cuts a heat map as proposals are cut."""

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def __call__(self, heat: HeatMap, tau: float) -> list[ScoredBox]:
        self._cancel.raise_if_cancelled()
        return extract_boxes(heat, dataclasses.replace(DEFAULT_EXTRACT, threshold=tau))


def _fit(
    record: ClassRecord,
    known: KnownBoxes,
    heats: Mapping[int, HeatMap],
    origin: ThresholdOrigin | None,
    cut: _Cut,
    rule: CalibrationRule | None,
) -> ClassFit:
    boxes = known.boxes.get(record.id, [])
    counting = [true for true in boxes if not true.difficult and not true.crowd]
    fit = None
    if any(true.image_id in heats for true in counting):
        sample = HeatSample(
            images=np.array(list(heats), np.int64),
            heats=tuple(heats.values()),
            truth=true_boxes(
                [(true.image_id, true.box.xyxy) for true in boxes],
                difficult=[true.difficult for true in boxes],
                crowd=[true.crowd for true in boxes],
            ),
            unfinished=frozenset(heats) - known.finished,
        )
        fit = fit_threshold(sample, cut, rule=rule, current=record.threshold)
    return ClassFit(
        class_id=record.id,
        name=record.name,
        current=record.threshold,
        fit=fit,
        judged=known.judged.get(record.id, 0),
        unsearched=sum(true.image_id not in heats for true in counting),
        by_person=is_persons(record, origin),
    )


def threshold_edit(fits: Sequence[ClassFit]) -> Batch:
    """Return one undoable edit that gives the classes their chosen thresholds; empty where none changes."""
    return Batch(
        tuple(SetThreshold(class_id=fit.class_id, threshold=fit.chosen) for fit in fits if fit.chosen != fit.current)
    )


def movable(fits: Sequence[ClassFit], *, least_boxes: int = LEAST_BOXES, persons_too: bool = False) -> list[ClassFit]:
    """Return the classes whose threshold the program may set: enough boxes that it can find, and no person's choice."""
    return [fit for fit in fits if fit.boxes >= least_boxes and fit.finds_some and (persons_too or not fit.by_person)]


def apply_fits(project: Project, fits: Sequence[ClassFit]) -> int:
    """Set the thresholds by one journalled edit, remember what stands behind them, and return how many changed.

    Raises:
        StoreError: the project cannot be written; nothing is changed.
    """
    edit = threshold_edit(fits)
    with project.bulk():
        if edit.edits:
            project.apply(edit)
        write_origins(project, {fit.class_id: fit.origin for fit in fits})
    return len(edit.edits)


def check_some_box(fits: Sequence[ClassFit], *, where: Path) -> None:
    """Refuse to go on where no class could be fitted.

    Raises:
        StoreError: there is no box, or none in an image that was searched.
    """
    if any(fit.fit is not None for fit in fits):
        return
    if any(fit.unsearched for fit in fits):
        raise StoreError(
            f"No box in {where} lies in an image that was searched for its class.",
            "Run `wsl-annotator propose` on it first.",
        )
    raise WslError(
        f"No box in {where} was accepted, adjusted or drawn yet, so there is nothing to fit thresholds on.",
        "Judge some proposals first, or give true boxes with --truth.",
    )
