"""Proposals or a project against true boxes: read, match by name, measure, and show."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError, ImageError, StoreError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.evaluation.average_precision import Interpolation
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.evaluation.report import EvaluationReport
from wsl_annotator.evaluation.report_html import render_report
from wsl_annotator.formats.atomic import atomic_write
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.proposals_json import (
    ProposalCategory,
    ProposalImage,
    ProposalLocalization,
    Proposals,
    read_proposals,
)
from wsl_annotator.formats.voc import VocProfile
from wsl_annotator.imaging.decode import decode_upright
from wsl_annotator.workflow.answers_and_truth import build_answers
from wsl_annotator.workflow.import_ import read_annotations
from wsl_annotator.workflow.own_truth import ANCHORED, UNFINISHED, own_truth_name, read_own_truth

PICTURE_SIDE = 420
_PICTURE_PIXELS = 1_000_000
_SQLITE = b"SQLite format 3\x00"
_PHOTO_FOLDERS = ("", "images", "JPEGImages", "val2017", "train2017")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRun:
    """What to judge, and by what.

    Attributes:
        answers: a project file or proposals.json.
        truth: a COCO JSON file, a VOC XML file, or a folder of them; None for the boxes that people accepted,
            adjusted or drew in the project itself.
        verified_only: of the project's own boxes only those in images that a person verified.
        profile: the convention of VOC coordinates.
        images: folder of the photos, for the pictures of the worst; None looks where a project, the answers and the
            truth lie.
        interpolation: of classification and points: "area" or 11.
        worst: number of worst images to list.
    """

    answers: Path
    truth: Path | None = None
    verified_only: bool = True
    profile: VocProfile = "spec"
    images: Path | None = None
    interpolation: Interpolation = "area"
    worst: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A report with what a page needs beside it.

    Attributes:
        report: everything that was measured.
        image_root: folder of the photos; None where none was found.
        skipped: one sentence for each entry of the truth that was left out.
    """

    report: EvaluationReport
    image_root: Path | None = None
    skipped: tuple[str, ...] = ()


@dataclass(slots=True)
class _Findings:
    """What a reader must know, gathered on the way."""

    notes: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def evaluate(
    run: EvaluationRun, *, cancel: CancelToken | None = None, progress: ProgressCallback = ignore_progress
) -> Judged:
    """Judge the proposals of a file or project against true boxes.

    Only images that both name are judged; those that only one names are counted in the report's notes. True boxes
    are taken as they stand, not clipped.

    Args:
        run: what to judge, and by what.
        cancel: seen between the steps.
        progress: told how far the reading of VOC folders is.

    Raises:
        FormatError: a file is missing or unreadable, or the two have no image or no class in common.
        StoreError: the project cannot be read or holds no search results.
        Cancelled: the token was set.
    """
    token = cancel or CancelToken()
    if run.truth is not None and not run.truth.exists():
        raise FormatError(f"There is no {run.truth}.", "Check --truth.")
    findings = _Findings()
    proposals, root = _read_answers(run.answers)
    token.raise_if_cancelled()
    truth = _read_truth(run, findings, progress, is_project=root is not None)
    token.raise_if_cancelled()
    truth_path = run.truth or run.answers
    answers = build_answers(proposals, truth, answers_path=run.answers, truth_path=truth_path, notes=findings.notes)
    report = measure(
        answers,
        interpolation=run.interpolation,
        worst=run.worst,
        answers_name=str(run.answers),
        truth_name=str(run.truth) if run.truth else own_truth_name(run.answers, verified_only=run.verified_only),
        settings=dict(proposals.settings),
        notes=tuple(findings.notes),
    )
    token.raise_if_cancelled()
    name = answers.names[0]
    beside = [run.answers.parent, truth_path, truth_path.parent, truth_path.resolve().parent.parent]
    folders = [run.images] if run.images is not None else [root, *beside]
    return Judged(report=report, image_root=_photo_folder(folders, name), skipped=tuple(findings.skipped))


def check_out(run: EvaluationRun, path: Path) -> None:
    """Refuse a page that would replace what is judged, before any work is done.

    Raises:
        FormatError: `path` is the answers or the truth, or a folder.
    """
    if path.is_dir():
        raise FormatError(f"{path} is a folder.", "Give a file name such as report.html.")
    for other in (run.answers, run.truth):
        if other is not None and path.exists() and other.exists() and path.samefile(other):
            raise FormatError(f"{path} is what is to be judged.", "Choose another name for the page.")


def write_report(judged: Judged, path: Path, *, progress: ProgressCallback = ignore_progress) -> int:
    """Write the report as one self-contained HTML page, and return the number of photos in it.

    Args:
        judged: what `evaluate` gave.
        path: the file, replaced at once.
        progress: told of every photo.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
    """
    pictures = _pictures(judged, progress)
    text = render_report(judged.report, pictures=pictures)
    with atomic_write(path) as stream:
        stream.write(text)
    return len(pictures)


def _read_truth(run: EvaluationRun, findings: _Findings, progress: ProgressCallback, *, is_project: bool) -> ImportSet:
    if run.truth is not None:
        truth = read_annotations(run.truth, profile=run.profile, progress=progress)
        findings.skipped += truth.problems
        return truth
    if not is_project:
        raise FormatError(
            f"{run.answers} is no project, so it holds no box that a person judged.",
            "Say by --truth where the true boxes are.",
        )
    findings.notes.append(ANCHORED)
    if not run.verified_only:
        findings.notes.append(UNFINISHED)
    return read_own_truth(run.answers, verified_only=run.verified_only).boxes


def _read_answers(path: Path) -> tuple[Proposals, Path | None]:
    """Return the proposals of a file or project, and a project's image folder."""
    if not path.exists():
        raise FormatError(f"There is no {path}.", "Give a project, or a proposals.json of `propose --out`.")
    if path.is_dir():
        raise FormatError(f"{path} is a folder.", "Give a project, or a proposals.json of `propose --out`.")
    try:
        with path.open("rb") as file:
            is_project = file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise FormatError(
            f"{path} could not be read: {(error.strerror or 'unknown cause').lower()}.", "Check your permission."
        ) from error
    if is_project:
        return read_project(path)
    proposals = read_proposals(path)
    if not proposals.localizations:
        raise FormatError(f"{path} holds no search results.", "Run `propose` on images that show its classes.")
    return proposals, None


def read_project(path: Path) -> tuple[Proposals, Path]:
    """Return the newest search results of a project, cut at the classes' present thresholds, and its image folder.

    Boxes that a person made or judged are not looked at: what is measured is the search.

    Raises:
        StoreError: the project cannot be read or holds no search results.
    """
    from wsl_annotator.localization.extract import extract_boxes
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.review import DEFAULT_EXTRACT

    with Project.open(path, read_only=True) as project:
        classes = {record.id: record for record in project.classes()}
        images = {record.id: record for record in project.images()}
        localizations = []
        networks: dict[str, None] = {}
        presets: dict[str, None] = {}
        for stored in project.all_localizations():
            found = stored.localization
            networks.setdefault(stored.network_name)
            presets.setdefault(f"{stored.config.localizer}, {stored.config.preset}")
            at_tau = dataclasses.replace(DEFAULT_EXTRACT, threshold=classes[stored.key.class_id].threshold)
            localizations.append(
                ProposalLocalization(
                    image_id=stored.key.image_id,
                    category_id=stored.key.class_id,
                    class_score=found.class_score,
                    point=found.point,
                    heat_max=found.heat.maximum,
                    boxes=tuple(extract_boxes(found.heat, at_tau)),
                )
            )
        if not localizations:
            raise StoreError(f"{path} holds no search results.", "Run `wsl-annotator propose` on it first.")
        thresholds = {record.name: record.threshold for record in classes.values()}
        settings: dict[str, Any] = {
            "network": ", ".join(networks),
            "localizer": "; ".join(presets),
            "thresholds": thresholds,
        }
        searched = {entry.image_id for entry in localizations}
        proposals = Proposals(
            images=tuple(
                ProposalImage(id=record.id, file_name=record.path, width=record.width, height=record.height)
                for record in images.values()
                if record.id in searched
            ),
            categories=tuple(ProposalCategory(id=record.id, name=record.name) for record in classes.values()),
            localizations=tuple(localizations),
            settings=settings,
        )
        return proposals, project.image_root


def _photo_folder(candidates: Sequence[Path | None], name: str) -> Path | None:
    for folder in candidates:
        for part in _PHOTO_FOLDERS:
            if folder is not None and (folder / part / name).is_file():
                return folder / part
    return None


def _pictures(judged: Judged, progress: ProgressCallback) -> dict[str, bytes]:
    """Return a small JPEG of each of the worst images that can be read, by name."""
    pictures: dict[str, bytes] = {}
    if judged.image_root is None:
        return pictures
    clock = ProgressClock(len(judged.report.worst))
    for done, pair in enumerate(judged.report.worst):
        try:
            rgb, _, _ = decode_upright(judged.image_root / pair.image, max_pixels=_PICTURE_PIXELS)
        except ImageError:
            # The page shows the boxes without the photo: a moved file must not cost the report.
            continue
        photo = Image.fromarray(rgb)
        photo.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS)
        stream = io.BytesIO()
        photo.save(stream, "JPEG", quality=82, optimize=True)
        pictures[pair.image] = stream.getvalue()
        progress(clock.at(done + 1, pair.image))
    return pictures
