"""Every connection between the parts of the window. Workers' signals reach bound methods on the main thread only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.controllers.window_controller import SWITCHES
from wsl_annotator.gui.menus import RECENT_MENU
from wsl_annotator.gui.settings import LANGUAGES

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk


def connect(desk: Desk) -> None:
    """Join the parts."""
    # Before the review, so that the threshold that a person moves is still the one before.
    _connect_calibration(desk)
    _connect_actions(desk)
    _connect_session(desk)
    _connect_queue(desk)
    _connect_canvas(desk)
    _connect_panels(desk)
    _connect_services(desk)
    _connect_controllers(desk)
    _connect_window(desk)
    desk.searches.connect()
    desk.canvas_desk.connect_parts()


def _connect_actions(desk: Desk) -> None:
    review, projects, windows, lists, canvas = desk.review, desk.projects, desk.windows, desk.lists, desk.canvas
    commands = {
        "new_project": projects.ask_new,
        "open_project": projects.ask_open,
        "open_sample": projects.open_sample,
        "close_project": projects.close_project,
        "import": projects.ask_import,
        "export": projects.ask_export,
        "quit": desk.window.close,
        "undo": desk.stack.undo,
        "redo": desk.stack.redo,
        "edit_mode": partial(canvas.set_tool, "edit"),
        "delete": review.delete,
        "duplicate": review.duplicate,
        "add_class": desk.class_desk.add,
        "rename_class": desk.class_desk.rename,
        "remove_class": desk.class_desk.remove,
        "cycle_label": review.cycle_label,
        "calibrate": desk.calibration.fit_all,
        "propose_image": desk.propose.propose_current,
        "propose_all": desk.propose.propose_all,
        "cancel_job": windows.stop_jobs,
        **desk.searches.commands(),
        **desk.canvas_desk.commands(),
        **desk.image_folder.commands(),
        "network": windows.ask_network,
        "evaluate": desk.evaluation.ask,
        "train": desk.training.ask,
        "network_card": desk.training.show_card,
        "accept": review.accept,
        "reject": review.reject,
        "accept_all": review.accept_all,
        "verify": partial(desk.queue.finish, ImageStatus.VERIFIED),
        "skip": partial(desk.queue.finish, ImageStatus.SKIPPED),
        "filter": desk.image_panel.focus_filter,
        "resort": desk.queue.resort,
        "next_box": partial(canvas.select_next, 1),
        "previous_box": partial(canvas.select_next, -1),
        "threshold_up": partial(review.step_threshold, 1),
        "threshold_down": partial(review.step_threshold, -1),
        "next_image": partial(lists.step, 1),
        "previous_image": partial(lists.step, -1),
        "zoom_in": canvas.zoom_in,
        "zoom_out": canvas.zoom_out,
        "zoom_100": partial(canvas.set_zoom, 1.0),
        "fit": canvas.fit,
        "fit_width": canvas.fit_width,
        "inspector": desk.inspector.open_current,
        "statistics": desk.statistics.controller.open_page,
        "shortcuts": desk.key_desk.show_sheet,
        "edit_keys": desk.key_desk.edit,
        "about": windows.show_about,
        "leave_canvas": windows.leave_canvas,
    }
    desk.action_desk.set_commands(commands)
    for name in commands:
        desk.actions[name].triggered.connect(desk.action_desk.on_triggered)
    for name in SWITCHES:
        desk.actions[name].toggled.connect(windows.on_switched)
    for name in ("theme_system", "theme_light", "theme_dark"):
        desk.actions[name].toggled.connect(windows.on_theme_toggled)
    for name in LANGUAGES:
        desk.actions[f"language_{name}"].toggled.connect(windows.on_language_toggled)
    for action in desk.actions.class_actions:
        action.triggered.connect(windows.on_class_key)
    for action in desk.actions.label_actions:
        action.triggered.connect(windows.on_label_key)


def _connect_calibration(desk: Desk) -> None:
    calibration, session, jobs = desk.calibration, desk.session, desk.calibration_jobs
    session.project_changed.connect(calibration.on_project_changed)
    session.content_changed.connect(calibration.on_content_changed)
    session.threshold_changed.connect(calibration.on_thresholds_changed)
    session.classes_changed.connect(calibration.on_classes_changed)
    desk.class_panel.thresholds_set.connect(calibration.on_thresholds_set)
    desk.class_panel.suggestion_taken.connect(calibration.on_suggestion_taken)
    for name in ("threshold_up", "threshold_down"):
        desk.actions[name].triggered.connect(calibration.on_threshold_stepped)
    jobs.done.connect(calibration.on_done)
    jobs.progressed.connect(calibration.on_progressed)
    jobs.failed.connect(calibration.on_failed)
    jobs.cancelled.connect(calibration.on_cancelled)
    desk.propose.identity_known.connect(calibration.on_identity_known)
    desk.projects.closing.connect(calibration.abandon)


def _connect_session(desk: Desk) -> None:
    session, view, lists = desk.session, desk.view, desk.lists
    for begun in (desk.action_desk.began, session.began):
        begun.connect(desk.courtesy.ask)
        begun.connect(desk.garbage.put_off)
        begun.connect(desk.painted_later.hold)
    session.project_changed.connect(desk.windows.on_project_changed)
    session.project_changed.connect(desk.queue.on_project_changed)
    session.project_changed.connect(lists.on_project_changed)
    session.project_changed.connect(desk.training.on_project_changed)
    session.content_changed.connect(desk.training.on_labels_changed)
    session.images_changed.connect(lists.on_images_changed)
    session.image_changed.connect(view.on_image_changed)
    session.image_changed.connect(lists.on_image_changed)
    session.content_changed.connect(view.refresh_boxes)
    session.content_changed.connect(view.refresh_class)
    session.boxes_changed.connect(view.refresh_boxes)
    session.class_changed.connect(view.refresh_class)
    session.selection_changed.connect(view.on_selection_changed)
    for changed in (session.content_changed, session.boxes_changed, session.selection_changed):
        changed.connect(desk.table.refresh_soon)
    session.summary_changed.connect(lists.on_summary_changed)
    session.edit_failed.connect(desk.messages.error)
    for changed in (
        session.content_changed,
        session.boxes_changed,
        session.classes_changed,
        session.class_changed,
        session.threshold_changed,
    ):
        changed.connect(desk.class_desk.refresh_soon)
    for changed in (
        session.project_changed,
        session.image_changed,
        session.content_changed,
        session.boxes_changed,
        session.selection_changed,
    ):
        changed.connect(desk.action_desk.refresh)
    view.unseen_changed.connect(desk.action_desk.refresh)
    view.unseen_changed.connect(desk.windows.on_unseen_changed)


def _connect_queue(desk: Desk) -> None:
    session, lists, queue, panel, jobs = desk.session, desk.lists, desk.queue, desk.image_panel, desk.list_jobs
    session.classes_changed.connect(queue.on_classes_changed)
    for acted in (session.content_changed, session.image_changed, session.selection_changed, session.class_changed):
        acted.connect(queue.on_acted)
    panel.place_picked.connect(lists.show_place)
    panel.query.query_changed.connect(queue.on_query_changed)
    panel.query.submitted.connect(queue.on_query_submitted)
    panel.query.left.connect(desk.canvas.setFocus)
    panel.query.help.clicked.connect(queue.show_help)
    panel.queue.plan_chosen.connect(queue.on_plan_chosen)
    panel.queue.jump.toggled.connect(queue.on_jump_toggled)
    lists.image_finished.connect(queue.on_image_finished)
    lists.counts_changed.connect(queue.show_progress)
    lists.table_read.connect(queue.on_table_read)
    jobs.produced.connect(lists.on_jobs_produced)
    for part in (lists, queue):
        jobs.done.connect(part.on_jobs_done)
        jobs.failed.connect(part.on_jobs_failed)


def _connect_canvas(desk: Desk) -> None:
    canvas, review, windows = desk.canvas, desk.review, desk.windows
    canvas.box_drawn.connect(review.on_box_drawn)
    canvas.box_edited.connect(review.on_box_edited)
    canvas.selection_changed.connect(desk.session.select)
    canvas.zoom_changed.connect(windows.on_zoom_changed)
    canvas.cursor_moved.connect(windows.on_cursor_moved)
    canvas.cursor_left.connect(windows.on_cursor_left)
    canvas.menu_requested.connect(windows.show_box_menu)


def _connect_panels(desk: Desk) -> None:
    review = desk.review
    desk.class_panel.class_picked.connect(desk.session.set_class)
    desk.class_panel.label_chosen.connect(review.set_label)
    desk.class_panel.threshold_moved.connect(desk.session.preview_threshold)
    desk.class_panel.threshold_set.connect(review.set_threshold)
    desk.class_panel.all_thresholds.value_moved.connect(desk.session.preview_all_thresholds)
    desk.class_panel.all_thresholds.value_set.connect(review.set_all_thresholds)
    desk.box_panel.box_picked.connect(desk.session.select)
    desk.box_panel.menu_wanted.connect(desk.windows.show_box_menu)
    desk.view_bar.colormap_chosen.connect(desk.view.on_colormap_chosen)
    desk.view_bar.opacity_moved.connect(desk.view.on_opacity_moved)
    desk.trace_panel.view_changed.connect(desk.view.on_trace_changed)
    desk.trace_dock.visibilityChanged.connect(desk.view.on_trace_visible)
    desk.welcome.recent_picked.connect(desk.projects.open_path)


def _connect_services(desk: Desk) -> None:
    propose, projects = desk.propose, desk.projects
    desk.network.done.connect(propose.on_network_done)
    desk.network.produced.connect(propose.on_network_produced)
    desk.network.progressed.connect(propose.on_network_progressed)
    desk.network.failed.connect(propose.on_network_failed)
    desk.network.cancelled.connect(propose.on_network_cancelled)
    desk.store.done.connect(propose.on_store_done)
    desk.store.failed.connect(propose.on_store_failed)
    desk.store.done.connect(desk.training.on_store_done)
    desk.store.failed.connect(desk.training.on_store_failed)
    desk.store.done.connect(projects.on_store_done)
    desk.store.progressed.connect(projects.on_store_progressed)
    desk.store.failed.connect(projects.on_store_failed)
    desk.store.cancelled.connect(projects.on_store_cancelled)
    desk.decode.drafted.connect(desk.view.on_drafted)
    desk.decode.decoded.connect(desk.view.on_decoded)
    desk.decode.failed.connect(desk.view.on_decode_failed)
    desk.thumbnails.ready.connect(desk.images.on_thumbnail_ready)


def _connect_controllers(desk: Desk) -> None:
    propose, projects, windows = desk.propose, desk.projects, desk.windows
    desk.training.network_chosen.connect(windows.on_network_chosen)
    desk.inspector.sheet_wanted.connect(desk.key_desk.show_sheet_of_inspector)
    desk.review.image_wanted.connect(desk.queue.advance)
    desk.review.class_wanted.connect(desk.class_desk.add)
    desk.stack.canUndoChanged.connect(desk.action_desk.refresh)
    desk.stack.canRedoChanged.connect(desk.action_desk.refresh)
    desk.stack.undoTextChanged.connect(desk.action_desk.on_undo_text_changed)
    desk.stack.redoTextChanged.connect(desk.action_desk.on_redo_text_changed)
    propose.image_saved.connect(desk.lists.on_image_saved)
    propose.identity_known.connect(windows.on_identity_known)
    propose.reported.connect(windows.on_run_reported)
    projects.closing.connect(propose.abandon)
    for controller in (propose, projects, desk.calibration):
        controller.began.connect(windows.on_job_began)
        controller.progressed.connect(desk.window.status.job.show_progress)
        controller.ended.connect(windows.on_job_ended)


def _connect_window(desk: Desk) -> None:
    window, windows = desk.window, desk.windows
    window.closing.connect(windows.on_closing)
    window.dropped.connect(desk.projects.open_dropped)
    window.painted.connect(desk.propose.warm_up_soon)
    desk.messages.posted.connect(window.message_bar.show_message)
    window.message_bar.details_wanted.connect(windows.show_details)
    window.submenus[RECENT_MENU].aboutToShow.connect(windows.fill_recent)
    window.submenus[RECENT_MENU].triggered.connect(windows.on_recent_triggered)
