"""Running the network."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import EDIT, JOB_ON_PROJECT, ActionSpec, Needs, spec, switch

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "propose_image",
        QT_TRANSLATE_NOOP("Actions", "Propose for this &image"),
        QT_TRANSLATE_NOOP("Actions", "Search the labelled classes in this image"),
        EDIT | Needs.NO_JOB,
        "propose",
    ),
    spec(
        "propose_all",
        QT_TRANSLATE_NOOP("Actions", "Propose for &all images"),
        QT_TRANSLATE_NOOP("Actions", "Search every image that has no proposals yet"),
        JOB_ON_PROJECT,
        "propose-all",
    ),
    spec(
        "cancel_job",
        QT_TRANSLATE_NOOP("Actions", "&Stop"),
        QT_TRANSLATE_NOOP("Actions", "Stop the running search; what is finished stays"),
        Needs.JOB,
        "stop",
    ),
    spec(
        "threshold_up",
        QT_TRANSLATE_NOOP("Actions", "Threshold &up"),
        QT_TRANSLATE_NOOP("Actions", "Raise the threshold of the current class: tighter boxes"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    spec(
        "threshold_down",
        QT_TRANSLATE_NOOP("Actions", "Threshold do&wn"),
        QT_TRANSLATE_NOOP("Actions", "Lower the threshold of the current class: wider boxes"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    spec(
        "calibrate",
        QT_TRANSLATE_NOOP("Actions", "Cali&brate thresholds…"),
        QT_TRANSLATE_NOOP("Actions", "Fit the threshold of every class to the boxes that you accepted or drew"),
        JOB_ON_PROJECT,
    ),
    switch(
        "auto_threshold",
        QT_TRANSLATE_NOOP("Actions", "Thresholds &follow your boxes"),
        QT_TRANSLATE_NOOP(
            "Actions", "Fit the threshold of a class again as you accept or adjust its boxes, unless you moved it"
        ),
    ),
    spec(
        "network",
        QT_TRANSLATE_NOOP("Actions", "&Network and search…"),
        QT_TRANSLATE_NOOP("Actions", "Choose the network, the search and the device"),
        Needs.NOTHING,
        "network",
    ),
)
