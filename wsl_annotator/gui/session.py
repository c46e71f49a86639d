"""What is open and what is current: project, image, class, selection. Everyone else listens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ClassRecord, ImageRecord
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.models.box_values import canvas_boxes
from wsl_annotator.store.edits import DeleteClass, Edit, PutClass, SetLabel, SetStatus, SetThreshold, flat
from wsl_annotator.workflow.candidates import merged_proposals
from wsl_annotator.workflow.review import Proposal, judged_boxes
from wsl_annotator.workflow.stepping import ImageVisit

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization
    from wsl_annotator.store.project import Project


class Session(QObject):
    """The current state of the window. Its own methods alone change it.

    `threshold_changed` names the class, or 0 where several changed at once.
    """

    project_changed = Signal()
    images_changed = Signal()
    image_changed = Signal()
    content_changed = Signal()
    boxes_changed = Signal()
    classes_changed = Signal()
    class_changed = Signal()
    threshold_changed = Signal(int)
    selection_changed = Signal(str)
    summary_changed = Signal(int)
    edit_failed = Signal(object)
    edited = Signal(object)
    began = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.image: ImageRecord | None = None
        self.class_id = 0
        self.selection = ""
        self.group: tuple[str, ...] = ()
        self.hidden: frozenset[str] = frozenset()
        self.show_rejected = False
        self.classes: tuple[ClassRecord, ...] = ()
        self.owned: dict[int, BoxRecord] = {}
        self.labels: Mapping[int, LabelState] = {}
        self.localizations: dict[int, StoredLocalization] = {}
        self.scoped: tuple[StoredLocalization, ...] = ()
        self.visit = ImageVisit()
        self._previewed: dict[int, float] = {}
        self._proposals: dict[int, list[Proposal]] = {}

    # project

    @property
    def writable(self) -> bool:
        """Whether edits are possible."""
        return self.project is not None and not self.project.read_only

    def open(self, project: Project) -> None:
        """Take over an open project and show its first image."""
        self.close()
        self.project = project
        self.classes = tuple(project.classes())
        self.class_id = self.classes[0].id if self.classes else 0
        self.project_changed.emit()
        self.classes_changed.emit()
        self.class_changed.emit()

    def close(self) -> None:
        """Close the project, if one is open."""
        if self.project is None:
            return
        project, self.project = self.project, None
        self._clear_image()
        self.classes, self.class_id = (), 0
        self._previewed.clear()
        self.image_changed.emit()
        self.project_changed.emit()
        self.classes_changed.emit()
        project.close()

    def _clear_image(self) -> None:
        self.image, self.selection = None, ""
        self.group, self.hidden = (), frozenset()
        self.owned, self.labels, self.localizations, self.scoped = {}, {}, {}, ()
        self.visit.forget()
        self._proposals.clear()

    def reload(self) -> None:
        """Read everything again, after something else wrote to the project."""
        if self.project is not None:
            self.refresh_classes()
            self.images_changed.emit()
            self.reload_image()

    def refresh_classes(self) -> None:
        """Read the classes again; a run or an import may have added some."""
        if self.project is None:
            return
        before = [(record.id, record.name, record.color) for record in self.classes]
        self.classes = tuple(self.project.classes())
        if [(record.id, record.name, record.color) for record in self.classes] == before:
            return
        if self.class_record(self.class_id) is None:
            self.class_id = self.classes[0].id if self.classes else 0
        self.classes_changed.emit()
        self.class_changed.emit()

    # image

    def go_to(self, image_id: int) -> None:
        """Show an image."""
        if self.project is None or (self.image is not None and self.image.id == image_id):
            return
        self.began.emit()
        self._clear_image()
        self.image = self.project.image(image_id)
        self._read_image()
        before, self.class_id = self.class_id, self._class_to_look_at()
        self.image_changed.emit()
        if self.class_id != before:
            self.class_changed.emit()
        self.selection_changed.emit("")
        self.content_changed.emit()

    def reload_image(self) -> None:
        """Read the current image again, after something else wrote to the project."""
        if self.project is None or self.image is None:
            return
        self.began.emit()
        self.image = self.project.image(self.image.id)
        self._read_image()
        self.set_class(self._class_to_look_at())
        self._drop_lost_selection()
        self.content_changed.emit()

    def _class_to_look_at(self) -> int:
        """Return the current class; where another one was searched and not this, the one with most confidence."""
        if not self.localizations or self.class_id in self.localizations:
            return self.class_id
        best = max(self.localizations.values(), key=lambda stored: stored.localization.class_score)
        return best.key.class_id

    def _read_image(self) -> None:
        assert self.project is not None and self.image is not None  # noqa: PT018
        image_id = self.image.id
        self.owned = {record.id: record for record in self.project.boxes(image_id)}
        self.labels = self.project.labels(image_id)
        self.localizations = {stored.key.class_id: stored for stored in self.project.localizations(image_id)}
        self.scoped = tuple(self.project.scoped_localizations(image_id))
        self._proposals.clear()

    # class, selection

    def set_class(self, class_id: int) -> None:
        """Make a class current: its heat map is shown, new boxes are of it."""
        if class_id != self.class_id and self.class_record(class_id) is not None:
            self.class_id = class_id
            self.class_changed.emit()

    def class_record(self, class_id: int) -> ClassRecord | None:
        """Return a class, or None."""
        return next((record for record in self.classes if record.id == class_id), None)

    def select(self, key: str) -> None:
        """Select a box by its key; an empty key, or one of no box here, selects none. Its class becomes current."""
        if key == self.selection:
            return
        box = self.box(key)
        if box is None and not self.selection:
            return
        self.selection, self.group = key if box is not None else "", ()
        if box is not None:
            self.set_class(box.class_id)
        self.selection_changed.emit(self.selection)

    def set_group(self, keys: Sequence[str]) -> None:
        """Select several boxes, of which `selection` is one; fewer than two are no group."""
        group = tuple(keys) if len(keys) > 1 else ()
        if group != self.group:
            self.group = group
            self.selection_changed.emit(self.selection)

    def set_hidden(self, keys: frozenset[str]) -> None:
        """Hide boxes of the current image until it is left."""
        if keys != self.hidden:
            self.hidden = keys
            self.boxes_changed.emit()

    def _drop_lost_selection(self) -> None:
        if self.group:
            known = {box.key for box in self.boxes()}
            kept = tuple(key for key in self.group if key in known)
            self.group = kept if len(kept) > 1 else ()
        if self.selection and self.box(self.selection) is None:
            self.selection = ""
            self.selection_changed.emit("")

    def set_show_rejected(self, *, on: bool) -> None:
        """Show or hide rejected boxes."""
        self.show_rejected = on
        self._drop_lost_selection()
        self.boxes_changed.emit()

    # boxes and proposals

    def threshold(self, class_id: int) -> float:
        """Return the threshold that is shown: the slider's while it moves, else the stored one."""
        record = self.class_record(class_id)
        return self._previewed.get(class_id, record.threshold if record is not None else 0.5)

    def preview_threshold(self, class_id: int, value: float) -> None:
        """Show the boxes of a class at another threshold, without storing it."""
        self._preview((class_id,), value)

    def preview_all_thresholds(self, value: float) -> None:
        """Show the boxes of every class at one threshold, without storing it."""
        self._preview([record.id for record in self.classes], value)

    def _preview(self, class_ids: Sequence[int], value: float) -> None:
        for class_id in class_ids:
            self._previewed[class_id] = value
            self.visit.settle(class_id)
            self._proposals.pop(class_id, None)
        self._drop_lost_selection()
        self._tell_thresholds(class_ids)
        self.boxes_changed.emit()

    def _tell_thresholds(self, class_ids: Sequence[int]) -> None:
        if class_ids:
            self.threshold_changed.emit(class_ids[0] if len(class_ids) == 1 else 0)

    def proposals(self) -> list[Proposal]:
        """Return what is still to be judged in the current image, by class, best first."""
        searched = dict.fromkeys((*self.localizations, *(stored.key.class_id for stored in self.scoped)))
        return [found for class_id in searched for found in self._proposals_of(class_id)]

    def _proposals_of(self, class_id: int) -> list[Proposal]:
        if class_id not in self._proposals:
            owned = [record for record in self.owned.values() if record.class_id == class_id]
            searches = self.searches(class_id)
            found = merged_proposals(searches, owned, {class_id: self.threshold(class_id)})
            ids, judged = [stored.id for stored in searches], judged_boxes(owned).get(class_id, [])
            self._proposals[class_id] = self.visit.shown(class_id, found, judged=judged, searches=ids)
        return self._proposals[class_id]

    def searches(self, class_id: int) -> list[StoredLocalization]:
        """Return the searches of a class in the current image: of all of it, then of parts, newest first."""
        plain = self.localizations.get(class_id)
        parts = [stored for stored in reversed(self.scoped) if stored.key.class_id == class_id]
        return parts if plain is None else [plain, *parts]

    def search_of(self, key: str, class_id: int) -> StoredLocalization | None:
        """Return the search of a class that a box came from; else the one of the whole image, else the newest."""
        # Nothing selected is what every new image begins with: no map is cut for it.
        proposal, record = self.proposal(key) if key else None, self.owned_box(key)
        wanted = proposal.localization_id if proposal is not None else record and record.origin.localization_id
        searches = self.searches(class_id)
        return next((stored for stored in searches if stored.id == wanted), searches[0] if searches else None)

    def show_step(self, class_id: int) -> None:
        """Show the proposals of a class again, after a step from one candidate to another."""
        self._proposals.pop(class_id, None)
        self._drop_lost_selection()
        self.boxes_changed.emit()

    def proposal(self, key: str) -> Proposal | None:
        """Return a proposal by its key, or None."""
        return next((proposal for proposal in self.proposals() if proposal.key == key), None)

    def owned_box(self, key: str) -> BoxRecord | None:
        """Return a person's box by its key (`b<id>`), or None."""
        return self.owned.get(int(key[1:])) if key.startswith("b") else None

    def boxes(self) -> list[CanvasBox]:
        """Return everything to draw in the current image: a person's boxes, then proposals."""
        return canvas_boxes(
            self.owned.values(),
            self.proposals(),
            classes=self.classes,
            hidden=self.hidden,
            writable=self.writable,
            show_rejected=self.show_rejected,
        )

    def box(self, key: str) -> CanvasBox | None:
        """Return a drawn box by its key, or None."""
        return next((box for box in self.boxes() if box.key == key), None) if key else None

    # edits

    def apply(self, edit: Edit) -> Edit:
        """Apply an edit to the project and read again what it touched.

        Returns:
            The exact inverse.

        Raises:
            StoreError: nothing was changed.
        """
        if self.project is None:
            raise StoreError("No project is open.")
        self.began.emit()
        inverse = self.project.apply(edit)
        self._after(edit)
        self.edited.emit(edit)
        return inverse

    def _after(self, edit: Edit) -> None:
        edits = flat(edit)
        if any(isinstance(one, SetThreshold | PutClass | DeleteClass) for one in edits):
            self._read_classes(edits)
        if self.image is not None and self.project is not None:
            self.image = self.project.image(self.image.id)
            before, self.owned = self.owned, {record.id: record for record in self.project.boxes(self.image.id)}
            self.labels = self.project.labels(self.image.id)
            for record in (*before.values(), *self.owned.values()):
                if before.get(record.id) != self.owned.get(record.id):
                    self._proposals.pop(record.class_id, None)
            self._drop_lost_selection()
            self.content_changed.emit()
            self.summary_changed.emit(self.image.id)
        for image_id in {one.image_id for one in edits if isinstance(one, SetLabel | SetStatus)}:
            if self.image is None or image_id != self.image.id:
                self.summary_changed.emit(image_id)

    def _read_classes(self, edits: Sequence[Edit]) -> None:
        self._proposals.clear()
        moved = [one.class_id for one in edits if isinstance(one, SetThreshold)]
        for class_id in moved:
            self._previewed.pop(class_id, None)
            self.visit.settle(class_id)
        self.refresh_classes()
        self._tell_thresholds(moved)
