"""Other answers of the search: the next candidate, another instance, a region."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import EDIT_SEEN, ActionSpec, Needs, spec, switch

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "next_candidate",
        QT_TRANSLATE_NOOP("Actions", "Next &candidate"),
        QT_TRANSLATE_NOOP("Actions", "Show the search's next best box in place of the selected or best proposal"),
        Needs.IMAGE | Needs.PICTURE,
    ),
    spec(
        "previous_candidate",
        QT_TRANSLATE_NOOP("Actions", "Pre&vious candidate"),
        QT_TRANSLATE_NOOP("Actions", "Show the candidate before this one again"),
        Needs.IMAGE | Needs.PICTURE,
    ),
    spec(
        "another_instance",
        QT_TRANSLATE_NOOP("Actions", "Another ins&tance"),
        QT_TRANSLATE_NOOP("Actions", "Search the current class again without the boxes that it has already"),
        EDIT_SEEN,
    ),
    spec(
        "search_region",
        QT_TRANSLATE_NOOP("Actions", "Search in a re&gion"),
        QT_TRANSLATE_NOOP("Actions", "Drag over a part of the image to search the current class there"),
        EDIT_SEEN,
    ),
    switch(
        "search_ahead",
        QT_TRANSLATE_NOOP("Actions", "Search ah&ead"),
        QT_TRANSLATE_NOOP("Actions", "Search this image and the next ones while you look, once a network is open"),
    ),
)
