"""The project file as one object: the only truth about labels, search results, boxes and review.

The reads are in `reader.py`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.localization import Localization, ScoredBox
from wsl_annotator.core.records import ClassRecord, ImageRecord, ImageSummary, LocalizationKey
from wsl_annotator.store import activity, images, localizations
from wsl_annotator.store import annotations as notes
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.apply import apply_edit
from wsl_annotator.store.connection import Database, create_file, open_for_reading, open_for_writing
from wsl_annotator.store.edits import Edit
from wsl_annotator.store.journal import write_bulk, write_edit
from wsl_annotator.store.localizations import StoredLocalization
from wsl_annotator.store.location import load_image_root, store_image_root
from wsl_annotator.store.lock import PROGRAM, ProjectLock, holder_of
from wsl_annotator.store.migrations import MIGRATIONS, Migration
from wsl_annotator.store.reader import ProjectReader


class Project(ProjectReader):
    """An open project. It belongs to the thread that opened it; another thread opens its own with the same lock.

    Every write is one transaction that is on the disk when the method returns. Errors are `StoreError`, after which
    the file is as it was before the call.

    Attributes:
        path: the project file, absolute.
        read_only: whether it was opened to look only.
        holder: who else has it open for editing, for people; empty where nobody does. For read-only projects.
        lock: to be passed to `open` by another thread of this process; None where read-only.
    """

    def __init__(self, database: Database, *, lock: ProjectLock | None, holder: str = "") -> None:
        super().__init__(database)
        self.lock = lock
        self.path = database.path
        self.read_only = database.read_only
        self.holder = holder
        self._closed = False
        self._image_root = load_image_root(database)

    @classmethod
    def create(cls, path: Path, *, image_root: Path, classes: Sequence[str], program: str = PROGRAM) -> Project:
        """Make a new project file and open it for editing.

        Args:
            path: the file to make; folders above it are made too.
            image_root: folder of the images.
            classes: class names, without repeats; their ids are 1, 2, ...
            program: name shown to whoever meets the lock.

        Raises:
            StoreError: there is a file already, the place is read-only or full, or a class name is empty or repeated.
            LockedError: another program is making it at this moment.
        """
        path = _own_place(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {path.parent} cannot be made ({error.strerror}).", "Choose another folder."
            ) from error
        with ExitStack() as undo:
            lock = ProjectLock.acquire(path, program=program)
            undo.callback(lock.release)
            if path.exists():
                raise StoreError(f"There is already a file at {path}.", "Open it, or choose another name.")
            create_file(path, MIGRATIONS)
            undo.callback(path.unlink, missing_ok=True)
            database = open_for_writing(path, MIGRATIONS)
            undo.callback(database.close)
            _fill(database, image_root, classes)
            project = cls(database, lock=lock)
            undo.pop_all()
            return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        lock: ProjectLock | None = None,
        program: str = PROGRAM,
        migrations: Mapping[int, Migration] = MIGRATIONS,
    ) -> Project:
        """Open a project file.

        Args:
            path: the project file.
            read_only: only look; possible while another program edits, and in a read-only place.
            lock: `Project.lock` of the project that another thread of this process has open for editing.
            program: name shown to whoever meets the lock.
            migrations: schema version -> what brings a project to it.

        Raises:
            LockedError: another program has it open for editing.
            StoreError: it is no project, newer than this program, damaged, or cannot be written; it is untouched.
        """
        path = _own_place(path)
        if read_only:
            return cls._opened(open_for_reading(path, migrations), lock=None, holder=holder_of(path))
        if not path.is_file():
            raise StoreError(f"There is no project at {path}.", "Check the name, or make a new project.")
        held = lock.share() if lock is not None else ProjectLock.acquire(path, program=program)
        with ExitStack() as undo:
            undo.callback(held.release)
            if held.path != path:
                raise StoreError(f"The lock of {held.path} does not open {path}.")
            project = cls._opened(open_for_writing(path, migrations), lock=held, holder="")
            undo.pop_all()
            return project

    @classmethod
    def _opened(cls, database: Database, *, lock: ProjectLock | None, holder: str) -> Project:
        with ExitStack() as undo:
            undo.callback(database.close)
            project = cls(database, lock=lock, holder=holder)
            undo.pop_all()
            return project

    def close(self) -> None:
        """Close the file and give back the lock; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self._database.close()
        finally:
            if self.lock is not None:
                self.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def image_root(self) -> Path:
        """The folder of the images, which may be missing: see `locate_images`."""
        return self._image_root

    def image_file(self, record: ImageRecord | ImageSummary) -> Path:
        """Return where an image's file lies."""
        return self._image_root / record.path

    def locate_images(self, new_root: Path) -> None:
        """Look for the images in another folder from now on."""
        with self._database.transaction():
            store_image_root(self._database, new_root)
        self.refresh_image_root()

    def refresh_image_root(self) -> None:
        """Read again where the images lie, after another handle of this project wrote it."""
        self._image_root = load_image_root(self._database)

    def add_images(self, records: Sequence[ImageRecord]) -> list[ImageRecord]:
        """Add images and return them with their ids; ids in `records` are not used.

        Raises:
            StoreError: a path is not relative and plain, is in the project, or is given twice; none is added.
        """
        with self._database.transaction():
            return images.insert_images(self._database, records)

    def update_image(
        self,
        image_id: int,
        *,
        width: int | None = None,
        height: int | None = None,
        sha256: str | None = None,
        problem: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> ImageRecord:
        """Write what was read from an image's file; None leaves a field. Returns the image as it is then."""
        given = {"width": width, "height": height, "sha256": sha256, "problem": problem, "extra": extra}
        with self._database.transaction():
            record = images.load_image(self._database, image_id)
            changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
            images.replace_image(self._database, dataclasses.replace(record, **changed))
            return images.load_image(self._database, image_id)

    def new_box_ids(self, count: int) -> list[int]:
        """Return ids that no box ever had and that are never given again."""
        # The edit that uses them flushes this with it: one flush an edit, not two. Before it, there is nothing to lose.
        with self._database.flushed_later(), self._database.transaction():
            return notes.reserve_ids(self._database, "boxes", count)

    def new_class_id(self) -> int:
        """Return an id that no class ever had and that is never given again."""
        with self._database.transaction():
            return notes.reserve_ids(self._database, "classes", 1)[0]

    def apply(self, edit: Edit) -> Edit:
        """Carry out an edit in one transaction with its journal entry, and return its exact inverse.

        Raises:
            StoreError: the edit names something that is not there or breaks a rule; nothing is changed.
        """
        with self._database.transaction():
            inverse = apply_edit(self._database, edit)
            write_edit(self._database, edit, inverse)
            return inverse

    def import_labels(self, rows: Iterable[tuple[int, int, LabelState]]) -> int:
        """Write many labels in one transaction and return how many were given.

        Args:
            rows: (image id, class id, state); an unknown state clears a label.

        Raises:
            StoreError: an image or class is not there; no label is written.
        """
        count = 0
        with self._database.transaction():
            for image_id, class_id, state in rows:
                notes.write_label(self._database, image_id=image_id, class_id=class_id, state=state)
                count += 1
            write_bulk(self._database, "import_labels", {"count": count})
        return count

    def bulk(self) -> AbstractContextManager[None]:
        """Return a context that makes one transaction of all writes inside it, for imports.

        Other threads wait for the end of it: keep it below a second or so by taking a few thousand rows at a time.
        """
        return self._database.transaction()

    def save_localization(
        self,
        key: LocalizationKey,
        localization: Localization,
        *,
        image_sha256: str,
        network_name: str,
        config: LocalizerConfig,
        proposals: Sequence[ScoredBox],
        threshold: float,
    ) -> int:
        """Store a search result in place of an older one of the same key; no box is touched. Returns its id.

        Args:
            key: what was searched, by what.
            localization: the result.
            image_sha256: of the image that was searched.
            network_name: for people.
            config: of the localizer.
            proposals: boxes at `threshold`, best first.
            threshold: tau of `proposals`.

        Raises:
            StoreError: the image or class is not there, or a number is not finite; nothing is stored.
        """
        with self._database.transaction():
            return localizations.write_localization(
                self._database,
                key,
                localization,
                image_sha256=image_sha256,
                network_name=network_name,
                config=config,
                proposals=proposals,
                threshold=threshold,
            )

    def remove_localization(self, localization_id: int) -> None:
        """Forget a search result; a box made of it stays as it is. One that is gone already is no error."""
        with self._database.transaction():
            localizations.remove_localization(self._database, localization_id)

    def restore_localization(self, stored: StoredLocalization) -> None:
        """Store a removed search result again under its own id.

        Raises:
            StoreError: its image or class is not there; nothing is stored.
        """
        with self._database.transaction():
            localizations.write_localization(
                self._database,
                stored.key,
                stored.localization,
                image_sha256=stored.image_sha256,
                network_name=stored.network_name,
                config=stored.config,
                proposals=stored.proposals,
                threshold=stored.threshold,
                localization_id=stored.id,
            )

    def add_activity(self, rows: Sequence[Activity]) -> None:
        """Write down how long people worked on what, in one transaction.

        Raises:
            StoreError: an image is not there; none is written.
        """
        with self._database.transaction():
            activity.write_activity(self._database, rows)

    def set_setting(self, name: str, value: str) -> None:
        """Write a setting of the project."""
        with self._database.transaction():
            self._database.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, value))


def _own_place(path: Path) -> Path:
    """Return the absolute path of the file itself: a link to it must meet the same lock and the same log."""
    return path.resolve() if path.is_symlink() else path.absolute()


def _fill(database: Database, image_root: Path, classes: Sequence[str]) -> None:
    with database.transaction():
        store_image_root(database, image_root)
        for index, name in enumerate(classes):
            notes.write_class(database, ClassRecord(id=index + 1, name=name, color=class_color(index)))
