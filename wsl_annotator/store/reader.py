"""What may be asked of an open project file."""

from __future__ import annotations

from collections.abc import Iterator

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ClassRecord, ImageRecord, ImageSummary, LocalizationKey
from wsl_annotator.store import annotations as notes
from wsl_annotator.store import images, localizations
from wsl_annotator.store.checks import find_problems
from wsl_annotator.store.connection import Database
from wsl_annotator.store.journal import JournalEntry, load_journal
from wsl_annotator.store.localizations import StoredLocalization


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
        """Return an image's newest localization of each class, by class id."""
        return localizations.load_localizations(self._database, image_id)

    def all_localizations(self) -> Iterator[StoredLocalization]:
        """Yield the newest localization of each image and class, by image and class id."""
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

    def integrity(self) -> list[str]:
        """Return one sentence for each problem inside the file; empty where all is well. Reads the whole file."""
        return find_problems(self._database)
