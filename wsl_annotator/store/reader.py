"""What may be asked of an open project file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ClassRecord, ImageRecord, ImageSummary, LocalizationKey
from wsl_annotator.store import activity, images, localizations, overview
from wsl_annotator.store import annotations as notes
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.checks import find_problems
from wsl_annotator.store.connection import Database
from wsl_annotator.store.journal import JournalEntry, load_journal, load_last_steps
from wsl_annotator.store.localizations import StoredLocalization
from wsl_annotator.store.overview import ImageColumns, ImageFacts, Searches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class ProjectReader:
    """The reads of a project. Each sees everything that was committed before it, by any thread or program."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def images(self) -> list[ImageRecord]:
        """Return all images by id."""
        return images.load_images(self._database)

    def image(self, image_id: int) -> ImageRecord:
        """Return one image; `StoreError` where there is none."""
        return images.load_image(self._database, image_id)

    def image_by_path(self, path: str) -> ImageRecord | None:
        """Return the image of a relative path with `/`, or None."""
        return images.load_image_by_path(self._database, path)

    def known_paths(self) -> set[str]:
        """Return the relative paths of all images, to tell new files of a folder from known ones."""
        return images.load_paths(self._database)

    def summaries(self) -> list[ImageSummary]:
        """Return the rows of the image list by id."""
        return images.load_summaries(self._database)

    def summary(self, image_id: int) -> ImageSummary:
        """Return one row of the image list; `StoreError` where there is none."""
        return images.load_summary(self._database, image_id)

    def first_image_id(self) -> int:
        """Return the id of the first image; 0 where there is none."""
        row = self._database.row("SELECT min(id) FROM images")
        return int(row[0] or 0) if row is not None else 0

    def image_columns(self, on_block: Callable[[], None]) -> ImageColumns:
        """Return all images as columns, by id; `on_block` is called now and then and may raise to stop."""
        return overview.load_image_columns(self._database, on_block)

    def box_counts(self) -> NDArray[np.int64]:
        """Return int64 (M, 3): image id, place in `overview.JUDGED_STATES`, number of boxes."""
        return overview.load_box_counts(self._database)

    def label_blocks(self) -> Iterator[NDArray[np.int64]]:
        """Yield all known labels as int64 (M, 3): image id, class id, 1 for positive or 0 for negative."""
        return overview.stream_labels(self._database)

    def searches(self, *, judged_iou: float, on_block: Callable[[], None]) -> Searches:
        """Return all class scores with the proposals still to be judged, newer searches after older ones."""
        return overview.load_searches(self._database, judged_iou=judged_iou, on_block=on_block)

    def image_facts(self, image_id: int, *, judged_iou: float) -> ImageFacts:
        """Return labels, class scores and counts of one image; empty where there is no such image."""
        return overview.load_facts(self._database, image_id, judged_iou=judged_iou)

    def classes(self) -> list[ClassRecord]:
        """Return all classes by id."""
        return notes.load_classes(self._database)

    def class_by_name(self, name: str) -> ClassRecord | None:
        """Return the class of a name, or None."""
        return notes.find_class_by_name(self._database, name)

    def labels(self, image_id: int) -> dict[int, LabelState]:
        """Return an image's known labels: class id -> positive or negative; absent ones are unknown."""
        return notes.load_labels(self._database, image_id)

    def all_labels(self) -> dict[int, dict[int, LabelState]]:
        """Return the known labels of all images that have any: image id -> class id -> state."""
        return notes.load_all_labels(self._database)

    def boxes(self, image_id: int) -> list[BoxRecord]:
        """Return an image's boxes by id, rejected ones included."""
        return notes.load_boxes(self._database, image_id)

    def all_boxes(self) -> Iterator[BoxRecord]:
        """Yield the boxes of all images, by image and id."""
        return notes.stream_boxes(self._database)

    def localizations(self, image_id: int) -> list[StoredLocalization]:
        """Return an image's newest localization of each class, searched as it is, by class id."""
        return localizations.load_localizations(self._database, image_id)

    def runs(self, image_id: int, class_id: int) -> list[StoredLocalization]:
        """Return every search of a class in an image as it is, by whatever network and settings, newest first."""
        return localizations.load_runs(self._database, image_id, class_id)

    def scoped_localizations(self, image_id: int) -> list[StoredLocalization]:
        """Return an image's searches of a region or with boxes filled, oldest first."""
        return localizations.load_scoped(self._database, image_id)

    def all_localizations(self) -> Iterator[StoredLocalization]:
        """Yield the newest localization of each image and class, searched as it is, by image and class id."""
        return localizations.stream_localizations(self._database)

    def localization(self, localization_id: int) -> StoredLocalization | None:
        """Return one localization, or None where a newer one of the same settings has replaced it."""
        return localizations.find_localization(self._database, localization_id)

    def has_localization(self, key: LocalizationKey, sha256: str) -> bool:
        """Whether this search was done on an image of this hash."""
        return localizations.has_localization(self._database, key, sha256)

    def setting(self, name: str) -> str | None:
        """Return a setting of the project, or None where it was never set."""
        row = self._database.row("SELECT value FROM settings WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def journal(self, limit: int = 100) -> list[JournalEntry]:
        """Return the newest entries of the edit journal, newest first."""
        return load_journal(self._database, limit)

    def last_steps(self, limit: int) -> list[JournalEntry]:
        """Return the newest entries of the edit journal, newest first, up to the first bulk change."""
        return load_last_steps(self._database, limit)

    def activity(self) -> Iterator[Activity]:
        """Yield how long people worked on what, in the order in which it was measured."""
        return activity.stream_activity(self._database)

    def integrity(self) -> list[str]:
        """Return one sentence for each problem inside the file; empty where all is well. Reads the whole file."""
        return find_problems(self._database)
