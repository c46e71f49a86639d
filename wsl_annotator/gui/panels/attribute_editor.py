"""The fields of VOC and COCO of the selected box: shown, and changed by a click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from wsl_annotator.workflow.edits_attributes import FLAGS, POSE, POSES, flag_of, pose_of


class AttributeEditor(QWidget):
    """Four flags and the pose.

    Signals:
        attribute_chosen: name of the field, and its new value (bool, or str for the pose).
    """

    attribute_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "muted")
        self.title.setWordWrap(True)
        texts = {
            "difficult": (self.tr("Difficult"), self.tr("Hard to recognise: evaluations leave it out")),
            "truncated": (self.tr("Truncated"), self.tr("Part of the object is beyond the image or the box")),
            "occluded": (self.tr("Occluded"), self.tr("Something stands before part of the object")),
            "iscrowd": (self.tr("Crowd"), self.tr("A group of objects under one box (COCO's iscrowd)")),
        }
        self.flags: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, name in enumerate(FLAGS):
            box = QCheckBox(texts[name][0])
            box.setToolTip(texts[name][1])
            box.setObjectName(name)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.clicked.connect(self._on_flag_clicked)
            self.flags[name] = box
            grid.addWidget(box, number // 2, number % 2)
        self.pose = QComboBox()
        self.pose.setEditable(True)
        self.pose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.pose.addItems(POSES)
        self.pose.setAccessibleName(self.tr("Pose"))
        self.pose.setToolTip(self.tr("From where the object is seen, in the words of VOC or any other"))
        self.pose.lineEdit().setMaxLength(64)
        self.pose.activated.connect(self._on_pose_chosen)
        self.pose.lineEdit().editingFinished.connect(self._on_pose_chosen)
        label = QLabel(self.tr("Pose"))
        label.setBuddy(self.pose)
        row = len(FLAGS) // 2
        grid.addWidget(label, row, 0)
        grid.addWidget(self.pose, row, 1)
        grid.setColumnStretch(1, 1)
        box_layout = QVBoxLayout(self)
        box_layout.setContentsMargins(12, 8, 12, 8)
        box_layout.setSpacing(6)
        box_layout.addWidget(self.title)
        box_layout.addLayout(grid)
        self._shown_pose = ""
        self.show_fields(None, count=0, editable=False)

    def show_fields(self, attributes: Mapping[str, Any] | None, *, count: int, editable: bool) -> None:
        """Show a box's fields.

        Args:
            attributes: of a person's box; None where none is selected.
            count: how many boxes a click changes.
            editable: whether they may be changed.
        """
        if attributes is None:
            self.title.setText(self.tr("Fields of an accepted or drawn box"))
        elif count > 1:
            self.title.setText(self.tr("Fields of %n selected box(es)", "", count))
        else:
            self.title.setText(self.tr("Fields of the selected box"))
        usable = attributes is not None and editable
        values = attributes or {}
        for name, box in self.flags.items():
            box.setChecked(flag_of(values, name))
            box.setEnabled(usable)
        self.pose.setEnabled(usable)
        self._shown_pose = pose_of(values)
        if self.pose.currentText() != (self._shown_pose or POSES[0]):
            self.pose.setEditText(self._shown_pose or POSES[0])

    def _on_flag_clicked(self, checked: bool) -> None:
        self.attribute_chosen.emit(self.sender().objectName(), checked)

    def _on_pose_chosen(self) -> None:
        text = self.pose.currentText().strip()
        # No pose and VOC's word for it are the same: a box is not changed by looking at it.
        if (text or POSES[0]) != (self._shown_pose or POSES[0]):
            self.attribute_chosen.emit(POSE, text)
