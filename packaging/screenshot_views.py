"""The pictures of one theme at one scale: `screenshots.py` runs it once for each.

Arguments: THEME WORK IMAGE_ID KEY [VIEW ...]. WORK holds `sample/sample.wsl`; pictures go to WORK/pictures.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from screenshot_dialogs import DIALOGS, HOME
from screenshot_project import Showcase, true_boxes

from wsl_annotator.gui.app import make_application, make_desk
from wsl_annotator.gui.desk import Desk
from wsl_annotator.gui.services.child import Children
from wsl_annotator.workflow.queue import QueuePlan

SIZE = (1320, 840)
WAIT_S = 240.0
NO_KEY = Qt.KeyboardModifier.NoModifier


class Studio:
    """One window, and the means to bring it into each state."""

    def __init__(self, desk: Desk, *, pictures: Path, showcase: Showcase, wanted: set[str]) -> None:
        self.desk = desk
        self.window = desk.window
        self.showcase = showcase
        self._pictures = pictures
        self._wanted = wanted

    def wants(self, *names: str) -> bool:
        """Return whether one of these pictures is to be made."""
        return not self._wanted or bool(self._wanted & set(names))

    def pause(self, milliseconds: int = 150) -> None:
        """Let the windows paint and the threads report."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        end = time.monotonic() + WAIT_S
        while not condition():
            if time.monotonic() > end:
                raise SystemExit("the window did not come so far in time")
            self.pause(20)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture of a window; the main window where none is given."""
        if not self.wants(name):
            return
        self.pause()
        (widget or self.window).grab().save(str(self._pictures / f"{name}.png"))

    def shoot_sheet(self, name: str, dialog: QWidget) -> None:
        """Write a picture of a dialog in the size that it asks for, and close it."""
        dialog.ensurePolished()
        dialog.adjustSize()
        dialog.show()
        self.shoot(name, dialog)
        dialog.close()

    def show_image(self, image_id: int) -> None:
        """Show an image and wait for its picture."""
        self.desk.lists.show_image(image_id)
        self.until(self.is_image_shown)
        self.pause()

    def is_image_shown(self) -> bool:
        """Whether the current image is on the canvas."""
        image, scene = self.desk.session.image, self.desk.canvas.canvas_scene
        return image is not None and scene.width == image.width > 0

    def at(self, x: float, y: float) -> QPointF:
        """Return where a pixel of the image is on the canvas."""
        return self.desk.canvas.viewportTransform().map(QPointF(x, y))


def main_views(studio: Studio) -> None:
    """The window while a person reviews."""
    desk, window = studio.desk, studio.window
    studio.show_image(studio.showcase.image_id)
    desk.canvas.select(studio.showcase.key)
    desk.review.accept()
    window.message_bar.hide()
    desk.canvas.setFocus()
    studio.pause(600)
    studio.until(lambda: not desk.thumbnails.jobs.busy)
    studio.shoot("main")
    desk.trace_dock.show()
    studio.pause(300)
    desk.trace_panel.set_level(4)
    studio.shoot("search")
    desk.trace_dock.hide()
    studio.pause()


def heat_view(studio: Studio) -> None:
    """A heat map strong and alone."""
    desk, bar = studio.desk, studio.desk.view_bar
    desk.actions["show_boxes"].setChecked(False)
    before = bar.opacity.value()
    bar.opacity.setValue(85)
    desk.view.refresh_class()
    studio.shoot("heat")
    bar.opacity.setValue(before)
    desk.actions["show_boxes"].setChecked(True)


def editing_views(studio: Studio) -> None:
    """Several boxes selected, and a box drawn by its four outermost points."""
    desk, canvas = studio.desk, studio.desk.canvas
    keys = [item.key for item in canvas.canvas_scene.visible_items]
    canvas.select_all(keys)
    studio.shoot("several")
    canvas.select("")
    # Three of the four points of a ball, the fourth under the mouse.
    project, image = desk.session.project, desk.session.image
    assert project is not None
    assert image is not None
    box = next(box for class_id, box in true_boxes(project)[image.id] if class_id == desk.session.class_id)
    middle_x, middle_y = (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2
    points = [(middle_x, box.y1), (box.x1, middle_y), (middle_x, box.y2), (box.x2, middle_y)]
    canvas.set_tool("extreme")
    for x, y in points[:3]:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEY, studio.at(x, y).toPoint())
    QTest.mouseMove(canvas.viewport(), studio.at(*points[3]).toPoint())
    studio.shoot("extreme")
    canvas.set_tool("edit")


def queue_view(studio: Studio) -> None:
    """A filter typed, and the order of the queue."""
    desk, panel = studio.desk, studio.desk.image_panel
    panel.queue.order.setCurrentIndex(2)
    panel.queue.order.activated.emit(2)
    panel.filter.setText("label:ball -status:verified")
    panel.filter.setFocus()
    studio.until(lambda: not desk.queue.busy)
    studio.pause(300)
    studio.shoot("queue")
    panel.filter.clear()
    panel.queue.set_plan(QueuePlan())
    desk.queue.arrange()
    studio.until(lambda: not desk.queue.busy)
    desk.canvas.setFocus()


def tour(studio: Studio, project: Path) -> None:
    """Show everything, one after the other."""
    desk = studio.desk
    desk.welcome.set_recent([HOME / "fruit.wsl", HOME / "street-scenes.wsl"])
    studio.shoot("welcome")
    desk.projects.open_path(project)
    studio.until(studio.is_image_shown)
    studio.until(lambda: not desk.queue.busy)
    main_views(studio)
    heat_view(studio)
    editing_views(studio)
    queue_view(studio)
    for name, view in DIALOGS:
        if studio.wants(*name):
            view(studio)
            studio.pause()


def main() -> int:
    """Drive the window and write the pictures."""
    theme, work, image_id, key, *wanted = sys.argv[1:]
    folder = Path(work)
    pictures = folder / "pictures"
    pictures.mkdir()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    children = Children()
    desk = make_desk(make_application(), children)
    desk.windows.set_theme(theme)
    desk.window.resize(*SIZE)
    desk.window.show()
    desk.window.activateWindow()
    showcase = Showcase(int(image_id), key)
    studio = Studio(desk, pictures=pictures, showcase=showcase, wanted=set(wanted))
    try:
        tour(studio, folder / "sample" / "sample.wsl")
    finally:
        desk.window.close()
        desk.shut_down()
        children.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
