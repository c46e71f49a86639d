"""Making, opening, importing and exporting projects."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import JOB_ON_PROJECT, ActionSpec, Needs, spec

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "new_project",
        QT_TRANSLATE_NOOP("Actions", "&New project…"),
        QT_TRANSLATE_NOOP("Actions", "Make a project from a folder of images"),
        icon_name="new",
    ),
    spec(
        "open_project",
        QT_TRANSLATE_NOOP("Actions", "&Open project…"),
        QT_TRANSLATE_NOOP("Actions", "Open a project file"),
        icon_name="open",
    ),
    spec(
        "open_sample",
        QT_TRANSLATE_NOOP("Actions", "Open the &sample"),
        QT_TRANSLATE_NOOP("Actions", "Open a copy of the bundled sample project"),
        icon_name="sample",
    ),
    spec(
        "import",
        QT_TRANSLATE_NOOP("Actions", "&Import labels or boxes…"),
        QT_TRANSLATE_NOOP("Actions", "Read image-level labels or boxes from a file or folder"),
        JOB_ON_PROJECT,
        "import",
    ),
    spec(
        "add_images",
        QT_TRANSLATE_NOOP("Actions", "&Add new images"),
        QT_TRANSLATE_NOOP("Actions", "Look into the project's folder for images that came since, and list them too"),
        JOB_ON_PROJECT,
    ),
    spec(
        "locate_images",
        QT_TRANSLATE_NOOP("Actions", "&Locate moved images…"),
        QT_TRANSLATE_NOOP("Actions", "Say in which folder the images are now; boxes and labels stay as they are"),
        JOB_ON_PROJECT,
    ),
    spec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        QT_TRANSLATE_NOOP("Actions", "Write the boxes as Pascal VOC or COCO"),
        Needs.PROJECT,
        "export",
    ),
    spec(
        "evaluate",
        QT_TRANSLATE_NOOP("Actions", "E&valuate…"),
        QT_TRANSLATE_NOOP("Actions", "Measure the proposals against true boxes, or against those that people made"),
        Needs.PROJECT,
    ),
    spec(
        "close_project",
        QT_TRANSLATE_NOOP("Actions", "&Close project"),
        QT_TRANSLATE_NOOP("Actions", "Close the project; everything is saved already"),
        Needs.PROJECT,
    ),
    spec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window; everything is saved already"),
    ),
)
