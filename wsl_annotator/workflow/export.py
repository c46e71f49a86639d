"""Project -> VOC XML or COCO JSON: which boxes leave, and in what form."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wsl_annotator.core.errors import FormatError, ImageError, WslError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.records import FINAL_STATES, BoxRecord, BoxState, ImageRecord
from wsl_annotator.formats.coco import write_coco
from wsl_annotator.formats.export_set import (
    EmptyImages,
    ExportBox,
    ExportImage,
    ExportReport,
    ExportSet,
    chosen_images,
)
from wsl_annotator.formats.orientation import Orientation, in_sensor_frame
from wsl_annotator.formats.voc import VocProfile, write_voc
from wsl_annotator.imaging.decode import read_orientation
from wsl_annotator.workflow.review import Proposal, image_proposals

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project

ExportFormat = Literal["voc", "coco"]
COCO_INFO = "coco.info"
"""Name of the project's setting that keeps the top-level fields of an imported COCO file, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What leaves, and how.

    Attributes:
        states: of the boxes; `proposed` cuts the stored heat maps at the classes' present thresholds.
        empty_images: which images without boxes are written: those that a person verified, all, or none.
        profile: VOC: `spec` (1-based, inclusive) or `zero-based`.
        image_set: VOC: name of the image set.
        images: VOC: `none`, `copy` or `symlink` into `JPEGImages/`.
        segmentation: COCO: `empty`, or `rect-polygon` for tools that need a mask.
        ids: COCO: `project`, or `imported` where the boxes came from a COCO file.
        orientation: `upright` as everything here is, or `sensor`: sizes and boxes of the stored pixels, for programs
            that do not turn photos by their EXIF orientation.
    """

    states: tuple[BoxState, ...] = FINAL_STATES
    empty_images: EmptyImages = "verified"
    profile: VocProfile = "spec"
    image_set: str = "trainval"
    images: Literal["none", "copy", "symlink"] = "none"
    segmentation: Literal["empty", "rect-polygon"] = "empty"
    ids: Literal["project", "imported"] = "project"
    orientation: Orientation = "upright"


def parse_states(text: str) -> tuple[BoxState, ...]:
    """Return the states that a person typed, separated by commas.

    Raises:
        WslError: one of them is no state, or there is none.
    """
    states: list[BoxState] = []
    for name in (part.strip() for part in text.split(",")):
        if name and name not in list(BoxState):
            raise WslError(f"{name!r} is no state of a box.", f"States are: {', '.join(BoxState)}.")
        if name:
            states.append(BoxState(name))
    if not states:
        raise WslError("No state of boxes was given.", f"States are: {', '.join(BoxState)}.")
    return tuple(dict.fromkeys(states))


def build_export_set(project: Project, *, states: Collection[BoxState] = FINAL_STATES) -> ExportSet:
    """Return what leaves a project as a value without a store handle.

    Boxes that a person owns keep their ids. Proposals have none of their own: theirs follow the highest id of the
    project's boxes, in the order of images and classes.

    Args:
        project: open for reading or editing.
        states: of the boxes that leave.

    Raises:
        StoreError: the project cannot be read.
    """
    categories = tuple(project.classes())
    names = {record.id: record.name for record in categories}
    labels = project.all_labels()
    owned: dict[int, list[BoxRecord]] = {}
    last_id = 0
    for record in project.all_boxes():
        last_id = max(last_id, record.id)
        if record.state in states:
            owned.setdefault(record.image_id, []).append(record)
    proposal_ids = itertools.count(last_id + 1)
    images: list[ExportImage] = []
    for image in project.images():
        boxes = [ExportBox.from_record(record, class_name=names[record.class_id]) for record in owned.get(image.id, ())]
        if BoxState.PROPOSED in states:
            boxes += _proposed(project, image, names, proposal_ids)
        states_by_name = {names[class_id]: state for class_id, state in labels.get(image.id, {}).items()}
        images.append(ExportImage(record=image, boxes=tuple(boxes), labels=states_by_name))
    return ExportSet(
        images=tuple(images), categories=categories, info=_coco_info(project), image_root=project.image_root
    )


def _proposed(project: Project, image: ImageRecord, names: dict[int, str], ids: Iterator[int]) -> list[ExportBox]:
    return [
        _proposed_box(proposal, names[proposal.class_id], next(ids)) for proposal in image_proposals(project, image.id)
    ]


def _proposed_box(proposal: Proposal, class_name: str, box_id: int) -> ExportBox:
    return ExportBox(
        id=box_id,
        class_id=proposal.class_id,
        class_name=class_name,
        box=proposal.box,
        state=BoxState.PROPOSED,
        score=proposal.score,
        origin=proposal.origin,
    )


def _coco_info(project: Project) -> dict[str, object]:
    stored = project.setting(COCO_INFO)
    info = json.loads(stored) if stored else {}
    return info if isinstance(info, dict) else {}


def export_project(
    project: Project,
    *,
    export_format: ExportFormat,
    to: Path,
    options: ExportOptions = ExportOptions(),
    progress: ProgressCallback = ignore_progress,
) -> ExportReport:
    """Write a project's boxes and return what was written and what was left out, with reasons.

    Args:
        project: open for reading or editing.
        export_format: `voc` writes a folder, `coco` one file.
        to: the folder or file; a folder given for `coco` gets `instances.json`.
        options: what leaves, and how.
        progress: told how far the writing is.

    Raises:
        FormatError: a file cannot be written; an older one is unchanged.
    """
    return export_set(
        build_export_set(project, states=options.states),
        export_format=export_format,
        to=to,
        options=options,
        progress=progress,
    )


def export_set(
    leaving: ExportSet,
    *,
    export_format: ExportFormat,
    to: Path,
    options: ExportOptions = ExportOptions(),
    progress: ProgressCallback = ignore_progress,
) -> ExportReport:
    """Write what `build_export_set` gave; may run on another thread than the project's. See `export_project`."""
    if options.orientation == "upright":
        return _written(leaving, export_format, to, options, progress)
    orientations, skipped = _orientations(leaving, options.empty_images, progress)
    known = tuple(image for image in leaving.images if image.record.id not in skipped)
    turned, notes = in_sensor_frame(dataclasses.replace(leaving, images=known), orientations)
    report = _written(turned, export_format, to, options, progress)
    return dataclasses.replace(report, skipped=(*skipped.values(), *report.skipped), notes=(*notes, *report.notes))


def _orientations(
    leaving: ExportSet, empty_images: EmptyImages, progress: ProgressCallback
) -> tuple[dict[int, int], dict[int, str]]:
    """Return image id -> EXIF orientation of what is to be written, and image id -> why it cannot be known."""
    if leaving.image_root is None:
        raise ValueError("the frame of the stored pixels needs export_set.image_root")
    chosen, _ = chosen_images(leaving, empty_images)
    found: dict[int, int] = {}
    skipped: dict[int, str] = {}
    clock = ProgressClock(len(chosen))
    for done, image in enumerate(chosen):
        if done % 100 == 0:
            progress(clock.at(done, image.record.path))
        try:
            found[image.record.id] = read_orientation(leaving.image_root / image.record.path)
        except ImageError as error:
            path = image.record.path
            skipped[image.record.id] = f"{path} was left out, since its orientation is unknown: {error.user_text}"
    return found, skipped


def _written(
    leaving: ExportSet, export_format: ExportFormat, to: Path, options: ExportOptions, progress: ProgressCallback
) -> ExportReport:
    if export_format == "voc":
        if to.is_file():
            raise FormatError(f"{to} is a file, but VOC XML needs a folder.", "Choose a folder with --to.")
        return write_voc(
            leaving,
            to,
            profile=options.profile,
            image_set=options.image_set,
            images=options.images,
            empty_images=options.empty_images,
            progress=progress,
        )
    target = to / "instances.json" if to.is_dir() else to
    return write_coco(
        leaving,
        target,
        segmentation=options.segmentation,
        empty_images=options.empty_images,
        ids=options.ids,
    )
