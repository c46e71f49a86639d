"""Deciding on proposals and going through images."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import EDIT, EDIT_SEEN, ActionSpec, Needs, spec

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "accept",
        QT_TRANSLATE_NOOP("Actions", "&Accept"),
        QT_TRANSLATE_NOOP("Actions", "Accept the selected or best proposal and select the next"),
        EDIT_SEEN | Needs.PROPOSALS,
        "accept",
    ),
    spec(
        "reject",
        QT_TRANSLATE_NOOP("Actions", "&Reject"),
        QT_TRANSLATE_NOOP("Actions", "Reject the selected proposal; it never comes back"),
        EDIT_SEEN | Needs.SELECTION,
        "reject",
    ),
    spec(
        "accept_all",
        QT_TRANSLATE_NOOP("Actions", "Accept all above the &threshold"),
        QT_TRANSLATE_NOOP("Actions", "Accept every proposal shown, in one undo step"),
        EDIT_SEEN | Needs.PROPOSALS,
        "accept-all",
    ),
    spec(
        "next_box",
        QT_TRANSLATE_NOOP("Actions", "Next &box"),
        QT_TRANSLATE_NOOP("Actions", "Select the next box"),
        Needs.IMAGE,
    ),
    spec(
        "previous_box",
        QT_TRANSLATE_NOOP("Actions", "Previo&us box"),
        QT_TRANSLATE_NOOP("Actions", "Select the previous box"),
        Needs.IMAGE,
    ),
    spec(
        "verify",
        QT_TRANSLATE_NOOP("Actions", "&Verify and go on"),
        QT_TRANSLATE_NOOP("Actions", "Mark this image as verified and show the next"),
        EDIT_SEEN,
        "verified",
    ),
    spec(
        "skip",
        QT_TRANSLATE_NOOP("Actions", "S&kip and go on"),
        QT_TRANSLATE_NOOP("Actions", "Mark this image as skipped and show the next"),
        EDIT,
    ),
    spec(
        "filter",
        QT_TRANSLATE_NOOP("Actions", "&Filter the images"),
        QT_TRANSLATE_NOOP("Actions", "Type which images are listed: names, labels, scores, states"),
        Needs.PROJECT,
        "search",
    ),
    spec(
        "resort",
        QT_TRANSLATE_NOOP("Actions", "S&ort the images again"),
        QT_TRANSLATE_NOOP("Actions", "Filter and order the list by what is known now"),
        Needs.PROJECT,
        "sort",
    ),
    spec(
        "previous_image",
        QT_TRANSLATE_NOOP("Actions", "&Previous image"),
        QT_TRANSLATE_NOOP("Actions", "Show the previous image"),
        Needs.PROJECT,
        "previous",
    ),
    spec(
        "next_image",
        QT_TRANSLATE_NOOP("Actions", "Ne&xt image"),
        QT_TRANSLATE_NOOP("Actions", "Show the next image"),
        Needs.PROJECT,
        "next",
    ),
)
