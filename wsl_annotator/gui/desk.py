"""Everything the window consists of, made in order. How it is joined is in `wiring.py`."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.controllers.action_controller import ActionController
from wsl_annotator.gui.controllers.calibration_controller import CalibrationController
from wsl_annotator.gui.controllers.canvas_desk import CanvasDesk
from wsl_annotator.gui.controllers.class_controller import ClassController
from wsl_annotator.gui.controllers.image_folder_controller import ImageFolderController
from wsl_annotator.gui.controllers.list_controller import ListController
from wsl_annotator.gui.controllers.project_controller import ProjectController
from wsl_annotator.gui.controllers.propose_controller import ProposeController
from wsl_annotator.gui.controllers.queue_controller import QueueController
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.controllers.table_controller import TableController
from wsl_annotator.gui.controllers.view_controller import ViewController
from wsl_annotator.gui.controllers.window_controller import WindowController
from wsl_annotator.gui.evaluation.controller import EvaluationController
from wsl_annotator.gui.focus_guard import FocusGuard
from wsl_annotator.gui.garbage import Garbage
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.inspector.controller import InspectorController
from wsl_annotator.gui.keys.desk import KeyDesk
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.main_window import MainWindow
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.models.box_model import BoxModel
from wsl_annotator.gui.models.class_model import ClassModel
from wsl_annotator.gui.models.image_model import ImageModel
from wsl_annotator.gui.painted_later import PaintedLater
from wsl_annotator.gui.panels.box_panel import BoxPanel
from wsl_annotator.gui.panels.canvas_area import CanvasArea
from wsl_annotator.gui.panels.class_panel import ClassPanel
from wsl_annotator.gui.panels.image_panel import ImagePanel
from wsl_annotator.gui.panels.trace_panel import TracePanel
from wsl_annotator.gui.panels.view_bar import ViewBar
from wsl_annotator.gui.panels.welcome_page import WelcomePage
from wsl_annotator.gui.searches import Searches
from wsl_annotator.gui.services.child import Children
from wsl_annotator.gui.services.courtesy import Courtesy
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.job_service import CLOSE_WITHIN_MS, JobService
from wsl_annotator.gui.services.process_worker import ProcessWorker
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.statistics.desk import StatisticsDesk
from wsl_annotator.gui.training.controller import TrainController
from wsl_annotator.gui.turns import Turns

log = logging.getLogger(__name__)


class Desk(QObject):
    """The parts of one window. `shut_down` ends its threads.

    Args:
        app: the application.
        settings: the user's.
        children: the processes that work for the window; whoever gives them closes them after `shut_down`.
    """

    def __init__(self, app: QApplication, settings: Settings, children: Children) -> None:
        super().__init__()
        self.app = app
        self.settings = settings
        self.settings.setParent(self)
        self.session = Session(self)
        self.stack = QUndoStack(self)
        self.keys = KeyMap(settings, self)
        self.messages = Messages(self, key_name=self.keys.key_name)
        self.turns = Turns(self)
        self.courtesy = Courtesy(self.turns, self)
        self.garbage = Garbage(self)
        self._make_services(children)
        self._make_widgets()
        self._make_controllers()
        self._all_ended: bool | None = None

    def _make_services(self, children: Children) -> None:
        self.network = JobService("network", self, worker=ProcessWorker(children.network))
        self.store = JobService("store", self)
        self.calibration_jobs = JobService("calibration", self, worker=ProcessWorker(children.fits))
        self.decode = DecodeService(self, gate=self.courtesy.gate)
        self.thumbnails = ThumbnailService(self, gate=self.courtesy.gate)
        self.list_jobs = JobService("lists", self)

    def _make_widgets(self) -> None:
        self.window = MainWindow(self.keys.keys)
        self.actions = self.window.actions_by_name
        self.images = ImageModel(self.thumbnails, self)
        self.boxes = BoxModel(self)
        self.classes = ClassModel(self)
        self.canvas = AnnotationCanvas()
        self.painted_later = PaintedLater(self.canvas.viewport(), self.turns, self)
        self.view_bar = ViewBar(self.actions["heat"], self.actions["tone"])
        self.area = CanvasArea(self.canvas, self.view_bar)
        self.image_panel = ImagePanel(self.images, self.actions["resort"])
        self.class_panel = ClassPanel(self.classes)
        self.class_panel.add_button.setDefaultAction(self.actions["add_class"])
        self.box_panel = BoxPanel(self.boxes)
        self.trace_panel = TracePanel()
        self.welcome = WelcomePage(
            sample=self.actions["open_sample"], new=self.actions["new_project"], open_=self.actions["open_project"]
        )
        self.window.set_pages(self.welcome, self.area)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        images = self.window.add_dock("images", self.tr("Images"), self.image_panel, left)
        classes = self.window.add_dock("classes", self.tr("Classes"), self.class_panel, right)
        boxes = self.window.add_dock("boxes", self.tr("Boxes and proposals"), self.box_panel, right)
        self.trace_dock = self.window.add_dock(
            "trace", self.tr("Search, level by level"), self.trace_panel, Qt.DockWidgetArea.BottomDockWidgetArea
        )
        self.trace_dock.hide()
        show_trace = self.trace_dock.toggleViewAction()
        show_trace.setIcon(icon("trace"))
        show_trace.setStatusTip(self.tr("Step through the search of the current class, level by level"))
        self.window.toolbar.insertAction(self.actions["zoom_out"], show_trace)
        self.window.setCorner(Qt.Corner.BottomLeftCorner, left)
        self.window.setCorner(Qt.Corner.BottomRightCorner, right)
        self.window.resizeDocks([images, classes], [300, 350], Qt.Orientation.Horizontal)
        self.window.resizeDocks([classes, boxes], [480, 320], Qt.Orientation.Vertical)
        self.actions.attach(self.window, canvas=self.canvas)
        self.guard = FocusGuard(self)
        self.guard.watch(self.window)

    def _make_controllers(self) -> None:
        session, messages, window = self.session, self.messages, self.window
        self.review = ReviewController(session, self.stack, messages, self)
        self.class_desk = ClassController(
            session=session,
            model=self.classes,
            panel=self.class_panel,
            review=self.review,
            window=window,
            turns=self.turns,
            parent=self,
        )
        self.view = ViewController(
            session=session,
            canvas=self.canvas,
            area=self.area,
            bar=self.view_bar,
            trace=self.trace_panel,
            decode=self.decode,
            settings=self.settings,
            actions=self.actions,
            turns=self.turns,
            parent=self,
        )
        self.table = TableController(
            session=session, model=self.boxes, panel=self.box_panel, turns=self.turns, parent=self
        )
        self.lists = ListController(
            session=session,
            model=self.images,
            panel=self.image_panel,
            jobs=self.list_jobs,
            decode=self.decode,
            thumbnails=self.thumbnails,
            messages=messages,
            turns=self.turns,
            parent=self,
        )
        self.queue = QueueController(
            session=session,
            model=self.images,
            panel=self.image_panel,
            lists=self.lists,
            review=self.review,
            jobs=self.list_jobs,
            settings=self.settings,
            messages=messages,
            parent=self,
        )
        self.propose = ProposeController(
            session=session,
            network=self.network,
            store=self.store,
            settings=self.settings,
            messages=messages,
            parent=self,
        )
        self.projects = ProjectController(
            session=session,
            stack=self.stack,
            store=self.store,
            settings=self.settings,
            messages=messages,
            window=window,
            parent=self,
        )
        self.image_folder = ImageFolderController(
            session=session,
            projects=self.projects,
            view=self.view,
            decode=self.decode,
            thumbnails=self.thumbnails,
            messages=messages,
            window=window,
            parent=self,
        )
        self.calibration = CalibrationController(
            session=session,
            review=self.review,
            jobs=self.calibration_jobs,
            panel=self.class_panel,
            classes=self.class_desk,
            settings=self.settings,
            window=window,
            parent=self,
        )
        self.action_desk = ActionController(
            actions=self.actions,
            session=session,
            stack=self.stack,
            messages=messages,
            is_running=self.is_running,
            is_busy=self.is_busy,
            is_unseen=self.view.is_unseen,
            parent=self,
        )
        self.windows = WindowController(self)
        self.key_desk = KeyDesk(self)
        self.statistics = StatisticsDesk(self)
        self.canvas_desk = CanvasDesk(self)
        self.searches = Searches(self)
        self.inspector = InspectorController(
            session=session, network=self.network, settings=self.settings, keys=self.keys, parent=self
        )
        self.evaluation = EvaluationController(session=session, messages=messages, window=window, parent=self)
        self.training = TrainController(
            session=session,
            store=self.store,
            settings=self.settings,
            messages=messages,
            propose=self.propose,
            window=window,
            parent=self,
        )

    def is_running(self) -> bool:
        """Whether a run of the network is under way."""
        return self.propose.running or self.searches.running

    def is_busy(self) -> bool:
        """Whether an import, export or new project is under way."""
        return self.projects.busy or self.calibration.busy

    def shut_down(self) -> bool:
        """Stop every thread and close the project; return whether all ended in time. A second call only repeats that.

        Finished work is stored first. A thread may not end in time where it reads from a share that does not answer:
        nothing of the user's hangs on it.
        """
        if self._all_ended is not None:
            return self._all_ended
        self.propose.abandon()
        self.statistics.tracker.finish()
        self.searches.abandon()
        self.training.shut_down()
        self.evaluation.shut_down()
        self.inspector.close()
        services = (
            *(self.store, self.network, self.calibration_jobs, self.list_jobs, self.thumbnails.jobs),
            *self.decode.services,
            *self.inspector.services,
        )
        for service in services:
            service.ask_to_end()
        deadline = time.monotonic() + CLOSE_WITHIN_MS / 1000
        ended = [service.stop(max(1, round((deadline - time.monotonic()) * 1000))) for service in services]
        self.stack.clear()
        self.session.close()
        self.settings.sync()
        self.garbage.finish()
        self._all_ended = all(ended)
        return self._all_ended
