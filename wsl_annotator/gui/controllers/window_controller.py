"""The window's own matters: title, status bar, theme, switches, sheets, menus, closing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.parts import accepted
from wsl_annotator.gui.dialogs.sheets import AboutSheet, ReportSheet
from wsl_annotator.gui.menus import RECENT_MENU
from wsl_annotator.gui.settings import THEMES
from wsl_annotator.gui.shortcuts import CLASS_KEYS
from wsl_annotator.gui.theme import apply_theme
from wsl_annotator.gui.typed_text import finish_typing
from wsl_annotator.workflow.engine import EngineIdentity
from wsl_annotator.workflow.propose import ProposeReport

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk

SWITCHES = {
    "heat": True,
    "show_boxes": True,
    "show_labels": True,
    "show_rejected": False,
    "keep_view": False,
    "search_ahead": False,
    "auto_threshold": True,
}


class WindowController(QObject):
    """Keeps the window's frame in step with the session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._device = ""
        self._language = desk.settings.language
        self._docks_on = True
        self._wanted_docks: set[str] = set()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh_icons)

    # start and end

    def restore(self) -> None:
        """Put the window as it was left: layout, theme, switches."""
        desk, settings = self._desk, self._desk.settings
        for name, default in SWITCHES.items():
            desk.actions[name].setChecked(settings.switch(name, default=default))
        desk.actions[f"theme_{settings.theme}"].setChecked(True)
        desk.actions[f"language_{self._language}"].setChecked(True)
        desk.view_bar.set_style(colormap=settings.colormap, opacity=settings.heat_opacity)
        desk.view.apply_style()
        desk.window.restore_layout(*settings.layout())
        self.on_project_changed()
        self._show_device("")
        desk.key_desk.tell_dropped()
        if settings.notice:
            desk.messages.warn(settings.notice)

    @Slot()
    def on_closing(self) -> None:
        """Remember the layout, stop the threads, close the project."""
        desk = self._desk
        finish_typing()
        if desk.session.project is not None:
            desk.settings.set_layout(*desk.window.layout_bytes())
        desk.shut_down()

    # frame

    @Slot()
    def on_project_changed(self) -> None:
        """Show the desk or the welcome page, and the project's name."""
        desk, project = self._desk, self._desk.session.project
        desk.window.show_desk(on=project is not None)
        self._show_docks(on=project is not None)
        if project is None:
            desk.window.setWindowTitle("WSL Annotator")
            desk.welcome.set_recent(desk.settings.recent)
            # What was said of the project, and of its picture, is of no use without it.
            desk.window.message_bar.hide()
            desk.window.status.forget_picture()
            return
        mark = self.tr(" (read-only)") if project.read_only else ""
        desk.window.setWindowTitle(f"{project.path.stem}{mark} — WSL Annotator")
        # Where the focus was is hidden now, and Qt would give it to a slider, which hears the arrows.
        desk.canvas.setFocus()

    def _show_docks(self, *, on: bool) -> None:
        """Hide the docks on the welcome page; put them back as they were."""
        if on == self._docks_on:
            return
        self._docks_on = on
        for name, dock in self._desk.window.docks.items():
            dock.toggleViewAction().setVisible(on)
            if on:
                dock.setVisible(name in self._wanted_docks)
        if not on:
            self._wanted_docks = {name for name, dock in self._desk.window.docks.items() if not dock.isHidden()}
            for dock in self._desk.window.docks.values():
                dock.hide()

    @Slot()
    def fill_recent(self) -> None:
        """Fill the menu of recent projects."""
        menu = self._desk.window.submenus[RECENT_MENU]
        menu.clear()
        for path in self._desk.settings.recent:
            action = menu.addAction(path.stem)
            action.setStatusTip(str(path))
            action.setData(str(path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)

    @Slot(QAction)
    def on_recent_triggered(self, action: QAction) -> None:
        """Open a recent project."""
        if action.data():
            self._desk.projects.open_path(Path(action.data()))

    @Slot(float)
    def on_zoom_changed(self, zoom: float) -> None:
        """Show the zoom."""
        self._desk.window.status.zoom.setText(f"{zoom:.0%}")

    @Slot(bool)
    def on_unseen_changed(self, unseen: bool) -> None:
        """Show no zoom and no pixel of a picture that is not there."""
        if unseen:
            self._desk.window.status.forget_picture()

    @Slot(float, float)
    def on_cursor_moved(self, x: float, y: float) -> None:
        """Show the pixel under the mouse."""
        self._desk.window.status.cursor.setText(f"{x:.0f}, {y:.0f}")

    @Slot()
    def on_cursor_left(self) -> None:
        """Show no pixel."""
        self._desk.window.status.cursor.setText("")

    @Slot(object)
    def on_identity_known(self, identity: EngineIdentity) -> None:
        """Show what searches, and where."""
        self._show_device(f"{identity.network_name} · {identity.config.preset} · {identity.device}")

    def _show_device(self, text: str) -> None:
        choice = self._desk.settings.search
        self._device = text
        shown = text or f"{Path(choice.network).name} · {choice.preset} · {choice.device}"
        self._desk.window.status.device.setText(shown)

    @Slot(str)
    def on_job_began(self, text: str) -> None:
        """Show a job in the status bar."""
        self._desk.window.status.job.begin(text, stoppable=True)
        self._desk.action_desk.refresh()

    @Slot()
    def on_job_ended(self) -> None:
        """Hide the job."""
        if not self._desk.is_running() and not self._desk.is_busy():
            self._desk.window.status.job.end()
        self._desk.action_desk.refresh()

    @Slot()
    def stop_jobs(self) -> None:
        """Stop what runs."""
        self._desk.propose.cancel()
        self._desk.searches.cancel()
        self._desk.projects.cancel()
        self._desk.calibration.cancel()

    @Slot(object)
    def on_run_reported(self, report: ProposeReport) -> None:
        """Say what a run found."""
        messages = self._desk.messages
        if report.images == 0 and not report.skipped:
            if report.reused:
                messages.info(self.tr("Already searched with this network and these settings."))
            else:
                messages.warn(
                    self.tr("There is nothing to search."),
                    self.tr("Say in the class panel which classes are in the image."),
                )
            return
        text = self.tr("%n image(s) searched", "", report.images)
        text += self.tr(", %n box(es) proposed", "", report.boxes)
        text += self.tr(" in {0:.1f} s.").format(report.seconds)
        if report.skipped:
            text += self.tr(" %n image(s) or class(es) left out.", "", len(report.skipped))
        keys = self._desk.messages.key_name
        hint = self.tr("{0} accepts the best, {1} rejects it.").format(keys("accept"), keys("reject"))
        messages.report(text, report.skipped, hint if report.boxes else "")

    # switches, theme and language

    @Slot(bool)
    def on_switched(self, on: bool) -> None:
        """Apply a view switch and remember it."""
        desk = self._desk
        name = self.sender().objectName()
        desk.settings.set_switch(name, on=on)
        if name == "heat":
            desk.view.refresh_class()
        elif name == "show_boxes":
            desk.canvas.set_boxes_visible(on)
        elif name == "show_labels":
            desk.canvas.set_labels_visible(on)
        elif name == "keep_view":
            desk.canvas.keep_view = on
        elif name == "show_rejected":
            desk.canvas.set_rejected_visible(on)
            desk.session.set_show_rejected(on=on)

    @Slot(bool)
    def on_theme_toggled(self, on: bool) -> None:
        """Put another theme on."""
        if on:
            name = self.sender().objectName().removeprefix("theme_")
            self.set_theme(name if name in THEMES else "system")

    def set_theme(self, name: str) -> None:
        """Put a theme on and remember it."""
        self._desk.settings.theme = name
        apply_theme(self._desk.app, name)
        self.refresh_icons()

    @Slot()
    def refresh_icons(self) -> None:
        """Draw the icons again: the person chose another theme, or the desktop turned dark or light."""
        self._desk.actions.refresh_icons()
        self._desk.welcome.refresh_icons()

    @Slot(bool)
    def on_language_toggled(self, on: bool) -> None:
        """Remember another language; texts that are shown stay as they are until the next start."""
        name = self.sender().objectName().removeprefix("language_")
        settings, messages = self._desk.settings, self._desk.messages
        if not on or name == settings.language:
            return
        settings.language = name
        if name == self._language:
            messages.info(self.tr("The language stays as it is."))
        else:
            messages.info(self.tr("The language changes when the program is started again."))

    def leave_canvas(self) -> None:
        """Move the keyboard from the picture to the image list, and back."""
        desk = self._desk
        target = desk.image_panel.list if desk.canvas.hasFocus() else desk.canvas
        target.setFocus()

    # sheets

    @Slot()
    def show_about(self) -> None:
        """Show version and licence."""
        accepted(AboutSheet(device=self._device, parent=self._desk.window))

    @Slot(str, object)
    def show_details(self, summary: str, lines: tuple[str, ...]) -> None:
        """Show what a job left out, without stopping the work."""
        sheet = ReportSheet(title=self.tr("Details"), summary=summary, lines=lines, parent=self._desk.window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.setModal(False)
        sheet.show()

    @Slot()
    def ask_network(self) -> None:
        """Ask which network searches."""
        settings = self._desk.settings
        folder = Path(settings.folder("network"))
        dialog = NetworkDialog(settings.search, device=self._device, folder=folder, parent=self._desk.window)
        if accepted(dialog):
            settings.search = self._desk.training.with_code(dialog.choice())
            self.on_network_chosen()

    @Slot()
    def on_network_chosen(self) -> None:
        """Show which network searches from now on."""
        self._show_device("")

    @Slot(str, QPoint)
    def show_box_menu(self, key: str, at: QPoint) -> None:
        """Show what can be done with a box."""
        desk = self._desk
        desk.session.select(key)
        box = desk.session.box(key)
        if box is None:
            return
        menu = QMenu(desk.window)
        if box.state is BoxState.PROPOSED:
            menu.addActions([desk.actions["accept"], desk.actions["reject"]])
        names = ("duplicate", "copy_boxes", "hide_box", "lock_box", "delete")
        menu.addActions([desk.actions[name] for name in names])
        classes = menu.addMenu(self.tr("Change class"))
        classes.setEnabled(desk.session.writable and not desk.view.is_unseen())
        for number, record in enumerate(desk.session.classes):
            hint = f"\t{CLASS_KEYS[number]}" if number < len(CLASS_KEYS) else ""
            action = classes.addAction(record.name + hint)
            action.setData(record.id)
            action.setEnabled(record.id != box.class_id)
        classes.triggered.connect(self.on_class_menu_triggered)
        menu.exec(at)
        menu.deleteLater()

    @Slot(QAction)
    def on_class_menu_triggered(self, action: QAction) -> None:
        """Change the class of the selected box."""
        self._desk.review.choose_class(int(action.data()))

    @Slot()
    def on_class_key(self) -> None:
        """Choose the class of the digit that was pressed."""
        class_id = self._desk.class_desk.class_id_at(self.sender().data())
        if class_id:
            self._desk.canvas_desk.class_choice.give(class_id)

    @Slot()
    def on_label_key(self) -> None:
        """Change the image label of the class of the digit that was pressed."""
        class_id = self._desk.class_desk.class_id_at(self.sender().data())
        if class_id and self._desk.session.writable:
            self._desk.review.cycle_label(class_id)
