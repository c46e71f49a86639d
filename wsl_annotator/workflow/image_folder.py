"""The images of a project and the folder they lie in: found again after a move, and joined by those that came since."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import ImageError, WslError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.records import ImageRecord
from wsl_annotator.imaging.scan import scan_images
from wsl_annotator.store.images import path_problem
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import image_record, relative_name

IMAGES_A_BATCH = 500
_TOLD_EVERY = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedReport:
    """Where the images are looked for from now on.

    Attributes:
        folder: the image folder.
        found: how many of the project's images are in it.
        notes: one sentence for each image that is missing there, cannot be read, or has another size than before.
    """

    folder: Path
    found: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedReport:
    """What came into the project.

    Attributes:
        images: added ones that can be used.
        skipped: one sentence for each file that cannot be used, and why. Unreadable images are in the project with
            their problem; files whose names a project cannot hold are not.
    """

    images: int
    skipped: tuple[str, ...]


def locate_moved_images(
    project: Project,
    chosen: Path,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> MovedReport:
    """Look for a project's images in another folder from now on, and return what is there.

    The folder may be the one that holds the images as the project knows them, or any above it. It is taken only if it
    holds at least as many of them as the present one. No image file, box or label is touched, so this is no step of
    the undo: choosing the old folder again is the way back. Images that were marked as missing lose that mark.

    Args:
        project: open for editing.
        chosen: where a person says the images are.
        cancel: checked at every image; nothing is changed then.
        progress: told how far the looking is.

    Raises:
        WslError: the folder holds none of the images, or fewer than the present one; nothing is changed.
        StoreError: the project cannot be written; nothing is changed.
        Cancelled: the token was set; nothing is changed.
    """
    token = cancel or CancelToken()
    records = project.images()
    folder, there = _best_folder(chosen, records, token)
    if not there:
        raise WslError(
            f"None of the project's {len(records)} images is in {chosen}.",
            "Choose the folder that holds them, together with its sub-folders.",
        )
    now_there = len(_present(project.image_root, records, token))
    if len(there) < now_there:
        raise WslError(
            f"Only {len(there)} of the project's {len(records)} images are in {chosen}, and {now_there} in "
            f"{project.image_root}.",
            "Nothing was changed.",
        )
    notes: list[str] = []
    mended: list[ImageRecord] = []
    clock = ProgressClock(len(records))
    for done, record in enumerate(records):
        token.raise_if_cancelled()
        if done % _TOLD_EVERY == 0:
            progress(clock.at(done, record.path))
        if record.id not in there:
            notes.append(f"{record.path} is not in {folder}.")
            continue
        fresh = image_record(folder / record.path, folder)
        if fresh.problem:
            notes.append(fresh.problem)
        elif record.width and (fresh.width, fresh.height) != (record.width, record.height):
            notes.append(
                f"{record.path} is {fresh.width} x {fresh.height} there and was {record.width} x {record.height}: "
                "look at its boxes."
            )
        elif record.problem:
            mended.append(ImageRecord(id=record.id, path=record.path, width=fresh.width, height=fresh.height))
    try:
        with project.bulk():
            project.locate_images(folder)
            for record in mended:
                project.update_image(record.id, width=record.width, height=record.height, problem="")
    finally:
        # What was rolled back is not where this handle looks, either.
        project.refresh_image_root()
    progress(clock.at(len(records), "finished"))
    return MovedReport(folder=folder, found=len(there), notes=tuple(notes))


def _best_folder(chosen: Path, records: Sequence[ImageRecord], token: CancelToken) -> tuple[Path, set[int]]:
    """Return the folder, `chosen` or one below it, that holds most of the images under their paths, and their ids."""
    there = _present(chosen, records, token)
    if there:
        return chosen, there
    paths_by_name: dict[str, list[PurePosixPath]] = {}
    for record in records:
        path = PurePosixPath(record.path)
        paths_by_name.setdefault(path.name, []).append(path)
    votes: Counter[Path] = Counter()
    for file in _scanned(chosen):
        token.raise_if_cancelled()
        for path in paths_by_name.get(file.name, ()):
            if file.parts[-len(path.parts) :] == path.parts:
                votes[file.parents[len(path.parts) - 1]] += 1
    for folder, _ in votes.most_common(1):
        return folder, _present(folder, records, token)
    return chosen, set()


def _scanned(folder: Path) -> list[Path]:
    try:
        return scan_images(folder)
    except ImageError:
        return []


def _present(folder: Path, records: Sequence[ImageRecord], token: CancelToken) -> set[int]:
    """Return the ids of the images whose files are there; folders are listed once, not files asked for one by one."""
    names: dict[str, set[str]] = {}
    found: set[int] = set()
    for record in records:
        below, _, name = record.path.rpartition("/")
        if below not in names:
            token.raise_if_cancelled()
            try:
                names[below] = set(os.listdir(folder / below))  # noqa: PTH208  (names alone, of 100,000 files)
            except OSError:
                names[below] = set()
        if name in names[below]:
            found.add(record.id)
    return found


def add_new_images(
    project: Project, *, cancel: CancelToken | None = None, progress: ProgressCallback = ignore_progress
) -> AddedReport:
    """Add the files that came into the image folder since the project was made, and return what came in.

    A project never forgets an image, so this cannot be undone; it changes nothing that was there before.

    Args:
        project: open for editing.
        cancel: checked at every file; whole batches before that are in the project.
        progress: told how far the reading is.

    Raises:
        WslError: the image folder is not there.
        StoreError: the project cannot be written; whole batches before that are in it.
        Cancelled: the token was set.
    """
    token = cancel or CancelToken()
    root = project.image_root
    if not root.is_dir():
        raise WslError(f"The image folder {root} is not there.", "Locate the moved images first.")
    known = {record.path for record in project.images()}
    skipped: list[str] = []
    problems_of = {
        file: path_problem(relative_name(file, root)) for file in scan_images(root, on_problem=skipped.append)
    }
    skipped += [problem for problem in problems_of.values() if problem]
    files = [file for file, problem in problems_of.items() if not problem and relative_name(file, root) not in known]
    usable = 0
    clock = ProgressClock(len(files))
    for start in range(0, len(files), IMAGES_A_BATCH):
        records = []
        for done, file in enumerate(files[start : start + IMAGES_A_BATCH], start=start):
            token.raise_if_cancelled()
            if done % _TOLD_EVERY == 0:
                progress(clock.at(done, file.name))
            records.append(image_record(file, root))
        project.add_images(records)
        skipped += [record.problem for record in records if record.problem]
        usable += sum(not record.problem for record in records)
    progress(clock.at(len(files), "finished"))
    return AddedReport(images=usable, skipped=tuple(skipped))
