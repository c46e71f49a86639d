"""The sample as a project of one's own, searched by the bundled network, and what comes of it."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PRESETS, LocalizerConfig
from wsl_annotator.core.errors import StoreError, WslError
from wsl_annotator.core.paths import data_dir, resource
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.records import BoxState
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.formats.coco import read_coco
from wsl_annotator.imaging.scan import scan_images
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.engine import Engine, EngineOptions, open_engine
from wsl_annotator.workflow.export import ExportOptions, build_export_set, export_set
from wsl_annotator.workflow.new_project import PROJECT_SUFFIX, create_project
from wsl_annotator.workflow.overlays import OverlayWriter
from wsl_annotator.workflow.propose import ProposeReport, propose_project
from wsl_annotator.workflow.review import DEFAULT_EXTRACT

SAMPLE_NAME = "sample"
DEMO_STATES = (BoxState.PROPOSED, BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore:
    """How well the search did for one class of the sample.

    Attributes:
        class_name: the class.
        images: images that hold it.
        points_inside: of those, how many localization points lie inside a true box of the class.
        found: true boxes that the best proposals meet with an intersection over union of at least 0.5.
        objects: true boxes.
    """

    class_name: str
    images: int
    points_inside: int
    found: int
    objects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReport:
    """What the demo wrote.

    Attributes:
        project: the sample project.
        run: of the search.
        overlays: pictures of heat and boxes.
        voc: folder of the VOC XML export; None where nothing was exported.
        coco: file of the COCO export; None likewise.
        boxes: boxes in each export.
        scores: against the true boxes, one a class.
        skipped: one sentence for each thing that was left out.
    """

    project: Path
    run: ProposeReport
    overlays: tuple[Path, ...]
    voc: Path | None
    coco: Path | None
    boxes: int
    scores: tuple[ClassScore, ...]
    skipped: tuple[str, ...]


def sample_folder() -> Path:
    """Return the user's own folder of the sample project; it may not exist yet."""
    return data_dir() / SAMPLE_NAME


def build_sample(folder: Path | None = None, *, progress: ProgressCallback = ignore_progress) -> Path:
    """Return the sample project, made in a folder of the user's own if it is not there yet.

    The scenes are copied beside it, so that it stays whole when the program is updated. A sample that is there is
    left as it is, with all that was done in it.

    Args:
        folder: where the project and its images go; the platform's data folder by default.
        progress: told how far it is.

    Raises:
        StoreError: the folder cannot be written.
        WslError: the sample is missing from the installation.
    """
    place = folder if folder is not None else sample_folder()
    path = place / f"{SAMPLE_NAME}{PROJECT_SUFFIX}"
    if path.is_file():
        return path
    source = resource("sample")
    labels = source / "labels.csv"
    if not labels.is_file():
        raise WslError(f"The sample {source} is missing.", "Install WSL Annotator again.")
    images = place / "images"
    _copy(source / "images", images)
    create_project(path, images=images, labels=labels, progress=progress)
    return path


def _copy(source: Path, target: Path) -> None:
    for file in scan_images(source):
        to = target / file.relative_to(source)
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, to)
        except OSError as error:
            reason = write_error(to, error)
            raise StoreError(reason.user_text, reason.hint) from error


def propose_sample(
    folder: Path,
    *,
    localizer: LocalizerConfig = PRESETS["fast"],
    device: str = "auto",
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    notice: Callable[[str], None] | None = None,
) -> Path:
    """Build the sample project in a folder, search it with the bundled network, and return the project file.

    Args and errors as in `run_demo`; a project that was searched before is not searched again.
    """
    path = build_sample(folder, progress=progress)
    options = EngineOptions(localizer=localizer, device=device)
    engine = open_engine(options, progress=progress, cancel=cancel, notice=notice)
    with Project.open(path) as project:
        propose_project(project, engine, cancel=cancel, progress=progress)
    return path


def run_demo(
    out: Path,
    *,
    localizer: LocalizerConfig = PRESETS["fast"],
    device: str = "auto",
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    notice: Callable[[str], None] | None = None,
) -> DemoReport:
    """Build the sample project in a folder, propose, export, and compare with the true boxes; needs no display.

    Written are `sample.wsl` with its images, `overlays/`, `voc/` and `coco.json`. As nobody is there to judge, the
    proposals themselves are exported, in the state `proposed`.

    Args:
        out: folder for everything.
        localizer: which search.
        device: `auto`, `cpu` or `cuda:n`.
        cancel: seen within one batch.
        progress: told how far it is.
        notice: told where the run goes on more slowly than asked.

    Raises:
        WslError: the sample or the bundled network is missing, or the folder cannot be written.
        Cancelled: the token was set; what was finished is in the project, and a second run goes on from there.
    """
    path = build_sample(out, progress=progress)
    engine = open_engine(
        EngineOptions(localizer=localizer, device=device), progress=progress, cancel=cancel, notice=notice
    )
    with Project.open(path) as project:
        return propose_and_export(project, engine, out, cancel=cancel, progress=progress)


def propose_and_export(
    project: Project,
    engine: Engine,
    out: Path,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> DemoReport:
    """Search a project and write pictures and exports of its proposals; see `run_demo`."""
    colors = {record.name: record.color for record in project.classes()}
    pictures = OverlayWriter(out / "overlays", extract=DEFAULT_EXTRACT, colors=colors)
    run = propose_project(project, engine, cancel=cancel, progress=progress, on_result=pictures.write)
    options = ExportOptions(states=DEMO_STATES)
    leaving = build_export_set(project, states=DEMO_STATES)
    voc = export_set(leaving, export_format="voc", to=out / "voc", options=options)
    coco = export_set(leaving, export_format="coco", to=out / "coco.json", options=options)
    truth = resource("sample", "truth.json")
    return DemoReport(
        project=project.path,
        run=run,
        overlays=tuple(pictures.written),
        voc=out / "voc",
        coco=out / "coco.json",
        boxes=coco.boxes,
        scores=tuple(score_project(project, truth)) if truth.is_file() else (),
        skipped=(*run.skipped, *voc.skipped),
    )


def score_project(project: Project, truth: Path) -> list[ClassScore]:
    """Return how the stored localizations of a project compare with the true boxes of a COCO file, by class.

    Args:
        project: open for reading or editing.
        truth: COCO instances whose file names are those of the project's images.

    Raises:
        FormatError: the file is no COCO file.
    """
    images = {record.path: record.id for record in project.images()}
    classes = {record.name: record.id for record in project.classes()}
    scores = {name: ClassScore(class_name=name, images=0, points_inside=0, found=0, objects=0) for name in classes}
    for image in read_coco(truth).images:
        image_id = images.get(image.file_name)
        if image_id is None:
            continue
        true_boxes: dict[str, list[Box]] = {}
        for box in image.boxes:
            true_boxes.setdefault(box.class_name, []).append(box.box)
        for stored in project.localizations(image_id):
            name = stored.localization.class_name
            boxes = true_boxes.get(name, [])
            inside = any(box.contains(*stored.localization.point) for box in boxes)
            best = [scored.box for scored in stored.proposals]
            met = sum(any(box.iou(other) >= 0.5 for other in best) for box in boxes)
            before = scores[name]
            scores[name] = dataclasses.replace(
                before,
                images=before.images + bool(boxes),
                points_inside=before.points_inside + inside,
                found=before.found + met,
                objects=before.objects + len(boxes),
            )
    return [scores[name] for name in classes]


def total_of(scores: Sequence[ClassScore]) -> ClassScore:
    """Return the sum over classes, under the name `all`."""
    return ClassScore(
        class_name="all",
        images=sum(score.images for score in scores),
        points_inside=sum(score.points_inside for score in scores),
        found=sum(score.found for score in scores),
        objects=sum(score.objects for score in scores),
    )
