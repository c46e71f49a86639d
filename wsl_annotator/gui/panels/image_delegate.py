"""Paints one image of the list: thumbnail, name, status, counts, doubtful labels, the class whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wsl_annotator.core.records import ClassRecord, ImageStatus, ImageSummary
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.models.image_filter import CLASS_ROLE
from wsl_annotator.gui.models.image_model import SUMMARY_ROLE, ImageModel
from wsl_annotator.gui.theme import theme_colors

_THUMB = QSize(64, 48)
_PAD = 8
_MARK = 14
ROW_HEIGHT = _THUMB.height() + 2 * _PAD

STATUS_ICONS = {
    ImageStatus.UNTOUCHED: "untouched",
    ImageStatus.IN_PROGRESS: "in-progress",
    ImageStatus.VERIFIED: "verified",
    ImageStatus.SKIPPED: "skipped",
}


class ImageDelegate(QStyledItemDelegate):
    """All rows have the same height, so that 100,000 of them scroll smoothly."""

    def __init__(self, model: ImageModel, parent: object = None) -> None:
        super().__init__(parent)
        self._model = model
        self._classes: Mapping[int, ClassRecord] = {}

    def set_classes(self, classes: Mapping[int, ClassRecord]) -> None:
        """Name the classes, by id, for lists that go class by class."""
        self._classes = classes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary = index.data(SUMMARY_ROLE)
        if not isinstance(summary, ImageSummary):
            return
        colors = theme_colors()
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colors.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colors.hover))
        thumb = QRect(rect.left() + _PAD + 4, rect.top() + _PAD, _THUMB.width(), _THUMB.height())
        self._paint_thumbnail(painter, thumb, index.data(Qt.ItemDataRole.DecorationRole), summary)
        text = QRect(thumb.right() + 10, thumb.top(), rect.right() - thumb.right() - 18, thumb.height())
        self._paint_text(painter, text, option, summary, self._classes.get(index.data(CLASS_ROLE)))
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, rect: QRect, picture: object, summary: ImageSummary) -> None:
        colors = theme_colors()
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), 4, 4)
        painter.fillPath(path, QColor(colors.alternate))
        if isinstance(picture, QPixmap) and not picture.isNull():
            # The middle of the picture fills the frame.
            scale = max(rect.width() / picture.width(), rect.height() / picture.height())
            width, height = rect.width() / scale, rect.height() / scale
            source = QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(QRectF(rect), picture, source)
            painter.restore()
        else:
            name = "warning" if summary.problem else "image"
            side = 20
            icon(name).paint(painter, QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side))
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        summary: ImageSummary,
        turn: ClassRecord | None,
    ) -> None:
        colors = theme_colors()
        metrics = option.fontMetrics
        line = metrics.height()
        top = rect.center().y() - line - 1
        painter.setFont(option.font)
        painter.setPen(QColor(colors.text))
        width = rect.width()
        if summary.doubts and not summary.problem:
            mark = QRect(rect.right() - _MARK, top + (line - _MARK) // 2, _MARK, _MARK)
            icon("warning").paint(painter, mark)
            width -= _MARK + 6
        name = metrics.elidedText(PurePosixPath(summary.path).name, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRect(rect.left(), top, width, line), Qt.AlignmentFlag.AlignVCenter, name)
        below = QRect(rect.left(), top + line + 4, rect.width(), line)
        if turn is not None:
            below = self._paint_turn(painter, below, option, turn)
        self._paint_status(painter, below, option, summary)

    def _paint_turn(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, turn: ClassRecord) -> QRect:
        """Paint the class whose turn it is; return what is left of the line."""
        dot = QRect(rect.left() + 1, rect.center().y() - 4, 9, 9)
        painter.setBrush(QColor(turn.color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(dot, 2, 2)
        name = option.fontMetrics.elidedText(turn.name, Qt.TextElideMode.ElideRight, rect.width() // 2)
        width = option.fontMetrics.horizontalAdvance(name)
        painter.setPen(QColor(theme_colors().text))
        place = QRect(dot.right() + 5, rect.top(), width, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        return rect.adjusted(width + 24, 0, 0, 0)

    def _paint_status(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, summary: ImageSummary
    ) -> None:
        mark = QRect(rect.left(), rect.top() + (rect.height() - _MARK) // 2, _MARK, _MARK)
        icon("warning" if summary.problem else STATUS_ICONS[summary.status]).paint(painter, mark)
        painter.setPen(QColor(theme_colors().muted))
        place = rect.adjusted(_MARK + 6, 0, 0, 0)
        # Whole facts go, the least first, before a word is cut.
        metrics, texts = option.fontMetrics, self._model.lines_of(summary)
        text = next((one for one in texts if metrics.horizontalAdvance(one) <= place.width()), texts[-1])
        small = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, small)
