"""Every action of the window as data."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import ActionSpec, Needs

CONTEXT = "Actions"
_EDIT = Needs.IMAGE | Needs.WRITABLE
_JOB_ON_PROJECT = Needs.PROJECT | Needs.WRITABLE | Needs.NO_JOB


def _spec(name: str, text: str, tip: str, needs: Needs = Needs.NOTHING, icon_name: str = "") -> ActionSpec:
    return ActionSpec(name=name, text=text, tip=tip, needs=needs, icon=icon_name)


def _switch(
    name: str, text: str, tip: str, needs: Needs = Needs.NOTHING, *, icon_name: str = "", group: str = ""
) -> ActionSpec:
    return ActionSpec(name=name, text=text, tip=tip, needs=needs, icon=icon_name, checkable=True, group=group)


ACTIONS: tuple[ActionSpec, ...] = (
    _spec(
        "new_project",
        QT_TRANSLATE_NOOP("Actions", "&New project…"),
        QT_TRANSLATE_NOOP("Actions", "Make a project from a folder of images"),
        icon_name="new",
    ),
    _spec(
        "open_project",
        QT_TRANSLATE_NOOP("Actions", "&Open project…"),
        QT_TRANSLATE_NOOP("Actions", "Open a project file"),
        icon_name="open",
    ),
    _spec(
        "open_sample",
        QT_TRANSLATE_NOOP("Actions", "Open the &sample"),
        QT_TRANSLATE_NOOP("Actions", "Open a copy of the bundled sample project"),
        icon_name="sample",
    ),
    _spec(
        "close_project",
        QT_TRANSLATE_NOOP("Actions", "&Close project"),
        QT_TRANSLATE_NOOP("Actions", "Close the project; everything is saved already"),
        Needs.PROJECT,
    ),
    _spec(
        "import",
        QT_TRANSLATE_NOOP("Actions", "&Import labels or boxes…"),
        QT_TRANSLATE_NOOP("Actions", "Read image-level labels or boxes from a file or folder"),
        _JOB_ON_PROJECT,
        "import",
    ),
    _spec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        QT_TRANSLATE_NOOP("Actions", "Write the boxes as Pascal VOC or COCO"),
        Needs.PROJECT,
        "export",
    ),
    _spec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window; everything is saved already"),
    ),
    _spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
        Needs.PROJECT,
        "undo",
    ),
    _spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"),
        Needs.PROJECT,
        "redo",
    ),
    _switch(
        "draw",
        QT_TRANSLATE_NOOP("Actions", "&Draw a box"),
        QT_TRANSLATE_NOOP("Actions", "Draw a box of the current class: drag, or click two corners"),
        _EDIT,
        icon_name="draw",
    ),
    _spec(
        "edit_mode",
        QT_TRANSLATE_NOOP("Actions", "Edit &mode"),
        QT_TRANSLATE_NOOP("Actions", "Stop drawing; click selects, drag moves"),
        Needs.IMAGE,
        "pointer",
    ),
    _spec(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "De&lete box"),
        QT_TRANSLATE_NOOP("Actions", "Delete the selected box"),
        _EDIT | Needs.SELECTION,
        "delete",
    ),
    _spec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "D&uplicate box"),
        QT_TRANSLATE_NOOP("Actions", "Draw a copy of the selected box beside it"),
        _EDIT | Needs.SELECTION,
    ),
    _spec(
        "add_class",
        QT_TRANSLATE_NOOP("Actions", "Add a &class…"),
        QT_TRANSLATE_NOOP("Actions", "Add a class to the project"),
        Needs.PROJECT | Needs.WRITABLE,
        "add",
    ),
    _spec(
        "rename_class",
        QT_TRANSLATE_NOOP("Actions", "Re&name the class…"),
        QT_TRANSLATE_NOOP("Actions", "Rename the current class"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    _spec(
        "remove_class",
        QT_TRANSLATE_NOOP("Actions", "Remo&ve the class"),
        QT_TRANSLATE_NOOP("Actions", "Remove the current class if nothing uses it"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    _spec(
        "cycle_label",
        QT_TRANSLATE_NOOP("Actions", "Change the image &label"),
        QT_TRANSLATE_NOOP("Actions", "Present, absent or unknown: the current class in this image"),
        _EDIT,
    ),
    _spec(
        "propose_image",
        QT_TRANSLATE_NOOP("Actions", "Propose for this &image"),
        QT_TRANSLATE_NOOP("Actions", "Search the labelled classes in this image"),
        _EDIT | Needs.NO_JOB,
        "propose",
    ),
    _spec(
        "propose_all",
        QT_TRANSLATE_NOOP("Actions", "Propose for &all images"),
        QT_TRANSLATE_NOOP("Actions", "Search every image that has no proposals yet"),
        _JOB_ON_PROJECT,
        "propose-all",
    ),
    _spec(
        "cancel_job",
        QT_TRANSLATE_NOOP("Actions", "&Stop"),
        QT_TRANSLATE_NOOP("Actions", "Stop the running search; what is finished stays"),
        Needs.JOB,
        "stop",
    ),
    _spec(
        "network",
        QT_TRANSLATE_NOOP("Actions", "&Network and search…"),
        QT_TRANSLATE_NOOP("Actions", "Choose the network, the search and the device"),
        Needs.NOTHING,
        "network",
    ),
    _spec(
        "accept",
        QT_TRANSLATE_NOOP("Actions", "&Accept"),
        QT_TRANSLATE_NOOP("Actions", "Accept the selected or best proposal and select the next"),
        _EDIT | Needs.PROPOSALS,
        "accept",
    ),
    _spec(
        "reject",
        QT_TRANSLATE_NOOP("Actions", "&Reject"),
        QT_TRANSLATE_NOOP("Actions", "Reject the selected proposal; it never comes back"),
        _EDIT | Needs.SELECTION,
        "reject",
    ),
    _spec(
        "accept_all",
        QT_TRANSLATE_NOOP("Actions", "Accept all above the &threshold"),
        QT_TRANSLATE_NOOP("Actions", "Accept every proposal shown, in one undo step"),
        _EDIT | Needs.PROPOSALS,
        "accept-all",
    ),
    _spec(
        "verify",
        QT_TRANSLATE_NOOP("Actions", "&Verify and go on"),
        QT_TRANSLATE_NOOP("Actions", "Mark this image as verified and show the next"),
        _EDIT,
        "verified",
    ),
    _spec(
        "skip",
        QT_TRANSLATE_NOOP("Actions", "S&kip and go on"),
        QT_TRANSLATE_NOOP("Actions", "Mark this image as skipped and show the next"),
        _EDIT,
    ),
    _spec(
        "next_box",
        QT_TRANSLATE_NOOP("Actions", "Next &box"),
        QT_TRANSLATE_NOOP("Actions", "Select the next box"),
        Needs.IMAGE,
    ),
    _spec(
        "previous_box",
        QT_TRANSLATE_NOOP("Actions", "Pre&vious box"),
        QT_TRANSLATE_NOOP("Actions", "Select the previous box"),
        Needs.IMAGE,
    ),
    _spec(
        "threshold_up",
        QT_TRANSLATE_NOOP("Actions", "Threshold &up"),
        QT_TRANSLATE_NOOP("Actions", "Raise the threshold of the current class: tighter boxes"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    _spec(
        "threshold_down",
        QT_TRANSLATE_NOOP("Actions", "Threshold do&wn"),
        QT_TRANSLATE_NOOP("Actions", "Lower the threshold of the current class: wider boxes"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    _spec(
        "next_image",
        QT_TRANSLATE_NOOP("Actions", "Ne&xt image"),
        QT_TRANSLATE_NOOP("Actions", "Show the next image"),
        Needs.PROJECT,
        "next",
    ),
    _spec(
        "previous_image",
        QT_TRANSLATE_NOOP("Actions", "&Previous image"),
        QT_TRANSLATE_NOOP("Actions", "Show the previous image"),
        Needs.PROJECT,
        "previous",
    ),
    _switch(
        "heat",
        QT_TRANSLATE_NOOP("Actions", "&Heat map"),
        QT_TRANSLATE_NOOP("Actions", "Show where the network saw the current class"),
        Needs.IMAGE,
        icon_name="heat",
    ),
    _switch(
        "show_boxes",
        QT_TRANSLATE_NOOP("Actions", "Show &boxes"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide all boxes"),
    ),
    _switch(
        "show_labels",
        QT_TRANSLATE_NOOP("Actions", "Show box &labels"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the text at the boxes"),
    ),
    _switch(
        "show_rejected",
        QT_TRANSLATE_NOOP("Actions", "Show &rejected boxes"),
        QT_TRANSLATE_NOOP("Actions", "Show the boxes that were rejected"),
    ),
    _spec(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("Actions", "Enlarge the picture"),
        Needs.IMAGE,
        "zoom-in",
    ),
    _spec(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("Actions", "Make the picture smaller"),
        Needs.IMAGE,
        "zoom-out",
    ),
    _spec(
        "zoom_100",
        QT_TRANSLATE_NOOP("Actions", "&Actual size"),
        QT_TRANSLATE_NOOP("Actions", "One image pixel is one screen pixel"),
        Needs.IMAGE,
    ),
    _spec(
        "fit",
        QT_TRANSLATE_NOOP("Actions", "&Fit the window"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole picture"),
        Needs.IMAGE,
        "fit",
    ),
    _spec(
        "fit_width",
        QT_TRANSLATE_NOOP("Actions", "Fit the &width"),
        QT_TRANSLATE_NOOP("Actions", "Show the picture over the whole width"),
        Needs.IMAGE,
    ),
    _switch(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Follow the colours of the system"),
        group="theme",
    ),
    _switch(
        "theme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Light colours"),
        group="theme",
    ),
    _switch(
        "theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), QT_TRANSLATE_NOOP("Actions", "Dark colours"), group="theme"
    ),
    _spec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keys"),
        QT_TRANSLATE_NOOP("Actions", "Show every key"),
        icon_name="keyboard",
    ),
    _spec(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About"),
        QT_TRANSLATE_NOOP("Actions", "Version, licence and where the log file is"),
    ),
    _spec(
        "leave_canvas",
        QT_TRANSLATE_NOOP("Actions", "Leave the &picture"),
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard between the picture and the panels"),
    ),
)

CANVAS_ACTIONS = frozenset({"next_box", "previous_box"})
"""Their keys (Tab) mean something else everywhere but on the canvas."""
