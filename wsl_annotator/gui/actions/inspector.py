"""What the inspector's window can do, and its menus. Its keys are heard in that window alone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import ActionSpec, spec, switch
from wsl_annotator.gui.menus import SEPARATOR

TITLE = QT_TRANSLATE_NOOP("Actions", "Inspector")
"""What the window is called where its keys are listed."""
STORED_MENU = ">stored"

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "inspector_open_trace",
        QT_TRANSLATE_NOOP("Actions", "&Open trace…"),
        QT_TRANSLATE_NOOP("Actions", "Show a stored search; no network is needed"),
        icon_name="open",
    ),
    spec(
        "inspector_choose_photo",
        QT_TRANSLATE_NOOP("Actions", "Choose &photo…"),
        QT_TRANSLATE_NOOP("Actions", "Say where the photo of the trace lies"),
        icon_name="image",
    ),
    spec(
        "inspector_export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        QT_TRANSLATE_NOOP("Actions", "Write the search as JSON, PNG strip or animated GIF"),
        icon_name="export",
    ),
    spec(
        "inspector_stop",
        QT_TRANSLATE_NOOP("Actions", "&Stop the search or export"),
        QT_TRANSLATE_NOOP("Actions", "End what the inspector is doing"),
    ),
    spec(
        "inspector_close",
        QT_TRANSLATE_NOOP("Actions", "&Close"),
        QT_TRANSLATE_NOOP("Actions", "Close the inspector"),
    ),
    switch(
        "inspector_heat",
        QT_TRANSLATE_NOOP("Actions", "&Heat so far"),
        QT_TRANSLATE_NOOP("Actions", "Show the heat map as it grows"),
        icon_name="heat",
    ),
    switch(
        "inspector_boxes",
        QT_TRANSLATE_NOOP("Actions", "&Boxes of the level"),
        QT_TRANSLATE_NOOP("Actions", "Show the boxes of the level"),
        icon_name="boxes-visible",
    ),
    switch(
        "inspector_pruned",
        QT_TRANSLATE_NOOP("Actions", "P&runed boxes"),
        QT_TRANSLATE_NOOP("Actions", "Show what was dropped, too"),
        icon_name="untouched",
    ),
    spec(
        "inspector_back",
        QT_TRANSLATE_NOOP("Actions", "Level bac&k"),
        QT_TRANSLATE_NOOP("Actions", "One level back"),
        icon_name="step-back",
    ),
    spec(
        "inspector_play",
        QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
        QT_TRANSLATE_NOOP("Actions", "Run through the levels"),
        icon_name="play",
    ),
    spec(
        "inspector_forward",
        QT_TRANSLATE_NOOP("Actions", "Level &on"),
        QT_TRANSLATE_NOOP("Actions", "One level on"),
        icon_name="step-forward",
    ),
    spec(
        "inspector_fit",
        QT_TRANSLATE_NOOP("Actions", "&Fit the photo"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole photo"),
        icon_name="fit",
    ),
    spec(
        "inspector_release",
        QT_TRANSLATE_NOOP("Actions", "Let the point &go"),
        QT_TRANSLATE_NOOP("Actions", "List the candidates under the mouse again"),
    ),
    spec(
        "inspector_run_again",
        QT_TRANSLATE_NOOP("Actions", "&Run again…"),
        QT_TRANSLATE_NOOP("Actions", "Search the photo, or the same part, with other settings, beside this run"),
        icon_name="propose",
    ),
    spec(
        "inspector_compare_file",
        QT_TRANSLATE_NOOP("Actions", "Another trace &file…"),
        QT_TRANSLATE_NOOP("Actions", "Show another stored search beside this one"),
        icon_name="open",
    ),
    spec(
        "inspector_next_difference",
        QT_TRANSLATE_NOOP("Actions", "&Next difference"),
        QT_TRANSLATE_NOOP("Actions", "Go to where the runs differ next"),
    ),
    spec(
        "inspector_end_comparison",
        QT_TRANSLATE_NOOP("Actions", "&End comparison"),
        QT_TRANSLATE_NOOP("Actions", "Show one run alone"),
    ),
    spec(
        "inspector_shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keys"),
        QT_TRANSLATE_NOOP("Actions", "Show every key"),
        icon_name="keyboard",
    ),
)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            "inspector_open_trace",
            "inspector_choose_photo",
            SEPARATOR,
            "inspector_export",
            "inspector_stop",
            SEPARATOR,
            "inspector_close",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "inspector_heat",
            "inspector_boxes",
            "inspector_pruned",
            SEPARATOR,
            "inspector_back",
            "inspector_play",
            "inspector_forward",
            SEPARATOR,
            "inspector_fit",
            "inspector_release",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Compare"),
        (
            "inspector_run_again",
            "inspector_compare_file",
            STORED_MENU,
            SEPARATOR,
            "inspector_next_difference",
            "inspector_end_comparison",
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("inspector_shortcuts",)),
)

TOOLBAR: tuple[str, ...] = (
    "inspector_open_trace", "inspector_export", SEPARATOR,
    "inspector_heat", "inspector_boxes", "inspector_pruned", "inspector_fit", SEPARATOR,
)  # fmt: skip
