"""Paints one image of the list: thumbnail, name, status mark, counts."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.models.image_model import SUMMARY_ROLE, ImageModel
from wsl_annotator.gui.theme import theme_colors

_THUMB = QSize(64, 48)
_PAD = 8

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

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, _THUMB.height() + 2 * _PAD)

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
        self._paint_text(painter, text, option, summary)
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

    def _paint_text(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, summary: ImageSummary) -> None:
        colors = theme_colors()
        metrics = option.fontMetrics
        line = metrics.height()
        top = rect.center().y() - line - 1
        painter.setFont(option.font)
        painter.setPen(QColor(colors.text))
        name = metrics.elidedText(PurePosixPath(summary.path).name, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        side = 14
        below = top + line + 4
        mark = QRect(rect.left(), below + (line - side) // 2, side, side)
        icon("warning" if summary.problem else STATUS_ICONS[summary.status]).paint(painter, mark)
        counts = self._model.status_text(summary) if summary.problem else self._model.counts_text(summary)
        painter.setPen(QColor(colors.muted))
        width = rect.width() - side - 6
        small = metrics.elidedText(counts, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(mark.right() + 6, below, width, line), Qt.AlignmentFlag.AlignVCenter, small)
