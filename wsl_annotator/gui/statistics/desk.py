"""Statistics joined to the window: one line in the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wsl_annotator.gui.statistics.controller import StatisticsController
from wsl_annotator.gui.statistics.tracker import ActivityTracker

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk


class StatisticsDesk(QObject):
    """Measures active time and shows what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tracker = ActivityTracker(app=desk.app, session=desk.session, store=desk.store, parent=self)
        self.controller = StatisticsController(
            session=desk.session,
            store=desk.store,
            tracker=self.tracker,
            settings=desk.settings,
            messages=desk.messages,
            window=desk.window,
            parent=self,
        )
        desk.session.edited.connect(self.tracker.on_edited)
        desk.session.image_changed.connect(self.tracker.on_image_changed)
        desk.projects.closing.connect(self.tracker.finish)
        desk.projects.closing.connect(self.controller.close_page)
