"""What is shown and how large."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import ActionSpec, Needs, spec, switch

ACTIONS: tuple[ActionSpec, ...] = (
    switch(
        "heat",
        QT_TRANSLATE_NOOP("Actions", "&Heat map"),
        QT_TRANSLATE_NOOP("Actions", "Show where the network saw the current class"),
        Needs.IMAGE,
        icon_name="heat",
    ),
    switch(
        "show_boxes",
        QT_TRANSLATE_NOOP("Actions", "Show &boxes"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide all boxes"),
    ),
    switch(
        "show_labels",
        QT_TRANSLATE_NOOP("Actions", "Show box &labels"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the text at the boxes"),
    ),
    switch(
        "show_rejected",
        QT_TRANSLATE_NOOP("Actions", "Show &rejected boxes"),
        QT_TRANSLATE_NOOP("Actions", "Show the boxes that were rejected"),
    ),
    spec(
        "other_run",
        QT_TRANSLATE_NOOP("Actions", "Boxes of the other r&un"),
        QT_TRANSLATE_NOOP("Actions", "Show what an older search of the current class found; again for the one before"),
        Needs.IMAGE,
    ),
    spec(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("Actions", "Enlarge the picture"),
        Needs.IMAGE,
        "zoom-in",
    ),
    spec(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("Actions", "Make the picture smaller"),
        Needs.IMAGE,
        "zoom-out",
    ),
    spec(
        "zoom_100",
        QT_TRANSLATE_NOOP("Actions", "&Actual size"),
        QT_TRANSLATE_NOOP("Actions", "One image pixel is one screen pixel"),
        Needs.IMAGE,
    ),
    spec(
        "fit",
        QT_TRANSLATE_NOOP("Actions", "&Fit the window"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole picture"),
        Needs.IMAGE,
        "fit",
    ),
    spec(
        "fit_width",
        QT_TRANSLATE_NOOP("Actions", "Fit the &width"),
        QT_TRANSLATE_NOOP("Actions", "Show the picture over the whole width"),
        Needs.IMAGE,
    ),
    switch(
        "keep_view",
        QT_TRANSLATE_NOOP("Actions", "&Keep the view"),
        QT_TRANSLATE_NOOP("Actions", "Show the next image at the same place and zoom, if it has the same size"),
    ),
    spec(
        "inspector",
        QT_TRANSLATE_NOOP("Actions", "Ins&pector"),
        QT_TRANSLATE_NOOP(
            "Actions", "Watch the search of the selected box or the current class, candidate by candidate"
        ),
        icon_name="trace",
    ),
    spec(
        "statistics",
        QT_TRANSLATE_NOOP("Actions", "&Statistics"),
        QT_TRANSLATE_NOOP("Actions", "Accept rates, corrections, active time, and what was saved"),
        Needs.PROJECT,
    ),
    switch(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Follow the colours of the system"),
        group="theme",
    ),
    switch(
        "theme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Light colours"),
        group="theme",
    ),
    switch(
        "theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), QT_TRANSLATE_NOOP("Actions", "Dark colours"), group="theme"
    ),
    switch(
        "language_system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Speak the language of the system, if it is there; from the next start on"),
        group="language",
    ),
    # Languages are called as they call themselves, so that whoever reads only one of them finds it.
    switch(
        "language_en",
        "&English",
        QT_TRANSLATE_NOOP("Actions", "Speak English, from the next start on"),
        group="language",
    ),
    switch(
        "language_de",
        "&Deutsch",
        QT_TRANSLATE_NOOP("Actions", "Speak German, from the next start on"),
        group="language",
    ),
)
